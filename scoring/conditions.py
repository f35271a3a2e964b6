"""Conditions of rules on the state of a call, as a compliance officer writes them, in three values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scoring.standing import COUNTERS, DERIVED, FLAGS, TEXTS, Standing, clock, within

_HOURS = re.compile(r"local_time (\d{1,2}:\d\d) to (\d{1,2}:\d\d)")
_COUNT = re.compile(r"(\w+) *(>=|<=|>|<|=) *(\d+)")
_IS = re.compile(r"(\w+) is (not )?([\w|]+)")
_AND = re.compile(r"\s+and\s+")


class ConditionError(ValueError):
    """A condition that cannot be read: `part` is the piece, `name` the word that is not known."""

    def __init__(self, part: str, name: str = "") -> None:
        super().__init__(f"{part!r} is no condition")
        self.part, self.name = part, name


@dataclass(frozen=True, slots=True)
class Test:
    """One piece of a condition: a fact, a time of day, a counter or a word of the file."""

    __test__ = False  # no test of pytest's

    name: str
    sign: str = ""
    value: str = ""
    negated: bool = False

    def holds(self, standing: Standing) -> bool | None:
        """Return whether it is so, None when that cannot be known."""
        if self.sign not in ("", "to", "is") and standing.number(self.name) is None:
            return False  # nobody has counted, whichever way it is asked
        found = self._plain(standing)
        return found if found is None or not self.negated else not found

    def _plain(self, standing: Standing) -> bool | None:
        if self.sign == "":
            return standing.fact(self.name)
        if self.sign == "to":
            first, _, last = self.value.partition(" ")
            if standing.minute is None:
                return None
            return within(standing.minute, clock(first), clock(last))
        if self.sign == "is":
            text = standing.text(self.name)
            return text in self.value.split("|") if text else None
        count, bar = standing.number(self.name) or 0, int(self.value)
        return {
            ">": count > bar,
            "<": count < bar,
            ">=": count >= bar,
            "<=": count <= bar,
            "=": count == bar,
        }[self.sign]


Condition = tuple[tuple[Test, ...], ...]
"""Any of several rows, of which all pieces must hold; empty: always."""


def holds(condition: Condition, standing: Standing) -> bool | None:
    """Return whether a condition holds, None when that hangs on something unknown; an empty one does."""
    if not condition:
        return True
    return either(all_of(test.holds(standing) for test in row) for row in condition)


def all_of(values: Iterable[bool | None]) -> bool | None:
    """Return whether all hold: one that does not settles it, else one unknown leaves it open."""
    known = list(values)
    return False if False in known else None if None in known else True


def either(values: Iterable[bool | None]) -> bool | None:
    """Return whether any holds: one that does settles it, else one unknown leaves it open."""
    known = list(values)
    return True if True in known else None if None in known else False


def true_row(condition: Condition, standing: Standing) -> tuple[Test, ...]:
    """Return the first row that holds, else the first that may: what made a condition so."""
    for wanted in (True, None):
        for row in condition:
            if all_of(test.holds(standing) for test in row) is wanted:
                return row
    return ()


def read(texts: str | Iterable[str], facts: Iterable[str] = ()) -> Condition:
    """Read conditions, any of which is enough; `facts` are known beside those of every call.

    Raises ConditionError.
    """
    known = {*FLAGS, *DERIVED, *facts}
    rows = [texts] if isinstance(texts, str) else list(texts)
    return tuple(tuple(_test(part, known) for part in _AND.split(row.strip())) for row in rows)


def _test(part: str, known: set[str]) -> Test:
    text = part.strip()
    negated = text.startswith("not ")
    text = text.removeprefix("not ").strip()
    if found := _HOURS.fullmatch(text):
        try:
            clock(found[1]), clock(found[2])
        except ValueError:
            raise ConditionError(part) from None
        return Test("local_time", "to", f"{found[1]} {found[2]}", negated)
    if (found := _COUNT.fullmatch(text)) and found[1] in COUNTERS:
        return Test(found[1], found[2], found[3], negated)
    if (found := _IS.fullmatch(text)) and found[1] in TEXTS:
        return Test(found[1], "is", found[3], negated != bool(found[2]))
    if text in known:
        return Test(text, negated=negated)
    raise ConditionError(part, text)
