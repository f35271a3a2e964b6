"""The call as a value: everything it stands on, everything that has happened, and the call before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scoring.evidence import Turn
from scoring.plan import Offer
from scoring.rubric import Rubric
from scoring.rulebook import Rulebook
from scoring.standing import Standing
from simulator.call.mood import Mood
from simulator.call.rules import listened
from simulator.call.script import Advice, Beat, Response, Script

if TYPE_CHECKING:
    from simulator.call.legal import Keep, LawEar, Learnt
    from simulator.hearing import Ear, Listening

MODES = ("practice", "guided", "exam")
"""practice: coached after every turn; guided: with the hint of each beat as well; exam: nothing."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What a call is played with and never changes: the script, the ear, the law and the rubric.

    `advice` maps behaviours to their titles and coaching, `digests` names the exact data, `keep` is where
    what takes long to compile is kept between two calls, `learnt` what a rulebook suspects. The listening
    of each beat is compiled once.
    """

    script: Script
    ear: Ear
    rubric: Rubric
    rulebook: Rulebook
    advice: Mapping[str, Advice] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    engine: str = ""
    keep: Keep | None = None
    learnt: Learnt | None = None
    _listening: dict[str, Listening] = field(default_factory=dict, compare=False, repr=False)
    _law: dict[str, LawEar] = field(default_factory=dict, compare=False, repr=False)

    def listening(self, beat: Beat) -> Listening:
        """Return what is listened for in `beat`, compiled."""
        from simulator.hearing import Target

        if beat.name not in self._listening:
            targets = tuple(
                Target(each.name, each.kind, each.behaviours, each.hears, each.excepts, each.like)
                for each in self.responses(beat)
            )
            account, persona = self.script.account, self.script.persona
            names = (persona.name, account.holder, account.creditor, account.collector)
            self._listening[beat.name] = self.ear.listening(targets, names)
        return self._listening[beat.name]

    def law(self) -> LawEar:
        """Return what hears the wordings of the rulebook, compiled once."""
        from simulator.call.legal import LawEar, made_now

        if "" not in self._law:
            account = self.script.account
            firms = {"creditor": account.creditor, "collector": account.collector}
            names = (self.script.persona.name, account.holder)
            home = self.script.household
            month = (home.income, home.essentials, home.spare) if home is not None else ()
            self._law[""] = LawEar(
                self.rulebook, self.ear, firms, names, self.keep or made_now, frozenset(month), self.learnt
            )
        return self._law[""]

    def responses(self, beat: Beat) -> tuple[Response, ...]:
        """Return everything that `beat` listens for, its own first."""
        return listened(self.script, beat)


@dataclass(frozen=True, slots=True)
class State:
    """Where the call stands.

    `terms` are all the offers so far put together, `agreed` what the debtor accepted and `agreed_turn`
    when, `cornered` that it was more than they can keep, `countered` what the debtor proposed, `bid`
    that the trainee has named an amount. `least` is the burden of the smallest offer that was too much,
    `pressed` in how many replies the debtor was pressed, `named` the parts of the agreed plan that were
    said back. `revealed` are the numbers of the entries of `reveals` that were told, `known` the facts of
    the household that the trainee has learned. `tried` are the tries (beat, number) that were played,
    `asking` the one that the next reply answers, `here` how many replies this beat has had. `misses`
    counts replies in a row that were not understood, `stuck` replies in a row that left the call where
    it was, `hinted` that a hint was given since. `provocation` is the tactic that the next reply
    answers. `standing` is what the law knows of the call. `ended` is the ending's name.
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
    cornered: bool = False
    least: int | None = None
    pressed: int = 0
    named: frozenset[str] = frozenset()
    revealed: frozenset[int] = frozenset()
    known: tuple[str, ...] = ()
    tried: frozenset[tuple[str, int]] = frozenset()
    asking: tuple[str, int] | None = None
    here: int = 0
    moved: frozenset[tuple[str, str]] = frozenset()
    tactics: tuple[str, ...] = ()
    provocation: str = ""
    standing: Standing = field(default_factory=Standing)
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
