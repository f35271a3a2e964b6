"""Transcripts: calls kept beside a scenario with every decision in them, and no prose of the debtor.

They are recorded and blessed, not written by hand: what changes in a later version is shown, and
somebody says whether that is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.authoring.teaching.trace import Trace, traced
from simulator.authoring.testing.scenario_tests import call_at
from simulator.call import Call, Stage
from simulator.errors import CannotPlay

DECISIONS = ("heard", "steers", "beat", "mood", "points", "ends")
"""What is compared, in the order in which it is told. What only came near decides nothing."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about one reply; `heard` is None where nobody has looked yet."""

    you: str
    heard: tuple[str, ...] | None = None
    steers: str = ""
    beat: str = ""
    mood: Mapping[str, int] | None = None
    points: Mapping[str, int] | None = None
    ends: str = ""


@dataclass(frozen=True, slots=True)
class Transcript:
    """A call as it was decided; `beat`, `mood` and `plan` are how it began."""

    path: Path
    scenario: str
    language: str
    replies: tuple[Decided, ...]
    beat: str = ""
    mood: Mapping[str, int] | None = None
    plan: bool = False

    @property
    def name(self) -> str:
        """What people call it: its file's name without the id of the scenario."""
        return self.path.stem.removeprefix(f"{self.scenario}.")


@dataclass(frozen=True, slots=True)
class Difference:
    """One decision of a reply (from 1) that is not what it was; `was` is "" where it was not yet blessed."""

    reply: int
    you: str
    what: str
    was: str
    now: str


def beside(scenario: Path) -> tuple[Transcript, ...]:
    """Return the transcripts of a scenario file by name; raises Unreadable for a broken one."""
    from simulator.authoring.testing.transcript_files import files_beside, read_transcript

    return tuple(read_transcript(path) for path in files_beside(scenario))


def begun(transcript: Transcript, stage: Stage) -> Call:
    """Return the call that a transcript begins with; raises CannotPlay for a beat that is gone."""
    return call_at(stage, transcript.beat or None, transcript.mood, transcript.plan)


def played(transcript: Transcript, stage: Stage) -> Transcript:
    """Return the same replies as they are decided now; replies after the end are left out."""
    return recorded(
        transcript.path,
        stage,
        [one.you for one in transcript.replies],
        transcript.beat,
        transcript.mood,
        transcript.plan,
    )


def recorded(
    path: Path,
    stage: Stage,
    replies: Iterable[str],
    beat: str = "",
    mood: Mapping[str, int] | None = None,
    plan: bool = False,
) -> Transcript:
    """Return the transcript of some replies to a scenario, to be kept at `path`."""
    script = stage.script
    call = call_at(stage, beat or None, mood, plan)
    decided = []
    for text in replies:
        if call.ended:
            break
        call, trace = traced(call, text)
        decided.append(_decided(trace))
    if not decided:
        raise CannotPlay("Transcript", f"{path}: nothing was said.")
    return Transcript(path, script.id, script.language, tuple(decided), beat, dict(mood or {}), plan)


def _decided(trace: Trace) -> Decided:
    mood = {name: getattr(trace.mood, name) for name in ("anger", "trust", "openness")}
    return Decided(
        you=trace.you,
        heard=tuple(dict.fromkeys(sign.name for sign in trace.heard)),
        steers=trace.steers,
        beat="" if trace.ended else trace.place,
        mood=mood,
        points=dict(trace.points),
        ends=trace.place if trace.ended else "",
    )


def differences(was: Transcript, now: Transcript) -> tuple[Difference, ...]:
    """Return every decision that changed, reply by reply."""
    found = []
    for number, old in enumerate(was.replies, 1):
        if number > len(now.replies):
            found.append(Difference(number, old.you, "you", "", now.replies[-1].ends))
            break
        new = now.replies[number - 1]
        for what in DECISIONS:
            before, after = getattr(old, what), getattr(new, what)
            if old.heard is None or _same(before) != _same(after):
                found.append(Difference(number, old.you, what, shown(before), shown(after)))
    return tuple(one for one in found if one.was != one.now or one.what == "you")


def _same(value: object) -> object:
    if isinstance(value, tuple):
        return frozenset(value)
    return dict(value) if isinstance(value, Mapping) else value or ""


def shown(value: object) -> str:
    """Return a decision as text."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {number}" for name, number in value.items())
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")
