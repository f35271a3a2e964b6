"""Pages over a screen: help, facts during a call, and questions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from simulator.shells.tui.bubble import Words
from simulator.shells.tui.keybar import Key, KeyBar
from simulator.shells.tui.page import HEADING, Para, para, plain

if TYPE_CHECKING:
    from simulator.shells.tui.app import DueCourse

Answer = TypeVar("Answer")


class Page(ModalScreen[Answer]):
    """A page with its keys, in the middle of the screen it explains."""

    CSS_PATH = "notes.tcss"

    def page(self) -> Sequence[Para]:
        """Return what stands on the page."""
        raise NotImplementedError

    def keys(self) -> Sequence[Key]:
        """Return the keys below it."""
        return [Key("Esc", self.due.word("tui.key_close"), "close")]

    @property
    def due(self) -> DueCourse:
        """The app, by its own type."""
        return cast("DueCourse", self.app)

    def compose(self) -> ComposeResult:
        """Yield the page and its keys."""
        with Vertical(id="page"):
            yield from self.body()
            yield KeyBar(self.keys())

    def body(self) -> ComposeResult:
        """Yield what stands above the keys."""
        with VerticalScroll(id="reading"):
            yield Words(self.page())

    def on_mount(self) -> None:
        """Let the arrow keys scroll what can be read."""
        self.query("#reading").focus()

    def on_click(self, event: events.Click) -> None:
        """A click beside the page closes it."""
        if event.widget is self:
            self.action_close()

    def action_close(self) -> None:
        """Go back to the screen below."""
        self.dismiss()


class NoteScreen(Page[None]):
    """Facts: the file, what was heard, the score so far, an error. Any key that opens one closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f1,f2,f3,f5,f6", "close", show=False),
    ]

    def __init__(self, title: str, paras: Sequence[Para]) -> None:
        super().__init__()
        self._title = title
        self._paras = tuple(paras)

    def page(self) -> Sequence[Para]:
        """Return the title and the facts."""
        return [para(self._title, HEADING), para(""), *self._paras]


class HelpScreen(Page[None]):
    """Help for the screen that is open: what it is for, then its keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,f1", "close", show=False)]

    def __init__(self, about: str) -> None:
        super().__init__()
        self._about = about

    def page(self) -> Sequence[Para]:
        """Return the title, the keys and what else there is to know."""
        title, *rest = plain(self.due.word(f"tui.help_{self._about}"))
        return [para(title.text, HEADING), *rest]


class AskScreen(Page[bool]):
    """A question to be answered with Enter (yes) or Escape (no)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "yes", show=False),
        Binding("escape", "close", show=False),
    ]

    def __init__(self, question: str, yes: str) -> None:
        super().__init__()
        self._question = question
        self._yes = yes

    def page(self) -> Sequence[Para]:
        """Return the question."""
        return [para(self._question)]

    def keys(self) -> Sequence[Key]:
        """Return the two answers."""
        return [Key("Enter", self._yes, "yes"), Key("Esc", self.due.word("tui.key_no"), "close")]

    def action_yes(self) -> None:
        """Answer yes."""
        self.dismiss(True)

    def action_close(self) -> None:
        """Answer no."""
        self.dismiss(False)
