"""Home: choose a call by level, by debtor and by what it practises; go on with an unfinished one.

Nothing heavy is imported here: the list arrives after the first paint.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen

from simulator.errors import DueCourseError
from simulator.shells.tui.bubble import Words
from simulator.shells.tui.keybar import Key, KeyBar
from simulator.shells.tui.page import HEADING, QUIET, Para, para
from simulator.shells.tui.plans import Plan
from simulator.text import cells

if TYPE_CHECKING:
    from simulator.authoring.cards import ScenarioCard
    from simulator.shells.tui.app import DueCourse
    from simulator.shells.tui.calls import CallList
    from simulator.shells.tui.shelf import Stock

FILTERS = ("level", "style", "practises")


class HomeScreen(Screen[None]):
    """The first screen; `waits` when another one is about to be opened over it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", show=False),
        Binding("f2", "filter('level')", show=False),
        Binding("f3", "filter('style')", show=False),
        Binding("f4", "filter('practises')", show=False),
        Binding("f5", "resume", show=False),
        Binding("f7", "author", show=False),
        Binding("escape", "app.quit", show=False),
    ]

    def __init__(self, waits: bool = False) -> None:
        super().__init__()
        self._waits = waits
        self._stock: Stock | None = None
        self._told = False
        self._chosen: dict[str, str] = dict.fromkeys(FILTERS, "")

    @property
    def due(self) -> DueCourse:
        """The app, by its own type."""
        return cast("DueCourse", self.app)

    def compose(self) -> ComposeResult:
        """Yield the title, the filters, the place for the calls and their details, and the keys."""
        word = self.due.word
        yield Words(self._title_words(), id="title")
        yield KeyBar(self._filter_keys(), id="filters")
        with Horizontal(id="choice"):
            yield Words(word("tui.loading"), id="details")
        keys = [
            Key("Enter", word("tui.key_open"), "open"),
            Key("F7", word("author.key_open"), "author", 1),
            Key("F1", word("tui.key_help"), "help"),
            Key("Esc", word("tui.key_quit"), "app.quit"),
        ]
        yield KeyBar(keys, id="keys")

    def on_mount(self) -> None:
        """Paint first, then put the furniture in and read the library."""
        self.call_after_refresh(self._furnish)

    async def _furnish(self) -> None:
        from simulator.shells.tui.calls import CallList

        await self.query_one("#choice").mount(CallList(), before="#details")
        self.query_one(CallList).focus()
        self._load()

    def on_screen_resume(self) -> None:
        """Coming back from a call, show its score."""
        if self._stock is not None:
            self._load()

    @work(thread=True, exclusive=True, group="library")
    def _load(self) -> None:
        try:
            stock = self.due.shelf.stock()
        except DueCourseError as error:
            self.app.call_from_thread(self.due.tell, error)
            return
        self.app.call_from_thread(self._loaded, stock)
        self.due.shelf.warm_up()

    def _loaded(self, stock: Stock) -> None:
        self._stock = stock
        self._list()
        alone = self.app.screen is self and not self._waits  # a call being opened will say so itself
        if stock.problem is not None and alone and not self._told:
            self._told = True
            self.due.tell(stock.problem)

    @property
    def calls(self) -> CallList:
        """The list of calls."""
        from simulator.shells.tui.calls import CallList

        return self.query_one(CallList)

    def _list(self) -> None:
        self.query_one("#filters", KeyBar).show(self._filter_keys())
        if self._stock is None:
            return
        self.calls.fill(self._shown(), self._stock.calls)
        if not self.calls.option_count:
            self.query_one("#details", Words).show(self.due.word("tui.nothing"))

    def _shown(self) -> list[ScenarioCard]:
        level, style, practises = (self._chosen[name] for name in FILTERS)
        return [
            card
            for card in (self._stock.cards if self._stock else ())
            if (not level or str(card.level) == level)
            and (not style or card.style == style)
            and (not practises or practises in card.practises)
        ]

    def show_details(self, card: ScenarioCard, best: str) -> None:
        """Show what the call under the cursor is about."""
        word = self.due.word
        comma = "、" if self.due.language == "zh" else ", "
        rows = [
            (word("tui.level"), str(card.level)),
            (word("tui.style"), word("tui.style_" + card.style)),
            (word("tui.practises"), comma.join(word(f"tui.practises_{name}") for name in card.practises)),
            (word("tui.best"), best),
        ]
        column = 2 + max(cells(label) for label, _ in rows)
        self.query_one("#details", Words).show(
            [
                para(card.title, "bold"),
                para(f"{card.persona}{'。' if self.due.language == 'zh' else '. '}{card.about}"),
                para(""),
                *(para(text, label=label, label_style=QUIET, indent=column) for label, text in rows),
                para(""),
                para(card.briefing),
            ]
        )

    def action_open(self) -> None:
        """Open the call under the cursor."""
        self.calls.action_select()

    def open(self, scenario: str) -> None:
        """Go to the briefing."""
        self.due.open(Plan(scenario))

    def action_resume(self) -> None:
        """Go on with the newest unfinished call."""
        self.due.open(Plan(None, resume=""))

    def action_author(self) -> None:
        """Open the trainer's screen for the call under the cursor."""
        from simulator.shells.tui.calls import CallList

        card = self.calls.card if self.query(CallList) else None
        if card is not None:
            from simulator.shells.tui.author import AuthorScreen

            self.app.push_screen(AuthorScreen(Path(card.path)))

    def action_filter(self, name: str) -> None:
        """Show the next value of a filter: all, then each that there is."""
        cards = self._stock.cards if self._stock else ()
        values = {
            value
            for card in cards
            for value in (card.practises if name == "practises" else [str(getattr(card, name))])
        }
        options = ["", *sorted(values)]
        at = options.index(self._chosen[name]) if self._chosen[name] in options else 0
        self._chosen[name] = options[(at + 1) % len(options)]
        self._list()

    def action_help(self) -> None:
        """Explain this screen."""
        from simulator.shells.tui.notes import HelpScreen

        self.app.push_screen(HelpScreen("home"))

    def opening(self, on: bool) -> None:
        """Say that a call is being opened: the first time, compiling the ear takes some seconds."""
        self._waits = on
        self.query_one("#title", Words).show(self._title_words())

    def _title_words(self) -> list[Para]:
        word = self.due.word
        beside = (word("tui.opening"), "$accent") if self._waits else (word("tui.slogan"), QUIET)
        return [Para((("Due Course", HEADING), ("   ", ""), beside))]

    def _filter_keys(self) -> list[Key]:
        word, keys = self.due.word, []
        colon = "：" if self.due.language == "zh" else ": "
        for rank, name in enumerate(FILTERS):
            value = self._chosen[name]
            shown = (
                word("tui.all") if not value else value if name == "level" else word(f"tui.{name}_{value}")
            )
            keys.append(
                Key(f"F{rank + 2}", f"{word('tui.' + name)}{colon}{shown}", f"filter('{name}')", rank + 1)
            )
        waiting = sum(call.ended is None for call in self._stock.calls) if self._stock else 0
        if waiting:
            keys.append(Key("F5", word("tui.resume_count", count=waiting), "resume"))
        return keys
