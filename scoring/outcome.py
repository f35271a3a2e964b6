"""What an agreed plan is worth to both sides: recovery rate, days to recovery, the debtor's health.

The three names are those of Wang and others, "Debt Collection Negotiations with Large Language Models"
(arXiv 2502.18228, ACL 2025), whose evaluation puts debt recovery and the efficiency of collection beside
the debtor's financial health. There they are taken from simulated negotiations over many debtors; here each
is plain arithmetic of one plan, defined below, and not comparable to the figures of the paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from scoring.affordability import strained
from scoring.household import Household
from scoring.judgement import breaks
from scoring.offer import Offer
from scoring.schedule import schedule, work_out


@dataclass(frozen=True, slots=True)
class Outcome:
    """A plan in figures.

    `recovery_percent` is what is promised of the balance, `kept_percent` what comes in before the plan
    breaks. `days` run from the call to the last payment, or from the first to the last where no date was
    said; `half_days` to the day on which half of the balance is in, None when it never is or no date was
    said. `health_percent` is the share of what is spare a month that the payments leave free on average,
    `strained_months` in how many months they leave less than a tenth; both None where nobody knows the
    household.
    """

    recovery_percent: int
    kept_percent: int
    days: int
    half_days: int | None
    health_percent: int | None
    strained_months: int | None


def outcome(plan: Offer, balance: int, household: Household | None, today: date) -> Outcome | None:
    """Return what a plan comes to for creditor and debtor, None when it names nothing to be paid."""
    terms = work_out(plan, balance)
    if terms is None or balance <= 0:
        return None
    payments = schedule(plan, balance, today)
    dated = sorted((each.on, each.amount) for each in payments if each.on is not None)
    whole = len(dated) == len(payments)
    short = breaks(plan, balance, household, today)
    made = [amount for _, amount in dated] if whole else [each.amount for each in payments]
    kept = terms.total if short is None else sum(made[: short.number - 1])
    left = household.affordable if household is not None else 0
    return Outcome(
        recovery_percent=terms.total * 100 // balance,
        kept_percent=kept * 100 // balance,
        days=(dated[-1][0] - today).days if whole else round(terms.months * 365 / 12),
        half_days=_half(dated, balance, today) if whole else None,
        health_percent=None
        if household is None
        else max(0, (left - terms.a_month) * 100 // left)
        if left
        else 0,
        strained_months=None if household is None else strained(payments, household, today),
    )


def _half(dated: list[tuple[date, int]], balance: int, today: date) -> int | None:
    """Days until half of the balance is in."""
    paid, reached = 0, timedelta.max
    for on, amount in dated:
        paid += amount
        if 2 * paid >= balance:
            reached = on - today
            break
    return reached.days if reached != timedelta.max else None
