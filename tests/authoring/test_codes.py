"""Every code is proved by its own examples: one file that has the finding, one that has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.findings.examples import (
    BASES,
    WHICH,
    Example,
    base_text,
    example_of,
    findings_in,
    place_of,
)
from simulator.authoring.findings.explaining import PAGES, explanation, page
from simulator.authoring.findings.finding import Severity
from simulator.authoring.findings.render import as_line
from simulator.authoring.findings.wording import LANGUAGES, definition, keys

CODES = sorted({key.partition("-")[0] for key in keys()})
FAILING = [key for key in keys() if example_of(key, "fails")]
PASSING = [key for key in keys() if example_of(key, "passes")]


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_explained_and_has_an_example_of_both_kinds(code: str) -> None:
    variants = [key for key in keys() if key.partition("-")[0] == code]
    for language in LANGUAGES:
        assert definition(variants[0]).why[language]
    for which in WHICH:
        assert any(example_of(key, which) for key in variants), which


@pytest.mark.parametrize("key", FAILING)
def test_the_failing_example_has_this_finding_at_its_line(key: str, tmp_path: Path) -> None:
    example = _example(key, "fails")
    found = findings_in(example, tmp_path)
    told = [as_line(one, "en") for one in found]
    same = [one for one in found if (one.key if "-" in key else one.code) == key]
    assert same, told
    if example.line:
        assert example.line in [one.line for one in same], told


@pytest.mark.parametrize("key", PASSING)
def test_the_passing_example_has_not_this_finding_and_no_error(key: str, tmp_path: Path) -> None:
    found = findings_in(_example(key, "passes"), tmp_path)
    told = [as_line(one, "en") for one in found if one.code == key.partition("-")[0]]
    told += [as_line(one, "en") for one in found if one.severity is Severity.ERROR]
    assert told == []


@pytest.mark.parametrize("name", sorted(path.stem for path in BASES.glob("*.yaml")))
def test_a_base_is_clean(name: str, tmp_path: Path) -> None:
    text = base_text(name)
    example = Example("", place_of(text), text.encode(), 0, {} if "persona" in name else _personas())
    assert [as_line(one, "en") for one in findings_in(example, tmp_path) if one.code != "D602"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_all_codes_is_what_the_definitions_say(language: str) -> None:
    """If not: `python -m simulator.authoring.findings.explaining` writes both pages anew."""
    kept = (Path(__file__).parents[2] / "docs" / PAGES[language]).read_text(encoding="utf-8")
    assert kept == page(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_shows_the_finding_and_how_to_write_it_instead(language: str) -> None:
    text = explanation("D105", language)
    assert "[D105]" in text and "^" in text and "mood: {anger: 1," in text
    assert "mood: {anger: -1," in text.partition("[D105]")[2]
    assert definition("D105").why[language] in text


def _personas() -> dict[str, bytes]:
    return {place_of(text): text.encode() for text in map(base_text, ("persona", "persona-zh"))}


def _example(key: str, which: str) -> Example:
    example = example_of(key, which)
    assert example is not None
    return example
