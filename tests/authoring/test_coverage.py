"""Coverage tells what tests never reach, pattern by pattern, with the line where it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.authoring.library import Library
from simulator.authoring.shapes.scenario import ScenarioShape
from simulator.authoring.testing.coverage import PARTS, Coverage, as_data, covered, percent
from simulator.cli import main
from tests.libraries import SAMPLES

EN = "scenarios/en/lost-her-job.yaml"
HEARS = "          - (losing|lost) ... (job|work) ... (hard|rough|awful)\n"


def measured(library: Library, folder: Path, tests: str, hears: str = HEARS) -> tuple[Coverage, list[str]]:
    text = (SAMPLES / EN).read_text(encoding="utf-8")
    assert HEARS in text
    text = text[: text.index("tests:")].replace(HEARS, hears) + "tests:\n" + tests
    path = folder / EN
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    checked = library.check(path, "x.yaml")
    assert isinstance(checked.model, ScenarioShape) and checked.page is not None, checked.findings
    return covered(checked.model, checked.page, library.stage_of(path, "en")), text.splitlines()


def missing(coverage: Coverage, part: str) -> list[str]:
    return [item.name for item in coverage.missing if item.part == part]


def test_a_sentence_covers_every_pattern_that_hears_it_and_no_other(library: Library, tmp_path: Path) -> None:
    hears = HEARS + "          - (lost|losing) ... job\n          - (bad|terrible) ... news\n"
    said = "  t:\n    - you: Losing your job like that is hard.\n      goes: what_is_possible\n"
    coverage, _ = measured(library, tmp_path, said, hears)
    assert missing(coverage, "patterns") == [
        "(bad|terrible) ... news",
        "That's a lot to carry on your own.",
    ]


def test_an_example_is_covered_when_it_is_what_a_sentence_is_like(library: Library, tmp_path: Path) -> None:
    said = "  t:\n    - you: That is a lot to carry on your own.\n      hits: shows she was heard\n"
    coverage, _ = measured(library, tmp_path, said)
    assert missing(coverage, "patterns") == [HEARS.strip(" -\n")]


def test_what_is_missing_has_the_line_where_it_stands(library: Library, tmp_path: Path) -> None:
    coverage, text = measured(library, tmp_path, "  t:\n    - you: Hm.\n      stays: opening\n")
    for item in coverage.missing:
        if item.part in ("patterns", "otherwise"):
            assert item.name in text[item.line - 1]
        if item.part in ("beats", "endings", "verdicts"):
            assert text[item.line - 1].strip().startswith(f"{item.name}:")


def test_a_pattern_that_is_denied_is_not_covered(library: Library, tmp_path: Path) -> None:
    said = "  t:\n    - you: Losing a job is not hard.\n      stays: opening\n"
    coverage, _ = measured(library, tmp_path, said)
    assert HEARS.strip(" -\n") in missing(coverage, "patterns")


def test_beats_verdicts_levels_and_endings_are_counted(library: Library, tmp_path: Path) -> None:
    said = """  t:
    - you: Zzz.
      stays: opening
    - you: Zzz.
      stays: opening
    - you: I'm so sorry to hear that.
      goes: what_is_possible
    - you: Could you pay $900 on the 5th of each month?
      stays: what_is_possible
    - you: Then $120 on the 5th of each month?
      goes: recap
"""
    coverage, _ = measured(library, tmp_path, said)
    assert coverage.of("beats") == (3, 3)
    assert missing(coverage, "verdicts") == ["vague", "counter"]
    assert missing(coverage, "otherwise") == ["You're not making sense."]
    assert missing(coverage, "endings") == ["plan_agreed", "hangs_up"]
    assert "shows she was heard: acknowledges_feeling" not in missing(coverage, "behaviours")


def test_only_everything_is_a_hundred_percent() -> None:
    assert percent(2000, 2000) == 100.0
    assert percent(1999, 2000) == 99.9
    assert percent(0, 0) == 100.0


def test_as_data_every_part_adds_up(library: Library, tmp_path: Path) -> None:
    coverage, _ = measured(library, tmp_path, "  t:\n    - you: Hm.\n      stays: opening\n")
    data = json.loads(json.dumps(as_data(coverage)))
    assert tuple(data["parts"]) == PARTS
    left = sum(part["total"] - part["reached"] for part in data["parts"].values())
    assert left == len(data["missing"]) > 0


@pytest.mark.parametrize(("floor", "code"), [("100", 1), ("5", 0)])
def test_a_floor_that_is_not_reached_fails(floor: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", str(SAMPLES / EN), "--floor", floor, "--lang", "en"]) == code
    out, err = capsys.readouterr()
    assert "COVERAGE" in out and ("below the floor" in err) == bool(code)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_pattern_of_the_shipped_scenarios_is_said_by_a_test(language: str) -> None:
    library = Library.usual()
    for path in library.scenario_files(language):
        checked = library.check(path)
        assert isinstance(checked.model, ScenarioShape) and checked.page is not None
        coverage = covered(checked.model, checked.page, library.stage_of(path, language))
        assert missing(coverage, "patterns") == [], path
        assert missing(coverage, "beats") == missing(coverage, "endings") == [], path
