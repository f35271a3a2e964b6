"""The tests of a rulebook, played: whether each reply breaks its rule, keeps it, or is to be looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scoring.rulebook import Breach
from simulator.authoring.findings.finding import has_errors
from simulator.authoring.findings.render import as_line
from simulator.authoring.reading.opening import read_file
from simulator.authoring.shapes.known import known_words
from simulator.authoring.shapes.rule_tests import RuleTestShape, RuleTestsShape
from simulator.authoring.shapes.shape import shaped
from simulator.authoring.testing.bench import Bench, Step
from simulator.authoring.testing.states import StateError, desk_of
from simulator.errors import Unreadable

FOLDER = "tests"
"""The folder beside the rulebooks in which their tests lie."""


@dataclass(frozen=True, slots=True)
class Played:
    """One test of a rule: what was wanted, and what the words were found to break, surely and possibly."""

    rule: str
    number: int
    kind: str
    wanted: str
    reply: str
    sure: tuple[str, ...]
    possible: tuple[str, ...]
    problem: str = ""
    names: str = ""
    words: str = ""

    @property
    def passed(self) -> bool:
        """Whether it was decided as it should be."""
        return not self.problem

    @property
    def name(self) -> str:
        """How reports call it."""
        told = f" {self.names}" if self.names else ""
        return f"{self.rule} {self.number} {self.kind}{told}: {self.reply}"


def read_rule_tests(path: Path) -> RuleTestsShape:
    """Return the tests in a file; raises Unreadable with its first error."""
    reading = read_file(path, str(path), known_words(RuleTestsShape))
    findings = list(reading.findings)
    model: RuleTestsShape | None = None
    if reading.page is not None:
        model, problems = shaped(reading.page, RuleTestsShape)
        findings += problems
    if model is None or has_errors(findings):
        raise Unreadable("Tests", as_line(findings[0], "en") if findings else f"{path} is empty.")
    return model


def play(bench: Bench, tests: RuleTestsShape, only: str = "") -> Iterator[Played]:
    """Play the tests of a rulebook, of one rule if `only` is its id."""
    for rule, ones in tests.tests.items():
        if only and rule != only:
            continue
        for number, test in enumerate(ones, 1):
            yield _played(bench, rule, number, test, test.state, test.answer)
            if test.flips is not None:
                state = {**test.state, **test.flips}
                yield _played(bench, rule, number, test, state, "keeps" if test.breaks else "breaks")


def _played(
    bench: Bench, rule: str, number: int, test: RuleTestShape, state: Mapping[str, Any], wanted: str
) -> Played:
    steps = [Step(one.you, one.context, tuple(one.then)) for one in test.before]
    steps.append(Step(test.reply, test.context))
    try:
        desk = desk_of(state, bench.book.facts)
    except StateError as error:
        problem = f"the state has no {error}"
        return Played(rule, number, test.kind, wanted, test.reply, (), (), problem, test.names)
    broken = bench.judge(desk, steps, test.ends)
    last = [one for one in broken if one.turn == len(steps)]
    sure = tuple(one.rule.id for one in last if one.sure)
    possible = tuple(one.rule.id for one in last if not one.sure)
    words = "; ".join(_told(one) for one in last)
    problem = _problem(rule, wanted, set(sure), set(possible), set(test.also))
    return Played(rule, number, test.kind, wanted, test.reply, sure, possible, problem, test.names, words)


def _problem(rule: str, wanted: str, sure: set[str], possible: set[str], also: set[str]) -> str:
    others = sorted(sure - {rule} - also) if "any" not in also else []
    if wanted == "maybe":
        return "" if rule in sure | possible else "not even possible"
    if wanted == "breaks" and rule not in sure:
        return "only possible" if rule in possible else "not found"
    if wanted == "keeps" and rule in sure:
        return "found to break it"
    return f"also broke {', '.join(others)}" if others else ""


def _told(breach: Breach) -> str:
    return f"{breach.rule.id}{'' if breach.sure else '?'} {breach.behaviour} “{breach.words}”"
