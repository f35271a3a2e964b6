"""Dated payments that sum to what is owed, to the last minor unit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Offer, schedule
from scoring.offer import owed
from scoring.schedule import left_open, pace, work_out
from tests.scoring.offers import balances, offers

TODAY = date(2026, 6, 10)
BALANCE = 420_000


def amounts(plan: Offer, balance: int = BALANCE) -> list[int]:
    return [each.amount for each in schedule(plan, balance, TODAY)]


def dates(plan: Offer, balance: int = BALANCE, payday: int | None = None) -> list[str]:
    return [each.on.isoformat() if each.on else "" for each in schedule(plan, balance, TODAY, payday)]


cases = balances.flatmap(lambda balance: st.tuples(st.just(balance), offers(balance)))


@given(cases)
def test_a_schedule_sums_to_exactly_what_is_owed_or_to_what_the_plan_itself_names(case: Any) -> None:
    balance, plan = case
    payments = amounts(plan, balance)
    due = owed(plan, balance)
    paid = sum(payments)
    assert all(amount > 0 for amount in payments)
    assert paid <= due
    assert paid + left_open(plan, balance, TODAY) == due
    if plan.rest or (plan.amount is not None and plan.count is None and plan.every != "once"):
        assert paid == due or len(payments) >= 1200
    elif plan.amount is not None:
        named = plan.amount * (plan.count or 1) + (plan.down or 0)
        assert paid == due if named >= due else paid in (named, due)


@given(cases)
def test_what_is_paid_is_the_same_with_dates_and_without(case: Any) -> None:
    balance, plan = case
    assert amounts(plan, balance) == [each.amount for each in schedule(plan, balance, TODAY, payday=31)]
    terms = work_out(plan, balance)
    assert (terms.total if terms else 0) == sum(amounts(plan, balance))


@given(cases)
def test_with_a_payday_every_payment_has_a_date(case: Any) -> None:
    balance, plan = case
    assert all(each.on is not None for each in schedule(plan, balance, TODAY, payday=5))


@pytest.mark.parametrize(
    ("plan", "balance", "expected"),
    [
        (Offer(amount=35_000, count=12), BALANCE, [35_000] * 12),
        (Offer(amount=33_300, count=3), 100_000, [33_300, 33_300, 33_400]),
        (Offer(amount=40_000, every="month"), 100_000, [40_000, 40_000, 20_000]),
        (Offer(amount=50_000, count=3), 100_000, [50_000, 50_000]),
        (Offer(amount=20_000, count=2), BALANCE, [20_000, 20_000]),
        (Offer(count=3, rest=True), 100_000, [33_333, 33_333, 33_334]),
        (Offer(down=50_000, count=4, rest=True), BALANCE, [50_000, 92_500, 92_500, 92_500, 92_500]),
        (Offer(down=210_000, rest=True), BALANCE, [210_000, 210_000]),
        (Offer(down=50_000), BALANCE, [50_000]),
        (Offer(down=20_000, amount=40_000), 100_000, [20_000, 40_000, 40_000]),
        (Offer(amount=BALANCE, count=1, every="once"), BALANCE, [BALANCE]),
        (Offer(amount=30_000, every="once"), BALANCE, [30_000]),
        (Offer(amount=35_000, count=12, waive=0.1), BALANCE, [35_000] * 10 + [28_000]),
        (Offer(count=7, rest=True, waive=0.15), 9_999, [1_214] * 6 + [1_215]),
        (Offer(waive=1.0, rest=True), BALANCE, []),
        (Offer(count=12), BALANCE, []),
        (Offer(), BALANCE, []),
        (Offer(count=3, rest=True), 1_000, [333, 333, 334]),  # yen: no minor digits
        (Offer(count=3, rest=True), 1_000_000, [333_333, 333_333, 333_334]),  # dinar: three
        (Offer(count=5, rest=True), 3, [1, 1, 1]),
    ],
)
def test_the_last_payment_takes_what_is_left(plan: Offer, balance: int, expected: list[int]) -> None:
    assert amounts(plan, balance) == expected


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (Offer(count=4, rest=True, day=15), ["2026-06-15", "2026-07-15", "2026-08-15", "2026-09-15"]),
        (Offer(count=4, rest=True, day=31), ["2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30"]),
        (
            Offer(count=4, rest=True, first=date(2027, 1, 31)),
            ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"],
        ),
        (
            Offer(count=3, rest=True, first=date(2026, 6, 20), day=5),
            ["2026-06-20", "2026-07-05", "2026-08-05"],
        ),
        (Offer(count=3, rest=True, day=10), ["2026-07-10", "2026-08-10", "2026-09-10"]),
        (
            Offer(count=3, rest=True, every="week", first=date(2026, 6, 12)),
            ["2026-06-12", "2026-06-19", "2026-06-26"],
        ),
        (
            Offer(count=3, rest=True, every="fortnight", first=date(2026, 6, 12)),
            ["2026-06-12", "2026-06-26", "2026-07-10"],
        ),
        (
            Offer(count=4, rest=True, every="half-month", day=1),
            ["2026-07-01", "2026-07-16", "2026-08-01", "2026-08-16"],
        ),
        (
            Offer(count=4, rest=True, every="half-month", first=date(2026, 6, 30)),
            ["2026-06-30", "2026-07-15", "2026-07-30", "2026-08-15"],
        ),
        (
            Offer(count=3, rest=True, every="quarter", first=date(2026, 11, 30)),
            ["2026-11-30", "2027-02-28", "2027-05-30"],
        ),
        (
            Offer(down=50_000, down_on=TODAY, count=2, rest=True, day=15),
            ["2026-06-10", "2026-06-15", "2026-07-15"],
        ),
        (
            Offer(down=50_000, down_on=date(2026, 6, 20), count=2, rest=True, day=15),
            ["2026-06-20", "2026-07-15", "2026-08-15"],
        ),
        (
            Offer(down=50_000, down_on=TODAY, count=2, rest=True, every="month"),
            ["2026-06-10", "2026-07-10", "2026-08-10"],
        ),
        (Offer(down=50_000, down_on=TODAY, count=2, rest=True), ["2026-06-10", "", ""]),
        (Offer(count=2, rest=True), ["", ""]),
    ],
)
def test_payments_fall_on_the_days_that_were_said(plan: Offer, expected: list[str]) -> None:
    assert dates(plan) == expected


def test_where_no_date_was_said_the_payday_stands_in() -> None:
    assert dates(Offer(count=2, rest=True), payday=31) == ["2026-06-30", "2026-07-31"]
    assert dates(Offer(down=1_000, count=2, rest=True), payday=5) == [
        "2026-07-05",
        "2026-08-05",
        "2026-09-05",
    ]


@pytest.mark.parametrize(
    ("plan", "often"),
    [
        (Offer(amount=35_000, count=12), "month"),
        (Offer(amount=35_000), "month"),
        (Offer(amount=BALANCE), "once"),
        (Offer(amount=35_000, count=1), "once"),
        (Offer(rest=True), "once"),
        (Offer(rest=True, count=4), "month"),
        (Offer(down=50_000), "once"),
        (Offer(amount=35_000, every="week"), "week"),
    ],
)
def test_how_often_is_what_was_said_or_what_it_can_only_mean(plan: Offer, often: str) -> None:
    assert pace(plan, BALANCE) == often


def test_a_cent_a_month_is_followed_to_an_end() -> None:
    plan = Offer(amount=1, every="quarter", first=date(9990, 1, 31))
    assert len(schedule(plan, 10_000_000, TODAY)) == 1200
    assert schedule(plan, 10_000_000, TODAY)[-1].on == date.max


def test_what_is_waived_is_the_decimal_that_was_said() -> None:
    assert owed(Offer(waive=0.1), 12_345) == 12_345 - 1_234
    assert owed(Offer(waive=0.07), 100_000) == 93_000
    assert owed(Offer(waive=500 / 4_200), 4_200) == 3_700
