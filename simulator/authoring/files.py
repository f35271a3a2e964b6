"""From files on disk to plain data, through all checks; the part of the library that YAML is loaded for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from scoring.rubric import Rubric
from scoring.rulebook import Rulebook
from simulator.authoring.checking import LISTS, Surroundings, check_file, read_lists
from simulator.authoring.findings.finding import Finding, has_errors
from simulator.authoring.findings.render import as_line
from simulator.authoring.shapes.convert import persona_of, script_of
from simulator.authoring.shapes.fields import Shape
from simulator.authoring.shapes.judging import RubricShape, rubric_of
from simulator.authoring.shapes.patterns import Lists
from simulator.authoring.shapes.persona import PersonaShape
from simulator.authoring.shapes.phrases import PhraseShape, phrases_of
from simulator.authoring.shapes.rulebook import RulebookShape
from simulator.authoring.shapes.rulebook_data import rulebook_of
from simulator.authoring.shapes.scenario import ScenarioShape
from simulator.call.script import Script
from simulator.errors import Unreadable
from simulator.hearing import PhraseBank

S = TypeVar("S", bound=Shape)


def script_from(path: Path, persona: Path, around: Surroundings, language: str) -> Script:
    """Return a scenario and its persona as one script; raises Unreadable when either has errors."""
    scenario, of_scenario = _model(path, around, "scenario", language, ScenarioShape)
    debtor, of_persona = _model(persona, around, "persona", language, PersonaShape)
    return script_of(scenario, persona_of(debtor, of_persona), of_scenario)


def rubric_from(path: Path, around: Surroundings, language: str) -> Rubric:
    """Return a rubric; raises Unreadable when the file has errors."""
    shape, of_content = _model(path, around, "rubric", language, RubricShape)
    return rubric_of(shape, of_content)


def rulebook_from(
    path: Path, around: Surroundings, language: str, base: Callable[[str], Rulebook] | None = None
) -> Rulebook:
    """Return a rulebook; `base` gives the one that a firm's file extends. Raises Unreadable when the file
    has errors."""
    shape, of_content = _model(path, around, "rulebook", language, RulebookShape)
    if shape.extends is None or base is None:
        return rulebook_of(shape, of_content)
    return rulebook_of(shape, of_content, base(shape.extends))


def lists_from(path: Path) -> Lists:
    """Return the shared word lists of a language, empty when there is no such file."""
    return read_lists(path, str(path))[0] if path.is_file() else {}


def bank_from(files: Iterable[Path], language: str) -> PhraseBank:
    """Return all phrase files of a language as one bank; raises Unreadable for the first with errors."""
    files = list(files)
    shared: dict[str, tuple[str, ...]] = {}
    digests: list[str] = []
    for path in files:
        if path.stem == LISTS:
            shared, findings, of_content = read_lists(path, str(path))
            _usable(path, findings, language)
            digests.append(f"{path.stem} {of_content}")
    around = Surroundings(lambda language: (), lambda language: shared)
    phrases = []
    for path in files:
        if path.stem != LISTS:
            shape, of_content = _model(path, around, "phrases", language, PhraseShape)
            phrases.append(phrases_of(shape))
            digests.append(f"{path.stem} {of_content}")
    whole = hashlib.sha256("\n".join(sorted(digests)).encode()).hexdigest()
    return PhraseBank(language=language, phrases=tuple(phrases), lists=shared, digest=whole)


def _model(path: Path, around: Surroundings, kind: str, language: str, shape: type[S]) -> tuple[S, str]:
    checked = check_file(path, str(path), around, kind)
    _usable(path, list(checked.findings), language)
    if not isinstance(checked.model, shape):
        raise Unreadable("File", f"{path} cannot be used.", f"duecourse check {path}")
    return checked.model, checked.digest


def _usable(path: Path, findings: list[Finding], language: str) -> None:
    if has_errors(findings):
        first = next(finding for finding in findings if has_errors([finding]))
        hint = {"zh": f"用 duecourse check {path} 看全部问题"}.get(language, f"See: duecourse check {path}")
        raise Unreadable("文件" if language == "zh" else "File", as_line(first, language), hint)
