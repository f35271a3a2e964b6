"""Whether there is the money on the day, and where a promise will break."""

from __future__ import annotations

from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from scoring import Debt, Household, Instalment, Offer, Shortfall, affordable, schedule
from scoring.affordability import most, strained
from scoring.judgement import breaks
from tests.scoring.offers import FILTERED, balances, households, offers

TODAY = date(2026, 6, 10)
HOME = Household(income=145_000, essentials=110_000, payday=5)


def broken(plan: Offer, household: Household = HOME, balance: int = 420_000) -> Shortfall | None:
    return affordable(schedule(plan, balance, TODAY), household, TODAY)


def test_all_that_is_spare_can_be_paid_month_by_month_on_payday() -> None:
    assert broken(Offer(amount=35_000, count=12, day=5)) is None
    assert most(HOME) == 35_000


def test_a_cent_more_breaks_and_the_first_payment_is_named() -> None:
    assert broken(Offer(amount=35_001, count=12, day=5)) == Shortfall(
        1, date(2026, 7, 5), 35_001, 1, 35_000, 1, 35_001
    )


def test_what_is_not_paid_in_one_month_is_there_in_the_next() -> None:
    quarterly = Offer(amount=105_000, count=4, every="quarter")
    assert broken(Offer(**{**_said(quarterly), "first": date(2026, 9, 5)})) is None
    early = broken(Offer(**{**_said(quarterly), "first": date(2026, 7, 5)}))
    assert early is not None and (early.number, early.there) == (1, 35_000)


def test_two_due_dates_between_two_paydays_are_seen() -> None:
    plan = Offer(amount=20_000, count=4, every="half-month", first=date(2026, 7, 6))
    found = broken(plan, balance=80_000)
    assert found is not None
    assert (found.number, found.together, found.due, found.there) == (2, 2, 40_000, 15_000)


def test_three_fortnightly_payments_between_two_paydays_are_seen() -> None:
    plan = Offer(amount=16_000, count=26, every="fortnight", first=date(2026, 7, 5))
    found = broken(plan)
    assert found is not None
    assert (found.number, found.together, found.due) == (3, 3, 48_000)


def test_the_thirty_first_and_the_first_take_from_one_months_money() -> None:
    at_month_end = Household(income=145_000, essentials=110_000)
    payments = (Instalment(date(2026, 7, 1), 35_000), Instalment(date(2026, 7, 31), 35_000))
    found = affordable(payments, at_month_end, TODAY)
    assert found is not None and found.number == 2
    assert affordable((payments[0], Instalment(date(2026, 8, 1), 35_000)), at_month_end, TODAY) is None


def test_money_at_hand_pays_today_and_lasts() -> None:
    saver = Household(145_000, 110_000, 5, at_hand=60_000)
    assert broken(Offer(down=60_000, down_on=TODAY, amount=35_000, day=5), saver) is None
    assert broken(Offer(amount=95_000, count=1, first=date(2026, 7, 5)), saver) is None
    assert broken(Offer(down=60_001, down_on=TODAY), saver) is not None


def test_a_debt_due_before_payday_comes_out_of_what_is_at_hand() -> None:
    loan = (Debt("car loan", 20_000, day=20),)
    home = Household(165_000, 110_000, 5, at_hand=60_000, debts=loan)
    assert home.spare == 35_000
    assert broken(Offer(down=40_000, down_on=TODAY), home) is None
    found = broken(Offer(down=40_001, down_on=TODAY), home)
    assert found is not None and found.short == 1


def test_where_nobody_knows_what_is_at_hand_this_months_money_is_there_and_is_not_saved() -> None:
    assert broken(Offer(down=35_000, down_on=TODAY, amount=35_000, count=3, day=5)) is None
    assert broken(Offer(amount=70_000, count=1, first=date(2026, 7, 5))) is not None


def test_two_paydays_bring_half_each() -> None:
    home = Household(145_000, 110_000, 5, second_payday=20)
    assert broken(Offer(amount=17_500, count=24, every="half-month", day=5), home) is None
    found = broken(Offer(amount=35_000, count=12, day=20), home)
    assert found is not None and (found.on, found.there) == (date(2026, 6, 20), 17_500)
    assert broken(Offer(amount=35_000, count=12, day=5), home) is None


def test_both_paydays_of_a_short_february_are_paid() -> None:
    home = Household(145_000, 110_000, 30, second_payday=31)
    assert broken(Offer(amount=35_000, count=12, day=31), home) is None


def test_nothing_spare_pays_nothing() -> None:
    poor = Household(100_000, 120_000, 5)
    assert poor.in_distress and most(poor) == 0
    found = broken(Offer(amount=1, count=1, first=date(2026, 7, 5)), poor)
    assert found is not None and (found.short, found.there) == (1, 0)


def test_payments_without_a_date_are_taken_to_fall_on_paydays() -> None:
    assert broken(Offer(amount=35_000, count=12)) is None
    assert broken(Offer(amount=36_000, count=12)) is not None
    assert breaks(Offer(amount=35_000, count=12), 420_000, HOME, TODAY) is None


def test_a_month_is_under_strain_when_almost_nothing_of_it_stays_free() -> None:
    assert strained(schedule(Offer(amount=35_000, count=12, day=5), 420_000, TODAY), HOME, TODAY) == 12
    assert strained(schedule(Offer(amount=25_000, count=12, day=5), 300_000, TODAY), HOME, TODAY) == 0


def _said(offer: Offer) -> dict[str, object]:
    return {name: getattr(offer, name) for name in Offer.__slots__}


cases = balances.flatmap(lambda balance: st.tuples(st.just(balance), offers(balance)))


@given(cases, households, st.integers(0, 50_000))
@FILTERED
def test_more_money_never_breaks_a_plan(case: tuple[int, Offer], home: Household, more: int) -> None:
    balance, plan = case
    richer = Household(
        home.income + more, home.essentials, home.payday, home.at_hand, home.debts, home.second_payday
    )
    payments = schedule(plan, balance, TODAY)
    assume(affordable(payments, home, TODAY) is None)
    assert affordable(payments, richer, TODAY) is None


@given(cases, households)
def test_what_breaks_is_a_payment_of_the_schedule_and_something_is_missing(
    case: tuple[int, Offer], home: Household
) -> None:
    balance, plan = case
    payments = schedule(plan, balance, TODAY)
    found = affordable(payments, home, TODAY)
    if found is not None:
        assert found.amount in {each.amount for each in payments}
        assert 0 < found.short <= found.amount and found.there + found.short >= found.amount
        assert 1 <= found.number <= len(payments)
