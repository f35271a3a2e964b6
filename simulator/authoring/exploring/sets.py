"""Sets of moods: for each mood the values it may have, as bits 0 to 10, and what conditions make of them."""

from __future__ import annotations

from functools import cache

from simulator.call.mood import Mood
from simulator.call.script import MOODS, Comparison, Condition

Sets = tuple[int, ...]
"""For each mood the values it may have, as bits 0 to 10."""


def judged(when: Condition, sets: Sets, turn: int) -> tuple[bool, bool]:
    """Return whether a condition may hold, and may fail, for moods within `sets` at reply number `turn`."""
    holds, fails = True, False
    for each in when:
        if each.name == "turn":
            true = Mood(5, 5, 5).holds((each,), turn)
            holds, fails = holds and true, fails or not true
        else:
            wanted, given = _values(each), sets[MOODS.index(each.name)]
            holds, fails = holds and bool(given & wanted), fails or bool(given & ~wanted)
    return holds, fails


def narrowed(when: Condition, sets: Sets) -> Sets:
    """Return the moods of `sets` for which a condition holds, as far as it speaks of moods."""
    left = list(sets)
    for each in when:
        if each.name != "turn":
            left[MOODS.index(each.name)] &= _values(each)
    return tuple(left)


@cache
def _values(each: Comparison) -> int:
    """The values from 0 to 10 for which a comparison of a mood holds, as bits."""
    return sum(1 << value for value in range(11) if Mood(value, value, value).holds((each,), 0))


def opposite(each: Comparison) -> Comparison:
    """Return the comparison that holds where this one fails."""
    other = {">=": "<", "<": ">=", "<=": ">", ">": "<=", "==": "!=", "!=": "=="}[each.op]
    return Comparison(each.name, other, each.number)


def moved(sets: Sets, low: list[int], high: list[int]) -> Sets:
    """Return the moods after anything from `low` to `high` was done to each."""
    return tuple(_shifted(one, down, up) for one, down, up in zip(sets, low, high, strict=True))


@cache
def _shifted(values: int, low: int, high: int) -> int:
    """Every value moved by everything from `low` to `high`, kept within 0 to 10."""
    moved = 0
    for value in range(11):
        if values >> value & 1:
            for step in range(low, high + 1):
                moved |= 1 << max(0, min(10, value + step))
    return moved
