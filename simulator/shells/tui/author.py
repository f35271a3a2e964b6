"""The trainer's screen: a file's findings, its tree, a box to try sentences in, and its tests, side by side
or one at a time; all of it anew whenever the file is saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.screen import Screen

from simulator.shells.tui.author_rows import finding_rows, test_rows, trace_page, tree_rows
from simulator.shells.tui.author_titles import folder_words, pane_names, short_names
from simulator.shells.tui.bubble import Words
from simulator.shells.tui.keybar import Key, KeyBar
from simulator.shells.tui.notes import HelpScreen
from simulator.shells.tui.page import HEADING, QUIET, Para, para
from simulator.shells.tui.plans import Plan
from simulator.shells.tui.prompt import Prompt
from simulator.shells.tui.rows import Row, Rows
from simulator.shells.watching import LOOKS
from simulator.shells.workbench import Findings, Kept, Outcomes, Step, Version, Workbench

if TYPE_CHECKING:
    from simulator.shells.tui.app import DueCourse

PANES = ("findings", "tree", "try", "tests")


class AuthorScreen(Screen[None]):
    """What an author sees of a file while it is open in an editor beside."""

    CSS_PATH = "author.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", show=False, priority=True),
        *(
            Binding(f"f{number}", f"pane('{name}')", show=False, priority=True)
            for number, name in enumerate(PANES, 2)
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
        self._pane = "findings"

    @property
    def due(self) -> DueCourse:
        """The app, by its own type."""
        return cast("DueCourse", self.app)

    def compose(self) -> ComposeResult:
        """Yield the name of the file, the panes and the keys."""
        word = self.due.word
        yield Words(
            [Para(((self._path.name, HEADING), (f"   {folder_words(self._path)}", QUIET)))], id="title"
        )
        yield KeyBar(id="tabs")
        with Container(id="panes"):
            with Vertical(id="findings", classes="pane"):
                yield Rows()
            with Vertical(id="tree", classes="pane"):
                yield Rows()
            with Vertical(id="try", classes="pane"):
                with VerticalScroll(can_focus=True):
                    yield Words(word("author.try_about"), id="trace")
                yield Prompt(word("author.type_here"))
            with Vertical(id="tests", classes="pane"):
                yield Rows()
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Open on the findings and begin to look."""
        self.action_pane("findings")
        self._stale(True)
        self._tell()
        self.set_interval(LOOKS, self._look)
        self._begin()

    @property
    def settled(self) -> bool:
        """Whether everything about the file as it is now is shown."""
        return self._bench is not None and not self._busy

    def rows(self, pane: str) -> Rows:
        """Return the list of a pane."""
        return self.query_one(f"#{pane} Rows", Rows)

    def _look(self) -> None:
        if self._bench is not None and not self._busy and self._bench.changed():
            self._begin()

    def _begin(self) -> None:
        self._busy = True
        self._stale(True)
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
        language, bench = self.due.language, self._bench
        assert bench is not None
        match step:
            case Findings():
                self._findings = step
                found = finding_rows(step, self._path.name, language)
                fine = self.due.word("author.no_findings" if step.deep else "author.deeper")
                nothing = Row("none", (para(fine, QUIET),))
                self.rows("findings").fill(found or [nothing])
                self.query_one("#findings").set_class(not step.deep, "-stale")
            case Version():
                if self._beat not in step.stage.script.beats:
                    self._beat = step.stage.script.start
                self._fill_tree()
                self.query_one("#tree").set_class(False, "-stale")
                self._explain()
                self.query_one("#try").set_class(False, "-stale")
            case Outcomes() if bench.version is not None:
                self._outcomes = step
                rows = test_rows(step, bench.version, self._path.name, language)
                if step.problem:
                    rows = [Row("problem", (para(step.problem, "bold $error"),))]
                nothing = Row("none", (para(self.due.word("author.no_tests"), QUIET),))
                self.rows("tests").fill(rows or [nothing])
                self.query_one("#tests").set_class(False, "-stale")
                self._fill_tree()
            case Kept():
                if bench.version is None:
                    unreadable = (para(self.due.word("author.not_yet"), QUIET),)
                    for pane in ("tree", "tests"):
                        self.rows(pane).fill([Row("none", unreadable)])
            case _:
                pass
        self._tell()

    def _fill_tree(self) -> None:
        if self._bench is not None and self._bench.version is not None:
            coverage = self._outcomes.coverage if self._outcomes is not None else None
            self.rows("tree").fill(tree_rows(self._bench.version, coverage, self.due.language))

    def _stale(self, on: bool) -> None:
        for pane in PANES:
            self.query_one(f"#{pane}").set_class(on, "-stale")

    def _tell(self) -> None:
        """Let the titles of the panes and the keys say how things stand."""
        word, state = self.due.word, (self._findings, self._outcomes, self._beat)
        names = pane_names(word, *state, deeper=self._busy)
        for number, name in enumerate(PANES, 2):
            self.query_one(f"#{name}").border_title = f"F{number} {names[name]}"
        short = short_names(word, *state)
        tabs = []
        for number, name in enumerate(PANES, 2):
            tabs.append(Key(f"F{number}", short[name], f"pane('{name}')", on=name == self._pane))
        self.query_one("#tabs", KeyBar).show(tabs)
        keys = [Key("Enter", word(f"author.enter_{self._pane}"), "choose")]
        if self._pane != "try":
            keys.append(Key("^E", word("watch.keys_edit"), "edit", 1))
        keys += [
            Key("F6", word("author.key_play"), "play", 2),
            Key("F1", word("tui.key_help"), "help", 3),
            Key("Esc", word("tui.key_back"), "back"),
        ]
        self.query_one("#keys", KeyBar).show(keys)

    def action_pane(self, name: str) -> None:
        """Go to a pane; on a narrow screen only this one is shown."""
        self._pane = name
        for pane in PANES:
            self.query_one(f"#{pane}").set_class(pane == name, "-shown")
        (self.query_one(Prompt) if name == "try" else self.rows(name)).focus()
        self._tell()

    def on_descendant_focus(self) -> None:
        """A pane that is clicked is the pane that the keys are for."""
        focused = self.focused
        for pane in PANES:
            if focused is not None and focused in self.query(f"#{pane} *") and pane != self._pane:
                self._pane = pane
                for other in PANES:
                    self.query_one(f"#{other}").set_class(other == pane, "-shown")
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
        self.query_one("#try Prompt", Prompt).give_back(event.text)

    def _explain(self) -> None:
        """Show what the sentence in the try box comes to."""
        bench = self._bench
        trace = bench.explain(self._beat, self._sentence) if bench is not None and self._sentence else None
        if bench is None or bench.version is None or trace is None:
            self.query_one("#trace", Words).show(self.due.word("author.try_about"))
            return
        said = self.due.word("sheet.your_words", words=self._sentence)
        page = trace_page(trace, bench.version, self.due.language)
        self.query_one("#trace", Words).show([para(said, "bold"), *page])

    def action_choose(self) -> None:
        """Do what Enter does in this pane."""
        if self._pane == "try":
            self.query_one(Prompt).action_send()
        else:
            self.rows(self._pane).action_select()

    def action_edit(self) -> None:
        """Open the editor at what is under the cursor."""
        if self._pane == "try":
            from simulator.shells.lines import line_of_beat

            self._edit(line_of_beat(self._path, self._beat))
            return
        row = self.rows(self._pane).row
        self._edit(row.line if row is not None and row.line else 1)

    def _edit(self, line: int) -> None:
        from simulator.shells.tui.editing import edit

        edit(self.due, self._path, line)

    def action_play(self) -> None:
        """Play the file from the chosen beat, watched."""
        version = self._bench.version if self._bench is not None else None
        if version is None:
            self.notify(self.due.word("author.not_yet"), markup=False)
            return
        beat = self._beat if self._beat != version.stage.script.start else None
        self.due.open(Plan(str(self._path), beat=beat, watch=True))

    def action_help(self) -> None:
        """Explain this screen."""
        self.app.push_screen(HelpScreen("author"))

    def action_back(self) -> None:
        """Go back to where this was opened."""
        self.app.pop_screen()
