"""Offer, Household, Authority and the arithmetic of repayment. All money is in minor units (cents, fen)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

MONTHLY = {"week": 52 / 12, "fortnight": 26 / 12, "half-month": 2.0, "month": 1.0, "quarter": 1 / 3}
"""How many payments of each frequency fall in an average month."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Terms that somebody put on the table, or that were agreed; None where nothing was said.

    `amount` is one payment, `count` how many, `every` one of the keys of MONTHLY or "once",
    `first` the date of the first payment, `day` the recurring day of the month, `method` how it is
    paid, `waive` the share of the balance given up (0 to 1), `eases` that some easing was promised
    without a figure (interest reduced, fees waived). `down` is a first payment of its own on `down_on`,
    and the other terms are those of the payments after it; `rest` says that they pay what is left.
    `upto` is the upper end of a range, `approx` that the amount was only about so much: either way
    it is not specific.
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
        """Return these terms with everything that `later` says put over them."""
        said = {
            name: value
            for name in ("amount", "count", "every", "first", "day", "method", "waive", "down", "down_on")
            if (value := getattr(later, name)) is not None
        }
        return replace(self, **said, eases=self.eases or later.eases)

    @property
    def dated(self) -> bool:
        """Whether somebody could put the first payment into a calendar."""
        return self.first is not None or self.day is not None


@dataclass(frozen=True, slots=True)
class Authority:
    """What the trainee may agree without asking: the file's `authority`.

    `instalments` is the smallest and largest number of payments, `waive` the largest share of the
    balance (0 to 1), `first_payment_within` in days; `eases` whether interest or fees may be eased.
    """

    instalments: tuple[int, int] | None = None
    waive: float = 0.0
    first_payment_within: int | None = None
    eases: bool = False


@dataclass(frozen=True, slots=True)
class Household:
    """The debtor's month: `income` and `essentials` in minor units, `payday` the day of the month."""

    income: int
    essentials: int
    payday: int | None = None

    @property
    def affordable(self) -> int:
        """What is left in a month after the essentials, never below 0."""
        return max(0, self.income - self.essentials)


@dataclass(frozen=True, slots=True)
class Terms:
    """A plan worked out against a balance: what is paid in all, how long it takes, what it costs a month."""

    total: int
    months: float
    a_month: int
    count: int


@dataclass(frozen=True, slots=True)
class Check:
    """One question about a plan: its name, whether it holds, and the arithmetic in words.

    `values` are the figures behind it in minor units, for a sentence in the reader's language.
    """

    name: str
    holds: bool
    values: tuple[int, ...] = ()


CHECKS = (
    "agreed",
    "amount",
    "schedule",
    "date",
    "method",
    "covers",
    "authority",
    "affordable",
    "debtor_proposed",
    "recapped",
    "no_excess",
)
"""The questions that `judge` asks, in the order of the sheet."""


def work_out(plan: Offer, balance: int) -> Terms | None:
    """Return what `plan` comes to against `balance`, None while it names no amount.

    Without a count the payments go on until the balance, less what is waived, is covered.
    """
    if not plan.amount or plan.amount <= 0:
        return None
    due = _due(plan, balance)
    every = plan.every or ("once" if plan.count in (None, 1) and plan.amount >= due else "month")
    count = plan.count or (1 if every == "once" else -(-due // plan.amount))
    total = min(plan.amount * count, due) if plan.count is None else plan.amount * count
    rate = MONTHLY.get(every, 1.0)
    months = 0.0 if count <= 1 else (count - 1) / rate
    a_month = plan.amount if every == "once" else round(plan.amount * rate)
    return Terms(total, months, a_month, count)


def exceeds(offer: Offer, authority: Authority, today: date) -> str:
    """Return which limit of the file an explicit offer passes: "instalments", "waive", "ease",
    "first_payment", or "" when it stays within them."""
    if offer.count is not None and offer.count > 1 and authority.instalments is not None:
        low, high = authority.instalments
        if not low <= offer.count <= high:
            return "instalments"
    if offer.waive is not None and offer.waive > authority.waive + 1e-9:
        return "waive"
    if offer.eases and not authority.eases and authority.waive <= 0:
        return "ease"
    limit = authority.first_payment_within
    if offer.first is not None and limit is not None and (offer.first - today).days > limit:
        return "first_payment"
    return ""


def judge(
    plan: Offer | None,
    balance: int,
    authority: Authority,
    household: Household | None,
    today: date,
    proposed_by_debtor: bool,
    recapped: bool,
) -> tuple[Check, ...]:
    """Return the checks of an agreed plan, in the order of CHECKS; all fail when nothing was agreed.

    A plan above what the household can pay, or outside what the file allows, does not count as
    agreed: it is a promise that will be broken, and scores below an honest smaller one. A smaller plan
    that leaves part of the balance open fails `covers` only.
    """
    terms = work_out(plan, balance) if plan is not None else None
    if plan is None or terms is None:
        return tuple(Check(name, False) for name in CHECKS)
    due = _due(plan, balance)
    limit = household.affordable if household is not None else None
    affordable = limit is None or terms.a_month <= limit
    within = not exceeds(plan, authority, today) and _count_allowed(terms, authority)
    holds = {
        "agreed": affordable and within,
        "amount": True,
        "schedule": plan.every is not None or plan.count is not None,
        "date": plan.dated,
        "method": plan.method is not None,
        "covers": terms.total >= due,
        "authority": within,
        "affordable": affordable,
        "debtor_proposed": proposed_by_debtor,
        "recapped": recapped,
        "no_excess": exceeds(plan, authority, today) not in ("waive", "ease"),
    }
    values = {
        "covers": (terms.total, due),
        "affordable": (terms.a_month, limit) if limit is not None else (terms.a_month,),
        "authority": (terms.count,),
    }
    return tuple(Check(name, holds[name], tuple(values.get(name, ()))) for name in CHECKS)


def _count_allowed(terms: Terms, authority: Authority) -> bool:
    if authority.instalments is None or terms.count == 1:
        return True
    low, high = authority.instalments
    return low <= terms.count <= high


def repeats(agreed: Offer, said: Offer | None) -> bool:
    """Return whether `said` repeats an agreed plan: its amount, and nothing that differs from it."""
    if said is None or said.amount != agreed.amount:
        return False
    same = said.count in (None, agreed.count) or agreed.count is None
    often = said.every in (None, agreed.every) or agreed.every is None
    first = said.first is None or agreed.first is None or said.first == agreed.first
    return same and often and first


def allowed(plan: Offer, balance: int, authority: Authority) -> tuple[int, bool]:
    """Return how many payments a plan comes to, and whether the file allows as many."""
    terms = work_out(plan, balance)
    return (terms.count, _count_allowed(terms, authority)) if terms is not None else (0, True)


def _due(plan: Offer, balance: int) -> int:
    return round(balance * (1 - (plan.waive or 0.0)))
