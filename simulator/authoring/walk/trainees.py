"""Simulated trainees: how each kind of person picks the next sentence, by the dice of one call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from simulator.authoring.walk.material import Sentence, recap
from simulator.call import Call

TRAINEES = ("kind", "pushy", "clumsy", "silent", "learning")
"""kind says what is good; pushy threatens and demands; clumsy says anything, also two things at once;
silent hardly says a word; learning begins like pushy and gets better after every fault."""

_HABITS: Mapping[str, Mapping[str, int]] = {
    "kind": {"model": 66, "good": 27, "two": 5, "nothing": 2},
    "pushy": {"bad": 72, "good": 18, "model": 4, "nothing": 6},
    "pushing": {"bad": 35, "good": 45, "model": 15, "nothing": 5},
    "clumsy": {"good": 30, "nothing": 25, "two": 15, "bad": 15, "model": 15},
    "silent": {"nothing": 72, "good": 18, "model": 10},
    "learnt": {"model": 45, "good": 40, "two": 5, "bad": 5, "nothing": 5},
    "beginner": {"bad": 50, "good": 25, "nothing": 15, "model": 10},
}
PAIRS = 16
"""Replies with two things in them, for each beat."""
_TRIES = 3
"""Sentences drawn at a time, of which the one least said so far is taken: rare ones get their turn."""


@dataclass(slots=True)
class Said:
    """What can be said at each beat, sorted by how it can be chosen, and how often it was, over all calls."""

    sentences: Mapping[str, Sequence[Sentence]]
    count: Counter[tuple[str, str]] = field(default_factory=Counter)
    _sorted: dict[tuple[str, str], Sequence[Sentence]] = field(default_factory=dict)

    def fitting(self, beat: str, what: str) -> Sequence[Sentence]:
        """Return the sentences of a beat that are "model", "good", "bad", "nothing" or "two" at once."""
        if (beat, what) not in self._sorted:
            known = self.sentences[beat]
            if what == "two":
                self._sorted[beat, what] = _pairs(beat, self.fitting(beat, "good"), known)
            else:
                self._sorted[beat, what] = [one for one in known if _fits(one, what)] or known
        return self._sorted[beat, what]


class Trainee:
    """One simulated trainee in one call."""

    def __init__(self, kind: str, dice: Random, said: Said) -> None:
        self.kind = kind
        self._dice = dice
        self._said = said
        self._faults = 0
        self._mild = dice.random() < 0.5
        """Half of the pushy ones push only now and then, and so come further."""

    def next(self, call: Call) -> str:
        """Return what this trainee says now."""
        if call.turns and any(one.kind in ("bad", "breach") for one in call.turns[-1].heard):
            self._faults += 1
        name = call.state.beat
        habits = _HABITS[self._habit()]
        what = self._dice.choices(tuple(habits), tuple(habits.values()))[0]
        again = recap(call) if any(one.needs_plan for one in call.beat.responses) else ""
        if again and what in ("model", "good", "two") and self._dice.random() < 0.7:
            return again
        if what == "model" and call.beat.model and all(turn.beat != name for turn in call.turns):
            return call.beat.model  # the answer that the author wrote comes first: openings have an order
        return self._pick(name, what)

    def _habit(self) -> str:
        if self.kind != "learning":
            return "pushing" if self.kind == "pushy" and self._mild else self.kind
        return "learnt" if self._dice.random() < min(0.9, 0.15 + 0.3 * self._faults) else "beginner"

    def _pick(self, beat: str, what: str) -> str:
        fitting = self._said.fitting(beat, what)
        drawn = [fitting[int(self._dice.random() * len(fitting))] for _ in range(_TRIES)]
        taken = min(drawn, key=lambda one: self._said.count[beat, one.text])
        self._said.count[beat, taken.text] += 1
        return taken.text


def _pairs(beat: str, good: Sequence[Sentence], known: Sequence[Sentence]) -> Sequence[Sentence]:
    """Replies that say two things: something good and anything else, always the same few for a beat."""
    dice = Random(beat)
    drawn = [(dice.choice(good), dice.choice(known)) for _ in range(PAIRS)]
    return [
        replace(one, text=f"{one.text} {other.text}", source="two")
        for one, other in drawn
        if one is not other
    ] or good


def _fits(sentence: Sentence, what: str) -> bool:
    if what == "model":
        return sentence.source in ("model", "better") and not sentence.faulty
    if what == "good":
        return sentence.kind is not None and not sentence.faulty
    if what == "bad":
        return sentence.faulty
    return sentence.kind is None
