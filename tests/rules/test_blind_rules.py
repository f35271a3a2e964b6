"""Blind sets of the law, once measured, stay as regressions: what was learned from them is not lost again.

The floors lie below what stands now and far above the first scores. A row whose state left out what its
debtor says ("I'm driving") has the state that a scenario would reveal; `first_state` is what was measured.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from simulator.authoring.library import Library
from simulator.authoring.testing.bench import Bench
from simulator.authoring.testing.rule_measure import counted, judge_rows
from tests.libraries import books

HERE = Path(__file__).parent
SETS = sorted(path.name.removesuffix(".jsonl") for path in HERE.glob("blind*.jsonl"))


class Floor(NamedTuple):
    """Shares that a set may not fall below, or for lawful replies not rise above."""

    recall: float
    near: float
    precision: float
    exact: float
    lawful_breach: float
    lawful_possible: float


USUAL = Floor(recall=0.80, near=0.90, precision=0.90, exact=0.70, lawful_breach=0.08, lawful_possible=0.50)
"""The floors of a set that has none of its own yet."""
FIRST = Floor(recall=0.75, near=0.89, precision=0.93, exact=0.72, lawful_breach=0.08, lawful_possible=0.26)
"""The floors of the sixth sets, from which nothing was learnt yet: they lie just below what they score."""
HALF = Floor(recall=0.68, near=0.82, precision=0.84, exact=0.68, lawful_breach=0.12, lawful_possible=0.40)
"""The floors of the fifth sets, of which half was learnt, and of a fourth one that only the weights know."""
FLOORS = {
    **{f"blind6.{book}": FIRST for book in ("cn", "uk", "us")},
    **{name: HALF for name in ("blind4.uk", "blind5.cn", "blind5.uk", "blind5.us")},
    "blind3.uk": Floor(0.89, 0.94, 0.96, 0.88, lawful_breach=0.03, lawful_possible=0.35),
    **{
        f"blind{number}.{book}": Floor(0.92, 0.96, 0.96, 0.90, lawful_breach=0.04, lawful_possible=0.40)
        for number, book in ((1, "us"), (1, "uk"), (2, "cn"), (2, "uk"), (2, "us"), (3, "cn"), (3, "us"))
    },
}


@pytest.fixture(scope="module")
def library(compiled: Path) -> Library:
    return books(compiled)


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", SETS)
def test_a_blind_set_is_judged_no_worse_than_before(library: Library, name: str) -> None:
    place = name.rpartition(".")[2]
    book = library.rulebook(place)
    report = counted(judge_rows(_rows(name), {place: Bench(library, book, book.language)}), {place: book})
    replies, exact, lawful = report.replies[place], report.criticals[place], report.lawful[place]
    floor = FLOORS.get(name, USUAL)
    assert replies.sure / replies.replies >= floor.recall
    assert replies.near / replies.replies >= floor.near
    assert replies.right / replies.found >= floor.precision
    assert exact.sure / exact.labelled >= floor.exact
    assert lawful.breaches / lawful.replies <= floor.lawful_breach
    assert lawful.possible / lawful.replies <= floor.lawful_possible
