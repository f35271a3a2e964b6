"""What a value begins with: quotes and brackets that do not close, signs that YAML takes for its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from simulator.authoring.reading.flowing import CLOSING, flow_of, missing_brackets
from simulator.authoring.reading.lexing import (
    Cause,
    Row,
    closing_quote,
    looks_like_structure,
    neutral,
    quoted,
)
from simulator.authoring.reading.page import Edit

_BLOCK_TEXT = re.compile(r"[|>][+-]?\d?[+-]?$")
_REFERENCE = re.compile(r"[&*][\w-]+(?:\s+[\[{*\"'&].*)?$|!!|!<|![\w!-]*\s+[\[{]")
_CUT = re.compile(r"\s#(?=[^\s#!-])")
_REST = re.compile(r"\s*(?:#|$)")


@dataclass(slots=True)
class Value:
    """What was found in one value: its causes, and the line with which the next entry begins."""

    next_line: int
    causes: list[Cause] = field(default_factory=list)


def value_of(row: Row, lines: list[str], known: frozenset[str]) -> Value:
    """Look at the value of a line, over as many lines as a quote or bracket takes."""
    found = Value(row.line + 1)
    value = row.value
    if not value:
        if re.match(r"#[^\s#!-]", row.text[row.start :]):
            found.causes.append(_start(row, len(row.text.rstrip())))
    elif value[0] in "\"'":
        _quote(found, row, lines, known)
    elif value[0] in "[{":
        _bracket(found, row, lines, known)
    elif _BLOCK_TEXT.match(value):
        found.next_line = _block_end(row, lines)
    elif value[0] in "&*!%@`|>,]}" or value.startswith("? "):
        if not _REFERENCE.match(value):
            found.causes.append(_start(row, row.end))
    else:
        found.causes += _text(row, known)
    return found


def _start(row: Row, end: int) -> Cause:
    said = row.text[row.start : end]
    edits = neutral(row.line, row.text, row.start, end)
    details = {"sign": said[0], "quoted": quoted(said)}
    return Cause("D005-start", row.line, row.start, row.start + 1, details, edits, hides=True)


def _text(row: Row, known: frozenset[str]) -> list[Cause]:
    """A text without quotes: ': ' would make a block of it, ' #' cuts it."""
    if found := re.search(r":(?=\s|$)", row.value):
        start = row.start
        if row.dashes and row.key_start >= 0 and row.key not in known:
            start = row.key_start
        at = row.start + found.start()
        edits = neutral(row.line, row.text, row.start, row.end)
        details = {"quoted": quoted(row.text[start : row.end])}
        return [Cause("D005-colon", row.line, at, at + 1, details, edits, hides=True)]
    if found := _CUT.search(row.text, row.start):
        details = {"quoted": quoted(row.text[row.start :])}
        return [Cause("D006", row.line, found.start() + 1, len(row.text.rstrip()), details)]
    return []


def _block_end(row: Row, lines: list[str]) -> int:
    number = row.line + 1
    while number < len(lines):
        text = lines[number]
        if text.strip() and len(text) - len(text.lstrip()) <= row.own:
            break
        number += 1
    return number


def _quote(found: Value, row: Row, lines: list[str], known: frozenset[str]) -> None:
    text = row.text
    edits = neutral(row.line, text, row.start, row.end)
    closing = closing_quote(text, row.start)
    if closing >= 0:
        if not _REST.match(text[closing + 1 :]):
            details = {"sign": text[row.start], "quoted": quoted(row.value)}
            found.causes.append(
                Cause("D005-after", row.line, row.start, closing + 1, details, edits, hides=True)
            )
        return
    for number in range(row.line + 1, min(row.line + 60, len(lines))):
        following = lines[number]
        outside = bool(following.strip()) and len(following) - len(following.lstrip()) <= row.own
        if outside or looks_like_structure(following, known):
            break
        closing = closing_quote(text[row.start] + following, 0)
        if closing > 0 and following.strip():
            if _REST.match(following[closing:]):
                found.next_line = number + 1
                return
            break
    details = {"quoted": quoted(row.value[1:])}
    found.causes.append(Cause("D010", row.line, row.start, row.start + 1, details, edits, hides=True))


def _bracket(found: Value, row: Row, lines: list[str], known: frozenset[str]) -> None:
    flow = flow_of(lines, row.line, row.start, row.own, known)
    sign = row.value[0]
    if flow.end_line < 0:
        found.causes += flow.causes
        if not any(cause.key == "D010" for cause in flow.causes):
            edits = (Edit(row.line, row.end, row.end, missing_brackets(row.value)),)
            details = {"sign": sign, "closing": CLOSING[sign]}
            found.causes.append(
                Cause("D010-bracket", row.line, row.start, row.start + 1, details, edits, hides=True)
            )
    elif flow.end_line == row.line and not _REST.match(row.text[flow.end :]):
        found.causes.append(_start(row, row.end))
    else:
        found.causes += flow.causes
        found.next_line = flow.end_line + 1
