"""A page to type a note on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from simulator.shells.tui.bubble import Words
from simulator.shells.tui.keybar import Key
from simulator.shells.tui.notes import Page
from simulator.shells.tui.page import HEADING, para
from simulator.shells.tui.prompt import Prompt


class NoteEntry(Page[str]):
    """Asks for a note; Enter keeps it, Escape does not."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False, priority=True)]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def body(self) -> ComposeResult:
        """Yield the question and the line to type on."""
        yield Words([para(self._question, HEADING)], classes="-asked")
        yield Prompt()

    def keys(self) -> Sequence[Key]:
        """Return the two ways out."""
        word = self.due.word
        return [Key("Enter", word("tui.key_keep"), "keep"), Key("Esc", word("tui.key_close"), "close")]

    def on_mount(self) -> None:
        """Let the note be typed at once."""
        self.query_one(Prompt).focus()

    @on(Prompt.Sent)
    def _sent(self, event: Prompt.Sent) -> None:
        event.stop()
        self.dismiss(event.text)

    def action_keep(self) -> None:
        """Keep what was typed."""
        self.query_one(Prompt).action_send()
