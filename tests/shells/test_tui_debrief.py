"""The score sheet: the verdict, the scores, the evidence and the better sentence."""

from __future__ import annotations

import pytest

from tests.shells.conftest import Golden
from tests.shells.desk import SMALL, WIDE, Desk, at_desk


async def finish(desk: Desk) -> None:
    """Play a call with a fault, a breach and a good end, and open its sheet."""
    await desk.dial()
    await desk.say("threatens", "kind", "pushes", "asks")
    await desk.press("enter")
    await desk.open("DebriefScreen")


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_sheet_reads_as_it_should(language: str, size: tuple[int, int], golden: Golden) -> None:
    async def script(desk: Desk) -> None:
        await finish(desk)
        golden(f"debrief.{language}.{size[0]}x{size[1]}", desk.text)

    at_desk(script, language, size, scenario="flooded-shop")


def test_the_better_sentence_stands_on_the_line_under_the_fault() -> None:
    async def script(desk: Desk) -> None:
        await finish(desk)
        lines = desk.text.splitlines()
        fault = next(number for number, line in enumerate(lines) if "Pressures" in line)
        assert lines[fault + 1].strip().startswith("Better: ")

    at_desk(script, size=(100, 60), scenario="flooded-shop")


def test_the_same_dice_play_the_same_call_and_home_lists_all() -> None:
    async def script(desk: Desk) -> None:
        await finish(desk)
        await desk.press("f6")
        await desk.dial()
        assert desk.app.shelf.records().find()[0].seed == 7
        await desk.press("escape", "enter")
        await desk.open("HomeScreen")

    at_desk(script, scenario="flooded-shop")


def test_what_was_said_can_be_read_again() -> None:
    async def script(desk: Desk) -> None:
        await finish(desk)
        await desk.press("f2")
        assert "What was said" in desk.text and desk.said["kind"] in desk.text

    at_desk(script, scenario="flooded-shop")


def test_an_exam_has_the_same_sheet_at_its_end() -> None:
    async def script(desk: Desk) -> None:
        await finish(desk)
        assert "Rules broken" in desk.text

    at_desk(script, scenario="flooded-shop", mode="exam")
