"""The figures of a measurement, counted by hand."""

from __future__ import annotations

import pytest

from simulator.hearing import Ear, measure_rows
from simulator.hearing.measure import wilson
from tests.hearing.conftest import CHINESE, ENGLISH, TODAY, small_bank

EARS = {"en": Ear(small_bank("en", ENGLISH)), "zh": Ear(small_bank("zh", CHINESE))}
ROWS = [
    {"lang": "en", "reply": "We will sue you.", "labels": ["threatens_legal"]},
    {"lang": "en", "reply": "We will call your boss.", "labels": []},
    {"lang": "en", "reply": "You poor thing.", "labels": ["acknowledges_feeling"]},
    {
        "lang": "zh",
        "reply": "我们会起诉你",
        "labels": ["threatens_legal", "pressures"],
        "ignore": ["pressures"],
    },
    {"lang": "zh", "reply": "今天天气好", "labels": []},
]


def test_right_wrong_and_missed_are_counted() -> None:
    report = measure_rows(ROWS, EARS, TODAY)
    micro = report.overall.micro
    assert (micro.right, micro.wrong, micro.missed) == (2, 1, 1)
    assert micro.precision == micro.recall == micro.f1 == pytest.approx(2 / 3)
    assert report.overall.macro == pytest.approx((1 + 0 + 0) / 3)
    assert (report.overall.unjust, report.overall.innocent) == (pytest.approx(1 / 3), 3)
    assert report.overall.wrong_breaches == 1
    assert report.overall.abstained == 1
    assert report.languages["zh"].micro.f1 == 1.0


def test_a_vocabulary_limits_the_count() -> None:
    report = measure_rows([{"vocabulary": ["threatens_legal"]}, *ROWS], EARS, TODAY)
    micro = report.overall.micro
    assert (micro.right, micro.wrong, micro.missed) == (2, 0, 0)


def test_every_row_says_what_was_wrong_and_missed() -> None:
    report = measure_rows(ROWS, EARS, TODAY)
    assert report.predictions[1].wrong == ("threatens_exposure",)
    assert report.predictions[2].missed == ("acknowledges_feeling",)


def test_the_wilson_interval_is_that_of_the_textbook() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(8, 10) == (pytest.approx(0.4902, abs=1e-3), pytest.approx(0.9433, abs=1e-3))


def test_measuring_nothing_is_no_error() -> None:
    assert measure_rows([], EARS, TODAY).overall.micro.f1 == 0.0


def test_the_interval_is_the_same_every_time() -> None:
    first, second = (measure_rows(ROWS, EARS, TODAY).overall.micro.f1_interval for _ in range(2))
    assert first == second
