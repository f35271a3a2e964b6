"""The plain shell: one line per event, for pipes and screen readers."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest

from simulator.paths import user_data
from simulator.records.unmatched import UnmatchedLog
from simulator.shells.plain import Plain
from simulator.shells.session import Session, open_records, stage_for
from simulator.shells.trial import Trial
from simulator.shells.watching import Watched
from tests.shells.desk import SAID, own_file, own_library, save


def play(language: str, lines: list[str], as_json: bool = False, mode: str = "practice") -> list[str]:
    """Play lines through the plain shell and return what it printed."""
    records = open_records()
    stage = stage_for(own_library(), "flooded-shop", language)
    session, events = Session.begin(stage, records, "tess", 7, mode)
    sink = io.StringIO()
    Plain(session, language, io.StringIO("\n".join(lines) + "\n"), sink, as_json).run(events)
    records.close()
    return sink.getvalue().splitlines()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_whole_call_can_be_piped_in(language: str) -> None:
    said = SAID[language]
    printed = play(language, [said["kind"], said["asks"]])
    assert printed[-1] and any(said["kind"] in line for line in printed)
    assert not any("\x1b" in line or "│" in line for line in printed)


def test_json_is_one_event_a_line_and_ends_with_the_sheet() -> None:
    events = [json.loads(line) for line in play("en", [SAID["en"]["threatens"]], as_json=True)]
    assert events[0]["event"] == "briefing" and events[-1]["event"] == "sheet"
    assert "breach" in {event["event"] for event in events}


def test_the_end_of_input_is_a_hang_up() -> None:
    assert any(
        "you ended the call" in line.lower() or "hung up" in line.lower() for line in play("en", ["Hm."])
    )


def test_commands_work_with_the_slash_of_a_chinese_keyboard_too() -> None:
    printed = play("zh", ["／hint", "／undo"])
    assert "提示: 先说一句关于进水的话。" in printed and "没有可以收回的话。" in printed


def test_what_was_meant_is_listed_and_chosen_by_its_number_and_is_never_a_reply(own_home: Path) -> None:
    log = UnmatchedLog(user_data())
    lines = ["/meant", SAID["en"]["odd"], "/meant", "/meant 9", "/meant two", "/meant 1", "/meant 0"]
    printed = play("en", lines)
    assert "You have not said anything yet." in printed
    assert printed.count("What did you mean by “Purple seven trombone.”?") == 3
    assert any(line.startswith("Nothing is being kept.") for line in printed)
    log.switch(True)
    printed = play("en", [SAID["en"]["odd"], "／MEANT 1", "/meant 1"])
    assert sum(line.startswith("Kept for the trainer:") for line in printed) == 2
    (kept,) = log.read(date.today())
    assert kept.meant and kept.reply == SAID["en"]["odd"]
    assert sum(line.startswith("You: ") for line in printed) == 1


def test_no_meaning_is_asked_in_an_exam() -> None:
    printed = play("zh", [SAID["zh"]["odd"], "/meant"], mode="exam")
    assert "考试时不给帮助。" in printed or any("考试" in line for line in printed)


def watch(path: Path, steps: list[str | tuple[str, str]], as_json: bool = False) -> list[str]:
    """Play lines through the plain shell on a watched file; a pair is a change that is saved before the
    next line is read."""

    class Typing(io.StringIO):
        def readline(self, size: int | None = -1) -> str:
            while steps and isinstance(steps[0], tuple):
                save(path, steps.pop(0))  # type: ignore[arg-type]  # a pair, as just seen
            return f"{steps.pop(0)}\n" if steps else ""

    records = open_records()
    stage = stage_for(own_library(), str(path), "en")
    trial, events = Trial.begin(stage, records, "tess", 7, file=str(path))
    sink = io.StringIO()
    Plain(trial, "en", Typing(), sink, as_json, Watched(own_library(), path, stage)).run(events)
    records.close()
    return sink.getvalue().splitlines()


def test_a_save_is_taken_before_the_next_reply_is_answered(tmp_path: Path) -> None:
    printed = watch(
        own_file(tmp_path), [SAID["en"]["kind"], ("So what do you want?", "And now?"), SAID["en"]["asks"]]
    )
    told = printed.index("* Saved version loaded, replies played again: 1.")
    assert printed[told + 1].startswith("* The debtor says now: ") and "And now?" in printed[told + 1]
    assert any("I could do 100 a month" in line for line in printed[told:])


def test_a_broken_save_is_told_and_the_reply_is_answered_as_before(tmp_path: Path) -> None:
    printed = watch(own_file(tmp_path), [("goto: money", "goto: mony"), SAID["en"]["kind"]])
    assert any(line.startswith("* flooded-shop.yaml, line ") and "mony" in line for line in printed)
    assert any("So what do you want?" in line for line in printed)


def test_a_save_is_an_event_of_its_own_in_json(tmp_path: Path) -> None:
    printed = watch(own_file(tmp_path), [("So what", "And what"), SAID["en"]["kind"]], as_json=True)
    events = [json.loads(line) for line in printed]
    assert [event["broken"] for event in events if event["event"] == "saved"] == [False]


def test_an_exam_gives_no_help_on_the_way() -> None:
    printed = play("en", [SAID["en"]["threatens"], "/why"], mode="exam")
    before_sheet = printed[: printed.index("Score sheet")]
    assert not any(line.startswith(("Coach", "Breach", "Hint", "Heard")) for line in before_sheet)
    assert "There is no help in an exam." in before_sheet
