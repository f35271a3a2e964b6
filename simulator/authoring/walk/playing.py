"""Thousands of calls, played by simulated trainees through the real engine, all from one seed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from scoring.evidence import Kind
from simulator.authoring.walk.material import Sentence
from simulator.authoring.walk.trainees import TRAINEES, Said, Trainee
from simulator.call import Call, Stage, reply, start
from simulator.call.events import HeardEvent, SheetEvent

MODE = "exam"
"""Walks play without a coach: what is heard, felt and scored is the same in every mode."""


@dataclass(frozen=True, slots=True)
class Played:
    """One call that a simulated trainee played to its end.

    `seed` and `replies` play it again; `beats` are where each reply was said, `entries` what steered
    there; `reasons` are why it was not passed, as the sheet names them; `faulty` counts replies with
    something bad or a breach, `silent` those in which nothing was understood; `scores` are per
    competency.
    """

    trainee: str
    seed: int
    replies: tuple[str, ...]
    beats: tuple[str, ...]
    entries: tuple[str, ...]
    ending: str
    outcome: str
    overall: int | None
    passed: bool
    conduct: str
    reasons: tuple[str, ...]
    scores: Mapping[str, int | None]
    faulty: int
    silent: int
    heard: frozenset[tuple[str, str]]

    @property
    def clean(self) -> bool:
        """Whether nothing bad was said in it at all."""
        return not self.faulty


def walks(
    stage: Stage,
    sentences: Mapping[str, Sequence[Sentence]],
    runs: int,
    seed: int,
    trainees: Sequence[str] = TRAINEES,
) -> Iterator[Played]:
    """Yield `runs` calls, the trainees in turn; the same seed gives the same calls."""
    said = Said(sentences)
    for number in range(runs):
        kind = trainees[number % len(trainees)]
        own = (seed * 1_000_003 + number) % 1_000_000_000
        trainee = Trainee(kind, Random(f"{seed}/{number}/{kind}"), said)
        yield _play(stage, trainee, own)


def _play(stage: Stage, trainee: Trainee, seed: int) -> Played:
    call, _ = start(stage, seed, MODE)
    entries: list[str] = []
    sheet: Mapping[str, Any] = {}
    while not call.ended:
        call, events = reply(call, trainee.next(call))
        entries.append(next((one.steers for one in events if isinstance(one, HeardEvent)), ""))
        if isinstance(events[-1], SheetEvent):
            sheet = events[-1].sheet
    return _played(trainee.kind, seed, call, tuple(entries), sheet)


def _played(kind: str, seed: int, call: Call, entries: tuple[str, ...], sheet: Mapping[str, Any]) -> Played:
    turns = call.turns
    return Played(
        trainee=kind,
        seed=seed,
        replies=tuple(turn.reply for turn in turns),
        beats=tuple(turn.beat for turn in turns),
        entries=entries,
        ending=call.state.ended,
        outcome=call.state.outcome,
        overall=sheet["overall"],
        passed=sheet["verdict"]["passed"],
        conduct=sheet["verdict"]["conduct"],
        reasons=tuple(sheet["verdict"]["reasons"]),
        scores={name: one["score"] for name, one in sheet["competencies"].items()},
        faulty=sum(any(one.kind in (Kind.BAD, Kind.BREACH) for one in turn.heard) for turn in turns),
        silent=sum(not turn.understood for turn in turns),
        heard=frozenset((turn.beat, one.name) for turn in turns for one in turn.heard),
    )


def again(stage: Stage, seed: int, replies: Sequence[str]) -> Call:
    """Return the call that some replies make, as far as it goes before it ends."""
    call, _ = start(stage, seed, MODE)
    for text in replies:
        if call.ended:
            break
        call, _ = reply(call, text)
    return call
