"""The home screen: what can be chosen, and how fast it is there."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.shells.conftest import Golden
from tests.shells.desk import SMALL, WIDE, Desk, at_desk


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_home_screen_reads_as_it_should(language: str, size: tuple[int, int], golden: Golden) -> None:
    async def script(desk: Desk) -> None:
        await desk.listed()
        golden(f"home.{language}.{size[0]}x{size[1]}", desk.text)

    at_desk(script, language, size)


def test_a_filter_leaves_the_calls_that_fit_and_a_full_round_shows_all() -> None:
    async def script(desk: Desk) -> None:
        await desk.listed()
        calls = desk.app.screen.calls  # type: ignore[attr-defined]  # the home screen
        await desk.press("f2")
        assert "F2 Level: 1" in desk.text and calls.option_count == 1
        await desk.press("f3")
        assert "F3 Debtor: evasive" in desk.text and calls.option_count == 0
        assert "No call fits these filters" in desk.text
        await desk.press("f2", "f2", "f3", "f3")
        assert calls.option_count == 2

    at_desk(script)


def test_a_click_on_a_filter_and_on_a_call_does_what_the_keys_do() -> None:
    async def script(desk: Desk) -> None:
        await desk.listed()
        await desk.pilot.click("#filters", offset=(3, 0))
        assert "F2 Level: 1" in desk.text
        await desk.pilot.click("#calls", offset=(3, 1))
        await desk.open("BriefingScreen")

    at_desk(script)


def test_the_best_score_stands_beside_a_call_that_was_finished() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.say("kind", "asks")
        await desk.press("enter")
        await desk.open("DebriefScreen")
        await desk.press("escape")
        await desk.until(lambda: "finished calls: 1" in desk.text)
        assert "F5" not in desk.text, "nothing is unfinished"

    at_desk(script, scenario="flooded-shop")


def test_keys_pressed_before_the_list_is_there_do_no_harm() -> None:
    async def script(desk: Desk) -> None:
        await desk.type_fast("", "enter", "down", "f2", "f5")
        await desk.until(lambda: desk.screen == "NoteScreen" or desk.app.screen.query("CallList"))

    at_desk(script)


def test_an_unknown_call_from_the_command_line_ends_the_program_with_one_plain_line() -> None:
    async def script(desk: Desk) -> None:
        await desk.until(lambda: desk.app.problem)

    app = at_desk(script, scenario="nothing-like-it")
    assert app.return_code == 2
    assert "no scenario 'nothing-like-it'" in app.problem and "\n" not in app.problem


def test_help_explains_the_screen_in_both_languages() -> None:
    for language, words in (("en", "Choose a call"), ("zh", "选一通电话")):

        async def script(desk: Desk, words: str = words) -> None:
            await desk.press("f1")
            assert words in desk.text
            await desk.press("escape")
            assert desk.screen == "HomeScreen"

        at_desk(script, language)


def test_ctrl_c_tells_how_to_quit_and_quits_nothing() -> None:
    async def script(desk: Desk) -> None:
        await desk.listed()
        await desk.press("ctrl+c")
        await desk.until(lambda: "按 Ctrl+Q 退出" in desk.text)

    assert at_desk(script, "zh").return_code in (0, None)


def test_the_first_paint_needs_neither_models_nor_yaml_nor_the_engine() -> None:
    """Everything heavy is imported by a thread once the screen is there."""
    heavy = "yaml pydantic rapidfuzz sqlite3 scoring simulator.call simulator.hearing simulator.authoring"
    program = (
        "import sys; import simulator.shells.tui.app; "
        f"print([name for name in '{heavy} simulator.records textual.widgets._text_area'.split() "
        "if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.usefixtures("no_room_for_data")
def test_records_that_cannot_be_used_are_told_once_and_the_calls_are_listed_all_the_same() -> None:
    async def script(desk: Desk) -> None:
        await desk.open("NoteScreen")
        assert "有文件读不了或写不进去" in desk.text
        await desk.press("escape")
        await desk.until(lambda: "花店进了水" in desk.text)
        assert desk.screen == "HomeScreen"

    at_desk(script, "zh")
