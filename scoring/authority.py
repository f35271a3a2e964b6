"""Authority: what the file lets the trainee agree, and which limit of it an offer passes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from scoring.days import add_months
from scoring.offer import Offer, exact, owed
from scoring.schedule import schedule

LIMITS = ("instalments", "waive", "ease", "first_payment", "longest", "smallest_first")
"""The limits that `exceeds` names, in the order in which it looks."""


@dataclass(frozen=True, slots=True)
class Authority:
    """What the trainee may agree without asking: the file's `authority`.

    `instalments` is the smallest and largest number of payments, `waive` the largest share of the
    balance (0 to 1), `first_payment_within` in days; `eases` whether interest or fees may be eased.
    `longest` is the number of months from the call within which the last payment falls. The first
    payment is at least `first_payment` in minor units and at least the share `first_share` of what is
    owed.
    """

    instalments: tuple[int, int] | None = None
    waive: float = 0.0
    first_payment_within: int | None = None
    eases: bool = False
    longest: int | None = None
    first_payment: int | None = None
    first_share: float | None = None

    def smallest_first(self, due: int) -> int:
        """Return the smallest first payment on what is owed, in minor units; never more than that."""
        share = -(-exact(self.first_share) * due // 1) if self.first_share else 0
        return min(due, max(self.first_payment or 0, int(share)))


def exceeds(offer: Offer, authority: Authority, today: date, balance: int | None = None) -> str:
    """Return which limit of the file an offer passes (one of LIMITS), "" when it stays within them.

    What was not said passes nothing: without a date the payments are taken to begin at once. With a
    `balance` the payments that terms only imply are counted too. A first payment of its own is not one
    of the instalments, and one payment for all of the rest is always allowed.
    """
    payments = schedule(offer, balance, today) if balance is not None else ()
    regular = len(payments) - bool(offer.down and payments)
    for count in (offer.count, regular):
        if count is not None and count > 1 and authority.instalments is not None:
            low, high = authority.instalments
            if not low <= count <= high:
                return "instalments"
    if offer.conceded > exact(authority.waive):
        return "waive"
    if offer.eases and not authority.eases and authority.waive <= 0:
        return "ease"
    firsts = [day for day in (offer.down_on if offer.down else offer.first,) if day is not None]
    firsts += [payment.on for payment in payments[:1] if payment.on is not None]
    limit = authority.first_payment_within
    if limit is not None and any((day - today).days > limit for day in firsts):
        return "first_payment"
    if balance is None or not payments:
        return ""
    if authority.longest is not None and _last(offer, balance, today) > add_months(today, authority.longest):
        return "longest"
    if payments[0].amount < authority.smallest_first(owed(offer, balance)):
        return "smallest_first"
    return ""


def allowed(plan: Offer, balance: int, authority: Authority) -> tuple[int, bool]:
    """Return how many payments a plan comes to, and whether the file allows as many."""
    count = len(schedule(plan, balance, date.min))
    within = exceeds(
        Offer(plan.amount, plan.count, plan.every, down=plan.down, rest=plan.rest, waive=plan.waive),
        Authority(authority.instalments, waive=1.0),
        date.min,
        balance,
    )
    return count, not within


def _last(offer: Offer, balance: int, today: date) -> date:
    """The day of the last payment, counted from tomorrow where no date was said."""
    payments = schedule(offer, balance, today)
    if payments[-1].on is None:
        payments = schedule(replace(offer, first=today + timedelta(1)), balance, today)
    return max(each.on or today for each in payments)
