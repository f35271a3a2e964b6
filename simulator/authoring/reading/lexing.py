"""Lines of a YAML file taken apart the way their author sees them: dashes, key, value, comment."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from simulator.authoring.reading.page import Edit
from simulator.authoring.reading.tree import MAX_DEPTH

STAND_IN = "\ue000"
"""Takes the place of a sign that YAML must not see while a text with a fault is read on; a character
of the private use area, so that columns stay what they are."""

_KEY_PLAIN = re.compile(r"""[^\s"'\[\]{},#&*!|>%@`].*?(?=\s*:(?:\s|$))""")
_KEY_QUOTED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*:(?:\s|$))""")
_DASH = re.compile(r"-(?:\s+|$)")
_COMMENT = re.compile(r"(?:^|\s)#")
_SIGNS = re.compile("""["'\\[\\]{},:#&*!|>%@`?\\\\-]""")


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause of trouble at columns of a line as written, counted from 0, and the edits that read past it.

    `hides` says that the edits changed a text, so that what is found in it later is no news.
    """

    key: str
    line: int
    start: int
    end: int
    details: dict[str, str] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    hides: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line: how far it is indented, where its dashes stand, its key and its value.

    `key_end` is the column of the colon; both are -1 without a key. The value runs from `start` to
    `end`, without the comment. `own` is the column that lines belonging to it must be right of.
    """

    line: int
    text: str
    indent: int
    dashes: tuple[int, ...]
    key: str
    key_start: int
    key_end: int
    start: int
    end: int

    @property
    def value(self) -> str:
        """What stands after the key or the dash."""
        return self.text[self.start : self.end]

    @property
    def own(self) -> int:
        """The column of the innermost thing that this line opens."""
        if self.key_start >= 0:
            return self.key_start
        return self.dashes[-1] if self.dashes else self.indent - 1

    @property
    def opens(self) -> bool:
        """Whether what belongs to this line stands on the lines below."""
        return not self.value and (self.key_start >= 0 or bool(self.dashes))


def row_of(line: int, text: str) -> Row | None:
    """Take a line apart; None for one that is empty or a comment."""
    indent = len(text) - len(text.lstrip())
    place = indent
    if place == len(text) or text[place] == "#":
        return None
    dashes: list[int] = []
    while (dash := _DASH.match(text, place)) and len(dashes) <= MAX_DEPTH:
        dashes.append(place)
        place = dash.end()
    rest = text[place:]
    cut = _COMMENT.search(rest)
    found = _KEY_QUOTED.match(rest) or _KEY_PLAIN.match(rest[: cut.start()] if cut else rest)
    if not found:
        return Row(line, text, indent, tuple(dashes), "", -1, -1, place, _end(text, place))
    key_end = text.index(":", place + found.end())
    start = key_end + 1
    start += len(text[start:]) - len(text[start:].lstrip())
    return Row(line, text, indent, tuple(dashes), found[0], place, key_end, start, _end(text, start))


def _end(text: str, start: int) -> int:
    """Where a value ends: before its comment, or at the end of a quoted text or bracket that has one."""
    if text[start : start + 1] in ('"', "'", "[", "{"):
        return len(text.rstrip())
    found = _COMMENT.search(text, max(start - 1, 0))
    return max(start, len(text[: found.start()].rstrip() if found else text.rstrip()))


def closing_quote(text: str, start: int) -> int:
    """Return the column of the quote that closes the one at `start`, -1 when the line has none."""
    mark, place = text[start], start + 1
    while place < len(text):
        if mark == '"' and text[place] == "\\":
            place += 2
            continue
        if text[place] == mark:
            if mark == "'" and text[place + 1 : place + 2] == "'":
                place += 2
                continue
            return place
        place += 1
    return -1


def neutral(line: int, text: str, start: int, end: int) -> tuple[Edit, ...]:
    """Return the edit that makes a stretch of a line plain text for YAML, without moving anything."""
    return (Edit(line, start, end, _SIGNS.sub(STAND_IN, text[start:end])),) if end > start else ()


def quoted(text: str) -> str:
    """Return a text in quotes, as an author would write them."""
    text = text.strip()
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def looks_like_structure(text: str, known: Iterable[str]) -> bool:
    """Whether a line begins as lines of these files do: a dash, or a key that is known."""
    found = re.match(r"\s*(-\s|-$)?\s*([^\s:：\"'\[{]*)[:：]?", text)
    return bool(found and (found[1] or (found[2] in known and found[0].rstrip()[-1:] in ":：")))
