"""Records: append-only, whole or not at all, and safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from simulator.errors import NotFound, Unreadable
from simulator.records import Records
from simulator.reports import as_csv, as_json

SHEET: dict[str, Any] = {
    "verdict": {"conduct": "critical", "passed": False, "reasons": ["critical_breach"]},
    "overall": 12,
    "outcome": "lost",
    "ending": "hangs_up",
    "turns": 1,
    "competencies": {"patience": {"score": -3}},
    "breaches": [{"rule": "CN-11", "words": "=cmd|'/c calc'!A1"}],
    "plan": {},
}


def begin(records: Records, trainee: str = "tess") -> str:
    return records.begin(
        trainee=trainee,
        scenario="s",
        language="zh",
        title="四个电话",
        mode="practice",
        seed=7,
        opening={},
        digests={"scenario": "abc"},
        engine="0",
        events=[{"event": "says", "text": "喂？", "turn": 0}],
    )


def test_a_call_is_kept_with_everything_that_happened_in_order(tmp_path: Path) -> None:
    records = Records(tmp_path / "r.sqlite3")
    call = begin(records)
    records.append(
        call, ("reply", "您好"), [{"event": "heard", "turn": 1}, {"event": "says", "turn": 1}], None
    )
    records.append(call, ("undo", ""), [], None)
    records.append(call, ("reply", "再见"), [{"event": "ended", "turn": 1}], SHEET)
    again = Records(tmp_path / "r.sqlite3")
    assert again.actions(call) == [("reply", "您好"), ("undo", ""), ("reply", "再见")]
    kinds = [event["event"] for event in again.events(call)]
    assert kinds == ["says", "reply", "heard", "says", "undo", "reply", "ended"]
    assert again.get(call[:12]).sheet == SHEET


def test_taking_back_the_last_reply_of_an_ended_call_opens_it_again(tmp_path: Path) -> None:
    records = Records(tmp_path / "r.sqlite3")
    call = begin(records)
    records.append(call, ("hang_up", ""), [], SHEET)
    assert records.find(open_only=True) == []
    records.append(call, ("undo", ""), [], None)
    assert [each.id for each in records.find(open_only=True)] == [call]


def test_a_database_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite3"
    Records(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")
    with pytest.raises(Unreadable, match="newer"):
        Records(path)


def test_a_file_that_is_no_database_is_named_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite3"
    path.write_text("not a database, but long enough to look like a page of one\n" * 40, encoding="utf-8")
    with pytest.raises(Unreadable, match=r"r\.sqlite3"):
        Records(path)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE call (x)")
    with pytest.raises(Unreadable, match="not a Due Course record"):
        Records(path)


def test_reading_writes_nothing(tmp_path: Path) -> None:
    records = Records(tmp_path / "r.sqlite3")
    call = begin(records)
    records.close()
    reader = Records(tmp_path / "r.sqlite3", reading=True)
    assert [each.id for each in reader.find()] == [call]
    with pytest.raises(Unreadable, match="readonly"):
        reader.append(call, ("reply", "x"), [], None)
    assert Records(tmp_path / "none" / "r.sqlite3", reading=True).find() == []
    assert not (tmp_path / "none").exists()


def test_a_damaged_call_is_named_in_one_line(tmp_path: Path) -> None:
    records = Records(tmp_path / "r.sqlite3")
    call = begin(records)
    records._connection.execute("UPDATE call SET sheet = '{'")
    with pytest.raises(Unreadable, match=call):
        records.find()


def test_an_unknown_or_ambiguous_id_is_not_found(tmp_path: Path) -> None:
    records = Records(tmp_path / "r.sqlite3")
    begin(records)
    begin(records)
    for prefix in ("nothing", "2"):
        with pytest.raises(NotFound):
            records.get(prefix)


def test_when_nothing_more_can_be_written_the_call_keeps_what_it_had(tmp_path: Path) -> None:
    records = Records(tmp_path / "r.sqlite3")
    call = begin(records)
    records.append(call, ("reply", "one"), [], None)
    records._connection.execute("PRAGMA max_page_count=1")
    with pytest.raises(Unreadable, match="full"):
        records.append(call, ("reply", "two " * 20_000), [], None)
    records._connection.execute("PRAGMA max_page_count=100000")
    assert records.actions(call) == [("reply", "one")]
    records.append(call, ("reply", "three"), [], None)
    assert len(records.actions(call)) == 2


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "=cmd|'/c calc'!A1"])
def test_text_never_becomes_a_formula_and_numbers_stay_numbers(tmp_path: Path, name: str) -> None:
    records = Records(tmp_path / "r.sqlite3")
    call = begin(records, trainee=name)
    records.append(call, ("hang_up", ""), [], SHEET)
    printed = as_csv(records.find())
    assert printed.startswith("\ufeff")
    (row,) = csv.DictReader(io.StringIO(printed.removeprefix("\ufeff")))
    assert row["trainee"] == f"'{name}"
    assert row["fault_words"] == "'=cmd|'/c calc'!A1"
    assert (row["patience"], row["seed"], row["title"]) == ("-3", "7", "四个电话")


def test_json_keeps_text_as_it_is_and_the_whole_sheet(tmp_path: Path) -> None:
    records = Records(tmp_path / "r.sqlite3")
    call = begin(records, trainee="=1+1")
    records.append(call, ("hang_up", ""), [], SHEET)
    import json

    (row,) = json.loads(as_json(records.find()))
    assert row["trainee"] == "=1+1"
    assert row["sheet"] == SHEET


def test_two_windows_cannot_both_go_on_with_one_call(tmp_path: Path) -> None:
    records = Records(tmp_path / "r.sqlite3")
    call = begin(records)
    records.append(call, ("reply", "one"), [], None, after=0)
    with pytest.raises(Unreadable, match="another window"):
        Records(tmp_path / "r.sqlite3").append(call, ("reply", "two"), [], None, after=0)
    assert records.actions(call) == [("reply", "one")]
