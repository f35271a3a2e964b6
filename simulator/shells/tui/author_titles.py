"""The names of the panes of the trainer's screen, with how things stand in each."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from simulator.authoring.findings.finding import Severity
from simulator.shells.workbench import Findings, Outcomes
from simulator.text import clip


class Word(Protocol):
    """Returns a message in this person's language."""

    def __call__(self, key: str, **values: object) -> str: ...


def pane_names(
    word: Word, found: Findings | None, tested: Outcomes | None, beat: str, deeper: bool
) -> dict[str, str]:
    """Return the names as titles; `deeper` says that more findings may come."""
    findings, tests = word("author.findings"), word("author.tests")
    if found is not None:
        errors, warnings = found.count(Severity.ERROR), found.count(Severity.WARNING)
        findings = word("author.findings_count", errors=errors, warnings=warnings)
        if not found.deep and deeper:
            findings += " …"
    if tested is not None and tested.coverage is not None:
        done, reached = len(tested.outcomes) + len(tested.compared), f"{tested.coverage.percent:g}"
        tests = word("author.tests_count", passed=done - tested.failed, all=done, percent=reached)
    at = word("author.try_at", beat=beat) if beat else word("author.try")
    return {"findings": findings, "tree": word("author.tree"), "try": at, "tests": tests}


def short_names(word: Word, found: Findings | None, tested: Outcomes | None, beat: str) -> dict[str, str]:
    """Return the names as tabs, all of them on 80 cells."""
    findings, tests = word("author.findings"), word("author.tests")
    if found is not None:
        bad = found.count(Severity.ERROR) + found.count(Severity.WARNING)
        findings = word("author.findings_short", count=bad)
    if tested is not None and tested.coverage is not None:
        done, percent = len(tested.outcomes) + len(tested.compared), int(tested.coverage.percent)
        tests = word("author.tests_short", passed=done - tested.failed, all=done, percent=percent)
    at = word("author.try_at", beat=clip(beat, 20)) if beat else word("author.try")
    return {"findings": findings, "tree": word("author.tree"), "try": at, "tests": tests}


def folder_words(path: Path) -> str:
    """Return the folder of a file as a person would name it: from here, or from home."""
    folder = path.resolve().parent
    for root, sign in ((Path.cwd(), "."), (Path.home(), "~")):
        if folder.is_relative_to(root):
            return str(Path(sign) / folder.relative_to(root))
    return str(folder)
