"""The briefing: the file first, the rubric after, and Enter dials."""

from __future__ import annotations

import pytest

from tests.shells.conftest import Golden
from tests.shells.desk import SMALL, WIDE, Desk, at_desk


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_briefing_reads_as_it_should(language: str, size: tuple[int, int], golden: Golden) -> None:
    async def script(desk: Desk) -> None:
        await desk.open("BriefingScreen")
        golden(f"briefing.{language}.{size[0]}x{size[1]}", desk.text)

    at_desk(script, language, size, scenario="flooded-shop")


def test_the_mode_is_chosen_before_dialling_and_kept_by_the_call() -> None:
    async def script(desk: Desk) -> None:
        await desk.open("BriefingScreen")
        assert "mode: practice" in desk.text
        await desk.press("f2", "f2")
        assert "mode: exam" in desk.text and "Exam: no coach" in desk.text
        await desk.press("end", "enter")
        await desk.open("CallScreen")
        assert "exam, reply 1" in desk.text

    at_desk(script, scenario="flooded-shop")


def test_enter_pressed_twice_dials_once() -> None:
    async def script(desk: Desk) -> None:
        await desk.open("BriefingScreen")
        await desk.type_fast("", "enter", "enter")
        await desk.open("CallScreen")
        assert len(desk.app.shelf.records().find()) == 1

    at_desk(script, scenario="flooded-shop")


@pytest.mark.usefixtures("no_room_for_data")
def test_a_data_folder_that_cannot_be_written_is_told_in_plain_words() -> None:
    async def script(desk: Desk) -> None:
        await desk.open("BriefingScreen")
        await desk.press("enter")
        await desk.open("NoteScreen")
        assert "A file cannot be read or written" in desk.text and "DUECOURSE_DATA" in desk.text
        await desk.press("escape")
        assert desk.screen == "BriefingScreen"

    at_desk(script, scenario="flooded-shop")
