"""One file, checked: what kind it is, what is wrong with it and what it says when nothing is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from scoring.evidence import COMPETENCIES
from simulator.authoring.findings.finding import Finding, has_errors, in_order
from simulator.authoring.reading.curly import curly_quotes
from simulator.authoring.reading.opening import read, read_file
from simulator.authoring.reading.page import Page
from simulator.authoring.reading.source import digest
from simulator.authoring.shapes import case_checks, cross
from simulator.authoring.shapes.fields import Shape
from simulator.authoring.shapes.judging import RubricShape
from simulator.authoring.shapes.known import known_words
from simulator.authoring.shapes.patterns import Lists, phrase_patterns, scenario_patterns
from simulator.authoring.shapes.persona import PersonaShape
from simulator.authoring.shapes.phrases import PhraseShape, phrase_checks
from simulator.authoring.shapes.rule_tests import RuleTestsShape
from simulator.authoring.shapes.rulebook import RulebookShape
from simulator.authoring.shapes.rulebook_checks import rulebook_checks
from simulator.authoring.shapes.scenario import ScenarioShape
from simulator.authoring.shapes.shape import shaped
from simulator.authoring.shapes.standing import standing_checks
from simulator.call.script import BANDS, MOODS
from simulator.hearing.behaviours import BEHAVIOURS

SHAPES: dict[str, type[Shape]] = {
    "scenario": ScenarioShape,
    "persona": PersonaShape,
    "phrases": PhraseShape,
    "rubric": RubricShape,
    "rulebook": RulebookShape,
    "rule tests": RuleTestsShape,
}
FOLDERS = {
    "scenarios": "scenario",
    "personas": "persona",
    "phrases": "phrases",
    "rubrics": "rubric",
    "rulebooks": "rulebook",
    "transcripts": "transcript",
}
TRANSCRIPT = "transcript"
LISTS = "lists"
"""The name of the file with the word lists that all phrase files of a language share."""


def _no_facts(jurisdiction: str) -> Collection[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a file may refer to: the ids of the personas and the shared word lists of a language, and the
    facts that a rulebook adds to those of every call."""

    personas: Callable[[str], Collection[str]]
    lists: Callable[[str], Lists]
    facts: Callable[[str], Collection[str]] = _no_facts


@dataclass(frozen=True, slots=True)
class Checked:
    """A file after checking; `model` is None when an error keeps it from being used, `page` when it
    could not be read at all."""

    path: Path
    kind: str
    findings: tuple[Finding, ...]
    model: Shape | None
    digest: str
    page: Page | None = None


def kind_of(path: Path) -> str:
    """Return what a file is, a key of SHAPES or "lists": by its folder, else by the keys it has."""
    folders = path.resolve().parts[:-1]
    if folders[-2:] == ("rulebooks", "tests"):
        return "rule tests"
    for folder in reversed(folders):
        if folder in FOLDERS:
            kind = FOLDERS[folder]
            return LISTS if kind == "phrases" and path.stem == LISTS else kind
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            words = {line.partition(":")[0] for line in file.read(20_000).splitlines()}
    except OSError:
        return "scenario"
    if "beats" not in words and {"feels", "voice", "style", "tactics"} & words:
        return "persona"
    return "phrases" if "behaviour" in words and "beats" not in words else "scenario"


def vocabulary(shape: type[Shape]) -> frozenset[str]:
    """Return the words that may stand before a colon in such a file, without names that authors invent."""
    return known_words(shape) | BEHAVIOURS.keys() | {*MOODS, *COMPETENCIES, *BANDS, "any"}


def check_file(
    path: Path, shown: str, around: Surroundings, kind: str = "", content: bytes | None = None
) -> Checked:
    """Check one file of any kind; `content` is looked at instead of what the file holds now."""
    kind = kind or kind_of(path)
    if kind == LISTS:
        _, findings, of_content = read_lists(path, shown)
        return Checked(path, kind, tuple(in_order(findings)), None, of_content)
    shape = _shape_of(kind)
    known = vocabulary(shape)
    reading = read_file(path, shown, known) if content is None else read(content, shown, known)
    findings = list(reading.findings)
    model: Shape | None = None
    if (page := reading.page) is not None:
        model, problems = shaped(page, shape)
        problems += _crossed(page, path, kind, around)
        if curly := list(curly_quotes(page, vocabulary(shape))):
            places = {
                (one.line, one.column) for one in curly
            }  # each is the cause of what else is found there
            problems = [*curly, *(one for one in problems if (one.line, one.column) not in places)]
        findings += [one for one in problems if one.line not in reading.hidden]
    if has_errors(findings):
        model = None
    return Checked(path, kind, tuple(in_order(findings)), model, digest(reading.content), reading.page)


def _shape_of(kind: str) -> type[Shape]:
    if kind == TRANSCRIPT:
        from simulator.authoring.testing.transcript_files import TranscriptShape  # brings the engine with it

        return TranscriptShape
    return SHAPES[kind]


def read_lists(path: Path, shown: str) -> tuple[dict[str, tuple[str, ...]], list[Finding], str]:
    """Return the word lists of a language, what is wrong with the file, and its digest."""
    reading = read_file(path, shown, frozenset())
    findings = list(reading.findings)
    lists: dict[str, tuple[str, ...]] = {}
    page = reading.page
    if page is not None and not isinstance(page.tree.plain, dict):
        findings.append(page.finding("D103-file", 0, 0, 1))
    elif page is not None:
        for name, entries in page.tree.plain.items():
            if not isinstance(entries, list) or not all(isinstance(one, str) and one for one in entries):
                findings.append(page.at_value("D103", (name,), {"expected": "@a_list", "found": "@a_text"}))
            else:
                lists[name] = tuple(entries)
    return lists, findings, digest(reading.content)


def _crossed(page: Page, path: Path, kind: str, around: Surroundings) -> Iterator[Finding]:
    # Only a file that lies where the program looks for it must be called as its id says.
    folder = path.parent.name
    file = path.stem if folder in ("en", "zh") else ""
    language = page.tree.at(("language",))
    if kind == "persona":
        yield from cross.persona(page, folder, file)
    elif kind == "scenario":
        yield from cross.scenario(page, folder, file, around.personas)
        yield from case_checks.tests(page)
        yield from scenario_patterns(page, around.lists(str(language)))
        yield from standing_checks(page, around.facts(str(page.tree.at(("jurisdiction",)))))
    elif kind == "phrases":
        yield from phrase_checks(page, folder, file)
        yield from phrase_patterns(page, around.lists(str(language)))
    elif kind == "rubric":
        yield from cross.behaviours(page, ("penalties",), keys=True)
    elif kind == "rulebook":
        yield from rulebook_checks(page, around.lists(str(language or "en")))
