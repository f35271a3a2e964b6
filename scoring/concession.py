"""Concession: what was given away, measured against the best plan that this debtor could have kept.

Collectors, and language models in their place, concede more than the debtor needs: Wang and others,
"Debt Collection Negotiations with Large Language Models" (arXiv 2502.18228, ACL 2025), found models to
over-concede compared to people. The paper compares negotiators; the measure here is of our own making.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from scoring.affordability import affordable
from scoring.authority import Authority, exceeds
from scoring.days import next_on
from scoring.household import Household
from scoring.offer import MONTHLY, Offer, exact, waived
from scoring.schedule import left_open, pace, schedule, work_out

LONGER = Fraction(3, 2)
"""A plan is much longer than needed from half as long again …"""
GRACE = 1
"""… and a month more: a debtor may keep something for a bad month."""
SMALLER = Fraction(1, 2)
"""Payments are much smaller than needed when they are less than half of what would have been paid a month."""
ENDLESS = 60
"""Months that a plan may take where the file sets no limit."""


@dataclass(frozen=True, slots=True)
class Concession:
    """What a plan gives away. Money in minor units, terms in whole months, begun months counting.

    `waived` was given up and `needed` had to be, so `needless` is what was given up although it could
    have been paid. `months` is the term and `needed_months` the shortest that this debtor could keep.
    `smaller` says that the payments are far below what could be paid although something stays open or
    it takes longer for it. `best` is the plan that it was measured against.
    """

    waived: int
    needed: int
    needless: int
    months: int
    needed_months: int
    smaller: bool
    best: Offer

    @property
    def longer(self) -> int:
        """How many months the plan takes beyond what was needed, 0 while it is not much longer."""
        much = self.months > self.needed_months * LONGER + GRACE
        return self.months - self.needed_months if much else 0

    @property
    def excessive(self) -> bool:
        """Whether anything was given away that this debtor did not need."""
        return self.needless > 0 or self.longer > 0 or self.smaller


def best_plan(balance: int, authority: Authority, household: Household, today: date) -> Offer | None:
    """Return the plan that pays the creditor most, and soonest, of those that this debtor can keep and the
    file allows; None when this household can pay nothing.

    What is at hand is paid at once and the rest in the fewest equal payments, on payday. When even the
    longest plan does not reach, as much is waived as has to be and may be.
    """
    spare = household.affordable
    if not spare or balance <= 0:
        return None
    down = _down(balance, authority, household, today)
    rest = balance - (down.down or 0)
    if not rest:
        return Offer(amount=balance, count=1, every="once", first=today)
    low, high = authority.instalments or (1, ENDLESS)
    counts = [1, *range(max(low, 2), high + 1)]
    for count in counts:
        if rest > spare * (count + 1):
            continue
        for plan in _evenly(down, count, household, authority, today):
            fits = affordable(schedule(plan, balance, today), household, today) is None
            if fits and not exceeds(plan, authority, today, balance):
                return plan
    return _as_much_as_can_be(balance, down, counts, authority, household, today)


def concession(
    plan: Offer, balance: int, authority: Authority, household: Household, today: date
) -> Concession | None:
    """Return what `plan` concedes, None when it names nothing to be paid or nothing could be paid at all."""
    best = best_plan(balance, authority, household, today)
    terms = work_out(plan, balance)
    if best is None or terms is None:
        return None
    against = work_out(best, balance)
    if against is None:
        return None
    given, needed = waived(plan, balance), waived(best, balance)
    months, needed_months = _months(plan, balance), _months(best, balance)
    usual = Fraction(against.total, max(1, needed_months))
    open_ended = left_open(plan, balance, today) > 0 or months > needed_months
    return Concession(
        waived=given,
        needed=needed,
        needless=max(0, given - needed),
        months=months,
        needed_months=needed_months,
        smaller=open_ended and Fraction(terms.total, max(1, months)) < usual * SMALLER,
        best=best,
    )


def _down(balance: int, authority: Authority, household: Household, today: date) -> Offer:
    """The first payment that known savings allow today, an empty offer where there are none."""
    if not household.at_hand or household.at_hand <= 0:
        return Offer()
    reserved = sum(debt.amount for debt in household.debts)
    down = min(balance, max(0, household.at_hand - reserved))
    return Offer(down=down, down_on=today) if down else Offer()


def _evenly(down: Offer, count: int, household: Household, authority: Authority, today: date) -> list[Offer]:
    """The rest in so many equal monthly payments, on each payday that the file still allows."""
    latest = today + timedelta(authority.first_payment_within) if authority.first_payment_within else None
    plans = []
    for day in household.paydays:
        first = next_on(day, today)
        if latest is not None and first > latest and not down.down:
            first = latest
        every = "once" if count == 1 else "month"
        terms = Offer(count=count, every=every, first=first, day=first.day, rest=True)
        plans.append(down.merged(terms))
    return plans


def _as_much_as_can_be(
    balance: int, down: Offer, counts: list[int], authority: Authority, household: Household, today: date
) -> Offer | None:
    """All that is spare for as long as may be, and what is then missing waived as far as it may be."""
    for count in reversed(counts):
        amount = household.affordable
        missing = balance - (down.down or 0) - amount * count
        share = min(Fraction(max(0, missing), balance), exact(authority.waive))
        for even in _evenly(down, count, household, authority, today):
            plan = Offer(
                amount=amount,
                count=count,
                every=even.every,
                first=even.first,
                day=even.day,
                down=even.down,
                down_on=even.down_on,
                waive=float(share) or None,
            )
            fits = affordable(schedule(plan, balance, today), household, today) is None
            if fits and not exceeds(plan, authority, today, balance):
                return plan
    return None


def _months(plan: Offer, balance: int) -> int:
    """The term of a plan in months: twelve payments a month apart are twelve."""
    terms = work_out(plan, balance)
    if terms is None:
        return 0
    rate = MONTHLY.get(pace(plan, balance), Fraction(1))
    return int(-(-terms.count // rate)) if terms.count > 1 else 1
