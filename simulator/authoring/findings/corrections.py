"""How each finding is corrected, where one line and one way to write it leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Callable

from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.curly import MARKS
from simulator.authoring.reading.page import Edit
from simulator.authoring.shapes.values import folded


def edit_of(finding: Finding) -> Edit | None:
    """Return the one way to correct a finding, None when its author must decide."""
    make = _MAKERS.get(finding.key)
    edit = make(finding) if make else None
    return edit if edit is None or finding.text[edit.start : edit.end] != edit.new else None


def _span(finding: Finding) -> tuple[int, int, str]:
    start, end = finding.column - 1, finding.end - 1
    return start, end, finding.text[start:end]


def _colon(finding: Finding) -> Edit | None:
    at = finding.text.find("：", finding.column - 1)
    if at < 0:
        return None
    rest = finding.text[at + 1 :]
    space = len(rest) - len(rest.lstrip(" \u3000"))
    return Edit(finding.line - 1, at, at + 1 + space, ": " if rest.strip() else ":")


def _after(sign: str) -> Callable[[Finding], Edit | None]:
    """Put the space in that is missing after a sign."""

    def make(finding: Finding) -> Edit | None:
        at = finding.text.find(sign, finding.column - 1)
        return Edit(finding.line - 1, at + 1, at + 1, " ") if at >= 0 else None

    return make


def _comma(finding: Finding) -> Edit | None:
    start, _, marked = _span(finding)
    found = re.search("[，、；][ \u3000]*", marked) or None
    if not found:
        return None
    rest = finding.text[start + found.end() :]
    return Edit(finding.line - 1, start + found.start(), start + found.end(), ", " if rest.strip() else ",")


def _dash(finding: Finding) -> Edit | None:
    found = re.compile("[－–—•][ \u3000]*").match(finding.text, finding.column - 1)
    return Edit(finding.line - 1, found.start(), found.end(), "- ") if found else None


def _brackets(finding: Finding) -> Edit | None:
    start, end, marked = _span(finding)
    plain = re.sub("[，、；][ \u3000]*", ", ", marked.translate(str.maketrans("［］｛｝", "[]{}")))
    return Edit(finding.line - 1, start, end, plain)


def _unquote(finding: Finding) -> Edit | None:
    start, end, marked = _span(finding)
    if not (marked and marked[0] in MARKS):
        return None
    return Edit(finding.line - 1, start, end, finding.details.get("plain", ""))


def _quote(finding: Finding) -> Edit | None:
    """Put a text in quotes: the finding says how it looks then, the line says which words are meant."""
    quoted = finding.details.get("quoted", "")
    for bare in (quoted[1:-1], quoted[1:-1].replace("''", "'")):
        if bare and finding.text.count(bare) == 1:
            at = finding.text.index(bare)
            return Edit(finding.line - 1, at, at + len(bare), quoted)
    return None


def _close(finding: Finding) -> Edit | None:
    """Close a quote at the end of its line, when nothing else stands there."""
    text = finding.text.rstrip()
    mark = finding.text[finding.column - 1]
    inside = finding.text[finding.column : len(text)]
    if mark not in "\"'" or mark in inside or " #" in inside or re.search(r"[,\]}]\s*$", inside):
        return None
    return Edit(finding.line - 1, len(text), len(text), mark)


def _signed(finding: Finding) -> Edit | None:
    """Put the sign before a score: what is good earns and a fault costs. A mood can go either way."""
    start, _, marked = _span(finding)
    sign = finding.details.get("sign", "")
    return Edit(finding.line - 1, start, start, sign) if sign and marked[:1].isdigit() else None


def _near(finding: Finding) -> Edit | None:
    """Take the nearest known word, when one sign or two swapped ones make the difference."""
    start, _, marked = _span(finding)
    near = finding.details.get("near", "").strip("{}")
    from rapidfuzz.distance import DamerauLevenshtein

    written = marked.strip("\"'{}")
    at = finding.text.find(written, start)
    if not near or at < 0 or len(near) < 4 or DamerauLevenshtein.distance(written, near) > 1:
        return None
    return Edit(finding.line - 1, at, at + len(written), near)


def _place(finding: Finding) -> Edit | None:
    """Take the nearest known word in braces; the finding marks the whole text."""
    written, near = finding.details.get("name", ""), finding.details.get("near", "")
    if not near or finding.text.count(written) != 1:
        return None
    at = finding.text.index(written)
    return Edit(finding.line - 1, at, at + len(written), f"{{{near}}}")


def _digits(finding: Finding) -> Edit | None:
    start, end, marked = _span(finding)
    return Edit(finding.line - 1, start, end, folded(marked))


def _spaces(finding: Finding) -> Edit | None:
    """Take a foreign space for a plain one, and a sign of no width for nothing."""
    start, _, _ = _span(finding)
    found = re.compile("[\u00a0\u3000\u2000-\u200a\u202f\u205f]+|[\u00ad\u200b\u200c\u2060\ufeff]+").match(
        finding.text, start
    )
    if not found:
        return None
    wide = found[0][0] in "\u3000"
    inside = bool(finding.text[:start].strip())
    new = "" if found[0][0] in "\u00ad\u200b\u200c\u2060\ufeff" else " " * len(found[0]) * (1 + wide)
    return Edit(finding.line - 1, found.start(), found.end(), " " if inside and new else new)


def _tab(finding: Finding) -> Edit | None:
    """A tab stands for two spaces, the step of these files; reading again shows whether that was meant."""
    found = re.match(r"[ \t]*", finding.text)
    return Edit(finding.line - 1, 0, found.end(), found[0].replace("\t", "  ")) if found else None


def _indent(finding: Finding) -> Edit | None:
    expected = finding.details.get("expected", "")
    now = len(finding.text) - len(finding.text.lstrip(" "))
    return Edit(finding.line - 1, 0, now, " " * int(expected)) if expected.isdigit() else None


def _no_longer(finding: Finding) -> Edit | None:
    """Take out a comment that lets nothing pass."""
    found = re.search(r"\s*#\s*ok\s.*$", finding.text)
    alone = found and not finding.text[: found.start()].strip()
    return Edit(finding.line - 1, found.start(), found.end(), "") if found and not alone else None


_MAKERS: dict[str, Callable[[Finding], Edit | None]] = {
    "D002": _tab,
    "D003-colon": _colon,
    "D003-comma": _comma,
    "D003-dash": _dash,
    "D003-bracket": _brackets,
    "D003-quote": _unquote,
    "D004": _after("-"),
    "D004-colon": _after(":"),
    "D005-start": _quote,
    "D005-colon": _quote,
    "D005-after": _quote,
    "D006": _quote,
    "D009": _spaces,
    "D009-text": _spaces,
    "D010": _close,
    "D012-deep": _indent,
    "D012-shallow": _indent,
    "D102": _near,
    "D109": _near,
    "D105": _signed,
    "D111": _place,
    "D112": _near,
    "D113": _near,
    "D201": _near,
    "D201-ending": _near,
    "D211": _near,
    "D401": _near,
    "D402": _near,
    "D605": _digits,
    "D701": _near,
    "D901": _no_longer,
}
