"""An author's call: a save is played at once, and what the author thinks of it is kept beside the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from simulator.paths import user_data
from simulator.records.unmatched import UnmatchedLog
from simulator.shells.tui.plans import Plan
from simulator.shells.tui.trial import TrialScreen
from tests.shells.desk import SMALL, WIDE, Desk, at_desk, own_file, said, save


def watched(path: Path, beat: str | None = None) -> Plan:
    return Plan(str(path), 7, beat=beat, watch=True)


async def dial(desk: Desk) -> TrialScreen:
    await desk.open("BriefingScreen")
    await desk.press("enter")
    await desk.open("TrialScreen")
    screen = desk.app.screen
    assert isinstance(screen, TrialScreen)
    return screen


async def saved(desk: Desk, path: Path, *edits: tuple[str, str]) -> None:
    """Save and wait until the screen has taken it."""
    before = desk.app.screen.query_one("#watch").text  # type: ignore[attr-defined]  # Words
    save(path, *edits)
    await desk.until(lambda: desk.app.screen.query_one("#watch").text != before)  # type: ignore[attr-defined]  # Words


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
def test_a_save_shows_the_call_as_it_goes_now_and_keeps_what_is_being_typed(
    size: tuple[int, int], tmp_path: Path
) -> None:
    path = own_file(tmp_path)

    async def script(desk: Desk) -> None:
        await dial(desk)
        await desk.say("kind")
        desk.prompt.text = "half a sen"
        await saved(desk, path, ("So what do you want?", "And what is it you want?"))
        assert "And what is it you want?" in said(desk)[-1][1] and len(said(desk)) == 4
        assert "replies played again: 1" in desk.text and desk.prompt.text == "half a sen"

    at_desk(script, size=size, plan=watched(path))


def test_a_broken_save_shows_the_line_and_the_call_goes_on_as_before(tmp_path: Path) -> None:
    path = own_file(tmp_path, "zh")

    async def script(desk: Desk) -> None:
        await dial(desk)
        before = said(desk)
        await saved(desk, path, ("goto: money", "goto: mony"))
        assert "flooded-shop.yaml 第 35 行：" in desk.text and "mony" in desk.text
        assert desk.app.screen.query_one("#watch").has_class("-broken") and said(desk) == before
        await desk.say("kind")
        await saved(desk, path, ("goto: mony", "goto: money"))
        assert not desk.app.screen.query_one("#watch").has_class("-broken")
        assert "重放回复：1 句" in desk.text

    at_desk(script, "zh", plan=watched(path))


def test_a_reply_that_goes_elsewhere_after_a_save_is_named_and_can_be_taken_back(tmp_path: Path) -> None:
    path = own_file(tmp_path)

    async def script(desk: Desk) -> None:
        await dial(desk)
        await desk.say("kind", "asks")
        await saved(desk, path, ("        goto: done\n", ""))
        assert "Reply 2 now goes to 'money'; before: 'done'." in desk.text
        await desk.press("f4")
        assert desk.prompt.text == desk.said["asks"]

    at_desk(script, plan=watched(path))


def test_notes_and_transcripts_are_kept_beside_the_file(tmp_path: Path) -> None:
    path = own_file(tmp_path)

    async def script(desk: Desk) -> None:
        await dial(desk)
        await desk.press("ctrl+s")
        await desk.open("NoteScreen")
        assert "Nothing was said yet" in desk.text
        await desk.press("escape")
        await desk.say("kind")
        await desk.press("ctrl+s", "ctrl+n")
        await desk.open("NoteEntry")
        await desk.press(*"soft", "enter")
        await desk.open("TrialScreen")
        await desk.until(lambda: "Kept in flooded-shop.notes.md" in desk.text)
        await desk.press("ctrl+n", "escape")
        await desk.open("TrialScreen")

    at_desk(script, plan=watched(path))
    assert path.with_name("flooded-shop.notes.md").read_text(encoding="utf-8").rstrip().endswith("soft")
    assert (path.parent / "transcripts/flooded-shop.call-1.yaml").is_file()


def test_without_an_editor_it_is_said_how_to_set_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    path = own_file(tmp_path)

    async def script(desk: Desk) -> None:
        await dial(desk)
        await desk.press("ctrl+e")
        await desk.until(lambda: "VISUAL=nano" in desk.text)
        monkeypatch.setenv("EDITOR", "nano")
        await desk.press("ctrl+e")  # a headless terminal cannot be given away
        await desk.until(lambda: "nano +26" in desk.text)

    at_desk(script, plan=watched(path))


def test_a_call_from_a_beat_is_an_authors_call_and_watches_nothing(tmp_path: Path) -> None:
    path = own_file(tmp_path)

    async def script(desk: Desk) -> None:
        screen = await dial(desk)
        assert "So what do you want?" in said(desk)[0][1]
        assert "Ctrl+E" in desk.text and "Watching" not in desk.text
        assert screen._watched is None

    at_desk(script, plan=Plan(str(path), 7, beat="money"))


def test_playing_again_after_a_trial_watches_the_same_file(tmp_path: Path) -> None:
    path = own_file(tmp_path)

    async def script(desk: Desk) -> None:
        await dial(desk)
        await desk.say("kind", "asks")
        await desk.press("enter")
        await desk.open("DebriefScreen")
        await desk.press("f5")
        await dial(desk)
        await saved(desk, path, ("So what do you want?", "And now?"))

    at_desk(script, plan=watched(path))


def test_what_was_meant_can_be_said_after_a_reply_that_was_not_understood() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.press("f8")
        assert desk.screen == "CallScreen"
        await desk.say("odd")
        assert "F8 what I meant" in desk.text
        before = said(desk)
        await desk.press("f8")
        await desk.open("MeantScreen")
        assert "What did you mean by" in desk.text and "none of these" in desk.text
        await desk.press("1")
        await desk.until(lambda: "Nothing is being kept" in desk.text)
        _log().switch(True)
        await desk.press("f8", "enter")
        await desk.until(lambda: "Kept for the trainer" in desk.text)
        await desk.press("f8", "up", "enter")
        await desk.until(lambda: "None of these" in desk.text)
        await desk.press("f8", "escape")
        assert desk.screen == "CallScreen" and said(desk) == before
        assert [bool(one.meant) for one in _log().read(date.today())] == [True]
        await desk.say("kind")
        assert "F8" not in desk.text

    at_desk(script, scenario="flooded-shop")


def test_an_exam_asks_no_meaning() -> None:
    async def script(desk: Desk) -> None:
        await desk.dial()
        await desk.say("odd")
        assert "F8" not in desk.text
        await desk.press("f8")
        assert desk.screen == "CallScreen"

    at_desk(script, scenario="flooded-shop", mode="exam")


def _log() -> UnmatchedLog:
    return UnmatchedLog(user_data())
