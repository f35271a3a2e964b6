"""Replies that were not understood: kept only when switched on, masked, for a while, and gone when asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from simulator.records.unmatched import Unmatched, UnmatchedLog, masked

DAY = date(2026, 6, 10)


def one(reply: str, day: str = "2026-06-10") -> Unmatched:
    return Unmatched("hardship", "en", "opening", reply, day)


def test_nothing_is_kept_until_it_is_switched_on(tmp_path: Path) -> None:
    log = UnmatchedLog(tmp_path)
    log.keep(one("what about the boat"))
    assert log.read(DAY) == []
    log.switch(True)
    log.keep(one("what about the boat"))
    assert [row.reply for row in log.read(DAY)] == ["what about the boat"]
    log.switch(False)
    log.keep(one("and the car"))
    assert len(log.read(DAY)) == 1


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("My name is Jordan Reyes, call 555-0199", "My name is ▢, call ###-####"),
        ("Ms. Lin, this is about the card", "Ms. ▢, this is about the card"),
        ("hello mei lin", "hello ▢"),
        ("我叫王芳，您欠了4200", "我叫▢，您欠了####"),
        ("林美女士您好", "▢女士您好"),
        ("this is hard, I know", "this is hard, I know"),
    ],
)
def test_digits_and_names_are_masked_before_anything_is_written(said: str, kept: str) -> None:
    assert masked(said, ("Mei Lin", "林美")) == kept


def test_old_replies_are_forgotten_and_a_torn_line_is_no_harm(tmp_path: Path) -> None:
    log = UnmatchedLog(tmp_path)
    log.switch(True)
    log.keep(one("old", "2026-01-01"))
    log.keep(one("new"))
    with (tmp_path / "unmatched.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"scenario": "har')
    assert [row.reply for row in log.read(DAY)] == ["new"]
    assert (tmp_path / "unmatched.jsonl").read_text(encoding="utf-8").count("\n") == 1


def test_what_is_forgotten_is_gone_from_the_disk(tmp_path: Path) -> None:
    log = UnmatchedLog(tmp_path)
    log.switch(True)
    log.keep(one("the first"))
    log.keep(one("the second"))
    assert log.forget([one("the first")]) == 1
    assert "the first" not in (tmp_path / "unmatched.jsonl").read_text(encoding="utf-8")
    assert log.forget() == 1 and log.read(DAY) == []
