"""The call: what is typed is said, shown as it is, kept, and can be taken back."""

from __future__ import annotations

import pytest

from simulator.errors import Unreadable
from simulator.records import Records
from tests.shells.conftest import Golden
from tests.shells.desk import SMALL, WIDE, Desk, at_desk, said


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_call_reads_as_it_should(language: str, size: tuple[int, int], golden: Golden) -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.say("threatens", "kind")
        golden(f"call.{language}.{size[0]}x{size[1]}", desk.text)

    at_desk(script, language, size, scenario="flooded-shop")


@pytest.mark.parametrize(
    "text", ["[/]", "[red]stop[/red]", "[@click=app.quit]x[/]", r"\[bold]", "$error {x} %s"]
)
def test_what_looks_like_markup_is_shown_as_it_was_typed(text: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.say(text)
        assert text in desk.text
        await desk.press("f3")
        assert text in desk.text

    at_desk(script, scenario="flooded-shop")


def test_a_reply_taken_back_is_gone_and_stands_in_the_line_again() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        before = said(desk)
        await desk.say("threatens")
        assert "Breach" in desk.text
        await desk.press("f4")
        assert said(desk) == before and desk.prompt.text == desk.said["threatens"]
        assert "reply 1" in desk.text
        desk.prompt.text = ""
        await desk.press("f4")
        await desk.until(lambda: "nothing to take back" in desk.text)

    at_desk(script, scenario="flooded-shop")


def test_what_was_heard_is_told_on_request_and_for_any_reply_that_is_clicked() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.press("f3")
        await desk.until(lambda: "have not said anything" in desk.text)
        await desk.say("pushes", "kind")
        await desk.press("f3")
        assert "names the flood" in desk.text
        await desk.press("escape")
        await desk.pilot.click("Bubble.-you")
        assert "pushes first" in desk.text

    at_desk(script, size=WIDE, scenario="flooded-shop")


def test_a_hint_is_given_on_request_and_only_once() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.press("f2", "f2")
        assert [speaker for speaker, _ in said(desk)] == ["Ada Quill", "Hint"]

    at_desk(script, scenario="flooded-shop")


def test_an_exam_is_silent_until_its_end() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.say("threatens", "odd", "odd")
        assert {speaker for speaker, _ in said(desk)} == {"You", "Ada Quill"}
        for key in ("f2", "f3", "f4", "f6"):
            await desk.press(key)
            assert desk.screen == "CallScreen"
        assert len(said(desk)) == 7
        await desk.until(lambda: "no help in an exam" in desk.text)

    at_desk(script, scenario="flooded-shop", mode="exam")


def test_after_the_end_nothing_can_be_typed_and_enter_opens_the_sheet() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.say("kind", "asks")
        assert "Press Enter for your score sheet" in desk.text
        await desk.type_fast("more")
        assert desk.prompt.text == ""
        await desk.pilot.click("#prompt")
        await desk.open("DebriefScreen")

    at_desk(script, scenario="flooded-shop")


def test_the_last_reply_can_be_taken_back_even_after_the_end() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.say("kind", "asks")
        await desk.press("f4")
        assert not desk.prompt.read_only and desk.prompt.text == desk.said["asks"]
        await desk.press("enter")
        assert "Press Enter for your score sheet" in desk.text

    at_desk(script, scenario="flooded-shop")


def test_hanging_up_is_asked_first_and_then_judged() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.press("f10")
        assert "judged as given up" in desk.text
        await desk.press("escape")
        assert desk.screen == "CallScreen" and "Press Enter" not in desk.text
        await desk.press("f10", "enter")
        assert "Press Enter for your score sheet" in desk.text
        await desk.press("f4")
        assert len(said(desk)) == 1, "a hang-up can be taken back like a reply"

    at_desk(script, scenario="flooded-shop")


def test_a_call_that_was_killed_goes_on_where_it_was() -> None:
    bubbles: list[tuple[str, str]] = []

    async def first(desk: Desk) -> None:
        await desk.dial()
        await desk.say("pushes", "threatens")
        await desk.press("f4")
        await desk.say("kind")
        bubbles.extend(said(desk))

    async def second(desk: Desk) -> None:
        await desk.until(lambda: "F5 Continue (1)" in desk.text)
        await desk.press("f5")
        await desk.open("CallScreen")
        assert said(desk)[:-1] == bubbles, "all but the line that says so"
        await desk.say("asks")
        await desk.press("enter")
        await desk.open("DebriefScreen")
        assert "jail" not in desk.text

    at_desk(first, scenario="flooded-shop")
    at_desk(second)


def test_a_full_disk_loses_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise Unreadable("Records", "nothing more can be written: disk full.", "Free space.")

    async def script(desk: Desk) -> None:
        await desk.dial()
        with monkeypatch.context() as patched:
            patched.setattr(Records, "append", full)
            await desk.say("kind")
            assert desk.screen == "NoteScreen" and "disk full" in desk.text
            await desk.press("escape")
            assert desk.prompt.text == desk.said["kind"] and len(said(desk)) == 1
        await desk.press("enter")
        assert len(said(desk)) > 2

    at_desk(script, scenario="flooded-shop")


def test_the_keys_of_the_prompt_do_not_take_those_of_the_call() -> None:
    """TextArea has an F6 and page keys of its own."""

    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.press("f6")
        assert "The score as it stands" in desk.text
        await desk.press("escape", "f5")
        assert "The file" in desk.text
        await desk.press("escape", "pageup", "pagedown")
        assert desk.screen == "CallScreen"

    at_desk(script, scenario="flooded-shop")


def test_a_call_survives_any_size_of_the_window() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.say("threatens")
        for size in ((40, 12), (130, 40), (20, 6), (80, 24)):
            await desk.pilot.resize_terminal(*size)
            await desk.pilot.pause()
            assert len(desk.text.splitlines()) == size[1]
        assert desk.said["threatens"] in desk.text or "jail" in desk.text

    at_desk(script, "zh", scenario="flooded-shop")
