"""Blind sets, once measured, stay as regressions: what was learned from them is not lost again.

The floors lie below what stands now, and far above the first scores that docs/hearing.md reports.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from simulator.authoring.library import Library
from simulator.hearing.measure import measure_rows

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("name", "f1", "unjust"),
    [
        ("blind1.en", 0.90, 0.02),
        ("blind1.zh", 0.90, 0.02),
        *((f"blind{number}.{language}", 0.85, 0.02) for number in range(2, 6) for language in ("en", "zh")),
        ("blind6.en", 0.80, 0.04),  # its replies are lessons, its misses are in no pattern yet
        ("blind6.zh", 0.80, 0.04),
        ("blind7.en", 0.85, 0.02),
        ("blind7.zh", 0.85, 0.03),
        ("blind8.en", 0.80, 0.03),  # its replies are no lessons, only its false alarms were mended
        ("blind8.zh", 0.80, 0.03),
    ],
)
def test_a_blind_set_is_heard_no_worse_than_before(name: str, f1: float, unjust: float) -> None:
    rows = [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    language = name.partition(".")[2]
    report = measure_rows(rows, {language: Library.usual().ear(language)}, date(2026, 6, 10))
    assert report.overall.micro.f1 >= f1
    assert report.overall.unjust <= unjust
