"""The tests inside scenario files, played by the engine: what failed, and what was heard instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from scoring.plan import Offer
from simulator.authoring.shapes.scenario import ScenarioShape, StepShape, TestShape
from simulator.authoring.shapes.values import read_condition
from simulator.authoring.teaching.trace import Trace, traced
from simulator.call import Call, Stage, reply, start
from simulator.call.events import Ended, Event, HeardEvent, Says

SEED = 1
"""Tests always play with the same dice; what is heard and where it goes does not depend on them."""
Watch = Callable[[Call, Call, tuple[Event, ...]], None]
"""Sees a step: the call before it, the call after it and what happened."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One expectation that did not come true.

    `wanted` is the key of the step ("hits", "goes" …), `expected` what it asked for and `found` what
    was there; `heard`, `possibly` and `cancelled` say what the reply was heard as, `trace` why. There is
    no trace of a step that came after the end.
    """

    step: int
    you: str
    wanted: str
    expected: str
    found: str
    heard: tuple[str, ...] = ()
    possibly: tuple[str, ...] = ()
    cancelled: tuple[str, ...] = ()
    trace: Trace | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one test of a scenario went."""

    name: str
    failures: tuple[Failure, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every expectation came true."""
        return not self.failures


def run_tests(
    shape: ScenarioShape, stage: Stage, only: str = "", watch: Watch | None = None
) -> Iterator[Outcome]:
    """Play the tests of a scenario; `only` picks those whose name holds it, `watch` sees every step."""
    for name, test in shape.tests.items():
        if only in name:
            yield Outcome(name, tuple(_failures(test, stage, watch)))


def opening(test: TestShape, stage: Stage) -> Call:
    """Return the call that a test begins with."""
    given = test.with_
    mood = {
        name: value for name in ("anger", "trust", "openness") if (value := getattr(given, name)) is not None
    }
    return call_at(stage, test.from_, mood, given.plan)


def call_at(
    stage: Stage,
    beat: str | None = None,
    mood: Mapping[str, int] | None = None,
    plan: bool = False,
    mode: str = "exam",
) -> Call:
    """Return a call that begins at a beat in a mood, perhaps with a plan agreed already."""
    call, _ = start(stage, seed=SEED, mode=mode, beat=beat, mood=mood)
    if plan:
        call = replace(call, state=replace(call.state, agreed=_agreed(stage), terms=_agreed(stage)))
    return call


def _agreed(stage: Stage) -> Offer:
    """Terms that anybody would call agreed: what the household can pay, on the day that money comes."""
    household, authority = stage.script.household, stage.script.authority
    count = authority.instalments[1] if authority.instalments else 12
    amount = (
        household.affordable if household and household.affordable else stage.script.account.balance // count
    )
    day = household.payday if household and household.payday else 1
    return Offer(amount=amount, every="month", day=day)


def _failures(test: TestShape, stage: Stage, watch: Watch | None) -> Iterator[Failure]:
    call = opening(test, stage)
    for number, step in enumerate(test.steps, 1):
        if call.ended:
            yield Failure(number, step.you, "you", step.you, call.state.ended)
            return
        after, events = reply(call, step.you)
        if watch is not None:
            watch(call, after, events)
        if failures := list(_judge(number, step, after, events)):
            _, trace = traced(call, step.you)
            yield from (replace(one, trace=trace) for one in failures)
        call = after


def _judge(number: int, step: StepShape, call: Call, events: tuple[Event, ...]) -> Iterator[Failure]:
    heard_event = next((event for event in events if isinstance(event, HeardEvent)), None)
    turn = call.turns[-1]
    heard = {name for one in turn.heard for name in (one.name, *one.behaviours, one.behaviour or "")}
    heard |= {one.name for one in heard_event.behaviours} if heard_event else set()
    near = {name for one in turn.possibly for name in (one.name, one.behaviour or "")}
    steers = heard_event.steers if heard_event else ""
    said = " ".join(event.text for event in events if isinstance(event, (Says, Ended)))
    place = call.state.ended or call.state.beat
    what = _described(heard_event)

    def failed(wanted: str, expected: str, found: str) -> Failure:
        return Failure(number, step.you, wanted, expected, found, *what)

    for name in step.hits:
        if name not in heard:
            yield failed("hits", name, "")
    for name in step.misses:
        if name in heard:
            yield failed("misses", name, name)
    for name in step.possibly:
        if name not in near:
            yield failed("possibly", name, "")
    for wanted, expected in (("goes", step.goes), ("stays", step.stays), ("ends", step.ends)):
        if expected and expected != place:
            yield failed(wanted, expected, place)
    for text in step.mood:
        if not call.state.mood.holds(read_condition(text), len(call.turns)):
            mood = call.state.mood
            found = f"anger {mood.anger}, trust {mood.trust}, openness {mood.openness}"
            yield failed("mood", text, found)
    for text in step.says:
        if text not in said:
            yield failed("says", text, said)
    if step.steers and step.steers != steers:
        yield failed("steers", step.steers, steers)


def _described(event: HeardEvent | None) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What a reply was heard as, each with the words that were the evidence."""
    if event is None:
        return (), (), ()
    heard = [f"{one.name} ({one.kind}) “{one.words}”" for one in (*event.responses, *event.behaviours)]
    near = [f"{one.name} “{one.words}”" for one in event.possibly]
    cancelled = [f"{one.name} “{one.words}” ({why})" for one, why in event.cancelled]
    return tuple(dict.fromkeys(heard)), tuple(dict.fromkeys(near)), tuple(dict.fromkeys(cancelled))
