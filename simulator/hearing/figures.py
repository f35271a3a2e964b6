"""The figures of a measurement: counts with precision, recall, F1, shares and their intervals."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

_RESAMPLES = 1000
_DRAWS = 1_000_000  # at most so many rows are drawn for an interval: fewer resamples of larger sets


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
        return f1(self.right, self.wrong, self.missed)

    @property
    def precision_interval(self) -> tuple[float, float]:
        """Return the interval of the precision."""
        return wilson(self.right, self.right + self.wrong)

    @property
    def recall_interval(self) -> tuple[float, float]:
        """Return the interval of the recall."""
        return wilson(self.right, self.right + self.missed)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, with the 95 % Wilson interval; `share` is 0 of nothing."""

    hits: int
    of: int

    @property
    def share(self) -> float:
        """Return hits / of."""
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Return the interval of the share."""
        return wilson(self.hits, self.of)


def share(holds: Sequence[bool]) -> Share:
    """Return how many hold."""
    return Share(sum(holds), len(holds))


def wilson(hits: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """Return the Wilson score interval of a share (Wilson 1927), (0, 1) when nothing was counted."""
    if not of:
        return 0.0, 1.0
    part = hits / of
    below = 1 + z * z / of
    middle = (part + z * z / (2 * of)) / below
    half = z * math.sqrt(part * (1 - part) / of + z * z / (4 * of * of)) / below
    return round(max(0.0, middle - half), 4), round(min(1.0, middle + half), 4)


def f1(right: int, wrong: int, missed: int) -> float:
    """Return the harmonic mean of precision and recall, 0 when nothing was right."""
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def bootstrap(counts: Sequence[tuple[int, int, int]]) -> tuple[float, float]:
    """Return the 95 % interval of F1 over replies (right, wrong, missed) drawn again, with the same draws
    every time."""
    draw = random.Random(20260610)
    values = []
    for _ in range(min(_RESAMPLES, max(200, _DRAWS // len(counts)))):
        sample = draw.choices(counts, k=len(counts))
        values.append(f1(*(sum(column) for column in zip(*sample, strict=True))))
    values.sort()
    return round(values[int(0.025 * len(values))], 4), round(values[int(0.975 * len(values)) - 1], 4)


def auc(high: Sequence[float], low: Sequence[float]) -> float | None:
    """Return how often one of `high` lies over one of `low` (ties half), None when either is empty."""
    if not high or not low:
        return None
    over = sum((one > other) + 0.5 * (one == other) for one in high for other in low)
    return over / (len(high) * len(low))
