"""The linear channel: one weight per word and behaviour, summed over a piece of a reply.

Words count by how rare they are in the lessons. Every occurrence is a term of its own, so that the sums of
all pieces of a reply come out of one pass over its words: a piece is a difference of two running sums.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import add
from typing import Any

from simulator.hearing.matcher import Range
from simulator.hearing.tokens import Speech

SCALE = 1000
NONE = -9.0
"""The score of a behaviour that had too few lessons to be learnt."""
FLAGS = ("\x02", "\x03", "\x04")
"""Terms for what a piece stands under: a negation, somebody else's mouth, a question."""


def terms(said: Speech) -> list[tuple[str, ...]]:
    """Return the terms that end at each word: the word, its pair, its Chinese triple; none across a sign."""
    out: list[tuple[str, ...]] = []
    one = two = ""
    for index, stem in enumerate(said.stems):
        word = "#" if stem[0].isdigit() else stem
        if said.signs[index] and index:
            one = two = ""
        if not one:
            out.append((word,))
        elif said.han[index] and said.han[index - 1]:
            triple = two and said.han[index - 2]
            out.append((word, one + word, two + one + word) if triple else (word, one + word))
        else:
            out.append((word, one + " " + word))
        two, one = one, word
    return out


def document(found: Sequence[tuple[str, ...]], start: int, end: int, flags: Iterable[bool]) -> Counter[str]:
    """Return the terms of words start to end and the flags that hold, counted."""
    counted = Counter(term for ending in found[start:end] for term in ending)
    counted.update(flag for flag, holds in zip(FLAGS, flags, strict=True) if holds)
    return counted


def rarity(documents: Sequence[Mapping[str, int]], met: int = 1) -> dict[str, float]:
    """Return what each term weighs: ln((1 + documents) / (1 + those with it)) + 1, rounded; pairs and
    triples count only if `met` documents hold them."""
    often: Counter[str] = Counter()
    for one in documents:
        often.update(one.keys())
    count = len(documents) + 1
    return {
        term: round(math.log(count / (times + 1)) + 1, 3)
        for term, times in often.items()
        if times >= met or _single(term)
    }


def _single(term: str) -> bool:
    return len(term) == 1 or (term[0] < "\u3400" and " " not in term)


@dataclass(frozen=True, slots=True)
class Scores:
    """The best score of each behaviour over the pieces of a reply, and the piece it comes from."""

    best: list[float]
    pieces: list[Range]


class Linear:
    """The weights of a bank, ready to score replies; above 0 a behaviour is more likely said than not."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.columns = len(data["bias"])
        self._bias: list[int] = data["bias"]
        self._lines: dict[str, str] = data["weights"]
        self._read: dict[str, tuple[float, list[int]]] = {}  # filled as terms are met

    def _row(self, term: str) -> tuple[float, list[int]]:
        """Return the square of a term's rarity and its weight for every behaviour; raises KeyError."""
        found = self._read.get(term)
        if found is None:
            rare, *numbers = map(int, self._lines[term].split(" "))
            row = [0] * self.columns
            for column, weight in zip(numbers[::2], numbers[1::2], strict=True):
                row[column] = weight
            found = self._read[term] = (rare / SCALE) ** 2, row
        return found

    def scores(self, found: Sequence[tuple[str, ...]], pieces: Sequence[tuple[Range, list[str]]]) -> Scores:
        """Return the best score of every behaviour; `pieces` come with the flags that hold in them."""
        lines, read = self._lines, self._read
        sums: dict[int, list[int]] = {0: [0] * self.columns}
        lengths = {0: 0.0}
        last, squares = 0, 0.0
        # the words between two ends of pieces are summed at once: no piece needs to know them apart
        for cut in sorted({end for place, _ in pieces for end in place} - {0}):
            known = [
                read.get(term) or self._row(term)
                for ending in found[last:cut]
                for term in ending
                if term in lines
            ]
            rows = [row for _, row in known]
            sums[cut] = list(map(sum, zip(sums[last], *rows, strict=True))) if rows else sums[last]
            for square, _ in known:
                squares += square
            lengths[cut] = squares
            last = cut
        best = [NONE * SCALE] * self.columns
        places = [(0, 0)] * self.columns
        for (start, end), flags in pieces:
            marks = [self._row(flag) for flag in flags if flag in self._lines]
            length = lengths[end] - lengths[start] + sum(square for square, _ in marks)
            if length < 0.5:
                continue
            share = 1 / math.sqrt(length)
            totals = [late - early for late, early in zip(sums[end], sums[start], strict=True)]
            for _, row in marks:
                totals = list(map(add, totals, row))
            for column, total in enumerate(totals):
                score = total * share
                if score > best[column]:
                    best[column], places[column] = score, (start, end)
        return Scores(
            [
                NONE if bias <= NONE * SCALE or score <= NONE * SCALE else round((score + bias) / SCALE, 3)
                for score, bias in zip(best, self._bias, strict=True)
            ],
            places,
        )
