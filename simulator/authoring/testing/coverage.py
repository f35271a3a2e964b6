"""Coverage: which parts of a scenario its tests and transcripts reach, and which they never do.

Patterns are heard one by one: a sentence that one pattern of a response hears may leave the others
untried. Everything is measured in the one pass in which the tests are played.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from scoring.evidence import Kind
from simulator.authoring.reading.page import Page
from simulator.authoring.reading.tree import Path
from simulator.authoring.shapes.scenario import BeatShape, ResponseShape, ScenarioShape
from simulator.authoring.testing.scenario_tests import run_tests
from simulator.authoring.testing.transcripts import Transcript, begun
from simulator.call import Call, Stage, reply
from simulator.call.bargain import ANSWERS
from simulator.call.events import Event, HeardEvent
from simulator.hearing import Listening, Target

PARTS = ("beats", "responses", "patterns", "behaviours", "verdicts", "otherwise", "endings")
"""What is told; examples of `like` count as patterns."""
COUNTED = ("beats", "responses", "patterns", "verdicts", "endings")
"""What the percentage is of: behaviours are tested with their packs, and lines of `otherwise` do nothing."""
_LIKE = "\0like"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that tests can reach: which part it belongs to, what it is called, where it stands (`line`
    from 1, `path` into the page) and whether it was reached."""

    part: str
    name: str
    beat: str
    line: int
    path: Path
    reached: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """All items of a scenario in the order of the file."""

    items: tuple[Item, ...]

    def of(self, part: str) -> tuple[int, int]:
        """Return how many items of a part were reached, and how many there are."""
        chosen = [item for item in self.items if item.part == part]
        return sum(item.reached for item in chosen), len(chosen)

    @property
    def missing(self) -> tuple[Item, ...]:
        """What was never reached."""
        return tuple(item for item in self.items if not item.reached)

    @property
    def percent(self) -> float:
        """The share of what is COUNTED that was reached, 100 when there is nothing."""
        shares = [self.of(part) for part in COUNTED]
        return percent(sum(reached for reached, _ in shares), sum(total for _, total in shares))


def as_data(coverage: Coverage) -> dict[str, Any]:
    """Return a coverage as plain JSON data."""
    return {
        "percent": coverage.percent,
        "parts": {
            part: {"reached": reached, "total": total, "percent": percent(reached, total)}
            for part in PARTS
            for reached, total in [coverage.of(part)]
        },
        "missing": [
            {"part": item.part, "name": item.name, "beat": item.beat, "line": item.line}
            for item in coverage.missing
        ],
    }


def percent(reached: int, total: int) -> float:
    """Return a share in percent with one place, rounded down so that only everything is 100."""
    return 100.0 if reached == total else int(1000 * reached / total) / 10


def covered(
    model: ScenarioShape, page: Page, stage: Stage, transcripts: Iterable[Transcript] = ()
) -> Coverage:
    """Return what the tests of a scenario and some transcripts reach."""
    watcher = Watcher(model, page, stage)
    for _ in run_tests(model, stage, watch=watcher.see):
        pass
    for transcript in transcripts:
        watcher.follow(transcript)
    return watcher.coverage()


class Watcher:
    """Sees replies being played and keeps what they reach."""

    def __init__(self, model: ScenarioShape, page: Page, stage: Stage) -> None:
        self._model, self._page, self._stage = model, page, stage
        self._reached: set[Path] = set()
        self._paths = {name: dict(_named(model, name)) for name in model.beats}
        self._fine: dict[str, Listening] = {}

    def follow(self, transcript: Transcript) -> None:
        """See the replies of a transcript."""
        call = begun(transcript, self._stage)
        for one in transcript.replies:
            if call.ended:
                return
            after, events = reply(call, one.you)
            self.see(call, after, events)
            call = after

    def see(self, before: Call, after: Call, events: Sequence[Event]) -> None:
        """See one reply."""
        beat, turn = before.beat, after.turns[-1]
        self._reached |= {("beats", beat.name), ("beats", after.state.beat)}
        if after.ended:
            self._reached.add(("endings", after.state.ended))
        own = self._paths[beat.name]
        heard = {one.name: one for one in turn.heard if one.name in own}
        for name, one in heard.items():
            path, shape = own[name]
            self._reached.add(path)
            said = {*one.behaviours, one.behaviour}
            self._reached |= {(*path, "is", at) for at, name in enumerate(shape.behaviours) if name in said}
        if any(own[name][1].hears or own[name][1].like for name in heard):
            self._patterns(before, turn.reply, heard.keys())
        steers = next((event.steers for event in events if isinstance(event, HeardEvent)), "")
        if beat.negotiate is not None and steers not in heard:
            self._reached.add(("beats", beat.name, "negotiate", steers))
        if not turn.understood and not (turn.possibly and after.state.misses == 1) and beat.otherwise:
            level = (after.state.misses - 1) % len(beat.otherwise)
            self._reached.add(("beats", beat.name, "otherwise", level))

    def _patterns(self, before: Call, text: str, heard: Iterable[str]) -> None:
        """Keep every own pattern and example of the responses heard that would hear this by itself."""
        own = self._paths[before.beat.name]
        listening = self._listening(before)
        hearing = self._stage.ear.hear(text, listening, self._stage.script.setting.date)
        for match in hearing.responses:
            name, _, which = match.name.partition("\0")
            if name not in heard:
                continue
            path, _ = own[name]
            if which == "like":
                like = next(target.like for target in listening.targets if target.name == match.name)
                self._reached.add((*path, "like", like.index(match.because)))
            else:
                self._reached.add((*path, "hears", int(which)))

    def _listening(self, call: Call) -> Listening:
        """The beat's listening with every pattern as a target of its own."""
        beat = call.beat
        if beat.name not in self._fine:
            targets: list[Target] = []
            for one in self._stage.responses(beat):
                targets += [
                    Target(f"{one.name}\0{number}", one.kind, (), (text,), one.excepts)
                    for number, text in enumerate(one.hears)
                ]
                if one.like:
                    targets.append(Target(one.name + _LIKE, one.kind, like=one.like))
            known = self._stage.listening(beat).people
            self._fine[beat.name] = self._stage.ear.listening(tuple(targets), tuple(known))
        return self._fine[beat.name]

    def coverage(self) -> Coverage:
        """Return everything that there is, with what was reached so far."""
        return Coverage(
            tuple(
                Item(part, name, beat, self._line(path), path, path in self._reached)
                for part, name, beat, path in _items(self._model)
            )
        )

    def _line(self, path: Path) -> int:
        tree = self._page.tree
        spot = tree.keys.get(path) or tree.values.get(path)
        return (spot or tree.values[tree.nearest(path)]).line + 1


def _named(model: ScenarioShape, beat: str) -> Iterator[tuple[str, tuple[Path, ResponseShape]]]:
    """Yield the responses that a beat listens for by name, its own last: they replace those of `always`."""
    for index, one in enumerate(model.always):
        yield one.name, (("always", index), one)
    for index, one in enumerate(model.beats[beat].responses):
        yield one.name, (("beats", beat, "responses", index), one)


def _items(model: ScenarioShape) -> Iterator[tuple[str, str, str, Path]]:
    """Yield (part, name, beat, path) of everything that can be reached."""
    for index, one in enumerate(model.always):
        yield from _of_response(one, "", ("always", index))
    for name, beat in model.beats.items():
        yield "beats", name, name, ("beats", name)
        for index, one in enumerate(beat.responses):
            yield from _of_response(one, name, ("beats", name, "responses", index))
        yield from _of_beat(beat, name)
    for name in model.endings:
        yield "endings", name, "", ("endings", name)


def _of_response(one: ResponseShape, beat: str, path: Path) -> Iterator[tuple[str, str, str, Path]]:
    yield "responses", one.name, beat, path
    for index, name in enumerate(one.behaviours):
        yield "behaviours", f"{one.name}: {name}", beat, (*path, "is", index)
    for index, text in enumerate(one.hears):
        yield "patterns", text, beat, (*path, "hears", index)
    if one.kind not in (Kind.BAD, Kind.BREACH):  # of a bad response an example never decides
        for index, text in enumerate(one.like):
            yield "patterns", text, beat, (*path, "like", index)


def _of_beat(beat: BeatShape, name: str) -> Iterator[tuple[str, str, str, Path]]:
    if beat.negotiate is not None:
        for verdict in ANSWERS:
            if getattr(beat.negotiate, verdict) is not None:
                yield "verdicts", verdict, name, ("beats", name, "negotiate", verdict)
    for index, text in enumerate(beat.otherwise):
        yield "otherwise", text, name, ("beats", name, "otherwise", index)
