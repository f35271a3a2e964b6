"""Text that came from a file or a person: wrapped in cells, never read as markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from simulator.shells.tui.page import Para, joined, lines, para


class Words(Widget):
    """Paragraphs, wrapped for Chinese as well as for English."""

    DEFAULT_CSS = """
    Words { height: auto; width: 1fr; }
    """

    def __init__(
        self, paras: str | Sequence[Para] = "", *, classes: str | None = None, id: str | None = None
    ) -> None:
        super().__init__(classes=classes, id=id)
        self._paras = _paras(paras)
        self._laid_out: tuple[int, list[Content]] = (-1, [])

    @property
    def text(self) -> str:
        """The words as they are shown."""
        return "\n".join(f"{each.label} {each.text}".strip() for each in self._paras)

    def show(self, paras: str | Sequence[Para]) -> None:
        """Put other words in their place."""
        if (new := _paras(paras)) != self._paras:
            self._paras = new
            self._laid_out = (-1, [])
            self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        """Return the words as lines of at most `width` cells."""
        if self._laid_out[0] != width:
            self._laid_out = (width, lines(self._paras, width))
        return self._laid_out[1]

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return the widest line in cells."""
        return max((line.cell_length for line in self.lines(container.width)), default=0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the words take."""
        return len(self.lines(width))

    def render(self) -> Content:
        """Return the wrapped words."""
        return joined(self.lines(self.content_size.width))


class Bubble(Words):
    """One thing said, with the speaker's name on its first line.

    The classes `-debtor`, `-you`, `-coach`, `-breach`, `-hint` and `-note` give it its side and
    colour; the name says the same in words. `turn` is the reply it belongs to.
    """

    DEFAULT_CSS = """
    Bubble { width: auto; max-width: 86%; margin: 0 1 1 1; padding: 0 1; }
    """
    STYLES = {  # noqa: RUF012 - Textual reads class attributes of other names only
        "-debtor": "bold $accent",
        "-you": "bold $primary",
        "-coach": "bold $success",
        "-hint": "bold $warning",
        "-breach": "bold $error",
        "-note": "bold $quiet",
    }

    @dataclass
    class Asked(Message):
        """Posted when one of the trainee's own replies is clicked: what was heard in it?"""

        turn: int

    def __init__(self, turn: int, kind: str, speaker: str, body: Sequence[Para]) -> None:
        self.turn = turn
        self.kind = kind
        self.speaker = speaker
        self.body = tuple(body)
        super().__init__(self._whole(), classes=kind)

    def more(self, body: Sequence[Para]) -> None:
        """Add to what was said."""
        self.body += tuple(body)
        self.show(self._whole())

    def says_as(self, other: Bubble) -> bool:
        """Whether another bubble would look and answer the same."""
        mine = (self.turn, self.kind, self.speaker, self.body)
        return mine == (other.turn, other.kind, other.speaker, other.body)

    def on_click(self) -> None:
        """Ask about a reply, unless the click ended a selection of text."""
        if self.kind == "-you" and not self.screen.selections:
            self.post_message(self.Asked(self.turn))

    def _whole(self) -> list[Para]:
        return [para(self.speaker, self.STYLES[self.kind]), *self.body]


def _paras(paras: str | Sequence[Para]) -> list[Para]:
    return [para(paras)] if isinstance(paras, str) else list(paras)
