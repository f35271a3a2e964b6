"""The debtor weighs every offer against the money that they have, and remembers what was offered before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.plan import Authority, Debt, Household, Offer, affordable, schedule
from simulator.call.bargain import Bargain, KeepsBack, Negotiation
from simulator.call.means import keeps
from simulator.call.mood import Mood
from simulator.call.saying import Comparison, Line
from simulator.call.script import Account, Persona, Script, Setting
from simulator.call.weighing import Talks, Verdict, propose, weigh

TODAY = date(2026, 6, 10)
SAYS = Bargain(Line(any=("…",)))
PLAIN = Negotiation(SAYS, SAYS, SAYS)
FULL = replace(
    PLAIN,
    counter=replace(SAYS, after=2),
    how_much=SAYS,
    when=SAYS,
    how_often=SAYS,
    later=SAYS,
    all_at_once=SAYS,
    again=SAYS,
    proposes=SAYS,
)
CALM = Talks(Mood(2, 6, 6), 1)


@pytest.fixture(scope="module")
def script() -> Script:
    """A debtor with 350 left a month, paid on the 5th, 30 at hand, who owes 4,200."""
    return Script(
        id="weighed",
        language="en",
        title="Weighed",
        jurisdiction="us",
        level=1,
        practises=("plan",),
        briefing="",
        persona=Persona("p", "en", "Mei Lin", "hardship", "", {}),
        account=Account("Harbour Bank", "Northgate Recovery", "credit_card", 420_000, "USD", 64),
        setting=Setting("phone", "debtor", TODAY, "18:40"),
        authority=Authority((3, 12)),
        household=Household(145_000, 110_000, 5, at_hand=3_000),
        start="",
        beats={},
        endings={},
    )


def answer(
    script: Script, offer: Offer, talks: Talks = CALM, by: Negotiation = FULL, agrees: bool = False
) -> Verdict:
    return weigh(offer, talks, by, script, agrees)


loans = st.builds(Debt, st.just("loan"), st.integers(0, 50_000), st.integers(1, 31))
households = st.builds(
    Household,
    income=st.integers(0, 400_000),
    essentials=st.integers(0, 300_000),
    payday=st.none() | st.integers(1, 31),
    at_hand=st.none() | st.integers(0, 200_000),
    debts=st.lists(loans, max_size=2).map(tuple),
)
offers = st.builds(
    Offer,
    amount=st.none() | st.integers(1, 500_000),
    count=st.none() | st.integers(1, 24),
    every=st.none() | st.sampled_from(("week", "fortnight", "half-month", "month", "quarter", "once")),
    first=st.none() | st.integers(0, 90).map(lambda days: TODAY + timedelta(days)),
    day=st.none() | st.integers(1, 31),
    down=st.none() | st.integers(1, 300_000),
    down_on=st.none() | st.integers(0, 60).map(lambda days: TODAY + timedelta(days)),
    upto=st.none(),
    rest=st.booleans(),
)
talks = st.builds(
    Talks,
    mood=st.builds(Mood, st.integers(0, 10), st.integers(0, 10), st.integers(0, 10)),
    turn=st.integers(1, 30),
    countered=st.none() | offers,
    least=st.none() | st.integers(1, 400_000),
    refusals=st.integers(0, 4),
    pressed=st.integers(0, 4),
    agreed=st.none() | offers,
)


@given(households, offers, talks, st.booleans(), st.booleans())
def test_a_debtor_never_accepts_or_proposes_what_the_household_cannot_pay(
    script: Script, household: Household, offer: Offer, said: Talks, agrees: bool, full: bool
) -> None:
    poor = replace(script, household=household)
    by = replace(FULL, keeps_back=KeepsBack(0.3)) if full else PLAIN
    verdict = weigh(offer, said, by, poor, agrees)
    if verdict.name in ("accept", "counter", "later"):
        payments = schedule(verdict.offer, poor.account.balance, poor.setting.date, household.payday)
        assert affordable(payments, household, poor.setting.date) is None
    proposed = propose(said, by, poor)
    assert proposed is None or keeps(proposed.offer, poor)


@given(households, offers, talks)
def test_only_a_debtor_who_may_be_cornered_says_yes_to_too_much(
    script: Script, household: Household, offer: Offer, said: Talks
) -> None:
    poor = replace(script, household=household)
    cornered = replace(SAYS, when=(Comparison("openness", "<=", 2),), after=2)
    verdict = weigh(offer, said, replace(PLAIN, cornered=cornered), poor, False)
    if verdict.name == "cornered":
        assert said.mood.openness <= 2
        assert said.pressed + 1 >= 2
        assert not keeps(verdict.offer, poor)


@given(offers, talks)
def test_the_same_offer_gets_the_same_answer(script: Script, offer: Offer, said: Talks) -> None:
    assert weigh(offer, said, FULL, script, False) == weigh(replace(offer), said, FULL, script, False)


@pytest.mark.parametrize(
    ("offer", "name"),
    [
        (Offer(amount=30_000, every="month", day=5), "accept"),
        (Offer(amount=30_000, every="month"), "when"),
        (Offer(amount=30_000, day=5), "how_often"),
        (Offer(amount=20_000, upto=30_000, every="month", day=5), "how_much"),
        (Offer(every="month", day=5), "how_much"),
        (Offer(), "vague"),
        (Offer(amount=30_000, every="month", first=TODAY + timedelta(2)), "later"),
        (Offer(down=2_000, down_on=TODAY, amount=30_000, every="month", day=5), "accept"),
        (Offer(down=20_000, down_on=TODAY, amount=10_000, every="month", day=5), "later"),
        (Offer(amount=420_000, count=1, every="once", first=TODAY), "all_at_once"),
        (Offer(amount=90_000, every="month", day=5), "too_much"),
    ],
)
def test_a_debtor_asks_for_exactly_what_is_missing_and_refuses_exactly_what_is_not_there(
    script: Script, offer: Offer, name: str
) -> None:
    assert answer(script, offer).name == name


def test_a_date_before_payday_is_answered_with_payday(script: Script) -> None:
    found = replace(script, household=Household(145_000, 110_000, 5, at_hand=0))
    verdict = answer(found, Offer(amount=30_000, every="month", first=TODAY + timedelta(2)))
    assert (verdict.name, verdict.offer.first, verdict.offer.amount) == ("later", date(2026, 7, 5), 30_000)
    assert answer(found, Offer(), replace(CALM, countered=verdict.offer), agrees=True).name == "accept"


def test_the_same_too_high_offer_again_is_answered_as_such_and_a_lower_one_is_not(script: Script) -> None:
    high, lower = Offer(amount=90_000, every="month", day=5), Offer(amount=60_000, every="month", day=5)
    before = replace(CALM, least=90_000)
    waits = replace(FULL, counter=replace(SAYS, after=9))
    assert answer(script, high, before, waits).name == "again"
    assert answer(script, lower, before, waits).name == "too_much"
    countered = replace(before, refusals=3, countered=Offer(amount=35_000, every="month", day=5))
    assert answer(script, high, countered).name == "again"
    assert answer(script, Offer(amount=20_000, every="month", day=5), countered).name == "accept"


def test_without_trust_less_is_spoken_of_and_less_is_accepted(script: Script) -> None:
    guarded = replace(FULL, keeps_back=KeepsBack(0.3, (Comparison("trust", "<", 5),)))
    offer = Offer(amount=30_000, every="month", day=5)
    wary, trusting = Talks(Mood(2, 3, 5), 1, refusals=1), Talks(Mood(2, 6, 5), 1, refusals=1)
    assert answer(script, offer, wary, guarded) == Verdict(
        "counter", Offer(amount=24_000, every="month", day=5)
    )
    assert answer(script, offer, trusting, guarded).name == "accept"


def test_in_a_mood_that_refuses_nothing_is_weighed(script: Script) -> None:
    refuses = replace(FULL, refuse=replace(SAYS, when=(Comparison("anger", ">=", 7),)))
    offer = Offer(amount=10_000, every="month", day=5)
    assert answer(script, offer, replace(CALM, mood=Mood(8, 5, 5)), refuses).name == "refuse"
    assert propose(replace(CALM, mood=Mood(8, 5, 5)), refuses, script) is None
    assert answer(script, offer, CALM, refuses).name == "accept"


def test_who_has_nothing_left_proposes_nothing_and_accepts_nothing(script: Script) -> None:
    empty = replace(script, household=Household(100_000, 110_000, 5, at_hand=0))
    assert propose(CALM, FULL, empty) is None
    assert (
        answer(empty, Offer(amount=100, every="month", day=5), replace(CALM, refusals=5)).name == "too_much"
    )
