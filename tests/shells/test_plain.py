"""The plain shell: one line per event, for pipes and screen readers."""

from __future__ import annotations

import io
import json

import pytest

from simulator.shells.plain import Plain
from simulator.shells.session import Session, open_records, stage_for
from tests.shells.desk import SAID, own_library


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


def test_an_exam_gives_no_help_on_the_way() -> None:
    printed = play("en", [SAID["en"]["threatens"], "/why"], mode="exam")
    before_sheet = printed[: printed.index("Score sheet")]
    assert not any(line.startswith(("Coach", "Breach", "Hint", "Heard")) for line in before_sheet)
    assert "There is no help in an exam." in before_sheet
