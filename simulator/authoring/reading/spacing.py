"""Characters that nobody sees and everybody trips over: tabs, foreign spaces, zero width, controls."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from simulator.authoring.reading.lexing import Cause, row_of
from simulator.authoring.reading.page import Edit

_NAMES = {
    "\u00a0": "no-break space",
    "\u3000": "full-width space",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
    "\u00ad": "soft hyphen",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\x85": "next line",
}
_BREAKS = "\x85\u2028\u2029"
_SPACES = "\u00a0\u3000\u2000-\u200a\u202f\u205f"
_NOTHING = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
_UNSEEN = re.compile(f"[{_NOTHING}{_CONTROL}{_BREAKS}\u00a0]")
CONTROLS = re.compile(f"[{_CONTROL}\ud800-\udfff]")
_ODD_INDENT = re.compile(f"[ \t{_SPACES}{_NOTHING}]*")
_ODD_GAP = re.compile(f"^(\\s*-?\\s*[a-z_]*[:-])([{_SPACES}]+)")
_IN_KEY = re.compile(f"^(\\s*-?\\s*)([a-z_{_NOTHING}]+)(?=\\s*[:：])")


def name_of(character: str) -> str:
    """Return how an invisible character is called, with its number."""
    name = _NAMES.get(character) or unicodedata.name(character, "control character").lower()
    return f"{name}, U+{ord(character):04X}"


def spacing_causes(lines: list[str], known: frozenset[str]) -> tuple[list[Cause], list[str]]:
    """Return the causes, and the lines with these made plain so that other causes can be looked for."""
    causes: list[Cause] = []
    plain: list[str] = []
    guesses: dict[str, int] = {}
    for number, written in enumerate(lines):
        found: list[Cause] = []
        text = written
        if not text.isascii() or "\t" in text or CONTROLS.search(text):
            found = [*_indent(number, text, plain, guesses), *_inside(number, text, known)]
            for edit in sorted((one for cause in found for one in cause.edits), key=lambda one: -one.start):
                text = text[: edit.start] + edit.new + text[edit.end :]
        causes += found
        plain.append(text)
    return causes, plain


def _indent(number: int, text: str, plain: list[str], guesses: dict[str, int]) -> Iterator[Cause]:
    """A tab or a foreign space before the text of a line; how deep it meant to be, can only be guessed."""
    matched = _ODD_INDENT.match(text)
    space = matched[0] if matched else ""
    if not space.strip(" ") or not text[len(space) :].strip() or text[len(space)] == "#":
        return
    before = next((row for at in range(len(plain) - 1, -1, -1) if (row := row_of(at, plain[at]))), None)
    if space not in guesses:
        opened = before is not None and before.opens
        guesses[space] = (before.own + 2 if opened else before.indent) if before else 0
    edits = (Edit(number, 0, len(space), " " * guesses[space]),)
    at = next(index for index, sign in enumerate(space) if sign != " ")
    if "\t" in space:
        at = space.index("\t")
        yield Cause("D002", number, at, at + 1, {}, edits)
    else:
        yield Cause("D009", number, at, at + 1, {"name": name_of(space[at])}, edits)


def _inside(number: int, text: str, known: frozenset[str]) -> Iterator[Cause]:
    matched = _ODD_INDENT.match(text)
    begin = matched.end() if matched else 0
    done: set[int] = set(range(begin))
    if gap := _ODD_GAP.match(text):
        done |= set(range(gap.start(2), gap.end(2)))
        edit = Edit(number, gap.start(2), gap.end(2), " ")
        yield Cause("D009", number, gap.start(2), gap.end(2), {"name": name_of(gap[2][0])}, (edit,))
    key = _IN_KEY.match(text)
    if key and (bare := re.sub(f"[{_NOTHING}]", "", key[2])) != key[2] and bare in known:
        at = next(at for at in range(key.start(2), key.end(2)) if re.match(f"[{_NOTHING}]", text[at]))
        done |= set(range(key.start(2), key.end(2)))
        edit = Edit(number, key.start(2), key.end(2), bare)
        yield Cause("D009", number, at, at + 1, {"name": name_of(text[at])}, (edit,))
    for found in _UNSEEN.finditer(text, begin):
        at, sign = found.start(), found[0]
        if at in done or (sign == "\u200d" and ord(text[at - 1 : at] or " ") > 0x2000):
            continue  # joined emoji are one sign
        if CONTROLS.match(sign):
            edit = Edit(number, at, at + 1, " ")
            yield Cause("D009-control", number, at, at + 1, {"name": name_of(sign)}, (edit,))
        elif sign in _BREAKS:
            edit = Edit(number, at, at + 1, " ")
            yield Cause("D009-text", number, at, at + 1, {"name": name_of(sign)}, (edit,))
        else:
            yield Cause("D009-text", number, at, at + 1, {"name": name_of(sign)})
