"""What a reply amounts to: everything heard, the offer in it, the debtor's verdict and who steers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from scoring.evidence import Heard, Kind, Span
from scoring.plan import Offer, repeats
from simulator.call import learning, tries
from simulator.call.call import Call
from simulator.call.evidence import as_heard, behaviours_heard, responses_heard
from simulator.call.law import UNSEEN, beyond_authority
from simulator.call.negotiation import says_yes
from simulator.call.offering import PLANS, read_offer
from simulator.call.script import Response
from simulator.call.steering import steers
from simulator.call.weighing import Talks, Verdict, propose, weigh
from simulator.hearing import Hearing

_ASKS = {"invites_proposal", "asks_affordability"}
"""Asking what would be possible is no offer, whatever else is in the reply, as long as no amount is named."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What one reply amounted to, before anything is answered; `taken` that it took what the debtor tried."""

    hearing: Hearing
    responses: tuple[tuple[Response, Heard], ...]
    heard: tuple[Heard, ...]
    near: tuple[Heard, ...]
    offer: Offer | None
    verdict: Verdict | None
    steering: Response | Heard | Verdict | None
    taken: bool = False

    @property
    def understood(self) -> bool:
        """Whether anything at all was heard; a reply that was not is never punished."""
        return bool(self.heard) or self.verdict is not None or self.taken

    @property
    def behaviours(self) -> set[str]:
        """Every behaviour that was heard."""
        return {name for heard in self.heard for name in heard.behaviours}


def understand(call: Call, text: str) -> Understanding:
    """Return what `text` amounts to as an answer to the beat where the call stands."""
    stage = call.stage
    script = stage.script
    hearing = stage.ear.hear(text, stage.listening(call.beat), script.setting.date)
    offer = read_offer(hearing, script, call.beat.negotiate is not None)
    responses = responses_heard(call, hearing, offer)
    answered = {name for _, heard in responses for name in heard.behaviours}
    packed = behaviours_heard(call, hearing, answered)
    beyond = beyond_authority(hearing, offer, script, stage.advice.get("exceeds_authority"))
    silent: list[Heard] = []
    if beyond is not None and beyond.because in UNSEEN:
        silent.append(beyond)
    elif beyond is not None:
        _add(call, beyond, responses, packed)
    taken, harm = tries.taken(call, hearing, offer)
    offer = tries.waived(call, taken, offer)
    if harm is not None and not {*harm.behaviours} & {n for h in packed for n in h.behaviours}:
        _add(call, harm, responses, packed)
    verdict = _verdict(call, hearing, offer, [*packed, *(heard for _, heard in responses)])
    if taken and verdict is not None and (offer is None or not offer.named):
        verdict = None  # the yes was for what the debtor tried
    steering = steers(responses, packed, verdict)
    if verdict is not None and verdict.broad in ("too_much", "counter", "refuse"):  # no praise for it
        packed = [replace(each, coach="") if each.name in PLANS else each for each in packed]
    if verdict is not None and steering is verdict:
        silent += _earned(call, verdict, text)
    return Understanding(
        hearing=hearing,
        responses=tuple(responses),
        heard=(*(heard for _, heard in responses), *packed, *silent),
        near=tuple(as_heard(call, match) for match in hearing.possibly),
        offer=offer,
        verdict=verdict,
        steering=steering,
        taken=taken,
    )


def put(said: Understanding) -> dict[str, Any]:
    """Return how an offer was put, in which words, and what the debtor made of it, as a Turn keeps it."""
    tabled = [each for each in said.hearing.offers if each.act not in ("past", "none")]
    weighed = said.verdict if said.verdict is not None and said.steering is said.verdict else None
    last = tabled[-1] if tabled and said.offer is not None else None
    span = last.span if last is not None else Span(0, 0)
    return {
        "act": last.act if last is not None else "",
        "offer_words": said.hearing.reply[span.start : span.end],
        "verdict": weighed.name if weighed is not None else "",
    }


def _add(call: Call, one: Heard, responses: list[tuple[Response, Heard]], packed: list[Heard]) -> None:
    """Add what only the state of the call shows: as a response of the beat that claims it, else by itself."""
    listened = call.stage.responses(call.beat)
    owner = next((each for each in listened if one.behaviour in each.behaviours), None)
    if owner is None:
        packed.append(one)
        return
    points, coach = owner.score or one.points, owner.coach or one.coach
    responses.append((owner, replace(one, name=owner.name, points=points, coach=coach)))


def _earned(call: Call, verdict: Verdict, text: str) -> list[Heard]:
    """What the beat's entry for a verdict gives or takes, as evidence."""
    bargain = call.beat.negotiate.entry(verdict.name) if call.beat.negotiate is not None else None
    if bargain is None or not bargain.score:
        return []
    kind = Kind.GOOD if verdict.name in ("accept", "proposes") else Kind.OKAY
    if verdict.name == "cornered":
        kind = Kind.BAD
    return [Heard(verdict.name, kind, Span(0, len(text)), text, "offer", points=bargain.score)]


def _verdict(call: Call, hearing: Hearing, offer: Offer | None, heard: list[Heard]) -> Verdict | None:
    negotiate, agreed = call.beat.negotiate, call.state.agreed
    if agreed is not None and any(response.needs_plan for response in call.beat.responses):
        wrong = offer is not None and offer.amount is not None and not repeats(agreed, offer)
        return Verdict("differs", agreed) if wrong else None
    if negotiate is None:
        return None
    state, script = call.state, call.stage.script
    said = {name for each in heard for name in each.behaviours}
    amount = offer is not None and _money(offer)
    agrees = state.countered is not None and ("confirms_plan" in said or says_yes(hearing, script.language))
    asks = not amount and bool(said & _ASKS)
    talks = talks_of(call)
    invited = "invites_proposal" in said or not learning.due(call, state, said)
    if asks and invited and not agrees and state.agreed is None:
        proposed = propose(talks, negotiate, script)
        if proposed is not None:
            return proposed
    named = offer is not None and (amount or offer.dated or offer.every is not None)
    if not agrees and (asks or not (named or said & PLANS)):
        return None
    terms = state.terms.merged(offer) if offer is not None else state.terms
    return weigh(terms, talks, negotiate, script, agrees)


def talks_of(call: Call) -> Talks:
    """Return how the talks of a call stand before the next reply."""
    state = call.state
    return Talks(
        mood=state.mood,
        turn=len(call.turns) + 1,
        countered=state.countered,
        least=state.least,
        refusals=state.refusals.get(state.beat, 0),
        pressed=state.pressed,
        agreed=state.agreed,
    )


def _money(offer: Offer) -> bool:
    """Whether an offer names what is to be paid."""
    return bool(offer.amount or offer.down or offer.rest)
