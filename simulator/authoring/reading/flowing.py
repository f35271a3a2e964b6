"""What stands in [ ] and { }: finds where it ends and what an author meant as text in between."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.authoring.reading.lexing import Cause, closing_quote, neutral, quoted
from simulator.authoring.reading.page import Edit

CLOSING = {"[": "]", "{": "}"}
_AFTER = re.compile(r"\s*(?:[,\]}:：]|#|$)")
_WORD = re.compile(r"([^\W\d]\w*)\s*：\s*|([^\W\d]\w*):(?=[^\s,\]}])")


@dataclass(slots=True)
class Flow:
    """What was found in a bracket: where it ended (-1 when it never did) and the causes of trouble."""

    end_line: int
    end: int
    causes: list[Cause]


def flow_of(lines: list[str], line: int, start: int, own: int, known: frozenset[str]) -> Flow:
    """Follow the bracket that opens at `start` of a line, over as many lines as it takes.

    Lines that belong to it stand right of the column `own`.
    """
    causes: list[Cause] = []
    stack: list[tuple[str, int, int]] = []
    text, place = lines[line], start
    fresh = True
    keyed = False
    while True:
        while place >= len(text):
            line += 1
            if line >= len(lines) or _leaves(lines[line], own):
                return Flow(-1, -1, causes)
            text, place = lines[line], 0
        sign = text[place]
        if sign.isspace():
            place += 1
        elif sign == "#" and (place == 0 or text[place - 1].isspace()):
            place = len(text)
        elif sign == ",":
            fresh, keyed, place = True, False, place + 1
        elif sign in "]}":
            if not stack or CLOSING[stack[-1][0]] != sign:
                return Flow(-1, -1, causes)
            opened = stack.pop()
            place += 1
            if not stack:
                return Flow(line, place, causes)
            if not _AFTER.match(text, place) and opened[1] == line:
                place = max(place, _as_text(causes, line, text, opened[2], stack, known))
            fresh = False
        elif fresh and sign in "[{":
            stack.append((sign, line, place))
            keyed, place = False, place + 1
        elif fresh and sign in "\"'":
            closing = closing_quote(text, place)
            if closing < 0:
                return Flow(-1, -1, [*causes, *_open_quote(line, text, place, stack, known)])
            if _AFTER.match(text, closing + 1):
                after = text[closing + 1 :].lstrip()
                fresh = keyed_now = after[:1] == ":"
                keyed = keyed or keyed_now
                place = closing + 1
                if keyed_now:
                    place = text.index(":", place) + 1
            else:
                place, fresh = _as_text(causes, line, text, place, stack, known), False
        else:
            begin = place
            place, fresh, keyed = _plain(causes, line, text, place, stack, known, keyed)
            place = max(place, begin + 1)


def _leaves(text: str, own: int) -> bool:
    """Whether a line is outside of a bracket that opened above."""
    bare = text.lstrip()
    return bool(bare) and (len(text) - len(bare) <= own or bare.startswith("- "))


def _open_quote(
    line: int, text: str, place: int, stack: list[tuple[str, int, int]], known: frozenset[str]
) -> list[Cause]:
    end = _segment(text, place, stack, known)
    return [
        Cause("D010", line, place, place + 1, {"quoted": quoted(text[place + 1 : end])},
              neutral(line, text, place, end), hides=True)
    ]  # fmt: skip


def _plain(
    causes: list[Cause],
    line: int,
    text: str,
    place: int,
    stack: list[tuple[str, int, int]],
    known: frozenset[str],
    keyed: bool,
) -> tuple[int, bool, bool]:
    """Read a text without quotes; returns where it ends, and whether a value or an entry begins there."""
    begin = place
    in_block = stack[-1][0] == "{"
    if in_block and not keyed and (found := _WORD.match(text, place)):
        word = found[1] or found[2]
        if word in known:
            _word_cause(causes, line, text, found, word)
            return found.end(), True, True
    if text[place] in "&*!%@`|>?":
        if text[place] in "&*!" and re.match(r"[&*][\w-]+\s*(?=[,\]}\[{]|$)|!!|!<", text[place:]):
            return _skip(text, place), True, keyed
        return _as_text(causes, line, text, place, stack, known, begins=True), False, keyed
    while place < len(text):
        sign = text[place]
        if sign in ",]}":
            return place, False, keyed
        if sign in "[{":
            return _as_text(causes, line, text, begin, stack, known), False, keyed
        if sign == "#" and text[place - 1].isspace():
            return place, False, keyed
        if sign == ":" and (place + 1 == len(text) or text[place + 1] in " ,]}"):
            if keyed or not in_block:
                comma = re.search("[，；、]", text[begin:place])
                if comma and text[begin + comma.end() : place].strip() in known:
                    at = begin + comma.start()
                    edits = (Edit(line, at, at + 1, ", "),)
                    causes.append(Cause("D003-comma", line, at, at + 1, {"sign": comma[0]}, edits))
                    return at + 1, True, False
                return _as_text(causes, line, text, begin, stack, known, colon=True), False, keyed
            return place + 1, True, True
        place += 1
    return place, False, keyed


def _word_cause(causes: list[Cause], line: int, text: str, found: re.Match[str], word: str) -> None:
    if found[1]:
        colon = text.index("：", found.start())
        edits = (Edit(line, colon, found.end(), ": "),)
        causes.append(Cause("D003-colon", line, colon, colon + 1, {"sign": "：", "key": word}, edits))
    else:
        colon = found.end() - 1
        rest = re.match(r"[^,\]}]*", text[found.end() :])
        fixed = f"{word}: {rest[0] if rest else ''}"
        edits = (Edit(line, colon, colon + 1, ": "),)
        causes.append(Cause("D004-colon", line, found.start(), colon + 1, {"fixed": fixed}, edits))


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] not in " ,]}":
        place += 1
    return place


def _as_text(
    causes: list[Cause],
    line: int,
    text: str,
    begin: int,
    stack: list[tuple[str, int, int]],
    known: frozenset[str],
    colon: bool = False,
    begins: bool = False,
) -> int:
    """Say that an entry must be in quotes, and return where it ends."""
    end = _segment(text, begin, stack, known)
    said = text[begin:end]
    details = {"quoted": quoted(said), "sign": said[:1]}
    if colon:
        key = "D005-colon"
    elif begins or said[:1] in "[{":
        key = "D005-start"
    elif said[:1] in "\"'":
        key = "D005-after"
    else:
        key = "D005"
    causes.append(Cause(key, line, begin, end, details, neutral(line, text, begin, end), hides=True))
    return end


def _segment(text: str, begin: int, stack: list[tuple[str, int, int]], known: frozenset[str]) -> int:
    """Where an entry that is no YAML seems to end: before the next known key, comma or closing bracket."""
    if stack and stack[-1][0] == "{":
        for found in re.finditer(r"\s*[,，]\s*([^\W\d]\w*)\s*[:：]", text[begin:]):
            if found[1] in known:
                return begin + found.start()
    else:
        depth = 0
        for place in range(begin, len(text)):
            depth += text[place] in "[{("
            depth -= text[place] in "]})"
            if text[place] == "," and depth <= 0:
                return place
    end = len(text.rstrip())
    comment = re.search(r"\s#", text[begin:])
    if comment and re.search(r"[\]}]\s*$", text[begin : begin + comment.start()]):
        end = begin + comment.start()
    for bracket, opened, _ in reversed(stack):
        del opened
        before = len(text[:end].rstrip())
        if before > begin and text[before - 1] == CLOSING[bracket]:
            end = before - 1
    return max(begin + 1, len(text[:end].rstrip()))


def missing_brackets(text: str) -> str:
    """Return the brackets that would close what a text opens."""
    missing = ""
    for sign in re.sub(r"\"[^\"]*\"|'[^']*'", "", text):
        if sign in CLOSING:
            missing = CLOSING[sign] + missing
        elif missing and sign == missing[0]:
            missing = missing[1:]
    return missing
