"""The line to answer on: in order, clean, and with the caret where input methods look for it."""

from __future__ import annotations

from textual import events

from tests.shells.desk import Desk, at_desk, said


def test_enter_never_overtakes_what_was_typed_before_it() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.type_fast("I am so sorry about the flood.", "enter")
        await desk.until(lambda: len(said(desk)) > 2)
        assert ("You", "I am so sorry about the flood.") in said(desk)
        assert desk.prompt.text == ""

    at_desk(script, scenario="flooded-shop")


def test_enter_on_an_empty_line_says_nothing() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.type_fast("  ", "enter", "enter")
        assert len(said(desk)) == 1

    at_desk(script, scenario="flooded-shop")


def test_ctrl_j_begins_a_new_line_in_one_reply() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.type_fast("Hello.", "ctrl+j")
        await desk.type_fast("Sorry about the flood.", "enter")
        await desk.until(lambda: len(said(desk)) > 2)
        assert ("You", "Hello.\nSorry about the flood.") in said(desk)

    at_desk(script, scenario="flooded-shop")


def test_an_escape_sequence_never_reaches_the_screen() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        desk.app.post_message(events.Paste("kind \x1b[31mred\x1b]0;title\x07 \u202ewords\r\n"))
        await desk.pilot.pause()
        assert "\x1b" not in desk.prompt.text and "\u202e" not in desk.prompt.text
        await desk.say("again \x1b[2J\x9b31m clear")
        assert "\x1b" not in desk.text and "\x9b" not in desk.text
        assert any("again" in words for _, words in said(desk))

    at_desk(script, scenario="flooded-shop")


def test_the_caret_stands_after_the_chinese_that_was_typed() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        before = desk.app.cursor_position.x
        await desk.type_fast("您好")
        await desk.until(lambda: desk.prompt.text == "您好")
        assert desk.app.cursor_position.x == before + 4
        assert desk.app.cursor_position.y == 22
        desk.prompt.text = "店" * 50
        desk.prompt.move_cursor(desk.prompt.document.end)
        await desk.pilot.resize_terminal(130, 40)
        await desk.until(lambda: desk.app.cursor_position == (1 + 100, 38))

    at_desk(script, "zh", scenario="flooded-shop")
