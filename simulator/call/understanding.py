"""What a reply amounts to: everything heard, the offer in it, the debtor's verdict and who steers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scoring.evidence import Heard, Kind, Span
from scoring.plan import Offer, repeats
from simulator.call import speech
from simulator.call.call import Call
from simulator.call.evidence import as_heard, behaviours_heard, responses_heard
from simulator.call.law import UNSEEN, beyond_authority
from simulator.call.negotiation import PLANS, Verdict, read_offer, says_yes, weigh
from simulator.call.script import Response
from simulator.call.steering import steers
from simulator.hearing import Hearing

_ASKS = {"invites_proposal", "asks_affordability"}
"""Asking what would be possible is no offer, whatever else is in the reply, as long as no amount is named."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What one reply amounted to, before anything is answered."""

    hearing: Hearing
    responses: tuple[tuple[Response, Heard], ...]
    heard: tuple[Heard, ...]
    near: tuple[Heard, ...]
    offer: Offer | None
    verdict: Verdict | None
    steering: Response | Heard | Verdict | None

    @property
    def understood(self) -> bool:
        """Whether anything at all was heard; a reply that was not is never punished."""
        return bool(self.heard) or self.verdict is not None


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
        owner = next((r for r in stage.responses(call.beat) if "exceeds_authority" in r.behaviours), None)
        if owner is not None:
            beyond = replace(beyond, name=owner.name, points=owner.score, coach=owner.coach or beyond.coach)
            responses.append((owner, beyond))
        else:
            packed.append(beyond)
    verdict = _verdict(call, hearing, offer, [*packed, *(heard for _, heard in responses)])
    steering = steers(responses, packed, verdict)
    if verdict is not None and verdict.name in ("too_much", "counter"):  # no praise for what was refused
        packed = [replace(each, coach="") if each.name in PLANS else each for each in packed]
    bargain = speech.bargain_for(call, verdict) if verdict is not None and steering is verdict else None
    if verdict is not None and bargain is not None and bargain.score:
        kind = Kind.GOOD if verdict.name == "accept" else Kind.OKAY
        whole = Span(0, len(text))
        silent.append(Heard(verdict.name, kind, whole, text, "offer", points=bargain.score))
    return Understanding(
        hearing=hearing,
        responses=tuple(responses),
        heard=(*(heard for _, heard in responses), *packed, *silent),
        near=tuple(as_heard(call, match) for match in hearing.possibly),
        offer=offer,
        verdict=verdict,
        steering=steering,
    )


def _verdict(call: Call, hearing: Hearing, offer: Offer | None, heard: list[Heard]) -> Verdict | None:
    negotiate, agreed = call.beat.negotiate, call.state.agreed
    if agreed is not None and any(response.needs_plan for response in call.beat.responses):
        wrong = offer is not None and offer.amount is not None and not repeats(agreed, offer)
        return Verdict("differs", agreed) if wrong else None
    if negotiate is None:
        return None
    state, script = call.state, call.stage.script
    said = {name for each in heard for name in each.behaviours}
    amount = offer is not None and offer.amount is not None
    agrees = state.countered is not None and ("confirms_plan" in said or says_yes(hearing, script.language))
    asks = not amount and bool(said & _ASKS)
    named = offer is not None and (amount or offer.dated or offer.every is not None)
    if not agrees and (asks or not (named or said & PLANS)):
        return None
    terms = state.terms.merged(offer) if offer is not None else state.terms
    refusals = state.refusals.get(state.beat, 0)
    return weigh(terms, state.countered, refusals, negotiate, script, agrees)
