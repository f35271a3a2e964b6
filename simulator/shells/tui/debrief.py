"""Debrief: the verdict, four scores, each with its evidence and the better sentence; play again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen

from simulator.shells.session import Session, titles
from simulator.shells.tui.bubble import Words
from simulator.shells.tui.heard_page import said_page
from simulator.shells.tui.keybar import Key, KeyBar
from simulator.shells.tui.notes import HelpScreen, NoteScreen
from simulator.shells.tui.page import HEADING, QUIET, Para, para
from simulator.shells.tui.plans import Plan
from simulator.shells.tui.sheet_page import sheet_page

if TYPE_CHECKING:
    from simulator.shells.tui.app import DueCourse


class DebriefScreen(Screen[None]):
    """The score sheet of a finished call."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", show=False),
        Binding("f2", "said", show=False),
        Binding("f5", "again", show=False),
        Binding("f6", "repeat", show=False),
        Binding("escape", "home", show=False),
    ]

    def __init__(self, session: Session, plan: Plan) -> None:
        super().__init__()
        self._session = session
        self._plan = replace(plan, mode=session.call.mode, resume=None)
        self._sheet = session.sheet()

    @property
    def due(self) -> DueCourse:
        """The app, by its own type."""
        return cast("DueCourse", self.app)

    def compose(self) -> ComposeResult:
        """Yield the verdict, the scores and everything behind them."""
        word, stage = self.due.word, self._session.call.stage
        title = Para(((stage.script.title, HEADING), (f"   {word('sheet.title')}", QUIET)))
        foot = (
            f"{word('sheet.call')} {self._session.id}   {word('sheet.engine', engine=self._sheet['engine'])}"
        )
        yield Words([title], id="title")
        with VerticalScroll(id="sheet"):
            yield Words(
                [*sheet_page(self._sheet, self.due.language, titles(stage)), para(""), para(foot, QUIET)]
            )
        keys = [
            Key("F5", word("tui.again"), "again"),
            Key("F6", word("tui.repeat"), "repeat", 2),
            Key("F2", word("tui.key_said"), "said", 4),
            Key("F1", word("tui.key_help"), "help", 3),
            Key("Esc", word("tui.to_home"), "home", 1),
        ]
        yield KeyBar(keys, id="keys")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#sheet").focus()

    def action_said(self) -> None:
        """Show what was said."""
        page = said_page(self._session.call, self.due.language)
        self.app.push_screen(NoteScreen(self.due.word("tui.said_title"), page))

    def action_again(self) -> None:
        """Play the same call with other dice."""
        self._play(replace(self._plan, seed=None))

    def action_repeat(self) -> None:
        """Play the same call with the same dice."""
        self._play(replace(self._plan, seed=self._session.call.seed))

    def _play(self, plan: Plan) -> None:
        self.app.pop_screen()
        self.due.open(plan)

    def action_home(self) -> None:
        """Go back to the calls."""
        self.app.pop_screen()

    def action_help(self) -> None:
        """Explain this screen."""
        self.app.push_screen(HelpScreen("debrief"))
