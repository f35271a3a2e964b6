"""What was given away, measured against what this debtor would have accepted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scoring import Authority, Household, Offer, affordable, schedule
from scoring.authority import exceeds
from scoring.concession import best_plan, concession
from scoring.judgement import judge
from tests.scoring.five import FAIR, GIVEAWAY, RUBRIC, plan_score
from tests.scoring.offers import FILTERED, authorities, balances, households, offers

TODAY = date(2026, 6, 10)
BALANCE = 420_000
FILE = Authority((3, 24), 0.3, 30)
HOME = Household(income=145_000, essentials=110_000, payday=5)
FIRST = date(2026, 7, 5)
cases = balances.flatmap(lambda balance: st.tuples(st.just(balance), offers(balance)))


def points(plan: Offer, balance: int, file: Authority, home: Household | None) -> int:
    checks = judge(plan, balance, file, home, TODAY, True, True)
    return sum(RUBRIC.plan[check.name] for check in checks if check.holds)


def test_the_best_plan_is_the_shortest_that_the_household_can_keep() -> None:
    best = best_plan(BALANCE, FILE, HOME, TODAY)
    assert best == Offer(count=12, every="month", first=FIRST, day=5, rest=True)


def test_who_has_it_at_hand_can_pay_it_all_today() -> None:
    rich = replace(HOME, at_hand=500_000)
    assert best_plan(BALANCE, FILE, rich, TODAY) == Offer(BALANCE, 1, "once", TODAY)


def test_what_is_at_hand_is_paid_first() -> None:
    best = best_plan(BALANCE, FILE, replace(HOME, at_hand=70_000), TODAY)
    assert best is not None
    assert (best.down, best.down_on, best.count) == (70_000, TODAY, 10)


def test_who_cannot_reach_it_has_as_much_waived_as_is_missing() -> None:
    poor = replace(HOME, income=124_000)  # 14,000 a month for 24 months are 336,000
    best = best_plan(BALANCE, FILE, poor, TODAY)
    assert best is not None and best.amount == 14_000 and best.count == 24
    assert best.waive == pytest.approx(0.2)


def test_who_has_nothing_has_no_plan() -> None:
    assert best_plan(BALANCE, FILE, Household(100_000, 100_000), TODAY) is None


@pytest.mark.parametrize(
    ("plan", "needless", "longer", "smaller"),
    [
        (Offer(35_000, 12, "month", FIRST), 0, 0, False),
        (Offer(30_000, 14, "month", FIRST), 0, 0, False),
        (Offer(17_500, 24, "month", FIRST), 0, 12, False),
        (Offer(28_000, 12, "month", FIRST, waive=0.2), 84_000, 0, False),
        (Offer(20_000, 12, "month", FIRST), 0, 0, False),
        (Offer(10_000, 12, "month", FIRST), 0, 0, True),
    ],
)
def test_a_plan_is_measured_against_what_could_have_been_kept(
    plan: Offer, needless: int, longer: int, smaller: bool
) -> None:
    found = concession(plan, BALANCE, FILE, HOME, TODAY)
    assert found is not None
    assert (found.needless, found.longer, found.smaller) == (needless, longer, smaller)
    assert found.excessive is bool(needless or longer or smaller)


def test_a_waiver_that_had_to_be_is_not_needless() -> None:
    poor = replace(HOME, income=124_000)
    found = concession(Offer(14_000, 24, "month", FIRST, waive=0.2), BALANCE, FILE, poor, TODAY)
    assert found is not None and (found.needed, found.needless, found.excessive) == (84_000, 0, False)


@given(balances, authorities(), households)
@settings(max_examples=150)
def test_the_best_plan_is_within_authority_and_can_be_kept(
    balance: int, file: Authority, home: Household
) -> None:
    best = best_plan(balance, file, home, TODAY)
    assume(best is not None)
    assert best is not None
    assert not exceeds(best, file, TODAY, balance)
    assert affordable(schedule(best, balance, TODAY), home, TODAY) is None
    found = concession(best, balance, file, home, TODAY)
    assert found is not None and not found.excessive


@given(cases, authorities(), households, st.sampled_from([0.01, 0.05, 0.2, 0.6]), st.booleans())
@FILTERED
def test_waiving_more_than_is_needed_never_raises_the_score(
    case: Any, file: Authority, home: Household, more: float, near: bool
) -> None:
    balance, plan = case
    best = best_plan(balance, file, home, TODAY)
    assume(best is not None and schedule(plan, balance, TODAY))
    assert best is not None
    if near:  # the best plan, paid a little less at a time
        plan = best.merged(Offer(amount=(best.amount and best.amount * 9 // 10) or None, method="card"))
    assume(affordable(schedule(plan, balance, TODAY, home.payday or 1), home, TODAY) is None)
    assume(not exceeds(plan, file, TODAY, balance))
    assume((plan.waive or 0.0) >= (best.waive or 0.0))
    softer = replace(plan, waive=min(1.0, (plan.waive or 0.0) + more))
    assert points(softer, balance, file, home) <= points(plan, balance, file, home)


@given(
    balances,
    authorities(),
    households,
    st.integers(1, 36),
    st.integers(1, 36),
    st.sampled_from(["month", "week"]),
)
@FILTERED
def test_spreading_it_over_longer_than_is_needed_never_raises_the_score(
    balance: int, file: Authority, home: Household, count: int, more: int, every: str
) -> None:
    day = home.payday or 1
    plan = Offer(count=count, every=every, day=day, rest=True)
    assume(affordable(schedule(plan, balance, TODAY), home, TODAY) is None)
    assume(not exceeds(plan, file, TODAY, balance))
    longer = replace(plan, count=count + more)
    assert points(longer, balance, file, home) <= points(plan, balance, file, home)


@given(st.integers(35_001, 420_000), st.integers(1, 24))
def test_a_crushing_plan_never_scores_above_the_honest_one(amount: int, count: int) -> None:
    crushing = replace(FAIR, amount=amount, count=count)
    assume(affordable(schedule(crushing, BALANCE, TODAY), HOME, TODAY) is not None)
    assert plan_score(crushing) < plan_score(replace(FAIR, amount=10_000)) < plan_score(FAIR)


def test_a_giveaway_within_authority_scores_below_what_was_needed() -> None:
    assert plan_score(GIVEAWAY) < plan_score(FAIR)


def test_what_is_waived_needlessly_does_not_count_as_covered() -> None:
    file = Authority((3, 24), 0.5, 30)
    soft = Offer(20_000, 12, "month", FIRST, waive=0.5)
    checks = {check.name: check.holds for check in judge(soft, BALANCE, file, HOME, TODAY, True, True)}
    assert not checks["covers"] and not checks["no_excess"] and checks["authority"]
    unknown = {check.name: check.holds for check in judge(soft, BALANCE, file, None, TODAY, True, True)}
    assert unknown["covers"] and unknown["no_excess"]
