"""A pattern taken apart as it is written: its pieces, and sentences that it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

Lists = Mapping[str, Sequence[str]]
_SAID = {
    "en": {"{money}": "$350", "{date}": "Friday", "{number}": "12", "{name}": "Alex"},
    "zh": {"{money}": "350块", "{date}": "周五", "{number}": "12", "{name}": "小王"},
}


@lru_cache(maxsize=4096)
def pieces(pattern: str) -> tuple[str, ...]:
    """Return the pieces of a pattern in order, brackets whole and gaps left out.

    Chinese words that stand side by side without a space are one piece with what they touch.
    """
    return tuple(piece for piece, _ in _cut(pattern) if piece != "...")


def instances(pattern: str, language: str, lists: Lists, at_most: int = 8) -> tuple[str, ...]:
    """Return sentences, or parts of them, that a pattern stands for: every alternative of each piece
    at least once, as far as `at_most` goes. A pattern that names an unknown list stands for nothing."""
    parts: list[tuple[list[str], bool]] = []
    for piece, glued in _cut(pattern):
        if piece != "...":
            parts.append((list(dict.fromkeys(_ways(piece, language, lists))), glued))
    if not parts or not all(ways for ways, _ in parts):
        return ()
    many = min(at_most, max(len(ways) for ways, _ in parts))
    space = "" if language == "zh" else " "
    return tuple(
        dict.fromkeys(
            "".join(
                ("" if glued or not index else space) + ways[number % len(ways)]
                for index, (ways, glued) in enumerate(parts)
            )
            for number in range(many)
        )
    )


def _cut(text: str) -> Iterator[tuple[str, bool]]:
    """Yield pieces, each with whether it touches the one before."""
    index, glued = 0, False
    while index < len(text):
        char = text[index]
        if char.isspace():
            index, glued = index + 1, False
            continue
        end = index + 1
        if text.startswith("...", index) or char == "…":
            while end < len(text) and text[end] in ".…":
                end += 1
            yield "...", glued
        elif char in "(（":
            end = _closed(text, index)
            yield text[index:end], glued
        elif char == "{":
            end = text.find("}", index) + 1 or len(text)
            yield text[index:end], glued
        else:
            while end < len(text) and not text[end].isspace() and text[end] not in "(（{…":
                if text.startswith("...", end):
                    break
                end += 1
            yield text[index:end], glued
        index, glued = end, True


def _closed(text: str, start: int) -> int:
    depth = 0
    for index in range(start, len(text)):
        depth += {"(": 1, "（": 1, ")": -1, "）": -1}.get(text[index], 0)
        if depth == 0:
            return index + 1
    return len(text)


def _ways(piece: str, language: str, lists: Lists) -> Iterator[str]:
    """Yield what a piece may be said as."""
    if piece[0] in "(（":
        for alternative in _split(piece[1:-1]):
            yield from _joined(alternative, language, lists)
    elif piece in _SAID[language]:
        yield _SAID[language][piece]
    elif piece.startswith("~"):
        for entry in lists.get(piece[1:], ()):
            yield from _joined(entry, language, lists)
    else:
        yield piece


def _joined(text: str, language: str, lists: Lists) -> Iterator[str]:
    """Yield what an alternative of several pieces may be said as, one piece varied at a time."""
    parts = [(list(_ways(piece, language, lists)), glued) for piece, glued in _cut(text)]
    if not parts or not all(ways for ways, _ in parts):
        return
    space = "" if language == "zh" else " "
    for number in range(max(len(ways) for ways, _ in parts)):
        yield "".join(
            ("" if glued or not index else space) + ways[number % len(ways)]
            for index, (ways, glued) in enumerate(parts)
        )


def _split(text: str) -> Iterator[str]:
    depth, first = 0, 0
    for index, char in enumerate(f"{text}|"):
        depth += {"(": 1, "（": 1, ")": -1, "）": -1}.get(char, 0)
        if char in "|｜" and depth == 0:
            if text[first:index].strip():
                yield text[first:index].strip()
            first = index + 1
