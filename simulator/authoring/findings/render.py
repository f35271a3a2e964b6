"""Findings as text with a caret under the place, as one line each, and as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from rich.cells import cell_len

from simulator.authoring.findings.corrections import edit_of
from simulator.authoring.findings.finding import Finding, Severity
from simulator.authoring.findings.wording import word

WIDTH = 110
"""Cells of a source line that are shown; a longer line is cut around the place."""


def _visible(text: str) -> str:
    """Give every character that a terminal would not draw, or would obey, a visible one of one cell."""
    return "".join("·" if ch == "\u00a0" else "→" if ch == "\t" else _drawn(ch) for ch in text)


def _drawn(ch: str) -> str:
    if ch.isprintable():
        return ch
    return "□" if ch == "\u3000" else "�"


def _window(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Cut a long line so that the marked part stays in sight."""
    if cell_len(text) <= WIDTH:
        return text, start, end
    first = max(0, start - 40)
    last = first
    cells = 0
    while last < len(text) and cells < WIDTH - 2:
        cells += cell_len(text[last])
        last += 1
    head, tail = ("…" if first else ""), ("…" if last < len(text) else "")
    shift = len(head) - first
    return f"{head}{text[first:last]}{tail}", start + shift, min(end, last) + shift


def as_text(finding: Finding, language: str) -> str:
    """Return a finding as a few lines: sentence, place, the line with a caret, help."""
    told = finding.told(language)
    start = min(finding.column - 1, len(finding.text))
    line, start, end = _window(_visible(finding.text), start, max(finding.end - 1, start + 1))
    end = max(min(end, len(line)), start + 1)
    number = str(finding.line)
    margin = " " * len(number)
    caret = " " * cell_len(line[:start]) + "^" * max(1, cell_len(line[start:end]))
    return "\n".join(
        [
            f"{word(finding.severity, language)}[{finding.code}]: {_safe(told.message)}",
            f"{margin}--> {finding.path}:{finding.line}:{finding.column}",
            f"{margin} |",
            f"{number} | {line}",
            f"{margin} | {caret} {_safe(told.label)}".rstrip(),
            *([f"{margin} = {word('help', language)}: {_safe(told.help)}"] if told.help else []),
            *([f"{margin} = {word('fixable', language)}"] if edit_of(finding) is not None else []),
        ]
    )


def _safe(text: str) -> str:
    return "".join(ch if ch.isprintable() or ch == "\n" else "�" for ch in text)


def as_line(finding: Finding, language: str) -> str:
    """Return a finding as `path:line:column: CODE message (help)`."""
    told = finding.told(language)
    hint = f" ({_safe(told.help)})" if told.help else ""
    return (
        f"{finding.path}:{finding.line}:{finding.column}: {finding.code} {_safe(told.message)}{hint}"
    ).replace("\n", " ")


def as_fixed(finding: Finding, language: str) -> str:
    """Return one line that says what was corrected."""
    told = finding.told(language)
    place = f"{finding.path}:{finding.line}"
    return word("fixed", language).format(place=place, code=finding.code, message=_safe(told.message))


def backup_line(path: str, backup: str, language: str) -> str:
    """Return one line that says where the file as it was is kept."""
    return word("fixed_backup", language).format(path=path, backup=backup)


def as_data(finding: Finding, language: str) -> dict[str, Any]:
    """Return a finding as plain data for other programs."""
    told = finding.told(language)
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_column": finding.end,
        "message": told.message,
        "label": told.label,
        "help": told.help,
        "fixable": edit_of(finding) is not None,
    }


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_annotation(finding: Finding, language: str) -> str:
    """Return a finding as a workflow command of GitHub, which shows it beside the line in a review."""
    told = finding.told(language)
    place = f"line={finding.line},col={finding.column},endColumn={finding.end}"
    message = "\n".join(_safe(one) for one in (told.message, told.help) if one)
    head = f"file={_property(finding.path)},{place},title={_property(finding.code)}"
    return f"::{_LEVELS[finding.severity]} {head}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def summary(findings: Sequence[Finding], files: int, language: str) -> str:
    """Return the last line: how many errors and warnings in how many files."""
    counts = Counter(finding.severity for finding in findings)
    parts = [
        _count(counts[severity], str(severity), language)
        for severity in Severity
        if counts[severity] or severity is Severity.ERROR
    ]
    if not findings:
        parts = [word("clean", language)]
    joined = word("comma", language).join(parts)
    return word("summary", language).format(counts=joined, files=_count(files, "file", language))


def _count(number: int, name: str, language: str) -> str:
    form = word(f"{name}_one" if number == 1 else f"{name}_many", language)
    return form.format(n=number)


def report(findings: Iterable[Finding], language: str) -> str:
    """Return all findings as text, an empty line between two."""
    return "\n\n".join(as_text(finding, language) for finding in findings)
