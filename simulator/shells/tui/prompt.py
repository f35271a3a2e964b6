"""The prompt: Enter sends, ctrl+j begins a new line, the terminal's cursor stays at the caret."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from simulator.text import clean


class Prompt(TextArea):
    """Where the trainee types; grows with the reply up to four lines.

    Enter is handled with the other characters and in their order: as a priority binding it would
    overtake what was pasted, typed fast or committed by an input method.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("shift+enter,ctrl+j", "new_line", show=False)]

    @dataclass
    class Sent(Message):
        """Posted when a reply is sent, and with an empty text when Enter is pressed after the call."""

        text: str

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(
            "",
            soft_wrap=True,
            show_line_numbers=False,
            compact=True,
            id="prompt",
            highlight_cursor_line=False,
            placeholder=placeholder,
        )
        self.cursor_blink = False

    def on_resize(self) -> None:
        """Growing and shrinking moves the line: the terminal's cursor must go with it."""
        self.call_after_refresh(self._place_cursor)

    def _place_cursor(self) -> None:
        if self.has_focus:
            self.scroll_cursor_visible()  # computes where the caret is after the new wrapping
            self.app.cursor_position = self.cursor_screen_offset
            self.refresh()

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_send()

    async def _on_paste(self, event: events.Paste) -> None:
        """Insert what was pasted, without anything that a terminal could obey."""
        event.prevent_default()
        event.stop()
        if self.read_only:
            return
        if result := self._replace_via_keyboard(clean(event.text), *self.selection):
            self.move_cursor(result.end_location)

    def on_click(self) -> None:
        """After the call, a click does what Enter does."""
        if self.read_only:
            self.action_send()

    def action_send(self) -> None:
        """Send the reply; an empty one is not a reply."""
        text = self.text.strip()
        if text and not self.read_only:
            self.text = ""
            self.post_message(self.Sent(text))
        elif self.read_only:
            self.post_message(self.Sent(""))

    def action_new_line(self) -> None:
        """Begin a new line in the reply."""
        if not self.read_only:
            self.insert("\n")

    def give_back(self, text: str) -> None:
        """Put a reply back for another try, unless something else has been begun."""
        if not self.text.strip():
            self.text = text
            self.select_all()  # typing replaces it, an arrow key keeps it

    def close_for_good(self, placeholder: str) -> None:
        """Take nothing more; the words say what Enter does now."""
        self.text = ""
        self.placeholder = placeholder
        self.read_only = True

    def reopen(self, placeholder: str) -> None:
        """Take replies again."""
        self.placeholder = placeholder
        self.read_only = False
