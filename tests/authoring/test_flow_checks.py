"""Flow checks: one cause gives one finding, and sound scenarios give none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from simulator.authoring.checks import flow, numbers
from simulator.authoring.checks.subject import Subject
from simulator.authoring.exploring.exploration import explore
from simulator.authoring.findings.finding import Severity
from simulator.authoring.library import Library
from simulator.authoring.shapes.scenario import ScenarioShape
from simulator.call import Stage
from simulator.hearing import Ear
from tests.authoring.planted import DEAD_END, written

Edits = list[tuple[str, str]]


def subject(library: Library, path: Path, language: str = "en") -> Subject:
    """A subject on which nothing is heard: these checks ask for no sentence."""
    checked = library.check(path)
    assert isinstance(checked.model, ScenarioShape), checked.findings
    assert checked.page is not None
    script = library.script(path, language)
    found = explore(script)

    def stage() -> Stage:
        return Stage(script, cast(Ear, None), library.rubric(), library.rulebook(script.jurisdiction))

    return Subject(
        page=checked.page,
        model=checked.model,
        script=script,
        kind="scenario",
        stage=stage,
        exploration=lambda: found,
        siblings=(),
        transcripts=lambda: (),
        file=path,
    )


def keys(library: Library, folder: Path, edits: Edits) -> list[str]:
    one = subject(library, written(folder, edits))
    return [finding.key for family in (flow, numbers) for finding in family.check(one)]


Keys = Callable[[Edits], list[str]]


@pytest.fixture
def found(library: Library, tmp_path: Path) -> Keys:
    return lambda edits: keys(library, tmp_path, edits)


def test_a_sound_scenario_has_no_finding(found: Keys) -> None:
    assert found([]) == []


def test_no_shipped_scenario_has_a_warning() -> None:
    library = Library.usual()
    for language in ("en", "zh"):
        for path in library.scenario_files(language):
            one = subject(library, path, language)
            told = [finding for family in (flow, numbers) for finding in family.check(one)]
            assert [finding.key for finding in told if finding.severity is not Severity.INFO] == [], path


def test_a_dead_end_is_one_finding_although_nothing_behind_it_works(found: Keys) -> None:
    told = found(DEAD_END)
    assert told.count("D204") == 1
    assert "D205" not in told


def test_a_limit_that_is_too_short_is_told_instead_of_all_that_lies_behind_it(found: Keys) -> None:
    assert found([("turn_limit: 12", "turn_limit: 2")]) == ["D209"]


def test_a_call_that_may_end_without_a_plan_by_design_needs_none(found: Keys) -> None:
    """A wrong number is no failed negotiation."""
    negotiate = (
        '    negotiate:\n      accept: {says: "{amount} from the {date}. I can do that.", score: {plan: +3}, '
        "goto: recap}\n      too_much: {says: \"I don't have {amount}. I just don't.\"}\n"
        '      vague: {says: "How much, and from when?"}\n'
    )
    listens = "    responses:\n      - good: says sorry\n        is: apologises\n        goto: recap\n"
    told = found([(negotiate, listens), ("needs_plan: yes", "like: [Bye.]"), ("agreed, says", "open, says")])
    assert not {"D205", "D205-none"} & set(told)


def test_an_unlimited_stall_cannot_be_but_a_missing_limit_is_told(found: Keys) -> None:
    assert found([("turn_limit: 12\n", "")]) == ["D207"]


def test_a_breach_that_its_points_price_is_no_finding(found: Keys) -> None:
    free = (
        "      - bad: pushes for payment first\n",
        "      - breach: names her boss\n        hears: [your boss]\n        says: My boss?\n"
        "      - bad: pushes for payment first\n",
    )
    assert "D212" in found([free])
    priced = (
        free[0],
        free[1].replace("        says: My", "        score: {compliance: -4}\n        says: My"),
    )
    assert "D212" not in found([priced])
