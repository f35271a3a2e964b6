"""The figures of a measurement, counted by hand."""

from __future__ import annotations

import pytest

from simulator.hearing import Ear, measure_rows
from simulator.hearing.figures import auc, wilson
from simulator.hearing.measure import Answer, Row
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


def in_a_beat(row: Row, reply: str) -> Answer:
    """Hears as the ear does, and lets the row's own `does` steer."""
    heard = EARS[row["lang"]].hear(reply, EARS[row["lang"]].listening(()), TODAY)
    return Answer(heard.behaviours, heard.possibly, heard.ranked, row["does"])


IN_A_BEAT = [
    {"steers": "sues", "does": "sues"},
    {"steers": ["offer", "sues"], "does": "offer"},
    {"steers": "", "does": ""},
    {"steers": "offer", "does": ""},
]


def test_the_right_response_steers_when_any_of_the_named_does() -> None:
    rows = [
        {"lang": "en", "reply": "We will sue you.", "labels": ["threatens_legal"], "beat": "opening", **row}
        for row in IN_A_BEAT
    ]
    report = measure_rows([*rows, ROWS[0]], EARS, TODAY, in_a_beat)
    assert (report.overall.steering.hits, report.overall.steering.of) == (3, 4)
    assert report.overall.misled == (("offer", "", 1),)
    assert measure_rows(rows, EARS, TODAY).overall.steering.of == 0  # nobody played the beat


def test_a_reply_with_slips_is_measured_beside_its_clean_twin() -> None:
    row = {
        "lang": "en",
        "reply": "We wll zue yuo.",
        "clean": "We will sue you.",
        "labels": ["threatens_legal"],
        "note": "typo",
    }
    group = measure_rows([row, ROWS[0]], EARS, TODAY).overall
    assert group.clean is not None and group.clean.f1 == 1.0
    assert group.typed is not None and group.typed.f1 < 1.0


def test_kinds_of_reply_are_measured_apart() -> None:
    report = measure_rows([{**ROWS[0], "note": "ordinary"}, {**ROWS[1], "note": "chat"}], EARS, TODAY)
    assert report.notes["en"]["ordinary"].micro.f1 == 1.0
    assert report.notes["en"]["chat"].anything.share == 1.0


def test_a_fault_is_heard_only_when_it_is_the_one_that_was_said() -> None:
    row = {"lang": "en", "reply": "We will call your boss.", "labels": ["threatens_legal"]}
    assert measure_rows([row, ROWS[0]], EARS, TODAY).overall.faults.hits == 1


def test_caring_replies_lie_over_cold_ones_when_their_empathy_is_heard() -> None:
    rows = [
        {"lang": "en", "reply": "I understand how hard it is.", "labels": [], "caring": True},
        {"lang": "en", "reply": "I do not care about that.", "labels": [], "caring": False},
    ]
    assert measure_rows(rows, EARS, TODAY).overall.empathy == 1.0
    assert auc([1.0, 2.0], [1.0]) == 0.75 and auc([], [1.0]) is None
