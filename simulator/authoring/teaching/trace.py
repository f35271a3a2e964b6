"""Trace: everything that one reply came to and why, for `try`, failing tests and the trainer's screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from scoring.evidence import Heard, Kind, Span
from simulator.authoring.teaching.nearness import Near, near_misses
from simulator.authoring.teaching.noticed import Noticed
from simulator.authoring.teaching.slips import Slip, slips
from simulator.call import Call, judge, reply
from simulator.call.events import BreachEvent, CoachEvent, Ended, OfferEvent, Says
from simulator.call.mood import Mood
from simulator.call.script import Response
from simulator.call.showing import offer_terms
from simulator.call.understanding import Understanding, understand
from simulator.call.weighing import Verdict
from simulator.text import clean

RULES = ("breach", "offer", "own", "pack", "nothing")
"""Which rule of steering decided, in the order in which they are asked (simulator.call.steering)."""


@dataclass(frozen=True, slots=True)
class Sign(Noticed):
    """One thing that was heard: a response of the beat (`own`), or a behaviour that none answers for.

    `because` is the pattern or example that heard it, `behaviour` the pack that this belongs to, if it
    is not the beat's own. `points` are what the response is worth.
    """

    how: str
    because: str
    behaviour: str
    own: bool
    sureness: float = 1.0
    points: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Taken(Noticed):
    """What scope took back: why ("negated", "quoted" …) and the words that did it."""

    because: str
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class Trace:
    """One reply, explained.

    `tokens` are the words as heard, `slips` those that were repaired. `terms` are the offer
    as plain data (money in minor units) and `verdict` what the debtor does with it. `rule` is one of
    RULES. `points` are what the reply changed on the sheet, by competency, `breaches` the titles of
    the rules it broke. `place` is the beat or ending afterwards.
    """

    beat: str
    you: str
    language: str
    tokens: tuple[str, ...]
    slips: tuple[Slip, ...]
    heard: tuple[Sign, ...]
    near: tuple[Near, ...]
    cancelled: tuple[Taken, ...]
    terms: Mapping[str, Any] | None
    verdict: str
    steers: str
    rule: str
    debtor: str
    says: tuple[str, ...]
    coach: tuple[str, ...]
    before: Mood
    mood: Mood
    points: Mapping[str, int]
    breaches: tuple[str, ...]
    place: str
    ended: bool
    understood: bool


def traced(call: Call, text: str) -> tuple[Call, Trace]:
    """Return the call after a reply, and the reply explained. A call that has ended must not be traced."""
    text = clean(text).strip()
    said = understand(call, text)
    after, events = reply(call, text)
    titles = {name: advice.title for name, advice in call.stage.advice.items()}
    state = after.state
    return after, Trace(
        beat=call.state.beat,
        you=text,
        language=call.stage.script.language,
        tokens=said.hearing.tokens,
        slips=slips(text, said.hearing.tokens),
        heard=_heard(said, titles),
        near=near_misses(call, said),
        cancelled=tuple(
            Taken(
                one.match.name,
                titles.get(one.match.name, one.match.name),
                one.match.kind,
                one.match.span,
                one.match.words,
                one.match.because,
                one.why,
                one.by,
            )
            for one in said.hearing.cancelled
        ),
        terms=offer_terms(said.offer, call.stage.script) if said.offer is not None else None,
        verdict=said.verdict.name if said.verdict is not None else "",
        steers=said.steering.name if said.steering is not None else "",
        rule=_rule(said),
        debtor=call.stage.script.persona.name,
        says=tuple(event.text for event in events if isinstance(event, (Says, Ended)) and event.text),
        coach=tuple(event.text for event in events if isinstance(event, CoachEvent)),
        before=call.state.mood,
        mood=state.mood,
        points=_points(call, after),
        breaches=tuple(event.title for event in events if isinstance(event, BreachEvent)),
        place=state.ended or state.beat,
        ended=after.ended,
        understood=said.understood,
    )


def as_data(trace: Trace) -> dict[str, Any]:
    """Return a trace as plain JSON data."""
    return {each.name: _plain(getattr(trace, each.name)) for each in fields(trace)}


def offer_event(trace: Trace) -> OfferEvent | None:
    """Return the offer of a trace as the shells show it."""
    return OfferEvent(0, dict(trace.terms), trace.verdict) if trace.terms is not None else None


def _heard(said: Understanding, titles: Mapping[str, str]) -> tuple[Sign, ...]:
    own = {heard.name for _, heard in said.responses}
    signs = [_sign(heard, heard.name in own, titles) for heard in said.heard if heard.how != "offer"]
    return tuple(sorted(signs, key=lambda one: (not one.own, list(Kind).index(one.kind))))


def _sign(heard: Heard, own: bool, titles: Mapping[str, str]) -> Sign:
    return Sign(
        name=heard.name,
        title=titles.get(heard.name, heard.name),
        kind=heard.kind,
        span=heard.span,
        words=heard.words,
        how=heard.how,
        because=heard.because,
        behaviour=heard.behaviour or "",
        own=own,
        sureness=heard.sureness,
        points=dict(heard.points),
    )


def _rule(said: Understanding) -> str:
    steering = said.steering
    if steering is None:
        return "nothing"
    if isinstance(steering, Verdict):
        return "offer"
    if steering.kind is Kind.BREACH:
        return "breach"
    return "own" if isinstance(steering, Response) else "pack"


def _points(before: Call, after: Call) -> dict[str, int]:
    """What one reply changed on the sheet; the checks of the plan come at the end of a call, not here."""
    was = {
        each.name: sum(line.points for line in each.lines if line.source != "plan")
        for each in judge(before).competencies
    }
    now = {
        each.name: sum(line.points for line in each.lines if line.source != "plan")
        for each in judge(after).competencies
    }
    changes = {name: points - was.get(name, 0) for name, points in now.items()}
    return {name: change for name, change in changes.items() if change}


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value


__all__ = ["RULES", "Near", "Sign", "Slip", "Taken", "Trace", "as_data", "offer_event", "traced"]
