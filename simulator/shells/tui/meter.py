"""Numbers as bars, with the number beside them: neither colour nor length is the only carrier."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from simulator.call.events import MoodEvent
from simulator.shells.tui.page import QUIET
from simulator.text import cells, clip

MOODS = ("anger", "trust", "openness")
BANDS = {"furious": "$error", "tense": "$warning", "calm": "$success"}


def bar(value: int, top: int, width: int, style: str) -> Content:
    """Return `value` of `top` as `width` cells, a heavy line and a light one."""
    full = max(0, min(width, (2 * value * width + top) // (2 * top))) if top else 0
    return Content.assemble(("━" * full, style), ("─" * (width - full), "$line"))


class MoodBar(Widget):
    """Who is on the line, how they feel in words, and their mood as three meters with the last change."""

    DEFAULT_CSS = """
    MoodBar { height: 2; width: 1fr; padding: 0 1; }
    """
    ALLOW_SELECT = False

    def __init__(self, name: str, labels: dict[str, str], bands: dict[str, str]) -> None:
        super().__init__(id="mood")
        self._person = name
        self._labels = labels
        self._bands = bands
        self._mood: MoodEvent | None = None
        self._change = dict.fromkeys(MOODS, 0)
        self._aside = ""

    @property
    def text(self) -> str:
        """The bar as it is shown."""
        return self.render().plain

    def feel(self, mood: MoodEvent, changed: bool = True) -> None:
        """Show a mood, and beside each number how far it has moved."""
        old = self._mood if changed else None
        self._change = {name: getattr(mood, name) - getattr(old or mood, name) for name in MOODS}
        self._mood = mood
        self.refresh()

    def steady(self) -> None:
        """Show that the last reply moved nothing."""
        self._change = dict.fromkeys(MOODS, 0)
        self.refresh()

    def person(self, name: str) -> None:
        """Show another name."""
        self._person = name
        self.refresh()

    def aside(self, text: str) -> None:
        """Show something small at the right end: the mode and the number of replies."""
        self._aside = text
        self.refresh()

    def render(self) -> Content:
        """Return the two lines, the meters as wide as there is room for."""
        if self._mood is None:
            return Content(self._person)
        width, mood = self.content_size.width, self._mood
        band = self._bands[mood.band]
        colon = "：" if not band.isascii() else ": "
        how = f"{band}{colon}{mood.how}" if mood.how else band
        left = width - cells(self._person) - 3
        aside = self._aside if cells(how) + cells(self._aside) + 3 <= left else ""
        how = clip(how, max(0, left))
        gap = max(0, left - cells(how) - cells(aside))
        first = Content.assemble(
            (self._person, "bold"), "   ", (how, BANDS[mood.band]), " " * gap, (aside, QUIET)
        )
        length = 10 if width >= 76 else 5 if width >= 56 else 0
        style = {"anger": BANDS[mood.band]}
        meters = [self._meter(name, length, style.get(name, "$primary")) for name in MOODS]
        return Content.assemble(first, "\n", Content("   " if length else "  ").join(meters))

    def _meter(self, name: str, length: int, style: str) -> Content:
        value, change = getattr(self._mood, name), self._change[name]
        moved = f"{change:+d}" if change else ""
        parts: list[Content | str | tuple[str, str]] = [self._labels[name], " "]
        if length:
            parts += [bar(value, 10, length, style), " "]
        parts.append((str(value), "bold"))
        if length or moved:
            parts.append((f" {moved:<2}" if length else f" {moved}", QUIET))
        return Content.assemble(*parts)
