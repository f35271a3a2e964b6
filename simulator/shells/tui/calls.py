"""The list of calls on the home screen: two lines each, with the best score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.shells.tui.page import QUIET
from simulator.text import cells, clip, pad

if TYPE_CHECKING:
    from simulator.authoring.cards import ScenarioCard
    from simulator.records import Recorded
    from simulator.shells.tui.home import HomeScreen


class CallList(OptionList):
    """All calls that pass the filters; tells the home screen which one is under the cursor."""

    def __init__(self) -> None:
        super().__init__(id="calls", markup=False)
        self._cards: tuple[ScenarioCard, ...] = ()
        self._calls: Sequence[Recorded] = ()

    @property
    def home(self) -> HomeScreen:
        """The screen it stands on."""
        return cast("HomeScreen", self.screen)

    def fill(self, cards: Sequence[ScenarioCard], calls: Sequence[Recorded]) -> None:
        """List `cards`, keeping the cursor on the same call where that is still listed."""
        before = self._under()
        self._cards, self._calls = tuple(cards), calls
        self.clear_options()
        self.add_options([Option(self._entry(card), id=card.id) for card in self._cards])
        if self._cards:
            ids = [card.id for card in self._cards]
            self.highlighted = ids.index(before) if before in ids else 0

    def on_resize(self, event: events.Resize) -> None:
        """Lay the entries out anew."""
        if self._cards:
            self.fill(self._cards, self._calls)

    def scores(self, scenario: str) -> list[int]:
        """Return the overall scores of the finished calls of a scenario."""
        sheets = [call.sheet for call in self._calls if call.scenario == scenario and call.sheet]
        return [int(sheet["overall"]) for sheet in sheets if sheet["overall"] is not None]

    @property
    def card(self) -> ScenarioCard | None:
        """The call under the cursor."""
        at = self.highlighted
        return self._cards[at] if at is not None and at < len(self._cards) else None

    def _under(self) -> str:
        return self.card.id if self.card is not None else ""

    def _entry(self, card: ScenarioCard) -> Content:
        word = self.home.due.word
        width = max(12, self.scrollable_content_region.width - 2)
        scores = self.scores(card.id)
        best = str(max(scores)) if scores else ""
        title = pad(clip(card.title, width - cells(best) - 1), width - cells(best)) + best
        comma = "，" if self.home.due.language == "zh" else ", "
        facts = [word("list.level", level=card.level), word("tui.style_" + card.style), card.persona]
        return Content.assemble(title, "\n", (clip(comma.join(facts), width), QUIET))

    @on(OptionList.OptionHighlighted)
    def _highlight(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        card = next((card for card in self._cards if card.id == event.option.id), None)
        if card is None:
            return
        word, scores = self.home.due.word, self.scores(card.id)
        best = word("tui.best_of", score=max(scores), count=len(scores)) if scores else word("tui.best_none")
        self.home.show_details(card, best)

    @on(OptionList.OptionSelected)
    def _select(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.home.open(str(event.option.id))
