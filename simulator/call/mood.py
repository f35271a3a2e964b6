"""The debtor's mood: three numbers from 0 to 10, how they move and what they are called."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from simulator.call.script import Condition

MOST_IN_ONE_TURN = 5
"""No single reply moves one mood by more than this."""

_OPERATORS: dict[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
    "!=": operator.ne,
}


@dataclass(frozen=True, slots=True)
class Mood:
    """Anger, trust and openness, each from 0 to 10."""

    anger: int
    trust: int
    openness: int

    @classmethod
    def of(cls, values: Mapping[str, int]) -> Mood:
        """Return the mood of `values`, clamped; a mood that is not named is 5."""
        return cls(*(_clamp(values.get(name, 5)) for name in ("anger", "trust", "openness")))

    @property
    def band(self) -> str:
        """Return the band that decides how the person talks: furious, tense or calm."""
        if self.anger >= 7:
            return "furious"
        return "tense" if self.anger >= 4 else "calm"

    def moved(self, effects: Iterable[Mapping[str, int]]) -> Mood:
        """Return the mood after all `effects` of one reply, each mood by at most MOST_IN_ONE_TURN."""
        total = {"anger": 0, "trust": 0, "openness": 0}
        for effect in effects:
            for name, amount in effect.items():
                total[name] += amount
        capped = {
            name: max(-MOST_IN_ONE_TURN, min(MOST_IN_ONE_TURN, amount)) for name, amount in total.items()
        }
        return Mood(
            _clamp(self.anger + capped["anger"]),
            _clamp(self.trust + capped["trust"]),
            _clamp(self.openness + capped["openness"]),
        )

    def holds(self, condition: Condition, turn: int) -> bool:
        """Return whether every comparison of `condition` holds now; the empty condition does."""
        values = {"anger": self.anger, "trust": self.trust, "openness": self.openness, "turn": turn}
        return all(_OPERATORS[each.op](values[each.name], each.number) for each in condition)


def _clamp(value: int) -> int:
    return max(0, min(10, value))
