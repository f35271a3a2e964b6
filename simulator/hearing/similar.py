"""Likeness: how near a piece of a reply is to the example sentences of each behaviour.

Cosine over stems and stem pairs (Chinese characters, pairs and triples), weighted by how rare they are
in the bank. Likeness cannot see who does what to whom, so it is never enough for a bad or a breach.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from simulator.hearing.matcher import Range
from simulator.hearing.tables import Table
from simulator.hearing.tokens import Speech, soft

_SCALE = 1000
_RARE = 80  # examples up to which a feature finds candidates
_CANDIDATES = 80
_LEAST = 0.12  # likeness below which nothing is worth a word
_TURNED = 0.7  # what is left of a likeness when only one side is negated
SHORT = 7
"""Gap costs: three English words or six Chinese characters say too little to be like anything."""
_KEPT = 20000  # features kept at hand
Entry = tuple[int, tuple[int, ...], tuple[int, ...]]
Known = tuple[int, str, float, tuple[int, ...], tuple[int, ...]]
_LONG = 18  # words after which a sentence is also read in stretches


def features(said: Speech, start: int, end: int) -> dict[str, int]:
    """Return the features of words start to end: single, pairs and Chinese triples, none across a sign."""
    out: dict[str, int] = {}
    stems, signs, hans = said.stems, said.signs, said.han
    count = out.get
    one = two = ""
    for index in range(start, end):
        word = stems[index]
        if word[0].isdigit():
            word = "#"
        if signs[index] and index > start:
            one = two = ""
        out[word] = count(word, 0) + 1
        if one:
            han = hans[index] and hans[index - 1]
            pair = one + word if han else one + " " + word
            out[pair] = count(pair, 0) + 1
            if han and two and hans[index - 2]:
                triple = two + pair
                out[triple] = count(triple, 0) + 1
        two, one = one, word
    return out


def pieces(said: Speech) -> list[Range]:
    """Return the stretches of a reply that are compared: sentences, neighbours, clauses, long stretches."""
    sentences: list[Range] = []
    out: list[Range] = []
    count, first, clause = len(said.stems), 0, 0
    for index in range(1, count + 1):
        ends = index == count or said.sentences[index] != said.sentences[index - 1]
        if ends or soft(said.signs[index]):
            if said.costs[index] - said.costs[clause] >= SHORT and (clause > first or not ends):
                out.append((clause, index))
            clause = index
        if ends:
            sentences.append((first, index))
            for start in range(first, index - _LONG, _LONG // 2):
                out.append((start, start + _LONG))
            first = index
    pairs = [(one[0], two[1]) for one, two in pairwise(sentences) if two[1] - one[0] <= 40]
    return list(dict.fromkeys(sentences + out + pairs))


def _triple(feature: str) -> bool:
    """Tell Chinese triples: those met only once say no more than the pairs in them."""
    return len(feature) == 3 and feature[0] >= "\u3400" and feature[2] >= "\u3400"


class Weights:
    """How much each feature of a bank says: rare ones much, everyday ones little."""

    def __init__(self, documents: Sequence[Mapping[str, int]]) -> None:
        self.count = len(documents)
        self.often: Counter[str] = Counter()
        for document in documents:
            self.often.update(document.keys())

    def weight(self, feature: str) -> float:
        """Return the weight of a feature, also of one never met."""
        return math.log((self.count + 1) / (self.often[feature] + 1)) + 1


def compile_examples(
    said: Iterable[tuple[int, bool, bool, str, dict[str, int]]], weigh: Callable[[str], float] | None = None
) -> dict[str, Any]:
    """Return examples as plain data; each comes as (owner, counter-example?, negated?, text, features).

    `weigh` gives the weight of a feature; without it the sentences themselves tell how rare each is.
    """
    rows = list(said)
    weights = Weights([document for *_, document in rows])
    if weigh is None:
        weigh = weights.weight
        for *_, document in rows:
            for feature in [one for one in document if _triple(one) and weights.often[one] == 1]:
                del document[feature]
    examples: list[list[Any]] = []
    index: dict[str, list[int]] = {}
    weigh_once = {feature: weigh(feature) for *_, document in rows for feature in document}
    for number, (owner, counter, negated, text, document) in enumerate(rows):
        vector = {feature: (1 + math.log(times)) * weigh_once[feature] for feature, times in document.items()}
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        examples.append([owner, int(counter), int(negated), text])
        for feature in sorted(vector):
            index.setdefault(feature, []).extend((number, round(vector[feature] / length * _SCALE)))
    # one text per feature, its weight first: read when the feature is met, so that loading costs nothing
    lines = {
        feature: " ".join(map(str, (round(weigh_once[feature] * _SCALE), *index[feature])))
        for feature in sorted(index)
    }
    return {"examples": examples, "index": lines, "count": len(rows)}


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest example of one owner to one piece of a reply; `against` is its nearest counter-example."""

    owner: int
    score: float
    example: int
    against: float
    piece: Range


class Examples:
    """The examples of a bank or a beat, ready to be compared with."""

    def __init__(self, data: dict[str, Any]) -> None:
        """`index` is as `compile_examples` makes it, or the blocks of a table of it."""
        self.rows: list[list[Any]] = data["examples"]
        index: dict[str, str] | list[str] = data["index"]
        self._line = index.get if isinstance(index, dict) else Table(index).get
        self._read: dict[str, Entry] = {}  # filled as features are met
        self._everyday: dict[str, dict[int, int]] = {}  # filled as everyday features are met
        self._unseen: Entry = round((math.log(data["count"] + 1) + 1) * _SCALE), (), ()

    def weight(self, feature: str) -> float:
        """Return what a feature weighs in this bank."""
        return self._entry(feature)[0] / _SCALE

    def telling(self, feature: str) -> float | None:
        """Return what a feature weighs, None for a Chinese triple that the bank does not know."""
        weight, numbers, _ = self._entry(feature)
        return None if not numbers and _triple(feature) else weight / _SCALE

    def _entry(self, feature: str) -> Entry:
        """Return the weight of a feature, the examples that hold it, and what it weighs in each."""
        found = self._read.get(feature)
        if found is None:
            line, found = self._line(feature), self._unseen
            if line is not None:
                weight, *postings = map(int, line.split(" "))
                found = weight, tuple(postings[::2]), tuple(postings[1::2])
            if len(self._read) > _KEPT:
                self._read.clear()
            self._read[feature] = found
        return found

    def nearest(
        self, piece: Range, document: Mapping[str, int], negated: bool, without: str = ""
    ) -> list[Near]:
        """Return the nearest example of every owner that shares a telling word with the piece, best first."""
        best, against = self.best(document, negated, without)
        near = [
            Near(owner, round(score, 3), number, round(against.get(owner, 0.0), 3), piece)
            for owner, (score, number) in best.items()
        ]
        return sorted(near, key=lambda one: (-one.score, one.owner))

    def best(
        self, document: Mapping[str, int], negated: bool, without: str = ""
    ) -> tuple[dict[int, tuple[float, int]], dict[int, float]]:
        """Return by owner the likeness of its nearest example with its number, and of its nearest counter."""
        total, known = 0.0, []
        for feature, times in document.items():
            weight, numbers, weights = self._read.get(feature) or self._entry(feature)
            if not numbers and _triple(feature):
                continue
            value = float(weight)
            if times > 1:
                value *= 1 + math.log(times)
            total += value * value
            if numbers:
                known.append((len(numbers), feature, value, numbers, weights))
        known.sort()
        length = math.sqrt(total) * _SCALE or 1.0
        best: dict[int, tuple[float, int]] = {}
        against: dict[int, float] = {}
        rows, least = self.rows, _LEAST * length * 0.99  # a little less: the exact bar follows
        for number, dot in self._dots(known).items():
            if dot < least:
                continue
            owner, counter, was_negated, text = rows[number]
            score = dot / length if bool(was_negated) == negated else dot / length * _TURNED
            if score < _LEAST or (without and text == without):
                continue
            if counter:
                against[owner] = max(score, against.get(owner, 0.0))
            elif owner not in best or (score, -number) > (best[owner][0], -best[owner][1]):
                best[owner] = (score, number)
        return best, against

    def _dots(self, known: list[Known]) -> dict[int, float]:
        """Return products with the examples that share a rare feature; everyday ones count for the best."""
        dots: defaultdict[int, float] | dict[int, float] = defaultdict(float)
        rare = 0
        for size, _, value, numbers, weights in known:
            if size > _RARE and rare >= 4:
                break
            rare += 1
            for number, weight in zip(numbers, weights, strict=True):
                dots[number] += value * weight
        if rare < len(known) and len(dots) > _CANDIDATES:
            bar = sorted(dots.values())[-_CANDIDATES]
            above = {number: dot for number, dot in dots.items() if dot > bar}
            level = sorted([number for number, dot in dots.items() if dot == bar])
            dots = above | dict.fromkeys(level[: _CANDIDATES - len(above)], bar)
        for _, feature, value, numbers, weights in known[rare:]:
            held = self._everyday.get(feature)
            if held is None:
                held = self._everyday[feature] = dict(zip(numbers, weights, strict=True))
            for number in held.keys() & dots.keys():
                dots[number] += value * held[number]
        return dots
