"""Number checks: conditions, moods and points against everything that can happen."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.library import Library
from tests.authoring.test_flow_checks import Keys, keys

ENDS = "  - anger >= 9: hangs_up\n"


@pytest.fixture
def found(library: Library, tmp_path: Path) -> Keys:
    return lambda edits: keys(library, tmp_path, edits)


def test_a_mood_that_adds_up_over_the_call_can_meet_a_condition(found: Keys) -> None:
    assert "D404" not in found([(ENDS, ENDS + "  - trust >= 7: hangs_up\n")])
    assert "D404" in found([(ENDS, ENDS + "  - trust >= 8: hangs_up\n")])


def test_a_bad_thing_is_felt_each_time_so_its_condition_can_be_met(found: Keys) -> None:
    assert "D404" not in found([(ENDS, ENDS + "  - trust <= 0: hangs_up\n")])


def test_a_turn_beyond_the_limit_never_comes(found: Keys) -> None:
    assert "D404" in found([(ENDS, ENDS + "  - turn >= 13: hangs_up\n")])
    assert "D404" not in found([(ENDS, ENDS + "  - turn >= 11: hangs_up\n")])


def test_two_responses_that_share_a_beat_by_condition_are_fine(found: Keys) -> None:
    told = found(
        [
            (
                "        is: acknowledges_feeling\n",
                "        is: acknowledges_feeling\n        if: trust >= 4\n",
            ),
            (
                "      - bad: pushes for payment first\n",
                "      - good: is heard late\n        is: acknowledges_feeling\n        if: trust < 4\n"
                "        score: {empathy: +1}\n        goto: what_is_possible\n"
                "      - bad: pushes for payment first\n",
            ),
        ]
    )
    assert not {"D404", "D404-always"} & set(told)


def test_a_refusal_that_leads_on_is_no_farm(found: Keys) -> None:
    refusal = "too_much: {says: \"I don't have {amount}. I just don't.\""
    soft = refusal + ", mood: {trust: +1}"
    assert "D411" in found([(refusal, soft)])
    assert "D411" not in found([(refusal, soft + ", goto: recap")])


def test_one_fault_that_soothes_and_costs_points_is_paid_for(found: Keys) -> None:
    paid = ("mood: {anger: +3, trust: -1}\n        score", "mood: {trust: +1}\n        score")
    assert "D411" not in found([paid])


def test_points_out_of_reach_are_told_once(found: Keys) -> None:
    told = found([("practises: [empathy, plan]", "practises: [empathy, compliance, plan]")])
    assert told == ["D410"]
