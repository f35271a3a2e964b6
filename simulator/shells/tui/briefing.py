"""Briefing: the file on the desk and how the call will be judged, before dialling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen

from simulator.authoring.library import Library
from simulator.call import MODES, Stage
from simulator.call.showing import briefing
from simulator.errors import DueCourseError
from simulator.shells.session import Session, scenario_file
from simulator.shells.tui.bubble import Words
from simulator.shells.tui.file_page import file_page, rubric_page
from simulator.shells.tui.keybar import Key, KeyBar
from simulator.shells.tui.page import HEADING, para
from simulator.shells.tui.plans import Plan

if TYPE_CHECKING:
    from simulator.records import Records
    from simulator.shells.tui.app import DueCourse


class BriefingScreen(Screen[None]):
    """What may be read before the call; Enter dials, wherever the focus is."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dial", show=False, priority=True),
        Binding("f2", "mode", show=False),
        Binding("f1", "help", show=False),
        Binding("escape", "back", show=False),
    ]

    def __init__(self, plan: Plan, stage: Stage) -> None:
        super().__init__()
        self._plan = plan
        self._stage = stage
        self._dialled = False

    @property
    def due(self) -> DueCourse:
        """The app, by its own type."""
        return cast("DueCourse", self.app)

    def compose(self) -> ComposeResult:
        """Yield the file, then the rubric with its anchors, and the way to dial."""
        shown, language = briefing(self._stage), self.due.language
        yield Words([para(shown.title, HEADING)], id="title")
        with VerticalScroll(id="file"):
            yield Words([*file_page(shown, language), para(""), *rubric_page(shown, language)])
        yield Words(id="mode")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Let the arrow keys scroll the file."""
        self.query_one("#file").focus()
        self._show_mode()

    def _show_mode(self) -> None:
        word, mode = self.due.word, self._plan.mode
        self.query_one("#mode", Words).show(word(f"tui.mode_{mode}_about"))
        self.query_one("#keys", KeyBar).show(
            [
                Key("Enter", word("tui.dial"), "dial"),
                Key("F2", word("tui.key_mode", mode=word(f"tui.mode_{mode}")), "mode", 1),
                Key("F1", word("tui.key_help"), "help", 2),
                Key("Esc", word("tui.key_back"), "back"),
            ]
        )

    def action_dial(self) -> None:
        """Start the call, once."""
        from simulator.shells.tui.app import new_seed

        if self._dialled:
            return
        plan = self._plan if self._plan.seed is not None else replace(self._plan, seed=new_seed())
        try:
            screen = self._trial(plan) if plan.trial else self._call(plan)
        except DueCourseError as error:
            self.due.tell(error)
            return
        self._dialled = True
        self.app.switch_screen(screen)

    def _call(self, plan: Plan) -> Screen[None]:
        from simulator.shells.tui.call import CallScreen

        session, events = Session.begin(self._stage, *self._opening(plan))
        return CallScreen(session, events, plan=plan)

    def _trial(self, plan: Plan) -> Screen[None]:
        """The call of an author: the file is watched when that was asked for."""
        from simulator.shells.trial import Trial
        from simulator.shells.tui.trial import TrialScreen

        trial, events = Trial.begin(self._stage, *self._opening(plan))
        path, watched = self.due.shelf.watched(str(plan.scenario), trial.call.stage)
        return TrialScreen(trial, events, plan, path, watched if plan.watch else None)

    def _opening(self, plan: Plan) -> tuple[Records, str, int, str, str | None, Mapping[str, int], str]:
        records, trainee = self.due.shelf.records(), self.due.settings.trainee
        file = scenario_file(plan.scenario or "", Library.usual(), self._stage.script.language)
        return records, trainee, plan.seed or 0, plan.mode, plan.beat, plan.mood, file

    def action_mode(self) -> None:
        """Take the next mode: practice, guided, exam."""
        mode = MODES[(MODES.index(self._plan.mode) + 1) % len(MODES)]
        self._plan = replace(self._plan, mode=mode)
        self._show_mode()

    def action_help(self) -> None:
        """Explain this screen."""
        from simulator.shells.tui.notes import HelpScreen

        self.app.push_screen(HelpScreen("briefing"))

    def action_back(self) -> None:
        """Go back to the calls."""
        self.app.pop_screen()
