"""Schedule: the dated payments of a plan, exact to the last minor unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scoring.days import next_on, run
from scoring.offer import MONTHLY, Offer, owed

MOST = 1200
"""Payments after which no plan is followed further: a cent a month is no plan."""
ROUNDING = 100
"""A remainder of at most this part of what is owed comes of round figures: 333 three times is 1,000."""


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment: `on` its date, None where none was said, and `amount` in minor units."""

    on: date | None
    amount: int


@dataclass(frozen=True, slots=True)
class Terms:
    """A plan worked out against a balance: what is paid in all, how long it takes, what it costs a month."""

    total: int
    months: float
    a_month: int
    count: int


def schedule(plan: Offer, balance: int, today: date, payday: int | None = None) -> tuple[Instalment, ...]:
    """Return the payments of `plan`, in the order in which they were said: a first payment, then the others.

    They sum to exactly what is owed (the balance less what is waived), the last one taking the
    remainder, unless the plan itself names fewer or smaller payments than that; never to more. Without
    a date the amounts stand alone; `payday` is the day of the month to assume for them instead. A plan
    that names nothing to be paid has no payments.
    """
    due = owed(plan, balance)
    down = min(plan.down or 0, due)
    amounts = _amounts(plan, due - down)
    starts = [plan.down_on or (next_on(payday, today) if payday else None)] if down else []
    after = max(today, starts[0]) if starts and starts[0] else today
    dates = _dates(plan, len(amounts), after, bool(down), payday)
    made = zip([*starts, *dates], [*([down] if down else []), *amounts], strict=True)
    return tuple(Instalment(on, amount) for on, amount in made if amount > 0)


def left_open(plan: Offer, balance: int, today: date) -> int:
    """Return what a plan leaves unpaid of what is owed under it, in minor units."""
    return owed(plan, balance) - sum(payment.amount for payment in schedule(plan, balance, today))


def pace(plan: Offer, balance: int) -> str:
    """Return how often a plan is paid: as it was said, else once for one payment, else every month."""
    if plan.every:
        return plan.every
    due = owed(plan, balance) - min(plan.down or 0, owed(plan, balance))
    if plan.rest and plan.amount is None:
        once = plan.count in (None, 1)
    else:
        once = plan.amount is None or (plan.count in (None, 1) and (plan.count == 1 or plan.amount >= due))
    return "once" if once else "month"


def work_out(plan: Offer, balance: int) -> Terms | None:
    """Return what `plan` comes to against `balance`, None while it names nothing to be paid.

    Without a count the payments go on until the balance, less what is waived, is covered. `a_month` is
    the average of the regular payments, `months` from the first payment to the last.
    """
    due = owed(plan, balance)
    down = min(plan.down or 0, due)
    amounts = _amounts(plan, due - down)
    count = len(amounts) + bool(down)
    if not count:
        return None
    every = pace(plan, balance)
    rate = MONTHLY.get(every, MONTHLY["month"])
    usual = amounts[0] if amounts else down
    if plan.amount is not None and plan.amount > 0:
        usual = plan.amount if plan.count != 1 else amounts[0] if amounts else down
    steps = count - 1
    a_month = usual if every == "once" else round(usual * rate)
    return Terms(down + sum(amounts), float(steps / rate), a_month, count)


def _amounts(plan: Offer, due: int) -> list[int]:
    """The regular payments of a plan against what is due after the first."""
    if due <= 0:
        return []
    amount, count = plan.amount, plan.count
    if amount is None:
        if not plan.rest:
            return []
        parts = min(max(1, count or 1), MOST, due)
        return [*[due // parts] * (parts - 1), due - due // parts * (parts - 1)]
    if amount <= 0:
        return []
    if count is None and plan.every == "once":
        return [min(amount, due)]
    most = MOST if count is None else min(max(1, count), MOST)
    full = min(due // amount, most)
    left = due - amount * full
    made = [amount] * full
    if left and full < most:
        return [*made, left]
    if left and count is not None and count > 1 and left * ROUNDING <= due:
        made[-1] += left
    return made


def _dates(
    plan: Offer, count: int, after: date, follows: bool, payday: int | None
) -> tuple[date | None, ...]:
    """The dates of the regular payments; `follows` that they come after a first payment."""
    every = plan.every if plan.every in MONTHLY else "month"
    if not count:
        return ()
    if plan.first is not None:
        start = plan.first
    elif plan.day is not None:
        start = next_on(plan.day, after)
    elif follows and plan.down_on is not None and plan.every in MONTHLY:
        return run(plan.down_on, every, plan.down_on.day, count + 1)[1:]
    elif payday is not None:
        start = next_on(payday, after)
    else:
        return (None,) * count
    return run(start, every, plan.day or (payday if plan.first is None and payday else start.day), count)
