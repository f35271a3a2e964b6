"""The arithmetic of repayment."""

from __future__ import annotations

from datetime import date

import pytest

from scoring import Authority, Household, Offer
from scoring.plan import exceeds, judge, repeats, work_out

TODAY = date(2026, 6, 10)
BALANCE = 420_000
FILE = Authority(instalments=(3, 12), waive=0.0, first_payment_within=30)
HOME = Household(income=145_000, essentials=110_000, payday=5)
GOOD = Offer(amount=35_000, count=12, every="month", first=date(2026, 7, 5), method="transfer")


def checks(plan: Offer | None, authority: Authority = FILE) -> dict[str, bool]:
    return {check.name: check.holds for check in judge(plan, BALANCE, authority, HOME, TODAY, True, True)}


def test_a_plan_that_fits_holds_in_every_check() -> None:
    assert all(checks(GOOD).values())


def test_nothing_agreed_holds_in_no_check() -> None:
    assert not any(checks(None).values())


def test_a_promise_that_cannot_be_kept_scores_below_an_honest_smaller_one() -> None:
    too_much = Offer(amount=70_000, count=6, every="month", first=date(2026, 7, 5), method="transfer")
    honest = Offer(amount=20_000, count=12, every="month", first=date(2026, 7, 5), method="transfer")
    assert not checks(too_much)["agreed"]
    assert not checks(too_much)["affordable"]
    assert checks(honest)["agreed"]
    assert sum(checks(honest).values()) > sum(checks(too_much).values())
    assert [name for name, holds in checks(honest).items() if not holds] == ["covers"]


@pytest.mark.parametrize(
    ("every", "a_month"), [("week", 151_667), ("fortnight", 75_833), ("month", 35_000), ("quarter", 11_667)]
)
def test_what_a_plan_costs_a_month_depends_on_how_often_it_is_paid(every: str, a_month: int) -> None:
    terms = work_out(Offer(amount=35_000, count=12, every=every), BALANCE)
    assert terms is not None
    assert terms.a_month == a_month


def test_without_a_count_the_payments_go_on_until_the_balance_is_covered() -> None:
    terms = work_out(Offer(amount=36_000, every="month"), BALANCE)
    assert terms is not None
    assert (terms.count, terms.total) == (12, BALANCE)


def test_more_instalments_than_the_file_allows_are_beyond_authority_also_when_only_implied() -> None:
    assert not checks(Offer(amount=20_000, every="month", day=5))["authority"]
    assert not checks(Offer(amount=20_000, every="month", day=5))["agreed"]
    assert exceeds(Offer(amount=20_000, count=24), FILE, TODAY) == "instalments"


@pytest.mark.parametrize(
    ("offer", "limit"),
    [
        (Offer(waive=0.2), "waive"),
        (Offer(eases=True), "ease"),
        (Offer(first=date(2026, 8, 1)), "first_payment"),
        (Offer(amount=35_000, count=12, first=date(2026, 7, 5)), ""),
        (Offer(count=1, amount=BALANCE), ""),
    ],
)
def test_an_offer_is_held_against_every_limit_of_the_file(offer: Offer, limit: str) -> None:
    assert exceeds(offer, FILE, TODAY) == limit


def test_easing_that_the_file_allows_exceeds_nothing() -> None:
    assert exceeds(Offer(eases=True), Authority(eases=True), TODAY) == ""


def test_later_terms_stand_over_earlier_ones_and_leave_the_rest() -> None:
    assert Offer(amount=1, day=5).merged(Offer(amount=2, count=3)) == Offer(amount=2, count=3, day=5)


@pytest.mark.parametrize(
    ("said", "repeated"),
    [
        (None, False),
        (Offer(first=date(2026, 7, 5)), False),
        (Offer(amount=35_000), True),
        (Offer(amount=35_000, count=12, every="month", first=date(2026, 7, 5)), True),
        (Offer(amount=20_000, count=12), False),
        (Offer(amount=35_000, every="week"), False),
        (Offer(amount=35_000, first=date(2026, 8, 20)), False),
    ],
)
def test_a_recap_names_the_amount_and_nothing_that_differs(said: Offer | None, repeated: bool) -> None:
    assert repeats(GOOD, said) is repeated
