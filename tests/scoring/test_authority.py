"""What the file lets the trainee agree, and which limit an offer passes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scoring import Authority, Offer, schedule
from scoring.authority import allowed, exceeds
from scoring.judgement import judge
from scoring.offer import owed
from tests.scoring.offers import FILTERED, authorities, balances, households, offers

TODAY = date(2026, 6, 10)
BALANCE = 420_000
FILE = Authority((3, 12), 0.1, 30, longest=12, first_payment=20_000, first_share=0.05)
FIRST = date(2026, 7, 5)
cases = balances.flatmap(lambda balance: st.tuples(st.just(balance), offers(balance)))


@pytest.mark.parametrize(
    ("offer", "limit"),
    [
        (Offer(amount=35_000, count=12, every="month", first=FIRST), ""),
        (Offer(amount=35_000, every="month", first=FIRST), ""),
        (Offer(amount=30_000, every="month", first=FIRST), "instalments"),
        (Offer(count=13, rest=True, first=FIRST), "instalments"),
        (Offer(count=2, rest=True, first=FIRST), "instalments"),
        (Offer(down=210_000, down_on=TODAY, rest=True, first=FIRST), ""),
        (Offer(down=21_000, down_on=TODAY, count=12, rest=True, every="month"), ""),
        (Offer(count=12, rest=True, waive=0.1, first=FIRST), ""),
        (Offer(count=12, rest=True, waive=0.11, first=FIRST), "waive"),
        (Offer(amount=BALANCE, count=1, first=date(2026, 7, 11)), "first_payment"),
        (Offer(amount=BALANCE, count=1, first=date(2026, 7, 10)), ""),
        (Offer(count=12, rest=True, day=9), ""),
        (Offer(count=12, rest=True, every="quarter", first=FIRST), "longest"),
        (Offer(count=12, rest=True, every="month"), ""),
        (Offer(down=19_999, down_on=TODAY, count=6, rest=True), "smallest_first"),
        (Offer(down=21_000, down_on=TODAY, count=6, rest=True), ""),
        (Offer(amount=15_000, count=1, first=FIRST), "smallest_first"),
    ],
)
def test_every_limit_of_the_file_is_named(offer: Offer, limit: str) -> None:
    assert exceeds(offer, FILE, TODAY, BALANCE) == limit


def test_easing_needs_leave_or_money_that_may_be_waived() -> None:
    assert exceeds(Offer(eases=True), Authority(), TODAY) == "ease"
    assert exceeds(Offer(eases=True), Authority(eases=True), TODAY) == ""


def test_the_smallest_first_payment_is_the_larger_of_amount_and_share_and_never_more_than_is_owed() -> None:
    assert FILE.smallest_first(BALANCE) == 21_000
    assert FILE.smallest_first(100_000) == 20_000
    assert FILE.smallest_first(5_000) == 5_000


def test_payments_that_terms_only_imply_are_counted() -> None:
    assert allowed(Offer(amount=30_000, every="month"), BALANCE, FILE) == (14, False)
    assert allowed(Offer(amount=35_000, every="month"), BALANCE, FILE) == (12, True)


@given(cases, authorities(), households)
@FILTERED
def test_no_offer_within_authority_is_judged_beyond_it(case: Any, file: Authority, home: Any) -> None:
    balance, plan = case
    assume(not exceeds(plan, file, TODAY, balance))
    checks = {check.name: check for check in judge(plan, balance, file, home, TODAY, True, True)}
    assert checks["authority"].holds or not schedule(plan, balance, TODAY)
    assert not exceeds(plan, file, TODAY)


@given(cases, authorities())
@FILTERED
def test_what_is_judged_within_authority_keeps_every_limit(case: Any, file: Authority) -> None:
    balance, plan = case
    payments = schedule(plan, balance, TODAY)
    assume(payments and not exceeds(plan, file, TODAY, balance))
    regular = payments[1:] if plan.down else payments
    if file.instalments is not None and len(regular) > 1:
        assert file.instalments[0] <= len(regular) <= file.instalments[1]
    if file.first_payment_within is not None and payments[0].on is not None:
        assert (payments[0].on - TODAY).days <= file.first_payment_within
    assert owed(plan, balance) >= balance - round(file.waive * balance) - 1
    assert payments[0].amount >= file.smallest_first(owed(plan, balance))


@given(cases, authorities())
@FILTERED
def test_a_wider_file_allows_whatever_a_narrower_one_does(case: Any, file: Authority) -> None:
    balance, plan = case
    assume(not exceeds(plan, file, TODAY, balance))
    assert not exceeds(plan, replace(file, waive=1.0, eases=True), TODAY, balance)
    assert not exceeds(plan, replace(file, longest=None, first_payment_within=None), TODAY, balance)
    assert not exceeds(plan, replace(file, first_payment=None, first_share=None), TODAY, balance)
