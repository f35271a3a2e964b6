"""What did you mean? Replies that were not understood, and what the trainee says they meant, for the trainer.

Nothing here changes a call or a score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from scoring.evidence import Turn
from simulator.call import Call
from simulator.call.understanding import understand
from simulator.errors import Unreadable
from simulator.paths import user_data
from simulator.records.unmatched import Unmatched, UnmatchedLog, masked

MOST = 3
"""How many meanings are offered."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a reply may have meant: a response of its beat or a behaviour, and its title."""

    name: str
    title: str


def questionable(call: Call) -> Turn | None:
    """Return the last reply if it was not understood, or only perhaps; None when there is nothing to ask."""
    last = call.turns[-1] if call.turns else None
    return last if last is not None and last.reply and not last.understood else None


def meanings(call: Call, turn: Turn) -> tuple[Meaning, ...]:
    """Return the three things that a reply came nearest to: what it perhaps was, then the behaviours it
    is most like, then what its beat listens for."""
    before = call
    while len(before.turns) >= turn.number and before.before is not None:
        before = before.before
    return tuple(_nearest(before, turn.reply))[:MOST]


def _nearest(call: Call, text: str) -> Iterator[Meaning]:
    hearing = understand(call, text).hearing
    own = {response.name: response for response in call.stage.responses(call.beat)}
    advice = call.stage.advice
    said: set[str] = set()
    for name in (*(match.name for match in (*hearing.possibly, *hearing.ranked)), *own):
        response = own.get(name)
        behaviours = set(response.behaviours) if response is not None else {name}
        if name in said or (behaviours and behaviours <= said):  # the same thing under another name
            continue
        said |= {name, *behaviours}
        yield Meaning(name, advice[name].title if name in advice else name)


class Misses:
    """Keeps what was not understood in the calls of one trainee, when that is switched on.

    Of an `author` only what was meant is kept: sentences to try a scenario with are no trainee's replies.
    """

    def __init__(
        self,
        log: UnmatchedLog,
        trainee: str,
        author: bool = False,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._log = log
        self._trainee = trainee
        self._author = author
        self._today = today
        self._said: dict[int, Unmatched] = {}

    @classmethod
    def usual(cls, trainee: str, author: bool = False) -> Misses:
        """Return the one that keeps in this person's data folder."""
        return cls(UnmatchedLog(user_data()), trainee, author)

    @property
    def on(self) -> bool:
        """Whether anything is kept."""
        return self._log.on

    def missed(self, call: Call) -> None:
        """Keep the last reply if it was not understood; the call goes on when it cannot be kept."""
        turn = questionable(call)
        if turn is not None and self.on and not self._author:
            with suppress(Unreadable):  # a full disk must not stop the call
                self._put(call, turn, "")

    def meant(self, call: Call, turn: Turn, name: str) -> bool:
        """Keep what a reply was meant as, in place of what was kept of it; returns whether it is kept.

        Raises Unreadable when it cannot be.
        """
        if not self.on:
            return False
        if (before := self._said.get(turn.number)) is not None and before.reply == turn.reply:
            self._log.forget([replace(before, reply=masked(before.reply, self._names(call)))])
        self._put(call, turn, name)
        return True

    def _put(self, call: Call, turn: Turn, name: str) -> None:
        script = call.stage.script
        row = Unmatched(script.id, script.language, turn.beat, turn.reply, str(self._today()), name)
        self._log.keep(row, self._names(call))
        self._said[turn.number] = row

    def _names(self, call: Call) -> tuple[str, ...]:
        account, persona = call.stage.script.account, call.stage.script.persona
        return (persona.name, account.holder, self._trainee, account.collector, account.creditor)
