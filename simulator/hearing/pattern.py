"""The pattern language: what a trainer writes in `hears` and `except`, read into parts and gaps.

    words and (either|or|several words) ... any words in between {money} {date} {number} {name} ~wordlist

A space allows up to two English words or four Chinese characters more, `...` any number in the same
sentence, and no space (in Chinese) none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.hearing.normalise import normalise
from simulator.hearing.tokens import tokenise

GLUED, NEAR, ANY = 0, 1, 2
"""What may stand before a part: nothing, a few words, any words of the sentence."""
SLOTS = ("{money}", "{date}", "{number}", "{name}")
Phrase = tuple[str, ...]
_MOST = 20000


class PatternError(ValueError):
    """A pattern that cannot be read: `code` names the mistake, `column` (from 0) where it is."""

    def __init__(self, code: str, column: int, pattern: str, detail: str = "") -> None:
        super().__init__(f"{code} at column {column + 1}{': ' + detail if detail else ''} in: {pattern}")
        self.code, self.column, self.pattern, self.detail = code, column, pattern, detail


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a pattern: any of its phrases (stems) or slots, and the gap allowed before it."""

    phrases: tuple[Phrase, ...]
    slots: tuple[str, ...]
    gap: int


Lists = Callable[[str], "tuple[Phrase, ...] | None"]


def parse(pattern: str, lists: Lists = lambda name: None) -> tuple[Part, ...]:
    """Read one pattern; `lists` gives the phrases of a word list, or None. Raises PatternError."""
    return tuple(_Reader(pattern, lists).parts())


class WordLists:
    """The word lists of one file over the shared ones, each read at most once."""

    def __init__(self, *layers: Mapping[str, Sequence[str]]) -> None:
        self._layers = layers
        self._read: dict[str, tuple[Phrase, ...]] = {}
        self._open: list[str] = []

    def __call__(self, name: str) -> tuple[Phrase, ...] | None:
        if name in self._read:
            return self._read[name]
        entries = next((layer[name] for layer in self._layers if name in layer), None)
        if entries is None or name in self._open:
            return None
        self._open.append(name)
        try:
            phrases: dict[Phrase, None] = {}
            for entry in entries:
                reader = _Reader(entry, self)
                phrases.update(dict.fromkeys(reader.alternative(0, len(entry), 0)))
        finally:
            self._open.pop()
        self._read[name] = tuple(phrases)
        return self._read[name]


class _Reader:
    def __init__(self, pattern: str, lists: Lists) -> None:
        self.typed = pattern
        clean = normalise(pattern)
        self.text, self.at, self.lists = clean.text, clean.at, lists

    def fail(self, code: str, index: int, detail: str = "") -> PatternError:
        column = self.at[index] if index < len(self.at) else len(self.typed)
        return PatternError(code, column, self.typed, detail)

    def parts(self) -> Iterator[Part]:
        pieces = list(self.pieces(0, len(self.text)))
        if not pieces:
            raise self.fail("empty-pattern", 0)
        gap, gap_at, first = GLUED, -1, True
        end = 0
        for kind, start, stop in pieces:
            if kind == "...":
                if first or gap == ANY:
                    raise self.fail("gap-at-edge", start)
                gap, gap_at, end = ANY, start, stop
                continue
            if gap != ANY and not first:
                gap = NEAR if start > end else GLUED
            phrases, slots = self.part(kind, start, stop)
            yield Part(phrases, slots, gap)
            gap, gap_at, first, end = GLUED, -1, False, stop
        if gap_at >= 0:
            raise self.fail("gap-at-edge", gap_at)

    def part(self, kind: str, start: int, stop: int) -> tuple[tuple[Phrase, ...], tuple[str, ...]]:
        if kind == "{":
            return (), (self.text[start:stop],)
        if kind == "(":
            slots: list[str] = []
            phrases: dict[Phrase, None] = {}
            for first, last in self.split(start + 1, stop - 1):
                if self.text[first:last].strip() in SLOTS:
                    slots.append(self.text[first:last].strip())
                else:
                    phrases.update(dict.fromkeys(self.alternative(first, last, 1)))
            return tuple(phrases), tuple(slots)
        return tuple(dict.fromkeys(self.alternative(start, stop, 1))), ()

    def pieces(self, start: int, stop: int) -> Iterator[tuple[str, int, int]]:
        """Cut into words, lists, slots, brackets and gaps: (kind, start, stop)."""
        index = start
        while index < stop:
            char = self.text[index]
            if char.isspace():
                index += 1
                continue
            end = index + 1
            if self.text.startswith("...", index) or char == "…":
                kind, end = "...", index + (3 if char == "." else 1)
                while end < stop and self.text[end] in ".…":
                    end += 1
            elif char == "(":
                kind, end = "(", self.close(index, stop)
            elif char == "{":
                kind, end = "{", self.text.find("}", index) + 1
                if self.text[index:end] not in SLOTS:
                    raise self.fail("unknown-slot", index, self.text[index : end or stop])
            elif char == "~":
                while end < stop and (
                    (self.text[end].isascii() and self.text[end].isalnum()) or self.text[end] in "_-"
                ):
                    end += 1
                kind = "~"
            elif _wordy(char):
                while end < stop and _wordy(self.text[end]):
                    end += 1
                kind = "word"
            else:
                raise self.fail("stray-sign", index, char)
            yield kind, index, end
            index = end

    def close(self, start: int, stop: int) -> int:
        depth = 0
        for index in range(start, stop):
            depth += {"(": 1, ")": -1}.get(self.text[index], 0)
            if depth == 0:
                return index + 1
        raise self.fail("unclosed-bracket", start)

    def split(self, start: int, stop: int) -> Iterator[tuple[int, int]]:
        depth, first = 0, start
        for index in range(start, stop + 1):
            char = self.text[index] if index < stop else "|"
            depth += {"(": 1, ")": -1}.get(char, 0)
            if char == "|" and depth == 0:
                if not self.text[first:index].strip():
                    raise self.fail("empty-alternative", first)
                yield first, index
                first = index + 1

    def alternative(self, start: int, stop: int, depth: int) -> list[Phrase]:
        """Return every phrase that an alternative or a word list entry stands for."""
        phrases: list[Phrase] = [()]
        for kind, first, last in self.pieces(start, stop):
            if kind == "...":
                raise self.fail("gap-inside", first)
            if kind == "{":
                options: list[Phrase] = [(self.text[first:last],)]
            elif kind == "(":
                if depth > 1:
                    raise self.fail("too-deep", first)
                options = [
                    phrase
                    for begin, end in self.split(first + 1, last - 1)
                    for phrase in self.alternative(begin, end, depth + 1)
                ]
            elif kind == "~":
                options = list(self.listed(first, last))
            else:
                options = [tuple(tokenise(self.text[first:last]).stems)]
            phrases = [phrase + option for phrase in phrases for option in options]
            if len(phrases) > _MOST:
                raise self.fail("too-many", start)
        if phrases == [()]:
            raise self.fail("empty-alternative", start)
        return phrases

    def listed(self, start: int, stop: int) -> tuple[Phrase, ...]:
        name = self.text[start + 1 : stop]
        found = self.lists(name)
        if found is None:
            raise self.fail("unknown-list", start, name)
        if not found:
            raise self.fail("empty-list", start, name)
        return found


def _wordy(char: str) -> bool:
    return char.isalnum() or char in "'-%/"
