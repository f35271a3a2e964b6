"""A call that an author plays: the file is watched, and the author's keys are at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from simulator.call import Stage
from simulator.call.events import Event
from simulator.errors import DueCourseError
from simulator.shells.trial import Trial
from simulator.shells.tui.bubble import Words
from simulator.shells.tui.call import CallScreen
from simulator.shells.tui.keybar import Key
from simulator.shells.tui.meter import MoodBar
from simulator.shells.tui.note_entry import NoteEntry
from simulator.shells.tui.notes import HelpScreen
from simulator.shells.tui.page import Para, para
from simulator.shells.tui.plans import Plan
from simulator.shells.tui.talk import Talk, standing
from simulator.shells.watching import LOOKS, Loaded, News, Watched, after_save

Keep = Callable[[], Path]
"""Keeps something beside the file and returns where."""


class TrialScreen(CallScreen):
    """A call in which every save of the scenario file is played at once; `watched` None watches nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+e", "edit", show=False, priority=True),
        Binding("ctrl+n", "note", show=False, priority=True),
        Binding("ctrl+s", "transcript", show=False, priority=True),
        Binding("f7", "checks", show=False, priority=True),
    ]

    def __init__(
        self,
        session: Trial,
        events: Iterable[Event],
        plan: Plan,
        path: Path,
        watched: Watched | None = None,
    ) -> None:
        super().__init__(session, events, plan=plan)
        self._trial = session
        self._path = path
        self._watched = watched
        self._loading = False

    def compose(self) -> ComposeResult:
        """Yield the call, and a line that says what became of the last save."""
        yield from super().compose()
        yield Words(self._first_words(), id="watch")

    def on_mount(self) -> None:
        """Begin to watch."""
        if self._watched is not None:
            self.set_interval(LOOKS, self._look)

    def _first_words(self) -> list[Para]:
        word = self.due.word
        shown = [para(word("watch.author"))]
        if self._watched is not None:
            shown.insert(0, para(word("watch.watching", file=self._path.name)))
        return shown

    def keys(self) -> list[Key]:
        """Return the keys of the call and, where there is room, those of its author."""
        word = self.due.word
        return [
            *super().keys(),
            Key("F7", word("watch.keys_author"), "checks", 7),
            Key("^E", word("watch.keys_edit"), "edit", 8),
            Key("^N", word("watch.keys_note"), "note", 9),
            Key("^S", word("watch.keys_transcript"), "transcript", 10),
        ]

    def _look(self) -> None:
        if self._watched is not None and not self._loading and self._watched.changed():
            self._loading = True
            self._load(self._watched)

    @work(thread=True, group="watch")
    def _load(self, watched: Watched) -> None:
        loaded = watched.load()
        self.app.call_from_thread(self._saved, loaded)

    def _saved(self, loaded: Loaded) -> None:
        """Go on with a new version, or keep the old one and say what is wrong with the new."""
        self._loading = False
        try:
            news = after_save(self._trial, loaded, self.due.language)
        except DueCourseError as error:  # the record cannot be written
            self.due.tell(error)
            return
        if news.rerun is not None:
            self._replay(self._trial.call.stage, news.rerun.events)
        self.tell_news(news)

    def tell_news(self, news: News) -> None:
        """Show what a save came to."""
        self.say_below(*news.lines, broken=news.broken)

    def say_below(self, *texts: str, broken: bool = False) -> None:
        """Say something on the author's line, where it covers nothing of the call."""
        line = self.query_one("#watch", Words)
        line.set_class(broken, "-broken")
        line.show([para(text) for text in texts])

    def _replay(self, stage: Stage, events: Iterable[Event]) -> None:
        """Show the call as it went on the new version."""
        call = self._trial.call
        self._heard.clear()
        self.query_one(MoodBar).person(stage.script.persona.name)
        self.query_one("#side Words", Words).show(self.file_beside())
        happened = standing(events, len(call.turns))
        self._take_in(happened, fresh=False)
        self.query_one(Talk).tell_again(call, happened)
        self._stand()

    def action_help(self) -> None:
        """Explain this screen."""
        self.app.push_screen(HelpScreen("trial"))

    def action_edit(self) -> None:
        """Open the author's editor at the beat where the call stands."""
        from simulator.shells.lines import line_of_beat
        from simulator.shells.tui.editing import edit

        edit(self.due, self._path, line_of_beat(self._path, self._trial.call.state.beat), self.say_below)

    def action_note(self) -> None:
        """Ask for a note about this moment and keep it beside the file."""
        from simulator.shells.beside import keep_note

        def answered(text: str | None) -> None:
            if text and text.strip():
                self._told("note_kept", lambda: keep_note(self._path, self._trial.call, text, language))

        language = self.due.language
        self.app.push_screen(NoteEntry(self.due.word("watch.note_ask")), answered)

    def action_transcript(self) -> None:
        """Keep the call so far as a transcript beside the file."""
        from simulator.shells.beside import keep_transcript

        language = self.due.language
        self._told("transcript_kept", lambda: keep_transcript(self._path, self._trial, language))

    def action_checks(self) -> None:
        """Open the trainer's screen for this file."""
        from simulator.shells.tui.author import AuthorScreen

        self.app.push_screen(AuthorScreen(self._path))

    def _told(self, key: str, keep: Keep) -> None:
        try:
            file = keep()
        except DueCourseError as error:
            self.due.tell(error)
            return
        shown = file.relative_to(self._path.parent) if file.is_relative_to(self._path.parent) else file
        self.say_below(self.due.word(f"watch.{key}", file=shown))
