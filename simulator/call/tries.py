"""What a debtor tries instead of a plan, and what a trainee who takes it has done.

To leave without a date, to pay with a new loan or with somebody else's money, to have a part of the debt
given up: each is tried once, and a yes to it is heard as the fault that it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from scoring.evidence import Heard, Kind, Span
from scoring.plan import Offer
from simulator.call.bargain import Try
from simulator.call.call import Call, State
from simulator.call.negotiation import says_yes
from simulator.call.script import Script
from simulator.call.voice import defaults, variant
from simulator.hearing import Hearing

HARM = {
    "leaves": "gives_up",
    "borrows": "urges_borrowing",
    "relative": "uses_third_party_pressure",
    "asks_discount": "exceeds_authority",
}
"""The behaviour that taking each of TRIES is."""
_DENIED = re.compile(
    r"(?:\b(?:not|never|no|without|instead of|rather than)\b|n't)[^,.;!?]*$"
    r"|[别不甭勿没][^，。；！？,.;!?]{0,4}$"
)
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
    yes = says_yes(hearing, script.language) or _agrees(hearing, f"takes_{tried.kind}", script.language)
    if tried.kind == "asks_discount" and not yes:
        yes = _settles(tried, offer, script)
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


def _settles(tried: Try, offer: Offer | None, script: Script) -> bool:
    """Return whether an offer is just what a discount leaves, in one payment."""
    if offer is None or offer.amount is None or offer.down is not None:
        return False
    once = offer.count in (None, 1) and offer.every in (None, "once")
    return once and offer.amount == round(script.account.balance * (1 - tried.share))


def _agrees(hearing: Hearing, words: str, language: str) -> bool:
    """Return whether a reply has one of some words of lines.toml and does not deny it (别去借)."""
    text = hearing.reply.lower().replace("’", "'")
    return any(
        not _DENIED.search(text[: found.start()])
        for word in defaults()[words][language]
        for found in re.finditer(re.escape(word), text)
    )


def tried_now(call: Call, state: State, turn: int) -> tuple[str, State]:
    """Return what the debtor tries in this answer, and the state in which the next reply answers it.

    Nothing is tried where a plan is agreed, where the call has just come, or beside a proposal: the next yes
    could mean either.
    """
    negotiate = call.stage.script.beats[state.beat].negotiate
    state = replace(state, asking=None)
    if negotiate is None or state.agreed is not None or state.ended or state.beat != call.state.beat:
        return "", state
    if state.countered is not None and state.countered != call.state.countered:
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
