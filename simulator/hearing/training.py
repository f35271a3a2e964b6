"""The training of the linear channel: support vectors with squared hinge, one behaviour against the rest.

Dual coordinate descent on sparse rows (Hsieh et al., ICML 2008, algorithm 1), all behaviours at once: a row
is visited once a pass and moves the weights of every behaviour that it is on the wrong side of. Numpy adds
the rows of a gathered table one after the other and no BLAS is asked, so every machine learns the same.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.hearing.linear import NONE, SCALE, rarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_COST = 1.0
_SILENT = -1.0  # what every behaviour scores before anything is learnt: not said
_PASSES = 8
_BIAS = 0.4  # a small constant: all rows share it, and a large one would make them wait for each other
_CLOSE = 0.02  # the largest step that is still worth a pass
_LEAST = 120  # thousandths: smaller weights change no decision, and cost time to load
_MET = 2  # lessons that a pair or triple must occur in to be learnt from
_SHUFFLE = 7919  # rows are visited in steps of this prime


@dataclass(frozen=True, slots=True)
class Lesson:
    """Something to learn from: its terms, the behaviours it says, those that nobody decided about,
    and how much it counts."""

    document: Counter[str]
    said: frozenset[int]
    undecided: frozenset[int] = frozenset()
    weight: float = 1.0


@dataclass(slots=True)
class _Row:
    terms: NDArray[np.intp]
    values: Floats  # a column, so that it multiplies a table of weights by rows
    length: float


def train(lessons: Sequence[Lesson], columns: int) -> dict[str, Any]:
    """Return the weights as plain data: by term a text "rarity column weight …", and a bias per column."""
    import numpy as np

    rare = rarity([one.document for one in lessons], _MET)
    ordered = sorted(rare)
    number = {term: index + 1 for index, term in enumerate(ordered)}  # 0 is the bias
    rows = [_row(one.document, rare, number) for one in lessons]
    heavy = np.array([one.weight for one in lessons])
    signs = _signs(lessons, columns)
    weights = _descend(rows, signs, heavy, len(number) + 1)
    bias = np.where((signs > 0).any(axis=0), weights[0] * _BIAS + _SILENT, NONE)
    weigh = np.array([rare[term] for term in ordered])
    whole = np.rint(weights[1:] * weigh[:, None] * SCALE).astype(np.int64)
    whole[np.abs(whole) < _LEAST] = 0
    lines = {}
    for index in np.flatnonzero(whole.any(axis=1)).tolist():
        row = whole[index]
        pairs = [n for column in np.flatnonzero(row).tolist() for n in (column, int(row[column]))]
        lines[ordered[index]] = " ".join(map(str, (round(rare[ordered[index]] * SCALE), *pairs)))
    return {"bias": np.rint(bias * SCALE).astype(np.int64).tolist(), "weights": lines}


def _signs(lessons: Sequence[Lesson], columns: int) -> Floats:
    """Return 1 where a lesson says a behaviour, -1 where it does not, 0 where nobody decided."""
    import numpy as np

    signs = np.full((len(lessons), columns), -1.0)
    for index, one in enumerate(lessons):
        signs[index, list(one.said)] = 1.0
        signs[index, list(one.undecided)] = 0.0
    signs[:, [column for column in range(columns) if not (signs[:, column] > 0).any()]] = 0.0
    return signs


def _row(document: Counter[str], rare: dict[str, float], number: dict[str, int]) -> _Row:
    """Return a document as a vector of length 1 (each occurrence a term of its own) and the bias."""
    import numpy as np

    terms = sorted(term for term in document if term in rare)
    length = math.sqrt(math.fsum(document[term] * rare[term] ** 2 for term in terms)) or 1.0
    values = (_BIAS, *(document[term] * rare[term] / length for term in terms))
    ids = (0, *(number[term] for term in terms))
    return _Row(np.array(ids), np.array(values)[:, None], math.fsum(value * value for value in values))


def _descend(rows: list[_Row], signs: Floats, heavy: Floats, width: int) -> Floats:
    import numpy as np

    count, columns = signs.shape
    positive = np.maximum((signs > 0).sum(axis=0), 1)
    # one of few positive lessons counts more; a square root is rounded the same everywhere, a power is not
    more = np.maximum(np.sqrt((signs < 0).sum(axis=0) / positive), 1e-9)
    soft = np.where(signs > 0, 0.5 / (_COST * more), 0.5 / _COST) / heavy[:, None]
    weights = np.zeros((width, columns))
    alphas = np.zeros_like(signs)
    decided = signs != 0
    step = _SHUFFLE if count % _SHUFFLE else 1
    order = [index * step % count for index in range(count)]
    lengths = [row.length for row in rows]
    for _ in range(_PASSES):
        largest = 0.0
        for index in order:
            row, sign, alpha, slack = rows[index], signs[index], alphas[index], soft[index]
            near = weights[row.terms]
            score = (near * row.values).sum(axis=0) + _SILENT
            slope = sign * score - 1 + slack * alpha
            new = np.maximum(alpha - slope / (lengths[index] + slack), 0.0)
            change = (new - alpha) * sign
            size = float(np.abs(change).max())
            if size > 1e-9:
                largest = max(largest, size)
                alphas[index] = np.where(decided[index], new, 0.0)
                weights[row.terms] = near + change * row.values
        if largest <= _CLOSE:
            break
    return weights
