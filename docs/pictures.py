"""The pictures of the README: the program itself, headless, through a few lines of the test calls.

Run from the folder above: `python docs/pictures.py`. Chromium turns them into PNG; without it the SVG
files are written.
"""

from __future__ import annotations

import asyncio
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from rich.cells import cell_len
from textual.pilot import Pilot

from simulator.settings import Settings
from simulator.shells.tui.app import DueCourse
from simulator.shells.tui.author import AuthorScreen
from simulator.shells.tui.calls import CallList
from simulator.shells.tui.plans import Plan
from simulator.shells.tui.prompt import Prompt

CALLS = HERE.parent / "tests" / "calls"
SEED = 7
SIZE = (100, 32)
WIDE_SIZE = (132, 40)
AUTHORED = "hardship-lost-her-job"
TRIED = {
    "en": "I'm not going to threaten you. I am sorry about your job. What could you manage each month?",
    "zh": "我不会吓唬您。工作没了肯定不好受，您看每个月能拿出多少？",
}
"""A sentence for the trainer's screen: something heard in it, and something taken back."""
CELL, LINE = 12.2, 24.65
"""Width and height of a cell in Rich's pictures."""
WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
BARS = {"▌": (0, 5), "│": (5.5, 1.2)}
"""Signs that must touch the line above and below: where they begin in their cell, and how wide they are."""
FONTS = "Fira Code, Menlo, Consolas, DejaVu Sans Mono, Noto Sans Mono CJK SC, Microsoft YaHei, monospace"
KIND, CLUMSY = ("hardship-lost-her-job", "hardship.kind"), ("angry-four-calls", "angry.clumsy")


async def play(language: str, scenario: str, replies: list[str], ends: bool, out: Path | None) -> None:
    """Play a call and take its picture; one that `ends` is taken at its score sheet."""
    app = DueCourse(Settings(language, "sam"), Plan(scenario, SEED))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, app, "BriefingScreen")
        await pilot.press("enter")
        await until(pilot, app, "CallScreen")
        for reply in replies:
            app.screen.query_one(Prompt).text = reply
            await pilot.press("enter")
            await pilot.pause()
        if ends:
            await pilot.press("enter")
            await until(pilot, app, "DebriefScreen")
        elif out is not None:
            await settle(pilot, app)
        if out is not None:
            take(app, out)


async def settle(pilot: Pilot[None], app: DueCourse) -> None:
    """Make the window so high that the talk begins with a whole bubble."""
    talk = app.screen.query_one("#bubbles")
    for height in range(SIZE[1] - 3, SIZE[1] + 6):
        await pilot.resize_terminal(SIZE[0], height)
        await pilot.pause(0.2)
        if any(bubble.virtual_region.y == talk.scroll_offset.y + 1 for bubble in talk.children):
            return


async def home(language: str, out: Path) -> None:
    """Take the picture of the home screen, with the scores of the calls before."""
    app = DueCourse(Settings(language, "sam"))
    async with app.run_test(size=(SIZE[0], 22)) as pilot:
        for _ in range(200):
            await pilot.pause(0.05)
            if app.screen.query(CallList) and app.screen.query_one(CallList).option_count:
                break
        await pilot.press("down", "up")
        await pilot.pause(0.2)
        take(app, out)


async def author(language: str, out: Path) -> None:
    """Take the picture of the trainer's screen, with a sentence tried."""
    app = DueCourse(Settings(language, "sam"), Plan(AUTHORED, author=True))
    async with app.run_test(size=WIDE_SIZE) as pilot:
        await until(pilot, app, "AuthorScreen")
        screen = app.screen
        assert isinstance(screen, AuthorScreen)
        for _ in range(2400):
            await pilot.pause(0.05)
            if screen.settled:
                break
        await pilot.press("f3", "down", "down", "enter")
        screen.query_one(Prompt).text = TRIED[language]
        await pilot.press("enter")
        await pilot.pause(0.5)
        take(app, out)


async def until(pilot: Pilot[None], app: DueCourse, screen: str) -> None:
    """Wait for a screen."""
    for _ in range(2400):
        await pilot.pause(0.05)
        if type(app.screen).__name__ == screen:
            await pilot.pause(0.3)
            return
    raise SystemExit(f"{screen} never came. {app.problem}")


def take(app: DueCourse, out: Path) -> None:
    """Write what is on the screen."""
    picture = widths_mended(app.export_screenshot(title="Due Course"))
    chromium = shutil.which("chromium")
    if chromium is None:
        out.with_suffix(".svg").write_text(picture, encoding="utf-8")
        return
    width, height = (
        round(float(side)) for side in re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', picture)[0]
    )
    style = f"width:{width}px;height:{height}px"
    page = f'<body style="margin:0;background:#fff"><div style="{style}">{picture}</div>'
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "picture.html"
        source.write_text(f'<meta charset="utf-8">{page}', encoding="utf-8")
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--user-data-dir={folder}/c",
        ]
        size = [f"--window-size={width},{height}", f"--screenshot={out}"]
        subprocess.run(
            [chromium, *flags, *size, source.as_uri()], check=True, capture_output=True, timeout=120
        )


def widths_mended(picture: str) -> str:
    """Return a picture in which a Chinese character takes two cells (Rich counts one for each character)
    and bars have no gaps between the lines."""
    pattern = r'<text class="([^"]+)" x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+"([^>]*)>([^<]*)</text>'
    mended = re.sub(pattern, _element, picture).replace("font-variant-east-asian: full-width;", "")
    mended = re.sub(r"@font-face \{.*?\}", "", mended, flags=re.DOTALL)
    return mended.replace("font-family: Fira Code", f"font-family: {FONTS}")


def _element(match: re.Match[str]) -> str:
    style, x, y, rest, escaped = match.groups()
    text, left, top = html.unescape(escaped), float(x), float(y) - 18.5
    if text.strip() in BARS:
        start, width = BARS[text.strip()]
        left += text.index(text.strip()) * CELL + start
        return f'<rect class="{style}" x="{left:g}" y="{top:g}" width="{width}" height="{LINE}"/>'
    made, at = [], 0
    for run in re.findall(f"(?s)[{WIDE}]+|[^{WIDE}]+", text):
        begin, cells = left + at * CELL, cell_len(run)
        at += cells
        shown = html.escape(run, quote=False).replace(" ", "&#160;").replace("\xa0", "&#160;")
        if cells == 2 * len(run):
            places = " ".join(f"{begin + 2 * CELL * number + 1.4:g}" for number in range(len(run)))
            made.append(f'<text class="{style}" x="{places}" y="{y}" font-size="21.6"{rest}>{shown}</text>')
        else:
            length = f'textLength="{cells * CELL:g}"'
            made.append(f'<text class="{style}" x="{begin:g}" y="{y}" {length}{rest}>{shown}</text>')
    return "".join(made)


async def pictures(language: str) -> None:
    """Make the four pictures of a language."""

    def lines(name: str) -> list[str]:
        return (CALLS / f"{name}.{language}.txt").read_text(encoding="utf-8").splitlines()

    await play(language, KIND[0], lines(KIND[1]), True, None)
    await play(language, CLUMSY[0], lines(CLUMSY[1]), True, HERE / f"debrief.{language}.png")
    await home(language, HERE / f"home.{language}.png")
    await play(language, KIND[0], lines(KIND[1])[:4], False, HERE / f"call.{language}.png")
    await author(language, HERE / f"author.{language}.png")


def main() -> None:
    """Make all pictures, in a data folder of their own."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    os.chdir(HERE.parent)  # folders in the pictures are told from here
    for language in ("en", "zh"):
        with tempfile.TemporaryDirectory() as folder:
            os.environ["DUECOURSE_DATA"] = folder
            asyncio.run(pictures(language))


if __name__ == "__main__":
    main()
