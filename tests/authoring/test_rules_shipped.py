"""The shipped rulebooks: every test of every rule decides as it says, and every rule has enough of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from simulator import paths
from simulator.authoring.library import Library
from simulator.authoring.shapes.rule_tests import BREAKING, LAWFUL
from simulator.authoring.testing.bench import Bench
from simulator.authoring.testing.rule_tests import FOLDER, play, read_rule_tests
from tests.libraries import books

RULEBOOKS = paths.scoring_data("rulebooks")
BOOKS = sorted(path.stem for path in (RULEBOOKS / FOLDER).glob("*.yaml"))
ENOUGH = 8


@pytest.fixture(scope="module")
def library(compiled: Path) -> Library:
    return books(compiled)


@pytest.mark.parametrize("name", BOOKS)
def test_every_reply_of_a_rulebooks_tests_is_decided_as_it_says(library: Library, name: str) -> None:
    book = library.rulebook(name)
    tests = read_rule_tests(RULEBOOKS / FOLDER / f"{name}.yaml")
    played = play(Bench(library, book, book.language), tests)
    failed = [
        f"{one.name}: wanted {one.wanted}, {one.problem} ({one.words})" for one in played if not one.passed
    ]
    assert failed == []


@pytest.mark.parametrize("name", BOOKS)
def test_every_rule_that_is_judged_has_enough_tests_of_both_kinds(library: Library, name: str) -> None:
    tests = read_rule_tests(RULEBOOKS / FOLDER / f"{name}.yaml").tests
    for rule in library.rulebook(name).rules:
        if not (rule.forbids or rule.requires):
            continue
        own = tests.get(rule.id, [])
        answers = Counter(test.answer for test in own)
        kinds = {test.kind for test in own}
        assert len(own) >= ENOUGH, rule.id
        assert answers["breaks"] and answers["keeps"], rule.id
        assert kinds & set(BREAKING) and kinds & set(LAWFUL), rule.id


@pytest.mark.parametrize("name", BOOKS)
def test_nothing_unsure_is_called_law_and_every_law_has_its_clause_and_its_date(
    library: Library, name: str
) -> None:
    for rule in library.rulebook(name).rules:
        assert rule.as_law == (rule.source == "law"), rule.id
        assert bool(rule.citation) or not rule.as_law, rule.id
        assert (rule.checked and rule.status) or not rule.as_law, rule.id
        for texts in (rule.titles, rule.requirement):
            assert set(texts) == {"en", "zh"}, rule.id
