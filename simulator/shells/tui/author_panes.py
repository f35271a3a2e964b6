"""The four panes of the trainer's screen: what stands in each, which one is open, what is still old."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.widget import Widget

from simulator.authoring.teaching.trace import Trace
from simulator.shells.tui.author_rows import finding_rows, test_rows, trace_page, tree_rows
from simulator.shells.tui.bubble import Words
from simulator.shells.tui.page import QUIET, para
from simulator.shells.tui.prompt import Prompt
from simulator.shells.tui.rows import Row, Rows
from simulator.shells.workbench import Findings, Outcomes, Version

if TYPE_CHECKING:
    from simulator.shells.tui.app import DueCourse

PANES = ("findings", "tree", "try", "tests")
FIRST_KEY = 2
"""F2 opens the first pane."""


class Panes(Container):
    """Findings, tree, try box and tests; on a narrow screen only the one that is open is seen."""

    open_pane = PANES[0]

    @property
    def due(self) -> DueCourse:
        """The app, by its own type."""
        return cast("DueCourse", self.app)

    def compose(self) -> ComposeResult:
        """Yield the panes, empty."""
        word = self.due.word
        for name in PANES:
            with Vertical(id=name, classes="pane"):
                if name != "try":
                    yield Rows()
                    continue
                with VerticalScroll(can_focus=True):
                    yield Words(word("author.try_about"), id="trace")
                yield Prompt(word("author.type_here"))

    def rows(self, pane: str) -> Rows:
        """Return the list of a pane."""
        return self.query_one(f"#{pane} Rows", Rows)

    @property
    def prompt(self) -> Prompt:
        """The line to type a sentence on."""
        return self.query_one("#try Prompt", Prompt)

    def stale(self, on: bool, *panes: str) -> None:
        """Grey what is still of the version before, or no longer."""
        for pane in panes or PANES:
            self.query_one(f"#{pane}").set_class(on, "-stale")

    def titled(self, names: Mapping[str, str]) -> None:
        """Let the borders of the panes say their keys and names."""
        for number, name in enumerate(PANES, FIRST_KEY):
            self.query_one(f"#{name}").border_title = f"F{number} {names[name]}"

    def go_to(self, name: str) -> None:
        """Open a pane and let the keys go to it."""
        self.mark(name)
        (self.prompt if name == "try" else self.rows(name)).focus()

    def mark(self, name: str) -> None:
        """Mark a pane as the one that is open."""
        self.open_pane = name
        for pane in PANES:
            self.query_one(f"#{pane}").set_class(pane == name, "-shown")

    def holding(self, widget: Widget | None) -> str:
        """Return the pane that a widget is in, "" for none."""
        inside = widget.ancestors_with_self if widget is not None else ()
        return next((str(one.id) for one in inside if one.id in PANES), "")

    def show_findings(self, found: Findings, own: str) -> None:
        """List what was found; nothing found is said too, and whether that is the last word."""
        fine = self.due.word("author.no_findings" if found.deep else "author.deeper")
        self._fill("findings", finding_rows(found, own, self.due.language), fine)
        self.stale(not found.deep, "findings")

    def show_tree(self, version: Version, outcomes: Outcomes | None) -> None:
        """List the beats, with what no test reaches."""
        coverage = outcomes.coverage if outcomes is not None else None
        self.rows("tree").fill(tree_rows(version, coverage, self.due.language))
        self.stale(False, "tree")

    def show_tests(self, outcomes: Outcomes, version: Version, own: str) -> None:
        """List what the tests came to, or why they could not be played."""
        rows: Sequence[Row] = test_rows(outcomes, version, own, self.due.language)
        if outcomes.problem:
            rows = [Row("problem", (para(outcomes.problem, "bold $error"),))]
        self._fill("tests", rows, self.due.word("author.no_tests"))
        self.stale(False, "tests")

    def show_nothing_yet(self) -> None:
        """Say that there is no version yet that could be played."""
        for pane in ("tree", "tests"):
            self._fill(pane, (), self.due.word("author.not_yet"))

    def show_trace(self, sentence: str, trace: Trace | None, version: Version | None) -> None:
        """Show what a sentence comes to, or what the box is for."""
        shown = self.query_one("#trace", Words)
        if version is None or trace is None:
            shown.show(self.due.word("author.try_about"))
            return
        said = self.due.word("sheet.your_words", words=sentence)
        shown.show([para(said, "bold"), *trace_page(trace, version, self.due.language)])

    def _fill(self, pane: str, rows: Sequence[Row], otherwise: str) -> None:
        self.rows(pane).fill(list(rows) or [Row("none", (para(otherwise, QUIET),))])
