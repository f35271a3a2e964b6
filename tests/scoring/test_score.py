"""What a call is worth: earned, lost and offered, and the verdict on conduct beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import (
    Authority,
    CallFacts,
    Competency,
    Heard,
    Kind,
    Rubric,
    Rule,
    Rulebook,
    Span,
    Turn,
    as_dict,
    recompute,
    score,
)

TODAY = date(2026, 6, 10)
NAMES = ("patience", "empathy", "compliance", "plan")
RUBRIC = Rubric(
    id="test",
    title={"en": "Test"},
    bar=75,
    competencies=tuple(Competency(name, 25, 40, {"en": name}, {"en": name}) for name in NAMES),
    penalties={"pressures": {"patience": -2}, "threatens_legal": {"compliance": -4, "empathy": -1}},
    severities={"critical": 6, "major": 3, "minor": 1},
    plan={"agreed": 3},
)
RULES = Rulebook(
    "us",
    {"en": "US"},
    (Rule("US-18", "No threats", "15 USC 1692e(5)", "V1", "critical", "law", {}, ("threatens_legal",)),),
)


def heard(name: str, kind: Kind = Kind.GOOD, points: dict[str, int] | None = None, *behaviours: str) -> Heard:
    return Heard(name, kind, Span(0, 3), "sue", "pattern", points=points or {}, behaviours=behaviours)


def turn(number: int, *found: Heard, offered: dict[str, int] | None = None, **more: Any) -> Turn:
    beat = more.pop("beat", f"beat {number}")
    return Turn(
        number, beat, "says", more.pop("reply", f"reply {number}"), found, offered=offered or {}, **more
    )


def call(*turns: Turn, **more: Any) -> CallFacts:
    facts = CallFacts(turns, "", "", 420_000, "USD", Authority(), None)
    return replace(facts, **more)


def scores(*turns: Turn, **more: Any) -> dict[str, int | None]:
    sheet = score(call(*turns, **more), RUBRIC, RULES, TODAY)
    return {result.name: result.score for result in sheet.competencies}


def test_nothing_on_offer_is_not_assessed_never_100() -> None:
    assert scores(turn(1, heard("kind"))) == dict.fromkeys(NAMES)
    assert score(call(), RUBRIC, RULES, TODAY).overall is None
    assert not score(call(), RUBRIC, RULES, TODAY).passed


def test_earned_is_what_was_heard_and_at_most_what_was_on_offer() -> None:
    kind = heard("kind", Kind.GOOD, {"empathy": 2})
    other = heard("kinder", Kind.GOOD, {"empathy": 2})
    assert scores(turn(1, kind, offered={"empathy": 2}))["empathy"] == 100
    assert (
        scores(turn(1, kind, other, offered={"empathy": 2}), turn(2, offered={"empathy": 2}))["empathy"] == 50
    )


def test_repeated_praise_of_the_same_name_earns_nothing() -> None:
    kind = heard("kind", Kind.GOOD, {"empathy": 2})
    once = scores(turn(1, kind, offered={"empathy": 2}), turn(2, offered={"empathy": 2}))
    twice = scores(turn(1, kind, offered={"empathy": 2}), turn(2, kind, offered={"empathy": 2}))
    assert once == twice


def test_the_same_reply_said_again_word_for_word_earns_nothing_in_any_beat() -> None:
    one = turn(1, heard("kind", Kind.GOOD, {"empathy": 2}), offered={"empathy": 2}, reply="I hear you.")
    two = turn(2, heard("kinder", Kind.GOOD, {"empathy": 2}), offered={"empathy": 2}, reply="i hear you")
    assert scores(one, two)["empathy"] == 50


def test_a_reply_that_was_not_understood_puts_nothing_on_offer() -> None:
    missed = turn(1, offered={"empathy": 2, "patience": 3}, understood=False)
    assert scores(missed) == dict.fromkeys(NAMES)


def test_what_was_lost_is_never_left_unassessed() -> None:
    push = heard("pressures", Kind.BAD, None, "pressures")
    assert scores(turn(1, push))["patience"] == 0


def test_a_lost_call_is_not_passed_whatever_its_points() -> None:
    kind = heard("kind", Kind.GOOD, {"empathy": 2})
    sheet = score(call(turn(1, kind, offered={"empathy": 2}), outcome="lost"), RUBRIC, RULES, TODAY)
    assert (sheet.overall, sheet.passed, sheet.reasons) == (100, False, ("lost",))


def test_staying_in_a_beat_puts_its_points_on_offer_once() -> None:
    kind = heard("kind", Kind.GOOD, {"empathy": 2})
    stay = turn(1, offered={"empathy": 2}, beat="opening")
    assert scores(stay, turn(2, kind, offered={"empathy": 2}, beat="opening"))["empathy"] == 100


def test_bad_subtracts_and_the_score_stops_at_0() -> None:
    kind = heard("kind", Kind.GOOD, {"patience": 2})
    push = heard("pressures", Kind.BAD, None, "pressures")
    assert scores(turn(1, kind, offered={"patience": 4}), turn(2, push))["patience"] == 0
    assert scores(turn(1, offered={"patience": 1}), turn(2, push))["patience"] == 0


def test_the_scenario_prices_a_fault_before_the_rubric_does() -> None:
    push = heard("pushes", Kind.BAD, {"patience": -1}, "pressures")
    kind = heard("kind", Kind.GOOD, {"patience": 4})
    assert scores(turn(1, kind, offered={"patience": 4}), turn(2, push))["patience"] == 75


def test_a_critical_breach_fails_however_kind_the_rest_was() -> None:
    kind = heard("kind", Kind.GOOD, dict.fromkeys(NAMES, 40))
    threat = heard("threatens", Kind.BREACH, None, "threatens_legal")
    offered = dict.fromkeys(NAMES, 40)
    clean = score(call(turn(1, kind, offered=offered)), RUBRIC, RULES, TODAY)
    cruel = score(call(turn(1, kind, threat, offered=offered)), RUBRIC, RULES, TODAY)
    assert (clean.passed, clean.conduct) == (True, "clean")
    assert (cruel.passed, cruel.conduct, cruel.reasons) == (False, "critical", ("critical_breach",))
    assert cruel.overall is not None and cruel.overall > 90
    assert [(each.rule, each.citation, each.words) for each in cruel.breaches] == [
        ("US-18", "15 USC 1692e(5)", "sue")
    ]


def test_a_rule_and_the_rubric_do_not_both_take_compliance_for_one_breach() -> None:
    threat = heard("threatens", Kind.BREACH, None, "threatens_legal")
    sheet = score(call(turn(1, threat)), RUBRIC, RULES, TODAY)
    lost = {result.name: result.lost for result in sheet.competencies}
    assert lost == {"patience": 0, "empathy": 1, "compliance": 6, "plan": 0}


def test_a_breach_that_the_scenario_prices_too_is_paid_for_once() -> None:
    threat = heard("threatens", Kind.BREACH, {"compliance": -5, "empathy": -2}, "threatens_legal")
    sheet = score(call(turn(1, threat)), RUBRIC, RULES, TODAY)
    assert {result.name: result.lost for result in sheet.competencies}["compliance"] == 6


def test_what_came_near_never_moves_a_score_and_is_listed() -> None:
    near = heard("threatens_legal", Kind.BREACH, None, "threatens_legal")
    base = turn(1, heard("kind", Kind.GOOD, {"empathy": 1}), offered={"empathy": 1})
    plain = score(call(base), RUBRIC, RULES, TODAY)
    listed = score(call(replace(base, possibly=(near,))), RUBRIC, RULES, TODAY)
    assert (plain.overall, plain.conduct) == (listed.overall, listed.conduct)
    assert [each["name"] for each in listed.possibly] == ["threatens_legal"]


@pytest.mark.parametrize(("kind", "patience"), [(Kind.GOOD, 100), (Kind.BAD, 0)])
def test_patience_watches_the_reply_to_a_provocation(kind: Kind, patience: int) -> None:
    assert scores(turn(1, heard("x", kind), provocation="insult"))["patience"] == patience


def test_a_reply_that_was_not_understood_is_not_judged_as_an_answer_to_a_provocation() -> None:
    assert scores(turn(1, provocation="insult", understood=False))["patience"] is None


def test_a_floor_that_is_missed_fails_a_call_above_the_bar() -> None:
    offered = {"empathy": 10, "compliance": 10, "patience": 10}
    most = heard("most", Kind.GOOD, {"compliance": 10, "patience": 10, "empathy": 3})
    sheet = score(call(turn(1, most, offered=offered)), RUBRIC, RULES, TODAY)
    assert sheet.overall == 77
    assert sheet.reasons == ("floor_empathy",)


points = st.dictionaries(st.sampled_from(NAMES), st.integers(-5, 5))
turns = st.lists(
    st.builds(
        lambda found, offered, provoked, beat: (found, offered, provoked, beat),
        st.lists(
            st.tuples(st.sampled_from(["a", "b", "c"]), st.sampled_from(list(Kind)), points), max_size=3
        ),
        st.dictionaries(st.sampled_from(NAMES), st.integers(0, 5)),
        st.sampled_from(["", "insult"]),
        st.sampled_from(["one", "two"]),
    ),
    max_size=6,
)


@given(turns)
def test_every_sheet_adds_up_from_its_own_evidence(made: Any) -> None:
    facts = call(
        *(
            turn(
                number,
                *(heard(name, kind, given_points, "threatens_legal") for name, kind, given_points in found),
                offered=offered,
                provocation=provoked,
                beat=beat,
            )
            for number, (found, offered, provoked, beat) in enumerate(made, 1)
        )
    )
    sheet = as_dict(score(facts, RUBRIC, RULES, TODAY))
    again = recompute(sheet)
    assert again["overall"] == sheet["overall"]
    for name, result in sheet["competencies"].items():
        assert again["competencies"][name] == {
            key: result[key] for key in ("score", "earned", "lost", "offered")
        }
        assert result["score"] is None or 0 <= result["score"] <= 100
