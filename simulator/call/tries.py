"""What a debtor tries instead of a plan, and what a trainee who takes it has done.

To leave without a date, to pay with a new loan or with somebody else's money, to have a part of the debt
given up: each is tried once, and a yes to it is heard as the fault that it is.
"""

from __future__ import annotations

from dataclasses import replace

from scoring.evidence import Heard, Kind, Span
from scoring.plan import Offer
from simulator.call.bargain import Try
from simulator.call.call import Call, State
from simulator.call.negotiation import says_yes
from simulator.call.offering import has
from simulator.call.voice import variant
from simulator.hearing import Hearing

HARM = {
    "leaves": "gives_up",
    "borrows": "urges_borrowing",
    "relative": "uses_third_party_pressure",
    "asks_discount": "exceeds_authority",
}
"""The behaviour that taking each of TRIES is."""
_SENT_OFF = {"closes_politely", "respects_stop"}
"""Behaviours that let go of a debtor who is leaving."""
_SETTLED = {"sets_follow_up", "offers_plan", "confirms_plan"}
"""Behaviours with which a debtor does not leave without a date."""


def asking(call: Call) -> Try | None:
    """Return what the debtor has just tried, None when the reply answers nothing of the kind."""
    place = call.state.asking
    negotiate = call.stage.script.beats[place[0]].negotiate if place is not None else None
    return negotiate.tries[place[1]] if place is not None and negotiate is not None else None


def kind_of(call: Call, state: State) -> str:
    """Return which of TRIES the debtor tries in `state`, "" for none."""
    tried = asking(replace(call, state=state))
    return tried.kind if tried is not None else ""


def taken(call: Call, hearing: Hearing, offer: Offer | None) -> tuple[bool, Heard | None]:
    """Return whether a reply takes what the debtor tried, and the fault in it.

    A discount that the file allows may be given: that is taken too, and no fault.
    """
    tried = asking(call)
    if tried is None:
        return False, None
    script = call.stage.script
    said = {match.name for match in hearing.behaviours}
    yes = says_yes(hearing, script.language) or has(hearing, f"takes_{tried.kind}", script.language)
    if tried.kind == "leaves":
        yes = (yes or bool(said & _SENT_OFF)) and not said & _SETTLED and not (offer and offer.dated)
    if not yes or (said & {"holds_position", "asks_affordability", "invites_proposal"}):
        return False, None
    if tried.kind == "asks_discount" and tried.share <= script.authority.waive + 1e-9:
        return True, None
    name = HARM[tried.kind]
    advice = call.stage.advice.get(name)
    kind = Kind.BAD if tried.kind == "leaves" else Kind.BREACH
    return True, Heard(
        name=name,
        kind=kind,
        span=Span(0, len(hearing.reply)),
        words=hearing.reply,
        how="state",
        because=tried.kind,
        behaviour=name,
        behaviours=(name,),
        points=tried.score,
        coach=advice.coach if advice else "",
        better=advice.better if advice else "",
    )


def tried_now(call: Call, state: State, turn: int) -> tuple[str, State]:
    """Return what the debtor tries in this answer, and the state in which the next reply answers it.

    Nothing is tried where a plan is agreed, or where the call has just come.
    """
    negotiate = call.stage.script.beats[state.beat].negotiate
    state = replace(state, asking=None)
    if negotiate is None or state.agreed is not None or state.ended or state.beat != call.state.beat:
        return "", state
    for number, each in enumerate(negotiate.tries):
        place = (state.beat, number)
        if place in state.tried or state.here < each.after or not state.mood.holds(each.when, turn):
            continue
        words = variant(each.says, state.mood.band, call.seed, turn, f"tries {each.kind}")
        return words, replace(state, asking=place, tried=state.tried | {place})
    return "", state


def waived(call: Call, said_taken: bool, offer: Offer | None) -> Offer | None:
    """Return the offer with the discount in it that was taken, where one was asked for."""
    tried = asking(call)
    if not said_taken or tried is None or tried.kind != "asks_discount":
        return offer
    return replace(offer or Offer(), waive=tried.share)
