"""A file's bytes into a page: lines, tree and everything that kept it from being read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.causes import causes_of
from simulator.authoring.reading.lexing import Cause
from simulator.authoring.reading.page import Edit, Page, repaired
from simulator.authoring.reading.parsing import parser_cause
from simulator.authoring.reading.source import Refused, decoded, read_bytes
from simulator.authoring.reading.spacing import CONTROLS, name_of
from simulator.authoring.reading.tree import Trouble, grow

_SHIFTING = ("D002", "D009", "D010", "D010-bracket")
"""Causes after which depths and ends are guesses, so that what the parser says next proves nothing."""
ROUNDS = 12
"""How often a text is repaired and read again before the rest is left for the next run."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A page, None when the text could not be read at all, what is wrong, and lines whose text is no news."""

    page: Page | None
    findings: tuple[Finding, ...]
    hidden: frozenset[int] = frozenset()
    content: bytes = b""


def read(content: bytes, shown: str, known: frozenset[str], loader: Any = None) -> Reading:
    """Read the content of a file; `known` are the words that such a file may have as keys.

    Causes that the scanner recognises are repaired in memory, so that one run shows everything that is
    wrong and not only the first thing; the file itself is never touched.
    """
    try:
        lines, marked = decoded(content, shown)
    except Refused as refused:
        return Reading(None, (refused.finding,), content=content)
    page = Page(shown, lines)
    found = [page.finding("D001-bom", 0, 0, 1)] if marked else []
    causes = causes_of(lines, known)
    read_through = False
    for _ in range(ROUNDS):
        page.edits = _edits(causes)
        text = repaired(lines, page.edits)
        try:
            page.tree, duplicates = grow("\n".join(text), loader)
        except Trouble as trouble:
            found.append(page.at_spot(trouble.key, trouble.spot, trouble.details))
            break
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            cause = parser_cause(text, error)
            if cause.edits and not any(one.key == cause.key and one.line == cause.line for one in causes):
                causes.append(cause)
                continue
            # A place that has a finding with a name already needs no second one in the parser's words.
            if not any(abs(one.line - cause.line) <= 1 or one.key in _SHIFTING for one in causes):
                causes.append(cause)
            break
        read_through = True
        found += [page.at_spot(one.key, one.spot, one.details) for one in duplicates]
        found += _unseen(page)
        break
    found += [page.finding(one.key, one.line, one.start, one.end, one.details) for one in causes]
    if not read_through and not found:
        found.append(page.finding("D014", 0, 0, 1))
    hidden = frozenset(one.line + 1 for one in causes if one.hides)
    return Reading(page if read_through else None, tuple(found), hidden, content)


def _edits(causes: list[Cause]) -> list[Edit]:
    return [edit for cause in causes for edit in cause.edits]


def _unseen(page: Page) -> Iterator[Finding]:
    """Controls that came in as escapes of a quoted text."""
    for path in page.tree.values:
        value = page.tree.at(path)
        if isinstance(value, str) and (found := CONTROLS.search(value)):
            yield page.at_value("D009-control", path, {"name": name_of(found[0])})


def read_file(path: Path, shown: str, known: frozenset[str]) -> Reading:
    """Read a file on disk."""
    try:
        content = read_bytes(path, shown)
    except Refused as refused:
        return Reading(None, (refused.finding,))
    return read(content, shown, known)
