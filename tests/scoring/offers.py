"""Offers, files and households as hypothesis draws them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from scoring import Authority, Debt, Household, Offer
from scoring.offer import MONTHLY

TODAY = date(2026, 6, 10)
FILTERED = settings(max_examples=200, suppress_health_check=[HealthCheck.filter_too_much])
"""For claims about the few of many offers that a file allows or a household can keep."""
days = st.integers(-40, 400).map(lambda number: TODAY + timedelta(number))
maybe_day = st.none() | days
day_of_month = st.none() | st.integers(1, 31)
every = st.sampled_from([None, "once", *MONTHLY])
balances = st.one_of(
    st.integers(1, 60),
    st.integers(1, 5_000_000),
    st.sampled_from([100_000, 1_860_000, 4_200_000, 7_777]),
)
shares = st.sampled_from([None, 0.0, 0.05, 0.1, 0.15, 0.333, 0.5, 1.0])


@st.composite
def offers(draw: st.DrawFn, balance: int) -> Offer:
    """Any terms that could be said about a balance, whole or not."""
    amount = draw(st.none() | st.integers(1, 2 * balance))
    return Offer(
        amount=amount,
        count=draw(st.none() | st.integers(1, 40)),
        every=draw(every),
        first=draw(maybe_day),
        day=draw(day_of_month),
        method=draw(st.sampled_from([None, "transfer"])),
        waive=draw(shares),
        eases=draw(st.booleans()),
        down=draw(st.none() | st.integers(1, balance)),
        down_on=draw(maybe_day),
        rest=amount is None and draw(st.booleans()),
    )


@st.composite
def authorities(draw: st.DrawFn) -> Authority:
    """Any file."""
    low = draw(st.integers(1, 6))
    return Authority(
        instalments=draw(st.none() | st.integers(low, 36).map(lambda high: (low, high))),
        waive=draw(st.sampled_from([0.0, 0.1, 0.2, 0.5])),
        first_payment_within=draw(st.none() | st.integers(1, 60)),
        eases=draw(st.booleans()),
        longest=draw(st.none() | st.integers(1, 36)),
        first_payment=draw(st.none() | st.integers(0, 50_000)),
        first_share=draw(st.none() | st.sampled_from([0.05, 0.1, 0.25])),
    )


households = st.builds(
    Household,
    income=st.integers(50_000, 900_000),
    essentials=st.integers(40_000, 600_000),
    payday=day_of_month,
    at_hand=st.none() | st.integers(0, 300_000),
    debts=st.lists(
        st.builds(Debt, what=st.just("car loan"), amount=st.integers(0, 30_000), day=day_of_month), max_size=2
    ).map(tuple),
    second_payday=day_of_month,
)
