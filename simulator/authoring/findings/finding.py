"""Finding: one thing that is wrong in a file, with its place and what the author can do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is: not playable or scored wrongly, perhaps not what was meant, good practice."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in one language: what is wrong, the words under the caret and what to do."""

    message: str
    label: str
    help: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One cause of trouble in one file.

    `key` is the stable code, with the variant of its wording after a hyphen ("D001-gbk"). `line`,
    `column` and `end` count from 1, in characters; `end` is the column behind the last character
    marked. `text` is the line itself. `details` are the words that the wording needs; a detail that
    begins with "@" is itself a word of the wording, said in the reader's language. `level` is how bad
    the project says it is, None for what the code itself says.
    """

    key: str
    path: str
    line: int
    column: int
    end: int
    text: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    level: Severity | None = None

    @property
    def code(self) -> str:
        """The stable code, such as "D201"."""
        return self.key.partition("-")[0]

    @property
    def severity(self) -> Severity:
        """How bad it is, as the project or else the definition of its code says."""
        from simulator.authoring.findings.wording import definition

        return self.level or definition(self.key).severity

    def told(self, language: str) -> Told:
        """Return the finding in a language ("en" or "zh")."""
        from simulator.authoring.findings.wording import tell

        return tell(self.key, {**self.details, "line": str(self.line)}, language)


def in_order(findings: list[Finding]) -> list[Finding]:
    """Return findings by file, line and column, the same one only once."""
    seen: dict[tuple[str, int, int, str], Finding] = {}
    for finding in findings:
        seen.setdefault((finding.path, finding.line, finding.column, finding.key), finding)
    return sorted(seen.values(), key=lambda one: (one.path, one.line, one.column, one.key))


def has_errors(findings: list[Finding]) -> bool:
    """Whether anything here keeps the file from being played."""
    return any(finding.severity is Severity.ERROR for finding in findings)
