"""The plain shell: one line per event, a label before each speaker, nothing redrawn.

It is the shell for pipes, scripts and screen readers; with JSON it prints one event per line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING

from simulator.call import as_dict
from simulator.call.events import (
    BreachEvent,
    Briefing,
    CoachEvent,
    Ended,
    Event,
    HeardEvent,
    HintEvent,
    MoodEvent,
    OfferEvent,
    Says,
    SheetEvent,
)
from simulator.catalogue import t
from simulator.shells.meaning import meanings, questionable
from simulator.shells.printing import say
from simulator.shells.session import Session, titles
from simulator.shells.standing import state_words
from simulator.shells.trial import Trial
from simulator.shells.wording import file_lines, found_words, mood_words, offer_words, sheet_lines
from simulator.text import clean

if TYPE_CHECKING:
    from simulator.shells.watching import Watched

COMMANDS = ("help", "hint", "why", "undo", "score", "meant", "quit")


class Plain:
    """Plays one session over two streams."""

    def __init__(
        self,
        session: Session,
        language: str,
        source: IO[str],
        sink: IO[str],
        as_json: bool = False,
        watched: Watched | None = None,
    ) -> None:
        self._session = session
        self._watched = watched
        self._language = language
        self._source = source
        self._sink = sink
        self._json = as_json
        self._heard: HeardEvent | None = None
        self._held: list[Event] = []
        self._asks = not as_json and source.isatty()

    def run(self, events: Iterable[Event]) -> None:
        """Show `events` and then play until the call ends; the end of input is a hang-up."""
        if not self._json:
            self._say(t("plain.first_line", self._language))
        self._show(events)
        while not self._session.call.ended:
            text = self._read()
            if text is None:
                self._show(self._session.hang_up())
                return
            self._look()
            if not text.strip():
                continue
            if text.lstrip().startswith(("/", "／")) and not self._json:
                self._obey(text.strip().lstrip("/／").strip().lower())
                continue
            if not self._json and not self._asks:
                self._say(f"{t('plain.you', self._language)}: {clean(text).strip()}")
            self._show(self._session.reply(text))

    def _look(self) -> None:
        """When the file was saved, go on with the new version, or say why not; before a reply is answered."""
        if self._watched is None or not self._watched.changed() or not isinstance(self._session, Trial):
            return
        from simulator.shells.watching import after_save  # needs YAML, which a plain call does not

        before = self._session.call.state.said
        news = after_save(self._session, self._watched.load(), self._language)
        said = self._session.call.state.said
        if self._json:
            self._say(
                json.dumps({"event": "saved", "broken": news.broken, "text": list(news.lines), "says": said})
            )
            return
        for line in news.lines:
            self._say(f"* {line}")
        if said != before:
            self._say(f"* {t('watch.now_says', self._language)}: {said}")
        self._heard = None

    def _read(self) -> str | None:
        if self._asks:
            self._sink.write(f"{t('plain.you', self._language)}: ")
            self._sink.flush()
        line = self._source.readline()
        return line.rstrip("\r\n") if line else None

    def _obey(self, name: str) -> None:
        language, call = self._language, self._session.call
        if name in ("quit", "q"):
            self._show(self._session.hang_up())
        elif name == "help":
            self._say(t("plain.help", language))
        elif name.split()[:1] == ["meant"] and call.mode != "exam":
            for line in self._meant(name.split()[1:]):
                self._say(line)
        elif name.split()[0:1] == ["meant"]:
            self._say(t("plain.no_exam_help", language))
        elif name not in COMMANDS:
            self._say(t("plain.unknown_command", language, name=f"/{name}"))
        elif call.mode == "exam":
            self._say(t("plain.no_exam_help", language))
        elif name == "hint":
            self._say(f"{t('plain.hint', language)}: {call.beat.hint or t('plain.no_hint', language)}")
        elif name == "undo":
            self._undo()
        elif name == "score":
            self._print_sheet(self._session.sheet())
        elif self._heard is not None:
            for line in heard_lines(self._heard, language):
                self._say(line)

    def _meant(self, chosen: list[str]) -> Iterator[str]:
        """List what the last reply may have meant, or keep which of it was."""
        language, call = self._language, self._session.call
        turn = questionable(call)
        if turn is None:
            yield t("meant.nothing_plain" if call.turns else "tui.nothing_heard_yet", language)
            return
        choices = meanings(call, turn)
        number = int(chosen[0]) if len(chosen) == 1 and chosen[0] in map(str, range(len(choices) + 1)) else -1
        if number < 0:
            yield t("meant.ask", language, words=turn.reply)
            for at, choice in enumerate(choices, 1):
                yield f"{at}: {choice.title}"
            yield f"0: {t('meant.none', language)}"
            yield t("meant.choose", language, count=len(choices))
        elif number == 0:
            yield t("meant.noted", language)
        elif self._session.misses is not None and self._session.misses.meant(
            call, turn, choices[number - 1].name
        ):
            yield t("meant.kept", language, words=turn.reply, title=choices[number - 1].title)
        else:
            yield t("unmatched.off", language)

    def _undo(self) -> None:
        if self._session.call.before is None:
            self._say(t("plain.nothing_to_undo", self._language))
            return
        self._session.undo()
        self._say(f"{t('plain.undone', self._language)}: {self._session.call.state.said}")

    def _show(self, events: Iterable[Event]) -> None:
        for event in self._told(events):
            if self._json:
                self._say(json.dumps(as_dict(event), ensure_ascii=False))
                continue
            if isinstance(event, HeardEvent):
                self._heard = event
            if isinstance(event, SheetEvent):
                self._print_sheet(event.sheet)
                continue
            for line in event_lines(event, self._session, self._language):
                self._say(line)

    def _told(self, events: Iterable[Event]) -> Iterator[Event]:
        """Yield what may be told now: in an exam, what was heard and judged waits for the end of the call."""
        for event in events:
            if self._session.call.mode == "exam" and isinstance(event, (HeardEvent, BreachEvent, OfferEvent)):
                self._held.append(event)
                continue
            if isinstance(event, Ended):
                yield from self._held
                self._held.clear()
            yield event

    def _print_sheet(self, sheet: dict[str, object]) -> None:
        self._say("")
        self._say(t("sheet.title", self._language))
        for line in sheet_lines(sheet, self._language, titles(self._session.call.stage)):
            self._say(line)

    def _say(self, line: str) -> None:
        if self._json:
            self._sink.write(line + "\n")
            self._sink.flush()
        else:
            say(self._sink, line)


def event_lines(event: Event, session: Session, language: str) -> Iterator[str]:
    """Yield what the plain shell prints for one event; what was heard is told on request only."""
    match event:
        case Briefing():
            yield event.title
            for label, text in file_lines(event, language):
                yield f"{label}: {text}" if label else text
        case Says():
            yield f"{session.call.stage.script.persona.name}: {event.text}"
        case MoodEvent():
            yield f"{t('plain.mood', language)}: {mood_words(event, language)}"
        case BreachEvent() if session.call.mode != "exam":
            clause = event.citation or t("sheet.house_policy", language)
            when = state_words(event.state, event.missed, language)
            told = f"{event.title} ({event.rule}; {clause})"
            yield f"{t('plain.breach', language)}: {told}{f' · {when}' if when else ''}"
            if event.say and not (event.again or event.coached):
                yield f"{t('plain.better', language)}: {event.say}"
        case OfferEvent() if session.call.mode != "exam":
            terms = offer_words(event, session.call.stage.script.setting.date, language)
            yield f"{t('plain.offer', language)}: {terms}"
        case CoachEvent():
            yield f"{t('plain.coach', language)}: {event.text}"
            if event.better:
                yield f"{t('plain.better', language)}: {event.better}"
        case HintEvent():
            yield f"{t('plain.hint', language)}: {event.text}"
        case Ended():
            yield (
                f"{session.call.stage.script.persona.name}: {event.text}"
                if event.ending != "you_hung_up"
                else event.text
            )
            yield f"{t('plain.ended', language)}: {t('sheet.outcome_' + event.outcome, language)}"


def heard_lines(heard: HeardEvent, language: str) -> Iterator[str]:
    """Yield why a reply was taken as it was: what was heard, what came near, what was not counted."""
    found = [*heard.responses, *heard.behaviours]
    if not found:
        yield f"{t('plain.heard', language)}: {t('plain.heard_nothing', language)}"
    for each in found:
        yield f"{t('plain.heard', language)}: {found_words(each, language)}"
    for each in heard.possibly:
        yield f"{t('plain.possibly', language)}: {found_words(each, language)}"
    for each, why in heard.cancelled:
        yield f"{t('plain.cancelled', language)}: {found_words(each, language)} ({t('why.' + why, language)})"
