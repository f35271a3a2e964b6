"""A desk to test at: the terminal interface without a terminal, over a library of its own."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot

from simulator import paths
from simulator.authoring.cache import Cache
from simulator.authoring.library import Library
from simulator.settings import Settings
from simulator.shells.tui.app import DueCourse
from simulator.shells.tui.plans import Plan
from simulator.shells.tui.prompt import Prompt
from simulator.shells.tui.talk import Talk

HERE = Path(__file__).parent / "library"
SMALL, WIDE = (80, 24), (120, 40)
SAID = {
    "en": {
        "pushes": "You must pay today.",
        "threatens": "Pay or you will go to jail.",
        "kind": "I am so sorry about the flood.",
        "asks": "What could you manage each month?",
        "odd": "Purple seven trombone.",
    },
    "zh": {
        "pushes": "你今天必须还。",
        "threatens": "不还你就等着去坐牢。",
        "kind": "店里进了水，您一定很难受。",
        "asks": "您看一个月能拿出多少？",
        "odd": "紫色七号长号。",
    },
}
"""Replies that the small library understands, and one that it does not."""


def own_library() -> Library:
    """Return the library of these tests: no change of what is shipped moves a test."""
    return Library(
        scenarios=(HERE / "scenarios",),
        personas=(HERE / "personas",),
        phrases=HERE / "phrases",
        rubrics=HERE / "rubrics",
        rulebooks=HERE / "rulebooks",
        cache=Cache(paths.user_cache()),
    )


def own_file(folder: Path, language: str = "en", name: str = "flooded-shop") -> Path:
    """Return a copy of a scenario with its persona, as an author has them in a folder of their own."""
    for kind, file in (("scenarios", f"{name}.yaml"), ("personas", "*.yaml")):
        (folder / kind / language).mkdir(parents=True, exist_ok=True)
        for source in (HERE / kind / language).glob(file):
            shutil.copy(source, folder / kind / language)
    return folder / "scenarios" / language / f"{name}.yaml"


def save(path: Path, *edits: tuple[str, str]) -> None:
    """Change a file as an editor does: a new one beside it takes its place."""
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    beside = path.with_suffix(".part")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


class Desk:
    """The app under a pilot."""

    def __init__(self, app: DueCourse, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot
        self.said = SAID[app.language]

    @property
    def screen(self) -> str:
        """The class of the screen that is open."""
        return type(self.app.screen).__name__

    @property
    def text(self) -> str:
        """What is on the screen, cell by cell."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips) + "\n"

    @property
    def prompt(self) -> Prompt:
        """The line to answer on."""
        return self.app.screen.query_one(Prompt)

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds; what is awaited is done by a thread or a later message."""
        for _ in range(800):
            if holds():
                await self.pilot.pause()
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"it never came to this; on the screen:\n{self.text}")

    async def open(self, screen: str) -> None:
        """Wait for a screen."""
        await self.until(lambda: self.screen == screen)

    async def listed(self) -> None:
        """Wait for the calls on the home screen."""
        await self.until(lambda: self.app.screen.query("CallList") and self.app.screen.calls.option_count)  # type: ignore[attr-defined]  # home

    async def press(self, *keys: str) -> None:
        """Press keys."""
        await self.pilot.press(*keys)

    async def say(self, *replies: str) -> None:
        """Put replies into the prompt and send each; names of SAID stand for their sentences."""
        for reply in replies:
            self.prompt.text = self.said.get(reply, reply)
            await self.press("enter")

    async def dial(self) -> None:
        """Go through the briefing."""
        await self.open("BriefingScreen")
        await self.press("enter")
        await self.open("CallScreen")

    async def type_fast(self, text: str, *keys: str) -> None:
        """Put characters and keys into the queue all at once, as a fast typist or an input method does."""
        for character in text:
            self.app.post_message(events.Key(character, character))
        for key in keys:
            self.app.post_message(events.Key(key, None))
        await self.pilot.pause()
        await self.pilot.pause()


def said(desk: Desk) -> list[tuple[str, str]]:
    """Return what stands in the bubbles."""
    return desk.app.screen.query_one(Talk).said


Script = Callable[[Desk], Awaitable[None]]


def at_desk(
    script: Script,
    language: str = "en",
    size: tuple[int, int] = SMALL,
    scenario: str | None = None,
    mode: str = "practice",
    resume: str | None = None,
    plan: Plan | None = None,
) -> DueCourse:
    """Run a script at a desk; with a scenario, its briefing opens at once."""
    if plan is None and (scenario or resume is not None):
        plan = Plan(scenario, 7, mode, resume=resume)
    app = DueCourse(Settings(language, "tess"), plan)

    async def run() -> None:
        async with app.run_test(size=size, notifications=True) as pilot:
            await script(Desk(app, pilot))

    asyncio.run(run())
    return app
