"""The plan part of the sheet: what it says, and the order in which five ends of a call come out."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import CallFacts, Heard, Household, Kind, Offer, Span, Turn, as_dict, recompute, score
from scoring.better import better
from scoring.judgement import CHECKS
from scoring.plan_part import asked, plan_part, terms_of
from tests.scoring.five import (
    BALANCE,
    CRUSHING,
    FAIR,
    FILE,
    GIVEAWAY,
    HOME,
    RUBRIC,
    RULES,
    TODAY,
    VAGUE,
    WAIVER,
    plan_score,
    sheet,
)
from tests.scoring.offers import offers

POOR = Household(income=100_000, essentials=120_000, payday=5)


def test_five_ends_of_a_call_come_in_the_order_of_an_experienced_trainer() -> None:
    scores = [
        plan_score(FAIR),
        plan_score(GIVEAWAY),
        plan_score(None, left_at=VAGUE),
        plan_score(CRUSHING),
        plan_score(WAIVER),
    ]
    assert scores == sorted(set(scores), reverse=True), scores
    assert scores[0] == 100 and scores[3] < 10


def test_a_promise_that_cannot_be_kept_scores_below_every_honest_smaller_one() -> None:
    for amount in (5_000, 10_000, 20_000, 30_000, 34_999):
        assert plan_score(replace(FAIR, amount=amount)) > plan_score(CRUSHING)


def test_the_schedule_is_a_table_with_a_running_total() -> None:
    plan = sheet(FAIR).plan
    assert plan["schedule"][0] == {"on": "2026-07-05", "amount": 35_000, "paid": 35_000}
    assert plan["schedule"][-1] == {"on": "2027-06-05", "amount": 35_000, "paid": BALANCE}
    assert (plan["days"], plan["half_days"], plan["recovery_percent"]) == (360, 178, 100)
    assert (plan["health_percent"], plan["strained_months"]) == (0, 12)
    assert (plan["kept"], plan["open"], plan["missing"], plan["better"]) == (True, 0, [], [])


def test_a_plan_that_will_break_says_when_by_how_much_and_what_comes_in_until_then() -> None:
    plan = sheet(CRUSHING).plan
    assert plan["kept"] is False and plan["kept_percent"] == 0
    assert plan["breaks"] == {
        "number": 1,
        "on": "2026-07-05",
        "amount": 70_000,
        "short": 35_000,
        "there": 35_000,
        "together": 1,
        "due": 70_000,
    }
    assert plan["better"] == [
        {
            "check": "affordable",
            "say": "affordable",
            "values": {"amount": 35_000, "spare": 35_000, "count": 12},
        }
    ]


def test_what_was_given_away_and_how_much_of_it_was_needless_stands_in_figures() -> None:
    plan = sheet(WAIVER).plan
    assert plan["waived"] == 84_000 and plan["conceded"]["needless"] == 84_000
    assert plan["beyond"] == "waive"
    assert [each["say"] for each in plan["better"]] == ["authority_waive"]
    assert sheet(GIVEAWAY).plan["conceded"]["longer"] == 12


def test_every_offer_stands_with_its_turn_its_words_and_what_the_debtor_said() -> None:
    first = Turn(1, "money", "So?", "All of it today.", offer=Offer(BALANCE, 1, "once"), verdict="too_much")
    said = Heard("offers_plan", Kind.GOOD, Span(0, 5), "350 a month", "pattern", behaviour="offers_plan")
    second = Turn(2, "money", "No.", "Then 350 a month.", (said,), offer=FAIR, counter=Offer(30_000))
    call = _call((first, second), plan=FAIR, agreed_turn=2)
    made = plan_part(call, TODAY, "en")["offers"]
    assert [(each["turn"], each["by"], each["words"], each["verdict"]) for each in made] == [
        (1, "collector", "All of it today.", "too_much"),
        (2, "collector", "350 a month", "accept"),
        (2, "debtor", "", ""),
    ]
    assert made[0]["terms"] == {"amount": BALANCE, "count": 1, "every": "once"}


def test_the_plan_said_back_is_a_recap_and_a_date_alone_is_no_offer() -> None:
    dated = Turn(1, "money", "So?", "Friday is the 12th.", offer=Offer(first=date(2026, 6, 12)))
    agreed = Turn(2, "money", "So?", "350 a month, then.", offer=FAIR)
    again = Turn(3, "recap", "Fine.", "So, 350 from July 5.", offer=Offer(35_000, first=FAIR.first))
    made = plan_part(_call((dated, agreed, again), plan=FAIR, agreed_turn=2), TODAY, "en")["offers"]
    assert [(each["turn"], each["act"], each["verdict"]) for each in made] == [
        (2, "offer", "accept"),
        (3, "recap", ""),
    ]


def test_a_hundred_on_friday_may_be_a_part_payment_and_is_not_forty_of_them() -> None:
    part = Turn(1, "money", "So?", "A hundred.", offer=Offer(10_000, first=date(2026, 6, 12)))
    monthly = Turn(2, "money", "So?", "A hundred a month.", offer=Offer(10_000, every="month"))
    made = plan_part(_call((part, monthly)), TODAY, "en")["offers"]
    assert [each["beyond"] for each in made] == ["", "instalments"]


def test_a_household_without_a_spare_cent_is_right_to_promise_nothing() -> None:
    helped = Turn(
        1,
        "money",
        "I have nothing.",
        "There is free advice.",
        (
            Heard(
                "signposts_help", Kind.GOOD, Span(0, 5), "free advice", "pattern", behaviour="signposts_help"
            ),
        ),
    )
    for outcome in ("hardship", "open"):
        assert _score(_call((helped,), household=POOR, outcome=outcome)) == 100
    assert _score(_call((helped,), household=POOR, outcome="lost")) == 33
    silent = replace(helped, heard=())
    assert _score(_call((silent,), household=POOR, outcome="open")) == 67
    promised = _call((helped,), household=POOR, outcome="agreed", plan=FAIR, agreed_turn=1)
    assert _score(promised) == 0
    assert [each["say"] for each in plan_part(promised, TODAY, "en")["better"]] == ["no_payment"]


def test_the_scenario_may_say_otherwise_than_the_household() -> None:
    call = _call((), household=POOR, outcome="open", no_payment_is_right=False)
    assert [check.name for check in asked(call, TODAY)[0]] == list(CHECKS)
    call = _call((), household=HOME, outcome="hardship", no_payment_is_right=True)
    assert [check.name for check in asked(call, TODAY)[0]] == ["no_payment", "help"]


def test_a_call_that_never_came_to_money_has_no_plan_part() -> None:
    assert plan_part(_call((), plan_on_offer=False), TODAY, "en") == {}


@pytest.mark.parametrize(
    ("plan", "check", "say"),
    [
        (replace(FAIR, first=None), "date", "date"),
        (replace(FAIR, method=None), "method", "method"),
        (replace(FAIR, approx=True), "amount", "amount"),
        (replace(FAIR, amount=20_000), "covers", "covers"),
        (replace(FAIR, amount=70_000, count=6), "affordable", "affordable"),
        (replace(FAIR, amount=10_500, count=40), "authority", "authority_instalments"),
        (replace(FAIR, first=date(2026, 9, 5)), "authority", "authority_first_payment"),
        (replace(FAIR, eases=True), "authority", "authority_ease"),
        (GIVEAWAY, "no_excess", "no_excess_longer"),
        (
            Offer(18_000, 20, "half-month", date(2026, 7, 6), method="transfer"),
            "affordable",
            "affordable_together",
        ),
    ],
)
def test_for_each_check_that_is_missing_there_is_a_better_sentence(plan: Offer, check: str, say: str) -> None:
    found = {each["check"]: each["say"] for each in sheet(plan).plan["better"]}
    assert found.get(check) == say


def test_a_plan_that_was_not_said_back_gets_the_sentence_to_say() -> None:
    found = sheet(FAIR, recapped=False).plan["better"]
    assert found == [
        {
            "check": "recapped",
            "say": "recapped",
            "values": {"amount": 35_000, "count": 12, "day": "2026-07-05", "last": "2027-06-05"},
        }
    ]


@given(st.integers(1, 2_000_000).flatmap(lambda balance: st.tuples(st.just(balance), offers(balance))))
def test_any_plan_makes_a_sheet_of_plain_data_that_adds_up(case: tuple[int, Offer]) -> None:
    balance, plan = case
    call = replace(_call((), plan=plan, agreed_turn=0), balance=balance)
    made = as_dict(score(call, RUBRIC, RULES, TODAY))
    again = json.loads(json.dumps(made))
    assert again == made
    assert recompute(again)["overall"] == again["overall"]
    part = made["plan"]
    if part.get("schedule"):
        assert part["schedule"][-1]["paid"] == part["total"]
        assert part["total"] + part["open"] + part["waived"] == balance
    assert {each["check"] for each in part["better"]} <= set(part["missing"])


@given(st.permutations(["amount", "count", "every", "first", "method"]))
def test_the_same_offer_said_in_other_pieces_scores_the_same(order: list[str]) -> None:
    said = Offer()
    for name in order:
        said = said.merged(Offer(**{name: getattr(FAIR, name)}))
    assert said == FAIR and plan_score(said) == plan_score(FAIR)


@pytest.mark.parametrize(
    "other",
    [
        replace(FAIR, count=None),
        replace(FAIR, first=None, day=5),
        replace(FAIR, day=5),
        replace(FAIR, every=None),
        Offer(count=12, every="month", first=FAIR.first, method="transfer", rest=True),
        Offer(35_000, 11, "month", date(2026, 8, 5), method="transfer", down=35_000, down_on=FAIR.first),
    ],
)
def test_the_same_payments_in_other_terms_score_the_same(other: Offer) -> None:
    assert sheet(other).plan["schedule"] == sheet(FAIR).plan["schedule"]
    assert plan_score(other) == plan_score(FAIR) == 100


def test_terms_leave_out_what_was_not_said() -> None:
    assert terms_of(Offer(waive=0.15, down=5, down_on=TODAY)) == {
        "down": 5,
        "down_on": "2026-06-10",
        "waive_percent": 15,
    }


def test_better_says_nothing_where_nothing_is_missing() -> None:
    call = _call((), plan=FAIR, agreed_turn=1, recapped=True, proposed_by_debtor=True)
    assert better(call, asked(call, TODAY)[0], TODAY) == []


def _call(turns: tuple[Turn, ...], **more: object) -> CallFacts:
    facts = {"household": HOME, "outcome": "", "plan_on_offer": True, **more}
    return CallFacts(turns, "done", balance=BALANCE, currency="USD", authority=FILE, **facts)  # type: ignore[arg-type]  # facts by name


def _score(call: CallFacts) -> int | None:
    return score(call, RUBRIC, RULES, TODAY).competencies[0].score
