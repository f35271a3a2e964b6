"""judge(): the questions that are asked of a plan, and the arithmetic behind each answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scoring.affordability import Shortfall, affordable
from scoring.authority import Authority, exceeds
from scoring.concession import Concession, concession
from scoring.household import Household
from scoring.offer import Offer, exact, waived
from scoring.schedule import Terms, schedule, work_out

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
SPECIFIC = ("amount", "schedule", "date", "method")
"""Those that ask whether the terms are definite."""
LOSSES = ("will_break", "unauthorised")
"""What a plan can cost beyond what it does not earn: a promise that will be broken, and money or interest
given up that the trainee may not give up."""


@dataclass(frozen=True, slots=True)
class Check:
    """One question about a plan: its name, whether it holds, and the arithmetic in words.

    `values` are the figures behind it in minor units, for a sentence in the reader's language.
    """

    name: str
    holds: bool
    values: tuple[int, ...] = ()


def breaks(plan: Offer, balance: int, household: Household | None, today: date) -> Shortfall | None:
    """Return where the household will break a plan, None when it can keep it or nobody knows.

    Payments without a date are taken to fall where the household can best make them, on its paydays.
    """
    if household is None:
        return None
    shortfalls = [
        affordable(schedule(plan, balance, today, payday=day), household, today) for day in household.paydays
    ]
    return None if None in shortfalls else shortfalls[0]


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

    A plan that the household cannot pay on its dates, or outside what the file allows, does not count as
    agreed: it is a promise that will be broken, and scores below an honest smaller one. A smaller plan
    that leaves part of the balance open fails `covers` only. A waiver counts as covered as far as it was
    needed and the file allows it. A plan that names nothing to be paid is a vague promise: what is
    definite in it holds, and no more.
    """
    if plan is None:
        return tuple(Check(name, False) for name in CHECKS)
    terms = work_out(plan, balance)
    within = not exceeds(plan, authority, today, balance)
    if terms is None:
        return judge_vague(plan, proposed_by_debtor)
    short = breaks(plan, balance, household, today)
    given = concession(plan, balance, authority, household, today) if household is not None else None
    due = balance - allowance(plan, balance, authority, given)
    holds = {
        **_form(plan, proposed_by_debtor),
        "agreed": short is None and within,
        "covers": terms.total >= due,
        "authority": within,
        "affordable": short is None,
        "recapped": recapped,
        "no_excess": exceeds(plan, authority, today, balance) not in ("waive", "ease")
        and not (given is not None and given.excessive),
    }
    values = _values(terms, due, short, given, household)
    return tuple(Check(name, holds[name], values.get(name, ())) for name in CHECKS)


def allowance(plan: Offer, balance: int, authority: Authority, given: Concession | None) -> int:
    """Return how much of what a plan waives counts as covered: what was needed, as far as the file allows."""
    allowed = min(waived(plan, balance), round(exact(authority.waive) * balance))
    return min(allowed, given.needed) if given is not None else allowed


def losses(
    plan: Offer | None, balance: int, authority: Authority, household: Household | None, today: date
) -> tuple[str, ...]:
    """Return which of LOSSES an agreed plan has."""
    if plan is None or work_out(plan, balance) is None:
        return ()
    found = {
        "will_break": breaks(plan, balance, household, today) is not None,
        "unauthorised": exceeds(plan, authority, today, balance) in ("waive", "ease"),
    }
    return tuple(name for name in LOSSES if found[name])


def judge_vague(said: Offer, proposed_by_debtor: bool) -> tuple[Check, ...]:
    """Return the checks of a promise that is no plan: what was definite in it holds, and no more."""
    form = _form(said, proposed_by_debtor)
    return tuple(Check(name, form.get(name, False)) for name in CHECKS)


def judge_hardship(agreed: bool, outcome: str, helped: bool) -> tuple[Check, ...]:
    """Return the checks of a call in which no payment is right: nothing was promised, and help was given.

    A call that was lost, is not over or ended with a part paid has not come to that.
    """
    done = not agreed and outcome in ("hardship", "stopped", "open")
    return (Check("no_payment", done), Check("help", helped))


def _form(plan: Offer, proposed_by_debtor: bool) -> dict[str, bool]:
    return {
        "amount": plan.definite,
        "schedule": plan.every is not None or plan.count is not None,
        "date": plan.dated,
        "method": plan.method is not None,
        "debtor_proposed": proposed_by_debtor,
    }


def _values(
    terms: Terms,
    due: int,
    short: Shortfall | None,
    given: Concession | None,
    household: Household | None,
) -> dict[str, tuple[int, ...]]:
    limit = (household.affordable,) if household is not None else ()
    return {
        "covers": (terms.total, due),
        "affordable": (short.due, short.there) if short is not None else (terms.a_month, *limit),
        "authority": (terms.count,),
        "no_excess": (given.waived, given.needless) if given is not None else (),
    }
