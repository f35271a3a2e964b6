"""The tests inside a scenario file are played, and a failure says what was heard instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.library import Library
from simulator.authoring.shapes.scenario import ScenarioShape
from simulator.authoring.testing.scenario_tests import Outcome, run_tests
from tests.libraries import SAMPLES

EN = "scenarios/en/lost-her-job.yaml"


@pytest.fixture
def play(library: Library, tmp_path: Path) -> object:
    """Return a function that plays the sample with other tests."""

    def played(tests: str) -> list[Outcome]:
        text = (SAMPLES / EN).read_text(encoding="utf-8")
        path = tmp_path / EN
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text[: text.index("tests:")] + "tests:\n" + tests, encoding="utf-8")
        checked = library.check(path, "x.yaml")
        assert isinstance(checked.model, ScenarioShape), checked.findings
        return list(run_tests(checked.model, library.stage_of(path, "en")))

    return played


def _only(outcomes: list[Outcome]) -> Outcome:
    (outcome,) = outcomes
    return outcome


def test_the_samples_pass_their_own_tests(library: Library) -> None:
    for language in ("en", "zh"):
        path = library.scenario_file("lost-her-job", language)
        model = library.check(path).model
        assert isinstance(model, ScenarioShape)
        outcomes = list(run_tests(model, library.stage_of(path, language)))
        assert outcomes and all(outcome.passed for outcome in outcomes), outcomes


def test_a_missed_expectation_tells_what_was_heard_instead(play) -> None:
    outcome = _only(
        play("  t:\n    - you: You have to pay everything today.\n      hits: shows she was heard\n")
    )
    (failure,) = outcome.failures
    assert (failure.wanted, failure.expected) == ("hits", "shows she was heard")
    assert any("pushes for payment first" in one for one in failure.heard)


def test_hearing_what_should_be_missed_fails(play) -> None:
    outcome = _only(play("  t:\n    - you: We will sue you tomorrow.\n      misses: threatens her\n"))
    assert [failure.wanted for failure in outcome.failures] == ["misses"]


@pytest.mark.parametrize(
    ("expectation", "wanted"),
    [
        ("goes: recap", "goes"),
        ("stays: recap", "stays"),
        ("ends: hangs_up", "ends"),
        ("mood: trust >= 10", "mood"),
        ("says: nothing of the kind", "says"),
        ("steers: shows she was heard", "steers"),
        ("possibly: insults", "possibly"),
    ],
)
def test_every_kind_of_expectation_can_fail(play, expectation: str, wanted: str) -> None:
    outcome = _only(play(f"  t:\n    - you: You have to pay everything today.\n      {expectation}\n"))
    assert [failure.wanted for failure in outcome.failures] == [wanted]


def test_a_test_begins_where_and_how_it_says(play) -> None:
    outcome = _only(
        play(
            "  t:\n    from: what_is_possible\n    with: {trust: 8, anger: 1}\n    steps:\n"
            "      - you: Hello?\n        stays: what_is_possible\n        mood: [trust >= 7, anger <= 2]\n"
        )
    )
    assert outcome.passed, outcome


def test_a_call_that_ended_early_fails_the_step_that_follows(play) -> None:
    threat = "    - you: Pay today or we will sue you and have you arrested.\n"
    outcome = _only(play("  t:\n" + threat * 6 + "      hits: threatens her\n"))
    assert [failure.wanted for failure in outcome.failures] == ["you"]
