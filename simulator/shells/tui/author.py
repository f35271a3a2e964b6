"""The trainer's screen: a file's findings, its tree, a box to try sentences in, and its tests, side by side
or one at a time; all of it anew whenever the file is saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from simulator.shells.tui.author_keys import author_keys, tab_keys
from simulator.shells.tui.author_panes import FIRST_KEY, PANES, Panes
from simulator.shells.tui.author_titles import folder_words, pane_names, short_names
from simulator.shells.tui.bubble import Words
from simulator.shells.tui.keybar import KeyBar
from simulator.shells.tui.notes import HelpScreen
from simulator.shells.tui.page import HEADING, QUIET, Para
from simulator.shells.tui.plans import Plan
from simulator.shells.tui.prompt import Prompt
from simulator.shells.tui.rows import Rows
from simulator.shells.watching import LOOKS
from simulator.shells.workbench import Findings, Kept, Outcomes, Step, Version, Workbench

if TYPE_CHECKING:
    from simulator.shells.tui.app import DueCourse


class AuthorScreen(Screen[None]):
    """What an author sees of a file while it is open in an editor beside."""

    CSS_PATH = "author.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", show=False, priority=True),
        *(
            Binding(f"f{number}", f"pane('{name}')", show=False, priority=True)
            for number, name in enumerate(PANES, FIRST_KEY)
        ),
        Binding("f6", "play", show=False, priority=True),
        Binding("ctrl+e", "edit", show=False, priority=True),
        Binding("escape", "back", show=False),
    ]

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._bench: Workbench | None = None
        self._busy = False
        self._findings: Findings | None = None
        self._outcomes: Outcomes | None = None
        self._beat = ""
        self._sentence = ""
        self._said = ""

    @property
    def due(self) -> DueCourse:
        """The app, by its own type."""
        return cast("DueCourse", self.app)

    def compose(self) -> ComposeResult:
        """Yield the name of the file, the panes and the keys."""
        yield Words(id="title")
        yield KeyBar(id="tabs")
        yield Panes(id="panes")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Open on the findings and begin to look."""
        self.action_pane("findings")
        self.set_interval(LOOKS, self._look)
        self._begin()

    @property
    def settled(self) -> bool:
        """Whether everything about the file as it is now is shown."""
        return self._bench is not None and not self._busy

    @property
    def panes(self) -> Panes:
        """What is shown."""
        return self.query_one(Panes)

    def rows(self, pane: str) -> Rows:
        """Return the list of a pane."""
        return self.panes.rows(pane)

    @property
    def _version(self) -> Version | None:
        return self._bench.version if self._bench is not None else None

    def _look(self) -> None:
        if self._bench is not None and not self._busy and self._bench.changed():
            self._begin()

    def _begin(self) -> None:
        self._busy, self._said = True, ""
        self.panes.stale(True)
        self._tell()
        self._read()

    @work(thread=True, group="bench")
    def _read(self) -> None:
        """Look at the file in a thread and show each result as soon as it is there."""
        if self._bench is None:
            self._bench = self.due.shelf.workbench(self._path)
        for step in self._bench.look():
            if not self.is_attached:
                return
            self.app.call_from_thread(self._show, step)
        self.app.call_from_thread(self._done)

    def _done(self) -> None:
        self._busy = False
        self._tell()

    def _show(self, step: Step) -> None:
        panes, version, own = self.panes, self._version, self._path.name
        match step:
            case Findings():
                self._findings = step
                panes.show_findings(step, own)
            case Version():
                if self._beat not in step.stage.script.beats:
                    self._beat = step.stage.script.start
                panes.show_tree(step, self._outcomes)
                self._explain()
                panes.stale(False, "try")
            case Outcomes() if version is not None:
                self._outcomes = step
                panes.show_tests(step, version, own)
                panes.show_tree(version, step)
            case Kept() if version is None:
                panes.show_nothing_yet()
            case _:
                pass
        self._tell()

    def _tell(self) -> None:
        """Let the title, the names of the panes and the keys say how things stand."""
        word, state = self.due.word, (self._findings, self._outcomes, self._beat)
        doing = word("author.working") if self._busy else self._said
        about = doing or folder_words(self._path)
        style = "bold $warning" if doing else QUIET
        self.query_one("#title", Words).show([Para(((self._path.name, HEADING), (f"   {about}", style)))])
        self.panes.titled(pane_names(word, *state, deeper=self._busy))
        opened = self.panes.open_pane
        self.query_one("#tabs", KeyBar).show(tab_keys(short_names(word, *state), opened))
        self.query_one("#keys", KeyBar).show(author_keys(word, opened))

    def say(self, text: str) -> None:
        """Say something in the line of the title, where it covers nothing, until something else is done."""
        self._said = text
        self._tell()

    def action_pane(self, name: str) -> None:
        """Go to a pane; on a narrow screen only this one is shown."""
        self.panes.go_to(name)
        self.say("")

    def on_descendant_focus(self) -> None:
        """A pane that is clicked is the pane that the keys are for."""
        pane = self.panes.holding(self.focused)
        if pane and pane != self.panes.open_pane:
            self.panes.mark(pane)
            self._tell()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        kind, _, name = event.row.name.partition(" ")
        if kind == "beat":
            self._beat = name
            self._explain()
            self.action_pane("try")
        elif event.row.line:
            self._edit(event.row.line)

    @on(Prompt.Sent)
    def _sent(self, event: Prompt.Sent) -> None:
        self._sentence = event.text
        self._explain()
        self.panes.prompt.give_back(event.text)

    def _explain(self) -> None:
        """Show what the sentence in the try box comes to."""
        bench = self._bench
        trace = bench.explain(self._beat, self._sentence) if bench is not None and self._sentence else None
        self.panes.show_trace(self._sentence, trace, self._version)

    def action_choose(self) -> None:
        """Do what Enter does in this pane."""
        pane = self.panes.open_pane
        if pane == "try":
            self.panes.prompt.action_send()
        else:
            self.rows(pane).action_select()

    def action_edit(self) -> None:
        """Open the editor at what is under the cursor."""
        pane = self.panes.open_pane
        if pane == "try":
            from simulator.shells.lines import line_of_beat

            self._edit(line_of_beat(self._path, self._beat))
            return
        row = self.rows(pane).row
        self._edit(row.line if row is not None and row.line else 1)

    def _edit(self, line: int) -> None:
        from simulator.shells.tui.editing import edit

        edit(self.due, self._path, line, self.say)

    def action_play(self) -> None:
        """Play the file from the chosen beat, watched."""
        version = self._version
        if version is None:
            self.say(self.due.word("author.not_yet"))
            return
        beat = self._beat if self._beat != version.stage.script.start else None
        self.due.open(Plan(str(self._path), beat=beat, watch=True))

    def action_help(self) -> None:
        """Explain this screen."""
        self.app.push_screen(HelpScreen("author"))

    def action_back(self) -> None:
        """Go back to where this was opened."""
        self.app.pop_screen()
