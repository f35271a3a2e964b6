"""The call as a value: everything it stands on, everything that has happened, and the call before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scoring.evidence import Turn
from scoring.plan import Offer
from scoring.rubric import Rubric
from scoring.rulebook import Rulebook
from simulator.call.mood import Mood
from simulator.call.script import Advice, Beat, Response, Script

if TYPE_CHECKING:
    from simulator.hearing import Ear, Listening

MODES = ("practice", "guided", "exam")
"""practice: coached after every turn; guided: with the hint of each beat as well; exam: nothing."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What a call is played with and never changes: the script, the ear, the law and the rubric.

    `advice` maps behaviours to their titles and coaching, `digests` names the exact data. The
    listening of each beat is compiled once and kept.
    """

    script: Script
    ear: Ear
    rubric: Rubric
    rulebook: Rulebook
    advice: Mapping[str, Advice] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    engine: str = ""
    _listening: dict[str, Listening] = field(default_factory=dict, compare=False, repr=False)

    def listening(self, beat: Beat) -> Listening:
        """Return what is listened for in `beat`, compiled."""
        from simulator.hearing import Target

        if beat.name not in self._listening:
            targets = tuple(
                Target(each.name, each.kind, each.behaviours, each.hears, each.excepts, each.like)
                for each in self.responses(beat)
            )
            account, persona = self.script.account, self.script.persona
            names = (persona.name, account.creditor, account.collector)
            self._listening[beat.name] = self.ear.listening(targets, names)
        return self._listening[beat.name]

    def responses(self, beat: Beat) -> tuple[Response, ...]:
        """Return the responses of `beat`, then those of the whole scenario that it does not name itself."""
        own = {response.name for response in beat.responses}
        return (*beat.responses, *(each for each in self.script.always if each.name not in own))


@dataclass(frozen=True, slots=True)
class State:
    """Where the call stands.

    `terms` are all the offers so far put together, `agreed` what the debtor accepted and
    `agreed_turn` when, `countered` what the debtor proposed, `bid` that the trainee has named an
    amount. `misses` counts replies in a row that were not understood, `stuck` replies in a row that
    left the call where it was, `hinted` that a hint was given since. `provocation` is the tactic
    that the next reply answers. `ended` is the ending's name.
    """

    beat: str
    mood: Mood
    said: str
    misses: int = 0
    stuck: int = 0
    hinted: bool = False
    refusals: Mapping[str, int] = field(default_factory=dict)
    terms: Offer = field(default_factory=Offer)
    agreed: Offer | None = None
    countered: Offer | None = None
    agreed_turn: int = 0
    bid: bool = False
    asked_first: bool = False
    proposed_by_debtor: bool = False
    recapped: bool = False
    bargained: bool = False
    revealed: frozenset[str] = frozenset()
    moved: frozenset[tuple[str, str]] = frozenset()
    tactics: tuple[str, ...] = ()
    provocation: str = ""
    ended: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One conversation: the stage, the dice, what has happened and, for undo, the call one reply ago."""

    stage: Stage
    seed: int
    mode: str
    state: State
    turns: tuple[Turn, ...] = ()
    before: Call | None = field(default=None, compare=False, repr=False)

    @property
    def ended(self) -> bool:
        """Whether the call is over; it then stays as it is."""
        return bool(self.state.ended)

    @property
    def beat(self) -> Beat:
        """The beat whose line the trainee answers now."""
        return self.stage.script.beats[self.state.beat]
