"""What did you mean? The three nearest meanings of a reply, to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.errors import DueCourseError
from simulator.shells.meaning import Meaning, meanings, questionable
from simulator.shells.session import Session
from simulator.shells.tui.bubble import Words
from simulator.shells.tui.keybar import Key
from simulator.shells.tui.notes import Page
from simulator.shells.tui.page import HEADING, QUIET, Para, para
from simulator.text import clip

if TYPE_CHECKING:
    from simulator.shells.tui.app import DueCourse


class MeantScreen(Page[int]):
    """Asks what a reply meant; answers with the place in `choices`, or their number for none of these."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f8", "close", show=False),
        *(Binding(str(number), f"choose({number - 1})", show=False) for number in range(1, 5)),
    ]

    def __init__(self, words: str, choices: Sequence[Meaning], kept: bool) -> None:
        super().__init__()
        self._words = words
        self._choices = tuple(choices)
        self._kept = kept

    def page(self) -> Sequence[Para]:
        """Return the question, and that the answer is not kept, if it is not."""
        asked = para(self.due.word("meant.ask", words=clip(self._words, 60)), HEADING)
        return [asked] if self._kept else [asked, para(self.due.word("unmatched.off"), QUIET)]

    def body(self) -> ComposeResult:
        """Yield the question and the choices."""
        yield Words(self.page(), classes="-asked")
        titles = [*(choice.title for choice in self._choices), self.due.word("meant.none")]
        yield OptionList(
            *(Option(Content(f"{number}  {title}")) for number, title in enumerate(titles, 1)),
            id="meanings",
            markup=False,
        )

    def keys(self) -> Sequence[Key]:
        """Return the two ways out."""
        word = self.due.word
        return [Key("Enter", word("tui.key_choose"), "enter"), Key("Esc", word("tui.key_close"), "close")]

    def on_mount(self) -> None:
        """Let the arrow keys choose."""
        self.query_one(OptionList).focus()
        self.query_one(OptionList).highlighted = 0

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_index)

    def action_choose(self, number: int) -> None:
        """Take the choice with this number."""
        if number <= len(self._choices):
            self.dismiss(number)

    def action_enter(self) -> None:
        """Take the choice under the cursor."""
        self.query_one(OptionList).action_select()


def ask_meant(due: DueCourse, session: Session) -> None:
    """Ask what the last reply meant, if it was not understood, and keep the answer for the trainer."""
    call, misses = session.call, session.misses
    turn = questionable(call)
    if turn is None:
        due.notify(due.word("meant.nothing" if call.turns else "tui.nothing_heard_yet"), markup=False)
        return
    choices = meanings(call, turn)

    def answered(number: int | None) -> None:
        if number is None:
            return
        if number >= len(choices):
            due.notify(due.word("meant.noted"), markup=False)
            return
        try:
            kept = misses is not None and misses.meant(call, turn, choices[number].name)
        except DueCourseError as error:
            due.tell(error)
            return
        title = choices[number].title
        said = due.word("meant.kept", words=turn.reply, title=title) if kept else due.word("unmatched.off")
        due.notify(said, markup=False, timeout=6)

    due.push_screen(MeantScreen(turn.reply, choices, misses is not None and misses.on), answered)
