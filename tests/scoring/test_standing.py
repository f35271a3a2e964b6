"""The state of a call, conditions on it in three values, and the words for it."""

from __future__ import annotations

import pytest

from scoring.conditions import ConditionError, holds, read
from scoring.reasons import FACTS, reason
from scoring.standing import DERIVED, FLAGS, Standing


@pytest.mark.parametrize(
    ("text", "standing", "answer"),
    [
        ("bankrupt", Standing(flags=("bankrupt",)), True),
        ("bankrupt", Standing(), False),
        ("not verified", Standing(verified=False), True),
        ("not verified", Standing(verified=None), None),
        ("bankrupt and not verified", Standing(verified=None), False),
        ("third_party", Standing(answered_by="relative"), True),
        ("third_party", Standing(flags=("not_the_debtor",)), True),
        ("minor", Standing(answered_by="minor"), True),
        ("local_time 22:00 to 08:00", Standing(minute=23 * 60), True),
        ("local_time 22:00 to 08:00", Standing(minute=7 * 60 + 59), True),
        ("local_time 22:00 to 08:00", Standing(minute=8 * 60), False),
        ("local_time 22:00 to 08:00", Standing(minute=None), None),
        ("attempts_today > 6", Standing(attempts_today=7), True),
        ("attempts_today > 6", Standing(attempts_today=6), False),
        ("attempts_today > 6", Standing(), False),
        ("not attempts_today > 6", Standing(), False),
        ("role is agency|assignee", Standing(role="in_house"), False),
        ("region is CA|FL", Standing(), None),
        ("region is not CA", Standing(region="NY"), True),
        ("agreed_time", Standing(minute=22 * 60, agreed=((21 * 60, 23 * 60),)), True),
    ],
)
def test_a_condition_holds_does_not_or_cannot_be_known(
    text: str, standing: Standing, answer: bool | None
) -> None:
    assert holds(read(text), standing) is answer


def test_any_of_several_conditions_is_enough_and_none_always_holds() -> None:
    assert holds(read(["relative", "colleague"]), Standing(answered_by="colleague")) is True
    assert holds((), Standing()) is True


@pytest.mark.parametrize(
    "text", ["bankrupted", "local_time 25:00 to 08:00", "attempts > 6", "product = x", ""]
)
def test_what_is_no_condition_is_refused(text: str) -> None:
    with pytest.raises(ConditionError):
        read(text)


def test_a_book_may_have_facts_of_its_own() -> None:
    assert holds(read("letter", ["letter"]), Standing(flags=("letter",))) is True
    told = reason(
        read("letter", ["letter"]), Standing(flags=("letter",)), {"letter": {"en": "they had written"}}
    )
    assert told == {"en": "they had written"}


def test_what_is_revealed_changes_the_standing_and_can_be_taken_back() -> None:
    standing = Standing(answered_by="relative", verified=False).revealed(["debtor", "verified", "disputed"])
    assert (standing.answered_by, standing.verified, standing.flags) == ("debtor", True, ("disputed",))
    assert standing.revealed(["not disputed"]).flags == ()
    assert Standing(minute=22 * 60).revealed(["agreed_time"]).fact("agreed_time") is True


def test_the_state_is_told_in_both_languages_and_without_what_is_beside_the_point() -> None:
    told = reason(read("not verified and not third_party"), Standing(verified=False), {})
    assert told == {"en": "identity was not verified yet", "zh": "尚未核实身份"}
    late = reason(read("local_time 21:00 to 08:00"), Standing(minute=21 * 60 + 40), {})
    assert late == {"en": "it was 21:40 for the debtor", "zh": "当地时间为 21:40"}


def test_every_fact_has_words() -> None:
    assert {*FLAGS, *DERIVED} - FACTS.keys() <= {"in_language"}


def test_the_clock_passes_midnight() -> None:
    assert Standing(minute=23 * 60 + 59).later(2).minute == 1
