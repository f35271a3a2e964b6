"""How well the ear hears: labelled replies against what was heard, with intervals, in one pure function."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from scoring.evidence import Kind
from simulator.hearing.behaviours import BEHAVIOURS
from simulator.hearing.ear import Ear
from simulator.hearing.hearing import Match

Row = Mapping[str, Any]
_RESAMPLES = 1000
_HARD = (Kind.BREACH, Kind.BAD)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts and their precision, recall and F1; `f1` is 0 when nothing was right.

    `precision_interval` and `recall_interval` are 95 % Wilson intervals; `f1_interval` a 95 %
    bootstrap over replies, only for whole groups.
    """

    right: int
    wrong: int
    missed: int
    f1_interval: tuple[float, float] | None = None

    @property
    def precision(self) -> float:
        """Return the share of what was heard that had been said."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Return the share of what had been said that was heard."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return _f1(self.right, self.wrong, self.missed)

    @property
    def precision_interval(self) -> tuple[float, float]:
        """Return the interval of the precision."""
        return wilson(self.right, self.right + self.wrong)

    @property
    def recall_interval(self) -> tuple[float, float]:
        """Return the interval of the recall."""
        return wilson(self.right, self.right + self.missed)


@dataclass(frozen=True, slots=True)
class Prediction:
    """One row and what was heard in it; `wrong` and `missed` hold ids that count in this row."""

    row: int
    language: str
    reply: str
    labels: tuple[str, ...]
    heard: tuple[Match, ...]
    possibly: tuple[Match, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of a group of replies: everything, or one language.

    `macro` is the mean F1 of the behaviours that were labelled or heard; `unjust` the share of replies
    without a bad or breach label in which one was heard, of `innocent` such replies; `wrong_breaches`
    how often a breach was heard that had not been said; `abstained` the replies with a label in which
    nothing was heard; `top_three` the share of labels among what was heard and the three nearest.
    """

    replies: int
    micro: Score
    macro: float
    kinds: Mapping[str, Score]
    behaviours: Mapping[str, Score]
    unjust: float
    innocent: int
    wrong_breaches: int
    abstained: int
    top_three: float


@dataclass(frozen=True, slots=True)
class Report:
    """What `measure_rows` found: everything, by language, and row by row."""

    overall: Group
    languages: Mapping[str, Group]
    predictions: tuple[Prediction, ...] = field(default=())


def wilson(hits: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """Return the Wilson score interval of a share (Wilson 1927), (0, 1) when nothing was counted."""
    if not of:
        return 0.0, 1.0
    share = hits / of
    below = 1 + z * z / of
    middle = (share + z * z / (2 * of)) / below
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / below
    return round(max(0.0, middle - half), 4), round(min(1.0, middle + half), 4)


def measure_rows(rows: Iterable[Row], ears: Mapping[str, Ear], today: date) -> Report:
    """Return how well the ears hear labelled replies (one mapping per line of the JSONL file).

    A row has `lang`, `reply`, `labels` and maybe `ignore`; a first row with `vocabulary` limits the
    count to those ids. Raises KeyError for a language without an ear.
    """
    vocabulary = frozenset(BEHAVIOURS)
    predictions: list[Prediction] = []
    beats = {language: ear.listening(()) for language, ear in ears.items()}
    for number, row in enumerate(rows):
        if "vocabulary" in row:
            vocabulary = frozenset(row["vocabulary"])
            continue
        language = str(row["lang"])
        heard = ears[language].hear(str(row["reply"]), beats[language], today)
        counted = vocabulary - frozenset(row.get("ignore", ()))
        names = {match.name for match in heard.behaviours} & counted
        labels = frozenset(row.get("labels", ())) & counted
        predictions.append(
            Prediction(
                number,
                language,
                str(row["reply"]),
                tuple(sorted(labels)),
                tuple(match for match in heard.behaviours if match.name in counted),
                tuple(match for match in heard.possibly if match.name in counted),
                tuple(sorted(names - labels)),
                tuple(sorted(labels - names)),
            )
        )
    languages = sorted({prediction.language for prediction in predictions})
    groups = {name: _group([one for one in predictions if one.language == name]) for name in languages}
    return Report(_group(predictions), groups, tuple(predictions))


def _group(predictions: Sequence[Prediction]) -> Group:
    behaviours = {}
    for name in BEHAVIOURS:
        score = _score(predictions, {name})
        if score.right + score.wrong + score.missed:
            behaviours[name] = score
    kinds = {}
    for kind in Kind:
        names = {name for name, its in BEHAVIOURS.items() if its is kind}
        if not names.isdisjoint(behaviours):
            kinds[kind.value] = _score(predictions, names)
    innocent = [one for one in predictions if not any(BEHAVIOURS.get(label) in _HARD for label in one.labels)]
    unjust = sum(any(match.kind in _HARD for match in one.heard) for one in innocent)
    labels = sum(len(one.labels) for one in predictions)
    near = sum(
        len(set(one.labels) & {match.name for match in (*one.heard, *one.possibly)}) for one in predictions
    )
    return Group(
        replies=len(predictions),
        micro=_score(predictions, set(BEHAVIOURS), interval=True),
        macro=sum(score.f1 for score in behaviours.values()) / len(behaviours) if behaviours else 0.0,
        kinds=kinds,
        behaviours=behaviours,
        unjust=unjust / len(innocent) if innocent else 0.0,
        innocent=len(innocent),
        wrong_breaches=sum(BEHAVIOURS.get(name) is Kind.BREACH for one in predictions for name in one.wrong),
        abstained=sum(bool(one.labels) and not one.heard for one in predictions),
        top_three=near / labels if labels else 0.0,
    )


def _counts(one: Prediction, names: set[str]) -> tuple[int, int, int]:
    missed, wrong = len(names & set(one.missed)), len(names & set(one.wrong))
    return len(names & set(one.labels)) - missed, wrong, missed


def _score(predictions: Sequence[Prediction], names: set[str], interval: bool = False) -> Score:
    counts = [_counts(one, names) for one in predictions]
    right, wrong, missed = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    return Score(right, wrong, missed, _bootstrap(counts) if interval and counts else None)


def _f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def _bootstrap(counts: Sequence[tuple[int, int, int]]) -> tuple[float, float]:
    """Return the 95 % interval of F1 over replies drawn again, always with the same draws."""
    draw = random.Random(20260610)
    values = []
    for _ in range(_RESAMPLES):
        sample = draw.choices(counts, k=len(counts))
        values.append(_f1(*(sum(column) for column in zip(*sample, strict=True))))
    values.sort()
    return round(values[int(0.025 * _RESAMPLES)], 4), round(values[int(0.975 * _RESAMPLES) - 1], 4)
