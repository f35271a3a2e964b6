"""Scenario and persona as the engine sees them: plain frozen data, already checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from scoring.evidence import Kind
from scoring.plan import Authority, Household
from scoring.standing import Standing
from simulator.call.bargain import Bargain, Negotiation, Reveal
from simulator.call.saying import Comparison, Condition, Line

__all__ = [
    "BANDS",
    "MOODS",
    "TACTICS",
    "Account",
    "Advice",
    "Authority",
    "Bargain",
    "Beat",
    "Comparison",
    "Condition",
    "Ending",
    "Household",
    "Line",
    "Negotiation",
    "Persona",
    "Response",
    "Reveal",
    "Script",
    "Setting",
    "Tactic",
    "Voice",
]

BANDS = ("furious", "tense", "calm")
"""Mood bands by anger: 7 to 10, 4 to 6, 0 to 3."""
MOODS = ("anger", "trust", "openness")
TACTICS = ("insult", "interruption", "silence", "excuse")


@dataclass(frozen=True, slots=True)
class Response:
    """An entry in a beat: what it is, how it is heard and what it does."""

    name: str
    kind: Kind
    behaviours: tuple[str, ...] = ()
    hears: tuple[str, ...] = ()
    excepts: tuple[str, ...] = ()
    like: tuple[str, ...] = ()
    when: Condition = ()
    needs_plan: bool = False
    mood: Mapping[str, int] = field(default_factory=dict)
    score: Mapping[str, int] = field(default_factory=dict)
    says: Line = field(default_factory=Line)
    coach: str = ""
    better: str = ""
    goto: str | None = None
    reveals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beat:
    """The debtor says something and listens; `reveals` are facts that the law knows from then on."""

    name: str
    says: Line
    responses: tuple[Response, ...] = ()
    negotiate: Negotiation | None = None
    otherwise: tuple[str, ...] = ()
    hint: str = ""
    model: str = ""
    reveals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a call stops; `outcome` is agreed, partial, open, hardship, stopped or lost."""

    name: str
    outcome: str
    says: Line


@dataclass(frozen=True, slots=True)
class Tactic:
    """A provocation: its kind (TACTICS), lines, when, how likely (0 to 1) and how often at most."""

    kind: str
    lines: tuple[str, ...]
    when: Condition = ()
    chance: float = 1.0
    at_most: int = 1


@dataclass(frozen=True, slots=True)
class Voice:
    """How a person talks in one mood band; `how` is the mood in words."""

    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    how: str = ""


@dataclass(frozen=True, slots=True)
class Persona:
    """The debtor: temperament, mood at the start, voice, tactics and limits."""

    id: str
    language: str
    name: str
    style: str
    about: str
    mood: Mapping[str, int]
    feels: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    voice: Mapping[str, Voice] = field(default_factory=dict)
    reacts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    otherwise: tuple[str, ...] = ()
    asks_meaning: tuple[str, ...] = ()
    tactics: tuple[Tactic, ...] = ()
    limits: Mapping[str, int] = field(default_factory=dict)
    hangs_up: tuple[str, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """The file on the trainee's desk; `balance` in minor units of `currency` (ISO code).

    `holder` is the name of who owes it where somebody else answers, else empty.
    """

    creditor: str
    collector: str
    product: str
    balance: int
    currency: str
    overdue_days: int
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """The circumstances of the call: channel, who answers, the day and the debtor's clock; `standing` is
    what the law needs to know of it at the start."""

    channel: str
    answered_by: str
    date: date
    local_time: str
    standing: Standing = field(default_factory=Standing)


@dataclass(frozen=True, slots=True)
class Script:
    """A scenario ready to be played, with its persona.

    `no_payment` says whether this debtor should promise nothing now; None leaves it to the household.
    """

    id: str
    language: str
    title: str
    jurisdiction: str
    level: int
    practises: tuple[str, ...]
    briefing: str
    persona: Persona
    account: Account
    setting: Setting
    authority: Authority
    household: Household | None
    start: str
    beats: Mapping[str, Beat]
    endings: Mapping[str, Ending]
    always: tuple[Response, ...] = ()
    reveals: tuple[Reveal, ...] = ()
    ends_when: tuple[tuple[Condition, str], ...] = ()
    turn_limit: int = 30
    no_payment: bool | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """What a behaviour is called and what to say about it, in the language of the call."""

    title: str
    about: str = ""
    coach: str = ""
    better: str = ""
