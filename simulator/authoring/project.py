"""Project: what `duecourse.toml` beside or above scenario files says about how they are checked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from simulator.authoring.findings.finding import Finding, Severity
from simulator.authoring.findings.wording import keys
from simulator.errors import Unreadable

NAME = "duecourse.toml"
OFF = "off"
LEVELS = (*(str(one) for one in Severity), OFF)
COVERAGE = "coverage"


@dataclass(frozen=True, slots=True)
class Project:
    """`levels` has what a code counts as here, None for one that is switched off; `coverage` is the
    lowest share of beats, responses, patterns and endings that tests must reach, in percent."""

    levels: Mapping[str, Severity | None] = field(default_factory=dict)
    coverage: int = 0

    def judged(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return findings as bad as this project says, without those that it switched off."""
        kept = []
        for finding in findings:
            key = finding.key if finding.key in self.levels else finding.code
            if key not in self.levels:
                kept.append(finding)
            elif (level := self.levels[key]) is not None:
                kept.append(replace(finding, level=level))
        return kept


def project_file(path: Path) -> Path | None:
    """Return the nearest `duecourse.toml` beside a file or in a folder above it."""
    for folder in path.resolve().parents:
        if (file := folder / NAME).is_file():
            return file
    return None


def project_of(file: Path | None) -> Project:
    """Read a project; raises Unreadable for anything in it that is not understood."""
    if file is None:
        return Project()
    try:
        with file.open("rb") as opened:
            table = tomllib.load(opened)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Unreadable("Project", f"{file} cannot be read: {error}.", "Correct the file.") from error
    if unknown := [name for name in table if name != "check"]:
        raise _wrong(file, f"[{unknown[0]}] is not known; only [check] is.")
    rules = table.get("check", {})
    levels: dict[str, Severity | None] = {}
    known = {*keys(), *(key.partition("-")[0] for key in keys())}
    for name, value in rules.items() if isinstance(rules, dict) else ():
        if name == COVERAGE:
            if not isinstance(value, int) or not 0 <= value <= 100:
                raise _wrong(file, f"{name} must be a number from 0 to 100.")
        elif name not in known:
            raise _wrong(file, f"there is no code {name}.")
        elif value not in LEVELS:
            raise _wrong(file, f"{name} must be one of {', '.join(LEVELS)}.")
        else:
            levels[name] = None if value == OFF else Severity(value)
    floor = rules.get(COVERAGE, 0) if isinstance(rules, dict) else 0
    return Project(levels, floor)


def _wrong(file: Path, what: str) -> Unreadable:
    return Unreadable("Project", f"{file}: {what}", 'Write for example: [check] D504 = "warning"')
