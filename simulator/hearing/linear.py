"""The linear channel: one weight per word and behaviour, summed over a piece of a reply.

Words count by how rare they are in the lessons. Every occurrence is a term of its own, so that the sums of
all pieces of a reply come out of one pass over its words: a piece is a difference of two running sums.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from struct import Struct
from typing import Any

from simulator.hearing.matcher import Range
from simulator.hearing.tables import Table
from simulator.hearing.tokens import Speech

SCALE = 1000
NONE = -9.0
"""The score of a behaviour that had too few lessons to be learnt."""
_LANE = 64  # bits of a weight
_KEPT = 20000  # terms kept at hand
FLAGS = ("\x02", "\x03", "\x04")
"""Terms for what a piece stands under: a negation, somebody else's mouth, a question."""
HEARD, NEAR, TAKEN, KNOWN = "\x05", "\x06", "\x07", "\x08"
"""Before a name, terms for what was heard in a reply, what came near, what scope took back, and what is
known of the call: marks."""


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


def document(
    found: Sequence[tuple[str, ...]], start: int, end: int, flags: Iterable[bool], marks: Iterable[str] = ()
) -> Counter[str]:
    """Return the terms of words start to end, the flags that hold and the marks of the reply, counted."""
    counted = Counter(term for ending in found[start:end] for term in ending)
    counted.update(flag for flag, holds in zip(FLAGS, flags, strict=True) if holds)
    counted.update(marks)
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
    """The weights of a bank, ready to score replies; above 0 a behaviour is more likely said than not.

    The weights of a term for all behaviours are one number, 64 bits for each, so that terms are summed by
    one addition instead of one per behaviour. A sum is exact: no weight is near 2 ** 40.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        """`weights` are as they were learnt, or the blocks of a table of them."""
        self._bias: list[int] = data["bias"]
        self.columns = len(self._bias)
        weights: dict[str, str] | list[str] = data["weights"]
        self._line = weights.get if isinstance(weights, dict) else Table(weights).get
        self._read: dict[str, tuple[float, int] | None] = {}  # filled as terms are met
        self._half = sum(1 << (_LANE * column + _LANE - 1) for column in range(self.columns))
        self._lanes = Struct(f"<{self.columns}q")

    def _row(self, term: str) -> tuple[float, int] | None:
        """Return the square of a term's rarity and its weights, None for one that says nothing."""
        if term in self._read:
            return self._read[term]
        line, found = self._line(term), None
        if line is not None:
            rare, *numbers = map(int, line.split(" "))
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            found = (rare / SCALE) ** 2, sum([weight << (_LANE * column) for column, weight in pairs])
        if len(self._read) > _KEPT:
            self._read.clear()
        self._read[term] = found
        return found

    def _apart(self, total: int) -> tuple[int, ...]:
        """Return a sum of weights behaviour by behaviour."""
        half = self._half  # makes every lane positive, so that none borrows from the next
        return self._lanes.unpack(((total + half) ^ half).to_bytes(self._lanes.size, "little"))

    def scores(self, found: Sequence[tuple[str, ...]], pieces: Sequence[tuple[Range, list[str]]]) -> Scores:
        """Return the best score of every behaviour; `pieces` come with the flags that hold in them."""
        read, row = self._read, self._row
        sums, lengths = {0: 0}, {0: 0.0}
        total, last, squares = 0, 0, 0.0
        # the words between two ends of pieces are summed at once: no piece needs to know them apart
        for cut in sorted({end for place, _ in pieces for end in place} - {0}):
            for ending in found[last:cut]:
                for term in ending:
                    known = read[term] if term in read else row(term)
                    if known is not None:
                        squares += known[0]
                        total += known[1]
            sums[cut], lengths[cut] = total, squares
            last = cut
        columns: list[list[float]] = []
        places: list[Range] = []
        for place, flags in pieces:
            start, end = place
            marks = [mark for mark in map(row, flags) if mark is not None]
            length = lengths[end] - lengths[start] + sum([square for square, _ in marks])
            if length < 0.5:
                continue
            share = 1 / math.sqrt(length)
            apart = self._apart(sums[end] - sums[start] + sum([weights for _, weights in marks]))
            columns.append([number * share for number in apart])
            places.append(place)
        if not columns:
            return Scores([NONE] * self.columns, [(0, 0)] * self.columns)
        best: list[float] = []
        best_pieces: list[Range] = []
        for bias, scores in zip(self._bias, zip(*columns, strict=True), strict=True):
            score = max(scores)
            heard = bias > NONE * SCALE and score > NONE * SCALE
            best.append(round(score + bias) / SCALE if heard else NONE)
            best_pieces.append(places[scores.index(score)] if score > NONE * SCALE else (0, 0))
        return Scores(best, best_pieces)
