"""The talk: every event of a call as a bubble, under the reply that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.containers import VerticalScroll

from simulator.call import Call
from simulator.call.events import (
    BreachEvent,
    CoachEvent,
    Ended,
    Event,
    HeardEvent,
    HintEvent,
    OfferEvent,
    Says,
)
from simulator.catalogue import t
from simulator.shells.standing import state_words
from simulator.shells.tui.bubble import Bubble
from simulator.shells.tui.page import QUIET, Para, para
from simulator.shells.wording import labelled, offer_words

JOINED = ("-coach", "-debtor", "-hint")


def standing(events: Iterable[Event], turns: int) -> list[Event]:
    """Return the events of a call of `turns` replies that were not taken back.

    A reply that follows an undo has the number of the one that it replaces.
    """
    kept: list[Event] = []
    for event in events:
        if isinstance(event, HeardEvent):
            kept = [each for each in kept if each.turn < event.turn]
        kept.append(event)
    return [event for event in kept if event.turn <= turns]


class Talk(VerticalScroll, can_focus=False):
    """What was said, newest at the bottom and in view."""

    def __init__(self, call: Call, language: str) -> None:
        super().__init__(id="bubbles")
        self._exam = call.mode == "exam"
        self._language = language
        self._bubbles: list[Bubble] = []
        self._drafting = False
        self._about(call)

    def _about(self, call: Call) -> None:
        self._person = call.stage.script.persona.name
        self._today = call.stage.script.setting.date

    def tell_again(self, call: Call, events: Iterable[Event]) -> None:
        """Tell a call from its beginning; bubbles that say what they said before stay as they are."""
        self._about(call)
        before, self._bubbles, self._drafting = self._bubbles, [], True
        self.tell(events)
        after, self._drafting = self._bubbles, False
        same = 0
        while same < min(len(before), len(after)) and before[same].says_as(after[same]):
            same += 1
        for bubble in before[same:]:
            bubble.remove()
        self._bubbles = [*before[:same], *after[same:]]
        self.mount(*after[same:])
        self.anchor()

    def on_mount(self) -> None:
        """Keep the newest in view."""
        self.anchor()

    @property
    def said(self) -> list[tuple[str, str]]:
        """Return (speaker, words) of every bubble."""
        return [(bubble.speaker, "\n".join(each.text for each in bubble.body)) for bubble in self._bubbles]

    def tell(self, events: Iterable[Event]) -> None:
        """Add what happened."""
        for event in events:
            self._tell(event)

    def _tell(self, event: Event) -> None:
        language = self._language
        match event:
            case HeardEvent():
                self.add(event.turn, "-you", t("plain.you", language), [para(event.text)])
            case Says():
                self.add(event.turn, "-debtor", self._person, [para(event.text)])
            case OfferEvent() if not self._exam:
                terms = offer_words(event, self._today, language)
                if terms:
                    self.add(
                        event.turn,
                        "-coach",
                        t("plain.coach", language),
                        [para(t("tui.offer", language, terms=terms))],
                    )
            case BreachEvent() if not self._exam:
                clause = event.citation or t("sheet.house_policy", language)
                body = [
                    para(f"{event.title} {t('sheet.your_words', language, words=event.words)}"),
                    para(f"{event.rule}  {clause}", QUIET),
                ]
                if when := state_words(event.state, event.missed, language):
                    body.insert(1, para(when))
                if event.say and not (event.again or event.coached):
                    body.append(para(labelled(t("plain.better", language), event.say, language), "bold"))
                self.add(event.turn, "-breach", t("plain.breach", language), body)
            case CoachEvent() if not self._exam:
                body = [para(event.text)]
                if event.better:
                    body.append(para(labelled(t("plain.better", language), event.better, language), "bold"))
                self.add(event.turn, "-coach", t("plain.coach", language), body)
            case HintEvent() if not self._exam:
                self.add(event.turn, "-hint", t("plain.hint", language), [para(event.text)])
            case Ended():
                self._end(event)
            case _:
                pass

    def _end(self, event: Ended) -> None:
        language = self._language
        outcome = para(t("sheet.outcome_" + event.outcome, language))
        if event.ending == "you_hung_up":
            self.add(event.turn, "-note", t("plain.ended", language), [para(event.text), outcome])
            return
        self.add(event.turn, "-debtor", self._person, [para(event.text)])
        self.add(event.turn, "-note", t("plain.ended", language), [outcome])

    def add(self, turn: int, kind: str, speaker: str, body: Sequence[Para]) -> None:
        """Add a bubble; what one speaker says in one turn stands in one, and a hint is not given twice."""
        last = self._bubbles[-1] if self._bubbles else None
        if last is not None and (last.turn, last.kind) == (turn, kind) and kind in JOINED:
            if kind != "-hint" or tuple(body) != last.body:
                last.more(body)
        else:
            bubble = Bubble(turn, kind, speaker, body)
            self._bubbles.append(bubble)
            if not self._drafting:
                self.mount(bubble)
        if not self._drafting:
            self.anchor()

    def take_back(self, turns: int) -> None:
        """Remove what belongs to the replies after the first `turns`."""
        gone = [bubble for bubble in self._bubbles if bubble.turn > turns]
        self._bubbles = [bubble for bubble in self._bubbles if bubble.turn <= turns]
        for bubble in gone:
            bubble.remove()
        self.anchor()
