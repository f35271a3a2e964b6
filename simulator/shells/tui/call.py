"""The call: what was said in bubbles, the debtor's mood, and a line to answer on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen

from simulator.call.events import Event, HeardEvent, MoodEvent
from simulator.call.showing import briefing, mood_event
from simulator.errors import DueCourseError
from simulator.shells.meaning import questionable
from simulator.shells.session import Session
from simulator.shells.tui.bubble import Bubble, Words
from simulator.shells.tui.call_keys import call_keys
from simulator.shells.tui.call_pages import ask_first, show_file, show_heard, show_score
from simulator.shells.tui.file_page import file_page
from simulator.shells.tui.keybar import Key, KeyBar
from simulator.shells.tui.meter import BANDS, MOODS, MoodBar
from simulator.shells.tui.notes import HelpScreen
from simulator.shells.tui.page import Para, para
from simulator.shells.tui.plans import Plan
from simulator.shells.tui.prompt import Prompt
from simulator.shells.tui.talk import Talk, standing

if TYPE_CHECKING:
    from simulator.shells.tui.app import DueCourse


class CallScreen(Screen[None]):
    """One call, from the debtor's first line to the ending. Its keys come before those of the prompt."""

    CSS_PATH = "call.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", show=False, priority=True),
        Binding("f2", "hint", show=False, priority=True),
        Binding("f3", "why", show=False, priority=True),
        Binding("f4", "undo", show=False, priority=True),
        Binding("f5", "file", show=False, priority=True),
        Binding("f6", "score", show=False, priority=True),
        Binding("f8", "meant", show=False, priority=True),
        Binding("f10", "hang_up", show=False, priority=True),
        Binding("escape", "leave", show=False),
        Binding("pageup", "scroll(-1)", show=False, priority=True),
        Binding("pagedown", "scroll(1)", show=False, priority=True),
    ]

    def __init__(
        self, session: Session, events: Iterable[Event], resumed: bool = False, plan: Plan | None = None
    ) -> None:
        super().__init__()
        self._session = session
        self._plan = plan or Plan(session.scenario)
        self._first = standing(events, len(session.call.turns))
        self._resumed = resumed
        self._heard: dict[int, HeardEvent] = {}

    @property
    def due(self) -> DueCourse:
        """The app, by its own type."""
        return cast("DueCourse", self.app)

    def compose(self) -> ComposeResult:
        """Yield the mood above, the talk, the file beside it on a wide screen, and the prompt."""
        word, call = self.due.word, self._session.call
        labels = {name: word(f"tui.mood_{name}") for name in MOODS}
        bands = {name: word(f"tui.band_{name}") for name in BANDS}
        yield MoodBar(call.stage.script.persona.name, labels, bands)
        with Horizontal(id="talk"):
            yield Talk(call, self.due.language)
            with VerticalScroll(id="side", can_focus=False):
                yield Words(self.file_beside())
        with Vertical(id="answer"):
            yield Prompt(word("tui.type_here"))
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show how the call begins, or all of it so far."""
        self._show(self._first, fresh=False)
        if self._resumed:
            self._note(self.due.word("tui.continued"))
        self.query_one(Prompt).focus()

    def file_beside(self) -> list[Para]:
        """Return the file as it stands beside the talk on a wide screen."""
        return file_page(briefing(self._session.call.stage), self.due.language, beside=False)

    def keys(self) -> list[Key]:
        """Return what can be done now."""
        call = self._session.call
        return call_keys(self.due.word, self.exam, call.ended, questionable(call) is not None)

    @property
    def exam(self) -> bool:
        """Whether this call is played without any help."""
        return self._session.call.mode == "exam"

    @on(Prompt.Sent)
    def say(self, event: Prompt.Sent) -> None:
        """Say what was typed; after the call, go to the score sheet."""
        if self._session.call.ended:
            self.action_leave()
            return
        try:
            events = self._session.reply(event.text)
        except DueCourseError as error:
            self.query_one(Prompt).give_back(event.text)
            self.due.tell(error, self.due.word("tui.not_kept"))
            return
        self._show(events)

    def _show(self, events: Sequence[Event], fresh: bool = True) -> None:
        self._take_in(events, fresh)
        self.query_one(Talk).tell(events)
        self._stand()

    def _take_in(self, events: Sequence[Event], fresh: bool) -> None:
        """Remember what was heard and show the mood."""
        mood = self.query_one(MoodBar)
        if fresh:
            mood.steady()
        for event in events:
            if isinstance(event, HeardEvent):
                self._heard[event.turn] = event
            elif isinstance(event, MoodEvent):
                mood.feel(event, fresh)

    def _stand(self) -> None:
        """Let the mood line, the prompt and the keys say where the call stands."""
        word, call = self.due.word, self._session.call
        reply = len(call.turns) + (not call.ended)
        mode = word(f"tui.mode_{call.mode}")
        self.query_one(MoodBar).aside(word("tui.replies", mode=mode, number=reply))
        prompt, answer = self.query_one(Prompt), self.query_one("#answer")
        answer.border_title = word("tui.enter_sheet" if call.ended else "tui.enter_says")
        answer.set_class(call.ended, "-ended")
        if call.ended:
            prompt.close_for_good(word("tui.closed"))
        elif prompt.read_only:
            prompt.reopen(word("tui.type_here"))
        self.query_one(KeyBar).show(self.keys())

    def _note(self, text: str) -> None:
        turn = len(self._session.call.turns)
        self.query_one(Talk).add(turn, "-note", self.due.word("sheet.call"), [para(text)])

    def _refuse(self) -> bool:
        """Say that an exam has no help, if this is one."""
        if self.exam:
            self.notify(self.due.word("tui.exam_silent"), markup=False)
        return self.exam

    def action_hint(self) -> None:
        """Show the hint of this moment."""
        call = self._session.call
        if call.ended or self._refuse():
            return
        word = self.due.word
        hint = [para(call.beat.hint or word("plain.no_hint"))]
        self.query_one(Talk).add(len(call.turns), "-hint", word("plain.hint"), hint)

    def action_why(self) -> None:
        """Show what was heard in the last reply, and why."""
        if self._refuse():
            return
        if not self._heard:
            self.notify(self.due.word("tui.nothing_heard_yet"), markup=False)
            return
        show_heard(self.due, self._heard[max(self._heard)])

    @on(Bubble.Asked)
    def ask(self, event: Bubble.Asked) -> None:
        """Show what was heard in the reply that was clicked."""
        if not self._refuse() and event.turn in self._heard:
            show_heard(self.due, self._heard[event.turn])

    def action_meant(self) -> None:
        """Ask what the last reply meant that was not understood; the answer is only kept for the trainer."""
        if self._refuse():
            return
        from simulator.shells.tui.meant import ask_meant

        ask_meant(self.due, self._session)

    def action_undo(self) -> None:
        """Take the last reply back, with everything that followed it, and put it in the prompt again."""
        if self._refuse():
            return
        before = self._session.call
        if before.before is None:
            self.notify(self.due.word("plain.nothing_to_undo"), markup=False)
            return
        try:
            self._session.undo()
        except DueCourseError as error:
            self.due.tell(error)
            return
        call = self._session.call
        turns = len(call.turns)
        self.query_one(Talk).take_back(turns)
        self._heard = {turn: heard for turn, heard in self._heard.items() if turn <= turns}
        self.query_one(MoodBar).feel(mood_event(call, turns), changed=False)
        self._stand()
        self.query_one(Prompt).give_back(before.turns[-1].reply)

    def action_file(self) -> None:
        """Show the file again."""
        show_file(self.due, self._session)

    def action_score(self) -> None:
        """Show the score as it stands."""
        if not self._refuse():
            show_score(self.due, self._session)

    def action_hang_up(self) -> None:
        """Ask, then end the call: judged as giving up."""
        if self._session.call.ended:
            self.action_leave()
            return
        ask_first(self.due, "ask_hang_up", "key_yes_hang_up", self._hang_up)

    def _hang_up(self) -> None:
        try:
            self._show(self._session.hang_up())
        except DueCourseError as error:
            self.due.tell(error)

    def action_leave(self) -> None:
        """Go to the score sheet of a call that has ended, or home from one that is kept."""
        if self._session.call.ended:
            from simulator.shells.tui.debrief import DebriefScreen

            self.app.switch_screen(DebriefScreen(self._session, self._plan))
            return
        ask_first(self.due, "ask_leave", "key_yes_leave", self.app.pop_screen)

    def action_help(self) -> None:
        """Explain this screen."""
        self.app.push_screen(HelpScreen("call"))

    def action_scroll(self, pages: int) -> None:
        """Look back at what was said."""
        talk = self.query_one(Talk)
        talk.scroll_page_up() if pages < 0 else talk.scroll_page_down()
