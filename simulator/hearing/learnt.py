"""Likeness that was learnt: one weight per word and good behaviour, taken from the whole bank at once.

An averaged perceptron with a margin, one against the rest, over the features of `similar`. It learns from the
examples, from sentences drawn from the patterns, and from what is not the behaviour: counter-examples, every
other behaviour and a bank of neutral sentences. It decides no bad and no breach.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.hearing.pattern import SLOTS, Part, Phrase

_EPOCHS = 8
_MARGIN = 0.6
_PUSH = 3.0  # how much harder a missed behaviour pulls than a wrong one pushes: most sentences are "wrong"
_DRAWN = 6  # sentences drawn from a pattern of a good behaviour, a third of that from any other
_LEAST = 0.02  # weights below this change nothing
_SCALE = 1000
_BIAS = "\x01"
_FLAGS = ("\x02", "\x03", "\x04")  # negated, attributed, asked
_FLAG_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Lesson:
    """One sentence to learn from: its features, its good behaviour (-1: none) and those it may also be."""

    document: Counter[str]
    owner: int
    maybe: frozenset[int]


def marked(document: Counter[str], negated: bool, borrowed: bool, asked: bool) -> Counter[str]:
    """Return the features of a piece with what it stands under."""
    flags = zip(_FLAGS, (negated, borrowed, asked), strict=True)
    return Counter({**document, **{flag: 1 for flag, holds in flags if holds}})


class _Dice:
    """The same throws on every machine and in every version of the language."""

    def __init__(self, state: int) -> None:
        self.state = state

    def throw(self, sides: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % sides

    def shuffle(self, order: list[int]) -> None:
        for index in range(len(order) - 1, 0, -1):
            other = self.throw(index + 1)
            order[index], order[other] = order[other], order[index]


def drawn(parsed: Iterable[tuple[int, Sequence[Part]]], good: frozenset[int]) -> list[Lesson]:
    """Return sentences put together from patterns, each with one phrase of every part."""
    dice, lessons = _Dice(5), []
    for owner, parts in parsed:
        options = [[*part.phrases, *((slot,) for slot in part.slots)] for part in parts]
        ways = math.prod(map(len, options))
        for _ in range(min(ways, _DRAWN if owner in good else _DRAWN // 3)):
            document: Counter[str] = Counter()
            for phrases in options:
                _count(phrases[dice.throw(len(phrases))], document)
            if document:
                lessons.append(Lesson(document, owner if owner in good else -1, frozenset()))
    return lessons


def _count(phrase: Phrase, document: Counter[str]) -> None:
    words = ["#" if word[0].isdigit() else word for word in phrase if word not in SLOTS]
    for index, word in enumerate(words):
        document[word] += 1
        if index:
            han = word[0] >= "\u3400" and words[index - 1][0] >= "\u3400"
            document[words[index - 1] + word if han else words[index - 1] + " " + word] += 1
            if han and index > 1:
                document["".join(words[index - 2 : index + 1])] += 1


Weigh = Callable[[str], "float | None"]


def vector(document: Counter[str], weigh: Weigh) -> dict[str, float]:
    """Return a document as a vector of length 1 and the bias; `weigh` gives None for what says nothing."""
    out: dict[str, float] = {}
    for feature, times in document.items():
        weight = _FLAG_WEIGHT if feature in _FLAGS else weigh(feature)
        if weight is not None:
            out[feature] = weight if times == 1 else weight * (1 + math.log(times))
    length = math.sqrt(sum(value * value for value in out.values())) or 1.0
    out = {feature: value / length for feature, value in out.items()}
    out[_BIAS] = 0.3
    return out


def compile_learnt(lessons: Sequence[Lesson], good: Sequence[int], weigh: Weigh) -> dict[str, Any]:
    """Return the weights as plain data: by feature a text of "column weight …", and whose column it is."""
    column = {owner: index for index, owner in enumerate(good)}
    data = [
        (vector(one.document, weigh), column.get(one.owner, -1), {column[owner] for owner in one.maybe})
        for one in lessons
    ]
    lines = {}
    for feature, weights in _train(data, len(good)).items():
        kept = [(index, weight) for index, weight in enumerate(weights) if abs(weight) >= _LEAST]
        if kept:
            lines[feature] = " ".join(f"{index} {round(weight * _SCALE)}" for index, weight in kept)
    return {"owners": list(good), "weights": dict(sorted(lines.items()))}


def _train(data: list[tuple[dict[str, float], int, set[int]]], columns: int) -> dict[str, list[float]]:
    weights: dict[str, list[float]] = {}
    behind: dict[str, list[float]] = {}  # for the average over all steps
    dice, order, step = _Dice(7), list(range(len(data))), 1
    for _ in range(_EPOCHS):
        dice.shuffle(order)
        for number in order:
            values, right, maybe = data[number]
            scores = [0.0] * columns
            for feature, value in values.items():
                row = weights.get(feature)
                if row is not None:
                    scores = [score + value * weight for score, weight in zip(scores, row, strict=True)]
            for index, score in enumerate(scores):
                if index == right:
                    change = _PUSH if score < _MARGIN else 0.0
                else:
                    change = -1.0 if score > -_MARGIN and index not in maybe else 0.0
                if change:
                    for feature, value in values.items():
                        row = weights.setdefault(feature, [])
                        if not row:
                            row.extend([0.0] * columns)
                            behind[feature] = [0.0] * columns
                        row[index] += change * value
                        behind[feature][index] += step * change * value
            step += 1
    return {
        feature: [weight - late / step for weight, late in zip(row, behind[feature], strict=True)]
        for feature, row in weights.items()
    }


class Learnt:
    """The weights of a bank, ready to score a piece of a reply."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._owners: list[int] = data["owners"]
        self._lines: dict[str, str] = data["weights"]
        self._read: dict[str, list[tuple[int, int]]] = {}  # filled as features are met

    def scores(self, document: Counter[str], weigh: Weigh) -> list[tuple[float, int]]:
        """Return (score, owner), best first; above 0 it is more likely said than not."""
        totals = [0.0] * len(self._owners)
        for feature, value in vector(document, weigh).items():
            row = self._read.get(feature)
            if row is None:
                numbers = list(map(int, self._lines.get(feature, "").split()))
                row = self._read[feature] = list(zip(numbers[::2], numbers[1::2], strict=True))
            for index, weight in row:
                totals[index] += value * weight
        found = zip(totals, self._owners, strict=True)
        return sorted(((round(total / _SCALE, 3), owner) for total, owner in found), reverse=True)
