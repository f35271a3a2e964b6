"""Affordability: whether a household can make dated payments out of the money that it has by then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scoring.days import next_on, on_day
from scoring.household import Household
from scoring.schedule import Instalment

STRAIN = 10
"""A month is under strain when less than this part of what is spare in it stays free."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """The first payment that a household cannot make.

    `number` counts from 1 in the order of the dates, `amount` is the payment, `there` what there would
    be for it, `short` what is missing; `together` is how many payments fall due between two paydays,
    this one among them, and `due` what they come to. Money in minor units.
    """

    number: int
    on: date
    amount: int
    short: int
    there: int
    together: int = 1
    due: int = 0


def most(household: Household) -> int:
    """Return what a household can pay a month in the long run, in minor units, never below 0."""
    return household.affordable


def affordable(payments: Sequence[Instalment], household: Household, today: date) -> Shortfall | None:
    """Return where a schedule breaks, None when every payment of it can be made.

    What is spare of a month comes on payday (half each where there are two) and adds up, so a payment a
    quarter can be saved for; a payment on payday is made from that day's money. Before the first payday
    there is `at_hand`, less the other debts that are due until then. Where nobody knows what is at hand,
    there is what is spare of the present pay, and what of it is not paid here is spent when the next
    comes. A payment without a date is taken to fall on the next payday that is free.
    """
    cash, paydays = _at_hand(household, today), _Paydays(household, today)
    together = due = 0
    for number, payment in enumerate(_in_order(payments, household, today), 1):
        on = payment.on or today
        come = paydays.until(on)
        if come:
            cash = (cash if household.at_hand is not None or paydays.lasting else 0) + sum(come)
            paydays.lasting = True
            together = due = 0
        together, due = together + 1, due + payment.amount
        if payment.amount > cash:
            return Shortfall(
                number, on, payment.amount, payment.amount - max(0, cash), max(0, cash), together, due
            )
        cash -= payment.amount
    return None


def strained(payments: Sequence[Instalment], household: Household, today: date) -> int:
    """Return in how many calendar months the payments leave less than a tenth of what is spare.

    A month whose payment was saved up for counts as under strain as well: it takes more than came in.
    """
    months: dict[tuple[int, int], int] = {}
    for payment in _in_order(payments, household, today):
        on = payment.on or today
        months[on.year, on.month] = months.get((on.year, on.month), 0) + payment.amount
    spare = household.affordable
    return sum((spare - paid) * STRAIN < spare or not spare for paid in months.values())


def reachable(household: Household, today: date, until: date) -> int:
    """Return all that a household can have paid by a date, in minor units, never below 0."""
    paydays = _Paydays(household, today)
    first = _at_hand(household, today)
    return max(0, first + sum(paydays.until(until)))


class _Paydays:
    """What comes in for this plan, payday by payday; each is handed out once."""

    def __init__(self, household: Household, today: date) -> None:
        self._shares = _shares(household)
        self._next = min(next_on(day, today) for day in household.paydays)
        self.lasting = False

    def until(self, day: date) -> list[int]:
        """Return what has come by a day and was not handed out yet."""
        come: list[int] = []
        while self._next <= day and self._next < date.max:
            come += [
                share
                for each, share in self._shares.items()
                if on_day(each, self._next.year, self._next.month) == self._next
            ]
            self._next = min(next_on(each, self._next) for each in self._shares)
        return come


def _shares(household: Household) -> dict[int, int]:
    """What is spare of each pay of a month, by its day; the last one of the month has the odd unit."""
    days = household.paydays
    each = household.spare // len(days)
    return {**dict.fromkeys(days[:-1], each), days[-1]: household.spare - each * (len(days) - 1)}


def _at_hand(household: Household, today: date) -> int:
    """What can be paid before the first payday."""
    if household.at_hand is None:
        return max(0, *_shares(household).values())
    payday = min(next_on(day, today) for day in household.paydays)
    reserved = sum(debt.amount for debt in household.debts if debt.day and next_on(debt.day, today) < payday)
    return household.at_hand - reserved


def _in_order(payments: Sequence[Instalment], household: Household, today: date) -> list[Instalment]:
    """The payments by date, each with one: those without follow each other from payday to payday."""
    day, after = household.paydays[0], today
    dated = []
    for payment in payments:
        on = payment.on or next_on(day, after)
        after = max(after, on)
        dated.append(Instalment(on, payment.amount))
    return sorted(dated, key=lambda payment: payment.on or today)
