"""What an author lets pass: a comment `# ok D301: reason` on the line, or alone on the line above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.authoring.findings.finding import Finding
from simulator.authoring.findings.wording import keys
from simulator.authoring.project import Project
from simulator.authoring.reading.page import Page

_OK = re.compile(
    r"(?:^|(?<=\s))#\s*ok\s+(?P<codes>[dD]\d{3}(?:\s*[,，、]\s*[dD]\d{3})*)\s*(?:[:：]\s*(?P<why>.*?))?\s*$"
)


@dataclass(frozen=True, slots=True)
class Pass:
    """One code that a comment lets pass: the line (from 1) it speaks of, and where the code stands."""

    code: str
    reason: str
    line: int
    at: int
    start: int
    end: int


def passes(page: Page) -> Iterator[Pass]:
    """Yield everything that the comments of a file let pass."""
    if not any("# ok" in line or "#ok" in line for line in page.lines):
        return
    texts = _texts(page)
    for number, line in enumerate(page.lines):
        found = _OK.search(line)
        if not found or any(begin <= (number, found.start()) < end for begin, end in texts):
            continue
        alone = not line[: found.start()].strip()
        about = _next_line(page.lines, number) if alone else number
        for code in re.finditer(r"[dD]\d{3}", found["codes"]):
            start = found.start("codes") + code.start()
            why = (found["why"] or "").strip()
            yield Pass(code[0].upper(), why, about + 1, number, start, start + len(code[0]))


def _texts(page: Page) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches of texts in quotes and of long texts, in which '#' is no comment."""
    return [
        ((spot.line, spot.column), (spot.end_line, spot.end_column))
        for path, spot in page.tree.values.items()
        if page.tree.styles.get(path) in ("quoted", "block")
    ]


def _next_line(lines: list[str], number: int) -> int:
    for after in range(number + 1, len(lines)):
        if lines[after].strip() and not lines[after].lstrip().startswith("#"):
            return after
    return number


def let_pass(
    page: Page, findings: list[Finding], fatal: list[Finding], project: Project, whole: bool
) -> list[Finding]:
    """Return the findings that are left, and what is wrong with the comments themselves.

    `fatal` are findings that keep the file from being read, and cannot be let pass. Only when the file
    is `whole` were all checks run, so that a comment without use is known to be one.
    """
    given = list(passes(page))
    known = {key.partition("-")[0] for key in keys()}
    places = {(each.code, each.line) for each in given}
    left = [one for one in findings if (one.code, one.line) not in places]
    hopeless = {(one.code, one.line) for one in fatal}
    used = {(one.code, one.line) for one in findings}
    for each in given:
        key, place = "", (each.code, each.line)
        if each.code not in known:
            key = "D901-unknown"
        elif place in hopeless:
            key = "D901-error"
        elif place not in used and whole and each.code not in project.levels:
            key = "D901"
        elif not each.reason:
            key = "D901-reason"
        if key:
            left.append(page.finding(key, each.at, each.start, each.end, {"code": each.code}))
    return left
