"""Household: what comes in, what has to go out, and what is left of a month; hidden until asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Debt:
    """Another debt that the household pays: what it is, minor units a month, and the day it is due."""

    what: str
    amount: int
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Household:
    """The debtor's month: `income` and `essentials` in minor units, `payday` the day of the month.

    `second_payday` is the other day of a household that is paid twice a month, half each time; 31 is
    the last day of any month. `at_hand` is money put by that is free to be paid today, None when nobody
    knows. `debts` are what goes to other creditors.
    """

    income: int
    essentials: int
    payday: int | None = None
    at_hand: int | None = None
    debts: tuple[Debt, ...] = ()
    second_payday: int | None = None

    @property
    def spare(self) -> int:
        """What is left of a month after essentials and other debts; below 0 when it does not even reach."""
        return self.income - self.essentials - sum(debt.amount for debt in self.debts)

    @property
    def affordable(self) -> int:
        """What can be paid a month, never below 0."""
        return max(0, self.spare)

    @property
    def in_distress(self) -> bool:
        """Whether nothing is left of a month: no payment now is then the right outcome."""
        return self.spare <= 0

    @property
    def paydays(self) -> tuple[int, ...]:
        """The days of the month on which money comes; the first of the month where nobody knows."""
        days = {day for day in (self.payday, self.second_payday) if day is not None}
        return tuple(sorted(days)) or (1,)
