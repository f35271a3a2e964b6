"""A list of entries of several lines each, wrapped in cells, chosen with the keys or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.shells.tui.page import Para, joined, lines


@dataclass(frozen=True, slots=True)
class Row:
    """One entry: its paragraphs, the `name` that finds it again, and the line of the file that it is about
    (from 1; 0 for none)."""

    name: str
    paras: tuple[Para, ...]
    line: int = 0


class Rows(OptionList):
    """Entries one below the other; the cursor stays on an entry that is still there after a change."""

    @dataclass
    class Chosen(Message):
        """Posted when an entry is chosen."""

        rows: Rows
        row: Row

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The entries that are listed."""
        return self._rows

    @property
    def row(self) -> Row | None:
        """The entry under the cursor."""
        at = self.highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def fill(self, rows: Sequence[Row]) -> None:
        """List other entries."""
        before, top = self.row, self.scroll_offset.y
        self._rows = tuple(rows)
        self._lay_out()
        names = [row.name for row in self._rows]
        if before is not None and before.name in names:
            self.highlighted = names.index(before.name)
            self.scroll_to(y=top, animate=False)
        elif names:
            self.highlighted = 0

    def _lay_out(self) -> None:
        at, width = self.highlighted, max(8, self.scrollable_content_region.width - 2)
        self.clear_options()
        self.add_options([Option(joined(_lines(row, width))) for row in self._rows])
        if at is not None and at < len(self._rows):
            self.highlighted = at

    def on_resize(self, event: events.Resize) -> None:
        """Lay the entries out anew."""
        if self._rows:
            self._lay_out()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self, self._rows[event.option_index]))


def _lines(row: Row, width: int) -> list[Content]:
    """An entry of several paragraphs ends with an empty line; the list itself knows no space between two."""
    made = lines(row.paras, width)
    return [*made, Content(" ")] if len(row.paras) > 1 else made
