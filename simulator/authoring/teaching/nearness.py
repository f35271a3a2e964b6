"""What came near a response and by how much: examples that were alike, patterns of which parts were said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.evidence import Heard, Kind, Span
from simulator.authoring.teaching.bars import needed
from simulator.authoring.teaching.noticed import Noticed
from simulator.authoring.teaching.pieces import pieces
from simulator.call import Call
from simulator.call.understanding import Understanding
from simulator.hearing import Target

MOST = 3
"""Patterns that are told of, those of which most was said first."""
HALF = 0.5
"""The share of a pattern's parts that must have been said before it came near."""


@dataclass(frozen=True, slots=True)
class Near(Noticed):
    """One thing that came near, and what was wanting.

    `how` is "example" or "pattern" and `because` which one; "order" for a pattern whose parts were all
    said, but not as it wants them, and "condition" for a response that was heard while its `if` or
    `needs_plan` did not hold. `sureness` (0 to 1) is how alike, or how much of the pattern was said, and
    `needed` what would have been enough; None where only a pattern can decide (bad and breach).
    `lacking` are the parts of the pattern that were not said.
    """

    how: str
    because: str
    sureness: float
    needed: float | None
    lacking: tuple[str, ...] = ()


def near_misses(call: Call, said: Understanding) -> tuple[Near, ...]:
    """Return what came near in a reply: what the ear says so of, then the beat's own patterns."""
    alike = tuple(_alike(call, said, heard) for heard in said.near)
    return (*alike, *_held_back(said), *_patterns(call, said))


def _held_back(said: Understanding) -> list[Near]:
    """The responses that the ear heard and the call did not take, as their conditions do not hold."""
    heard = {response.name for response, _ in said.responses}
    return [
        Near(one.name, one.name, one.kind, one.span, one.words, "condition", one.because, 1.0, 1.0)
        for one in said.hearing.responses
        if one.name not in heard
    ]


def _alike(call: Call, said: Understanding, heard: Heard) -> Near:
    advice = call.stage.advice.get(heard.name)
    return Near(
        heard.name,
        advice.title if advice else heard.name,
        heard.kind,
        heard.span,
        heard.words,
        heard.how,
        heard.because,
        heard.sureness,
        needed(call, said.hearing, heard),
    )


def _patterns(call: Call, said: Understanding) -> list[Near]:
    """The own patterns of responses not heard of which half or more was said."""
    heard = {response.name for response, _ in said.responses}
    heard |= {one.match.name for one in said.hearing.cancelled}
    heard |= {one.name for one in said.hearing.responses}
    waiting = [one for one in call.stage.responses(call.beat) if one.hears and one.name not in heard]
    wanted = {piece for one in waiting for text in one.hears for piece in pieces(text)}
    if not wanted:
        return []
    found = _said(call, said.hearing.reply, sorted(wanted))
    nearest: list[tuple[float, int, Near]] = []
    for order, one in enumerate(waiting):
        best: tuple[float, Near] | None = None
        for text in one.hears:
            parts = pieces(text)
            lacking = tuple(part for part in parts if part not in found)
            share = round(1 - len(lacking) / len(parts), 3)
            if share >= HALF and (best is None or share > best[0]):
                spans = [found[part] for part in parts if part in found]
                span = Span(min(each.start for each in spans), max(each.end for each in spans))
                words = said.hearing.reply[span.start : span.end]
                how = "pattern" if lacking else "order"
                near = Near(one.name, one.name, one.kind, span, words, how, text, share, 1.0, lacking)
                best = share, near
        if best is not None:
            nearest.append((-best[0], order, best[1]))
    return [near for _, _, near in sorted(nearest, key=lambda each: each[:2])[:MOST]]


def _said(call: Call, reply: str, wanted: list[str]) -> Mapping[str, Span]:
    """Return which pieces of patterns stand in a reply, and where."""
    stage = call.stage
    targets = tuple(Target(piece, Kind.GOOD, hears=(piece,)) for piece in wanted)
    listening = stage.ear.listening(targets)
    hearing = stage.ear.hear(reply, listening, stage.script.setting.date)
    spans = {one.match.name: one.match.span for one in hearing.cancelled if one.match.name in wanted}
    return spans | {match.name: match.span for match in hearing.responses}
