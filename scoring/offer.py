"""Offer: terms that somebody put on the table, and whether later words repeat them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

MONTHLY = {
    "week": Fraction(52, 12),
    "fortnight": Fraction(26, 12),
    "half-month": Fraction(2),
    "month": Fraction(1),
    "quarter": Fraction(1, 3),
}
"""How many payments of each frequency fall in an average month."""
_TERMS = ("count", "every", "first", "day", "method", "waive", "down", "down_on")


@dataclass(frozen=True, slots=True)
class Offer:
    """Terms that somebody put on the table, or that were agreed; None where nothing was said.

    `amount` is one payment in minor units (cents, fen), `count` how many, `every` one of the keys of
    MONTHLY or "once", `first` the date of the first payment, `day` the recurring day of the month,
    `method` how it is paid, `waive` the share of the balance given up (0 to 1), `eases` that some
    easing was promised without a figure (interest reduced, fees waived). `down` is a first payment of
    its own on `down_on`, and the other terms are those of the payments after it; `rest` says that they
    pay what is left. `upto` is the upper end of a range, `approx` that the amount was only about so
    much: either way it is not specific.
    """

    amount: int | None = None
    count: int | None = None
    every: str | None = None
    first: date | None = None
    day: int | None = None
    method: str | None = None
    waive: float | None = None
    eases: bool = False
    down: int | None = None
    down_on: date | None = None
    upto: int | None = None
    approx: bool = False
    rest: bool = False

    def merged(self, later: Offer) -> Offer:
        """Return these terms with everything that `later` says put over them.

        What a payment comes to is one thing, said in one of three ways: an amount, a range or the rest.
        """
        said = {name: value for name in _TERMS if (value := getattr(later, name)) is not None}
        if later.day is not None and later.first is None:
            said["first"] = None  # "on the 28th of each month" takes back a day named before
        if later.amount is not None or later.rest:
            said |= {name: getattr(later, name) for name in ("amount", "upto", "approx", "rest")}
        return replace(self, **said, eases=self.eases or later.eases)

    @property
    def dated(self) -> bool:
        """Whether somebody could put the first payment, and with it the next, into a calendar.

        After a first payment on a date, "every month" says when the others follow.
        """
        regular = self.first is not None or self.day is not None
        if self.down is None:
            return regular
        alone = self.amount is None and not self.rest
        return self.down_on is not None and (regular or alone or self.every in MONTHLY)

    @property
    def definite(self) -> bool:
        """Whether every payment is a figure: no range, no "about"."""
        return self.named and self.upto is None and not self.approx

    @property
    def named(self) -> bool:
        """Whether anything to be paid was named at all."""
        return bool(self.amount or self.down or self.rest)

    @property
    def conceded(self) -> Fraction:
        """The share of the balance given up, exactly as it was said (0.15 is 3/20), never below 0."""
        return max(Fraction(0), exact(self.waive or 0.0))


def exact(share: float) -> Fraction:
    """Return a share as the decimal that it was written as: floats never meet money."""
    return Fraction(repr(share))


def waived(offer: Offer, balance: int) -> int:
    """Return the minor units of `balance` that an offer gives up."""
    return min(balance, round(offer.conceded * balance))


def owed(offer: Offer, balance: int) -> int:
    """Return what is left to be paid of `balance` under an offer, in minor units."""
    return balance - waived(offer, balance)


def repeats(agreed: Offer, said: Offer | None) -> bool:
    """Return whether `said` repeats an agreed plan: its amount, and nothing that differs from it."""
    if said is None:
        return False
    named = agreed.amount if agreed.amount is not None else agreed.down
    if named is not None and named not in (said.amount, said.down):
        return False
    if named is None and not (agreed.rest and said.rest):
        return False
    if agreed.amount is not None and said.amount is not None and said.amount != agreed.amount:
        return False
    same = said.count in (None, agreed.count) or agreed.count is None
    often = said.every in (None, agreed.every) or agreed.every is None
    first = said.first is None or agreed.first is None or said.first == agreed.first
    down = said.down is None or agreed.down is None or said.down == agreed.down
    return same and often and first and down
