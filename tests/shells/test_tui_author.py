"""The trainer's screen: findings, tree, tests and a box to try sentences in, anew with every save."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.shells.tui.author import AuthorScreen
from simulator.shells.tui.plans import Plan
from simulator.shells.tui.prompt import Prompt
from tests.shells.desk import SMALL, WIDE, Desk, at_desk, own_file, save


async def opened(desk: Desk) -> AuthorScreen:
    """Wait until everything is there."""
    await desk.open("AuthorScreen")
    screen = desk.app.screen
    assert isinstance(screen, AuthorScreen)
    await desk.until(lambda: screen.settled)
    return screen


async def saved(desk: Desk, path: Path, *edits: tuple[str, str]) -> None:
    """Save, and wait until it is noticed and everything is there again."""
    screen = await opened(desk)
    save(path, *edits)
    await desk.until(lambda: not screen.settled)
    await desk.until(lambda: screen.settled)


def texts(screen: AuthorScreen, pane: str) -> str:
    return "\n".join(para.text for row in screen.rows(pane).rows for para in row.paras)


def plan(path: Path) -> Plan:
    return Plan(str(path), author=True)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_on_a_narrow_screen_the_panes_are_tabs_and_on_a_wide_one_all_are_seen(language: str) -> None:
    names = {"en": ("findings", "tree", "try", "tests"), "zh": ("毛病", "节拍", "试说", "测试")}[language]
    heard = {"en": "the flood is heard", "zh": "进水的事听得到"}[language]

    async def narrow(desk: Desk) -> None:
        await desk.listed()
        await desk.press("f7")
        screen = await opened(desk)
        tabs = desk.text.splitlines()[1]
        assert all(f"F{number} {name}" in tabs for number, name in enumerate(names, 2))
        assert "→ money" not in desk.text
        await desk.press("f3")
        assert "→ money" in desk.text and heard not in desk.text
        await desk.press("f5")
        assert heard in desk.text
        await desk.pilot.click("#tabs", offset=(3, 0))
        assert screen.query_one("#findings").has_class("-shown")
        await desk.press("escape")
        assert desk.screen == "HomeScreen"

    async def wide(desk: Desk) -> None:
        await desk.listed()
        await desk.press("f7")
        await opened(desk)
        assert "→ money" in desk.text and heard in desk.text and "F4" in desk.text

    at_desk(narrow, language, SMALL)
    at_desk(wide, language, WIDE)


def test_a_save_refreshes_findings_tree_and_tests(tmp_path: Path) -> None:
    path = own_file(tmp_path)

    async def script(desk: Desk) -> None:
        screen = await opened(desk)
        await saved(desk, path, ("is: acknowledges_feeling", "hears: [zebra]"), ("So what", "And what"))
        assert "'names the flood' was not heard" in texts(screen, "tests")
        assert "And what do you want?" in texts(screen, "tree")
        assert "0 of 1" in desk.text
        await saved(desk, path, ("hears: [zebra]", "is: acknowledges_feeling"))
        assert "1 of 1" in desk.text

    at_desk(script, size=WIDE, plan=plan(path))


def test_a_broken_save_is_told_and_the_other_panes_keep_the_version_before(tmp_path: Path) -> None:
    path = own_file(tmp_path)

    async def script(desk: Desk) -> None:
        screen = await opened(desk)
        await saved(desk, path, ("    responses:\n      - good: names", "   responses:\n      - good: names"))
        assert "error" in texts(screen, "findings") and screen._findings is not None
        assert "names the flood" in texts(screen, "tree") and "the flood is heard" in texts(screen, "tests")
        assert screen.query_one("#tree").has_class("-stale")
        assert not screen.query_one("#findings").has_class("-stale")
        await desk.press("f4")
        screen.query_one(Prompt).text = desk.said["kind"]
        await desk.press("enter")
        assert "names the flood" in desk.text

    at_desk(script, size=WIDE, plan=plan(path))


@pytest.mark.parametrize("content", ["", "a: [", "\x00", "format: 1\nid: x\n", "- 1\n- 2\n", "\ufffe" * 40])
def test_a_file_that_was_never_right_opens_with_its_findings(content: str, tmp_path: Path) -> None:
    path = own_file(tmp_path)
    path.write_text(content, encoding="utf-8")

    async def script(desk: Desk) -> None:
        screen = await opened(desk)
        assert "error" in texts(screen, "findings")
        assert "when the errors are mended" in texts(screen, "tests")
        await desk.press("f4", "a", "enter", "f6", "f3", "enter")
        assert desk.screen == "AuthorScreen"

    at_desk(script, size=SMALL, plan=plan(path))


def test_a_sentence_is_tried_at_the_beat_that_is_chosen_and_again_after_a_save(tmp_path: Path) -> None:
    path = own_file(tmp_path)

    async def script(desk: Desk) -> None:
        screen = await opened(desk)
        await desk.press("f3", "down", "enter")
        assert "try at: money" in desk.text
        await desk.press(*"zebra", "enter")
        assert "nothing that counts here" in desk.text
        await saved(desk, path, ("is: asks_affordability", "hears: [zebra]"))
        assert "by the pattern zebra" in desk.text
        assert screen.query_one(Prompt).text == "zebra"

    at_desk(script, plan=plan(path))


@pytest.mark.parametrize(("language", "words"), [("en", "working …"), ("zh", "正在检查……")])
def test_while_a_file_is_checked_the_screen_says_so(language: str, words: str, tmp_path: Path) -> None:
    path = own_file(tmp_path, language)

    async def script(desk: Desk) -> None:
        screen = await opened(desk)
        assert words not in desk.text
        screen._begin()
        await desk.until(lambda: words in desk.text.splitlines()[0])
        await desk.until(lambda: screen.settled)
        assert words not in desk.text

    at_desk(script, language, plan=plan(path))


def test_what_the_screen_says_stands_on_a_line_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A message that floats hides the line that it speaks of."""
    path = own_file(tmp_path)
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)

    async def script(desk: Desk) -> None:
        await opened(desk)
        await desk.press("ctrl+e")
        assert "No editor is set" in desk.text.splitlines()[0]
        assert not desk.app._notifications
        await desk.press("f3")
        assert "No editor is set" not in desk.text

    at_desk(script, plan=plan(path))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_help_of_an_author_names_every_key_that_is_bound(language: str, tmp_path: Path) -> None:
    path = own_file(tmp_path, language)

    async def script(desk: Desk) -> None:
        screen = await opened(desk)
        told = desk.app.word("tui.help_author") + desk.app.word("tui.help_trial")
        for key in [*(f"F{number}" for number in range(2, 9)), "Ctrl+E", "Ctrl+N", "Ctrl+S", "F10"]:
            assert key in told, key
        await desk.press("f1")
        assert "F6" in desk.text and desk.app.screen is not screen

    at_desk(script, language, plan=plan(path))


def test_a_broken_transcript_does_not_hide_the_rest(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    (path.parent / "transcripts").mkdir()
    (path.parent / "transcripts/flooded-shop.x.yaml").write_text("replies: 3\n", encoding="utf-8")

    async def script(desk: Desk) -> None:
        screen = await opened(desk)
        assert "flooded-shop.x.yaml" in texts(screen, "tests")
        assert "names the flood" in texts(screen, "tree")

    at_desk(script, size=WIDE, plan=plan(path))


def test_the_file_is_played_from_the_chosen_beat(tmp_path: Path) -> None:
    path = own_file(tmp_path)

    async def script(desk: Desk) -> None:
        await opened(desk)
        await desk.press("f3", "down", "enter", "f6")
        await desk.open("BriefingScreen")
        await desk.press("enter")
        await desk.open("TrialScreen")
        assert "So what do you want?" in desk.text
        await desk.press("f7")
        await opened(desk)

    at_desk(script, plan=plan(path))


def test_what_looks_like_markup_in_a_file_is_shown_as_it_is(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    save(
        path,
        ("So what do you want?", '"[red]x[/] [@click=app.quit]y[/]"'),
        ("the flood is heard", '"[bold]"'),
    )

    async def script(desk: Desk) -> None:
        screen = await opened(desk)
        await desk.press("f3")
        assert "[red]x[/] [@click=app.quit]y[/]" in desk.text
        assert "[bold]" in texts(screen, "tests")

    at_desk(script, plan=plan(path))
