"""The line of keys at the foot of a screen: as many as fit, each clickable with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from simulator.text import cells


class Key(NamedTuple):
    """One key: as it is shown, what it does in words, the screen action it runs, and its rank: when the
    line is too narrow, the highest rank is left out first. `on` marks a tab that is open."""

    key: str
    words: str
    action: str
    rank: int = 0
    on: bool = False

    @property
    def width(self) -> int:
        """Cells that it takes."""
        return cells(self.key) + cells(self.words) + (1 if self.key and self.words else 0)


def fitting(keys: Sequence[Key], width: int) -> tuple[list[Key], int]:
    """Return the keys that fit into `width` cells and the gap between them: three, two or one cell."""
    shown = list(keys)
    while True:
        taken = sum(key.width for key in shown)
        for gap in (3, 2, 1):
            if taken + gap * (len(shown) - 1) <= width or (len(shown) <= 1 and gap == 1):
                return shown, gap
        shown.remove(max(reversed(shown), key=lambda key: key.rank))


class KeyBar(Widget):
    """The keys of a screen on one line; a click does what the key does."""

    DEFAULT_CSS = """
    KeyBar { height: 1; width: 1fr; padding: 0 1; }
    """
    ALLOW_SELECT = False

    hovered: reactive[int] = reactive(-1)

    def __init__(self, keys: Sequence[Key] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys = tuple(keys)
        self._places: list[tuple[int, int, str]] = []

    @property
    def text(self) -> str:
        """The line as it is shown."""
        return self.render().plain

    def show(self, keys: Sequence[Key]) -> None:
        """Put other keys in their place."""
        self._keys = tuple(keys)
        self.refresh()

    def render(self) -> Content:
        """Return the line and remember where each key stands on it."""
        shown, gap = fitting(self._keys, self.content_size.width)
        parts: list[tuple[str, str]] = []
        self._places, at = [], 0
        for number, key in enumerate(shown):
            if number:
                parts.append((" " * gap, ""))
                at += gap
            under = (" underline" if number == self.hovered else "") + (" reverse" if key.on else "")
            parts += [
                (key.key, "bold $primary" + under),
                (" " if key.key and key.words else "", under.strip()),
            ]
            parts.append((key.words, under.strip()))
            self._places.append((at, at + key.width, key.action))
            at += key.width
        return Content.assemble(*parts)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Underline what a click would do."""
        self.hovered = self._at(event.x)

    def on_leave(self) -> None:
        """Underline nothing."""
        self.hovered = -1

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        event.stop()
        number = self._at(event.x)
        if number >= 0:
            await self.screen.run_action(self._places[number][2])

    def _at(self, x: int) -> int:
        x -= self.styles.padding.left
        return next(
            (number for number, (start, end, _) in enumerate(self._places) if start <= x < end),
            -1,
        )
