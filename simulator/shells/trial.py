"""A trial: a call that an author plays to see what a scenario does, replayed whenever its file is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from simulator.authoring.testing.remembering import remembering
from simulator.call import Action, Call, Stage, act, start
from simulator.call.events import Event
from simulator.errors import CannotPlay
from simulator.records import Records
from simulator.shells.meaning import Misses
from simulator.shells.session import Events, Opening, Session, record


@dataclass(frozen=True, slots=True)
class Differs:
    """The first reply that the new version takes otherwise.

    `what` is "ends" (the call is over with it), "goes" (another place) or "heard"; `was` and `now`
    are names of places or of what was heard, "" for nothing.
    """

    reply: int
    what: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Rerun:
    """The same inputs on a new version: what happened, how many were replayed, which came after its end."""

    events: tuple[Event, ...]
    replies: int
    left: tuple[str, ...] = ()
    differs: Differs | None = None


class Trial(Session):
    """A call that is kept only once it has ended, marked as a trial, with the version it ended on."""

    def __init__(
        self, call: Call, records: Records, trainee: str, opening: Mapping[str, Any], first: tuple[Event, ...]
    ) -> None:
        super().__init__(call, records, "", misses=Misses.usual(trainee, author=True), file=opening["file"])
        self._trainee = trainee
        self._opening = dict(opening)
        self._first = first
        self._waiting: list[tuple[Action, tuple[Event, ...]]] = []
        self._written = False

    @classmethod
    def _staged(cls, stage: Stage, mode: str) -> Stage:
        """An ear that remembers; raises CannotPlay for an exam, which is played as it stands."""
        if mode == "exam":
            raise CannotPlay(
                "Exam", "an exam is played from a file that stays as it is.", "Leave out --watch."
            )
        return remembering(stage)

    @classmethod
    def _begun(cls, call: Call, events: Events, records: Records, trainee: str, opening: Opening) -> Self:
        """Nothing is recorded before the trial has ended."""
        return cls(call, records, trainee, {**opening, "trial": True}, events)

    @property
    def beat(self) -> str:
        """The beat that the trial was started at, "" for the scenario's own start."""
        return self._opening["beat"] or ""

    @property
    def mood(self) -> Mapping[str, int]:
        """The mood that the trial was started with, where it is not the persona's."""
        mood: Mapping[str, int] = self._opening["mood"]
        return mood

    @property
    def replies(self) -> tuple[str, ...]:
        """What was said so far and not taken back."""
        return tuple(turn.reply for turn in self.call.turns if turn.reply)

    def restage(self, stage: Stage) -> Rerun:
        """Play the same inputs on another version and go on from there.

        Raises CannotPlay, and leaves everything as it was, when the call could not begin there.
        """
        old = self.call
        call, first = start(stage, old.seed, old.mode, self._opening["beat"], self._opening["mood"])
        events, waiting = list(first), []
        actions: list[Action] = [
            ("reply", turn.reply) if turn.reply else ("hang_up", "") for turn in old.turns
        ]
        for action in actions:
            if call.ended:
                break
            call, more = act(call, action)
            events += more
            waiting.append((action, more))
        self.call, self._first, self._waiting, self._written = call, first, waiting, False
        if call.ended and not old.ended:  # what had ended before is kept already, as it was played
            self._write()
        left = tuple(text for kind, text in actions[len(waiting) :] if kind == "reply")
        return Rerun(tuple(events), len(waiting), left, differs(old, call))

    def _keep(self, action: Action, events: tuple[Event, ...]) -> None:
        if self._written:
            super()._keep(action, events)
            return
        if action[0] == "undo" and self._waiting:
            self._waiting.pop()
        else:
            self._waiting.append((action, events))
        if any(event.event == "sheet" for event in events):
            self._write()

    def _write(self) -> None:
        """Record everything so far."""
        self.id = record(self.call, self._first, self._records, self._trainee, self._opening)
        self._written, self._actions = True, 0
        for action, events in self._waiting:
            super()._keep(action, events)
        self._waiting = []


def differs(old: Call, new: Call) -> Differs | None:
    """Return the first reply of a call that another version takes otherwise; None when all went the same."""
    for index in range(min(len(old.turns), len(new.turns))):
        was, now = _place(old, index), _place(new, index)
        if was != now:
            ends = new.ended and index == len(new.turns) - 1
            return Differs(index + 1, "ends" if ends else "goes", was, now)
        heard, hears = _heard(old, index), _heard(new, index)
        if heard != hears:
            return Differs(index + 1, "heard", heard, hears)
    return None


def _place(call: Call, index: int) -> str:
    """Where the call stood after a reply: the next beat or the ending."""
    if index + 1 < len(call.turns):
        return call.turns[index + 1].beat
    return call.state.ended or call.state.beat


def _heard(call: Call, index: int) -> str:
    return ", ".join(dict.fromkeys(one.name for one in call.turns[index].heard))
