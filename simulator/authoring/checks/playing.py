"""Playing: the tests of a scenario are played once for all checks, and again only when something changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

from simulator.authoring.checks.subject import Subject
from simulator.authoring.testing.coverage import Coverage, Watcher
from simulator.authoring.testing.scenario_tests import run_tests
from simulator.call import Call
from simulator.call.events import Event

_KEPT = 16
_MEMORY: OrderedDict[Hashable, Played] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Played:
    """What playing showed: the beat at which each step was said, as (test, number from 0, beat), and what
    was reached."""

    steps: tuple[tuple[str, int, str], ...]
    coverage: Coverage


def played(subject: Subject) -> Played:
    """Play the tests and transcripts of a scenario, or remember how they went."""
    stage, transcripts = subject.stage(), subject.transcripts()
    said = tuple((one.path, one.beat, tuple(each.you for each in one.replies)) for one in transcripts)
    key = (subject.script.digest, subject.script.persona.digest, stage.ear.digest, said)
    if key in _MEMORY:
        _MEMORY.move_to_end(key)
        return _MEMORY[key]
    watcher = Watcher(subject.model, subject.page, stage)
    beats: list[str] = []
    steps: list[tuple[str, int, str]] = []

    def watch(before: Call, after: Call, events: tuple[Event, ...]) -> None:
        beats.append(before.state.beat)
        watcher.see(before, after, events)

    for outcome in run_tests(subject.model, stage, watch=watch):
        steps += [(outcome.name, number, beat) for number, beat in enumerate(beats)]
        beats.clear()
    for transcript in transcripts:
        watcher.follow(transcript)
    _MEMORY[key] = Played(tuple(steps), watcher.coverage())
    while len(_MEMORY) > _KEPT:
        _MEMORY.popitem(last=False)
    return _MEMORY[key]
