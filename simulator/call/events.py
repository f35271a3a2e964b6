"""What happened in answer to a reply: the one stream that every shell shows, stores and replays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from scoring.evidence import Kind, Span


@dataclass(frozen=True, slots=True)
class Found:
    """One thing heard, as shown: name, title in the reader's language, kind, evidence and how."""

    name: str
    title: str
    kind: Kind
    span: Span
    words: str
    how: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """The file before the call: what the trainee may read before dialling."""

    scenario: str
    title: str
    text: str
    persona: str
    about: str
    account: dict[str, Any]
    authority: dict[str, Any]
    setting: dict[str, Any]
    rubric: dict[str, Any]
    turn: int = 0
    event: str = "briefing"


@dataclass(frozen=True, slots=True)
class Says:
    """The debtor speaks; `tactic` names the provocation in it, if it is one.

    `tries` names what the debtor tries instead of a plan, `learned` the facts of the household that
    were told for the first time.
    """

    turn: int
    text: str
    beat: str
    tactic: str = ""
    tries: str = ""
    learned: tuple[str, ...] = ()
    event: str = "says"


@dataclass(frozen=True, slots=True)
class HeardEvent:
    """What was heard in a reply, what came near and what scope took back; `nearest` are the three behaviours
    nearest to it beside those heard, to be offered when the trainee is asked what was meant."""

    turn: int
    text: str
    responses: tuple[Found, ...] = ()
    behaviours: tuple[Found, ...] = ()
    possibly: tuple[Found, ...] = ()
    cancelled: tuple[tuple[Found, str], ...] = ()
    steers: str = ""
    nearest: tuple[Found, ...] = ()
    event: str = "heard"


@dataclass(frozen=True, slots=True)
class BreachEvent:
    """A rule broken by this reply: `state` is what made it a breach, `say` what to say instead, `missed`
    that something was left unsaid, `again` that the same rule was broken before in this call, `coached`
    that the coach says what to say instead."""

    turn: int
    behaviour: str
    rule: str
    title: str
    citation: str
    confidence: str
    severity: str
    words: str
    state: str = ""
    say: str = ""
    missed: bool = False
    again: bool = False
    coached: bool = False
    event: str = "breach"


@dataclass(frozen=True, slots=True)
class OfferEvent:
    """Terms read in a reply and the debtor's verdict: accept, too_much, vague, counter, refuse, or ""
    outside a negotiation.

    `answer` is the entry of `negotiate` that answered, where it says more than the verdict, and `rung`
    the rung of the ladder that the terms stand on.
    """

    turn: int
    terms: dict[str, Any]
    verdict: str
    answer: str = ""
    rung: str = ""
    event: str = "offer"


@dataclass(frozen=True, slots=True)
class MoodEvent:
    """The debtor's mood after the reply, each 0 to 10, its band and the mood in words."""

    turn: int
    anger: int
    trust: int
    openness: int
    band: str
    how: str = ""
    event: str = "mood"


@dataclass(frozen=True, slots=True)
class CoachEvent:
    """What to say about the reply just given; only in practice and guided mode."""

    turn: int
    text: str
    about: str = ""
    better: str = ""
    event: str = "coach"


@dataclass(frozen=True, slots=True)
class HintEvent:
    """Help offered after two replies in a row that were not understood, or asked for."""

    turn: int
    text: str
    event: str = "hint"


@dataclass(frozen=True, slots=True)
class Ended:
    """The call is over."""

    turn: int
    ending: str
    outcome: str
    text: str
    event: str = "ended"


@dataclass(frozen=True, slots=True)
class SheetEvent:
    """The score sheet as data, last of all."""

    turn: int
    sheet: dict[str, Any] = field(default_factory=dict)
    event: str = "sheet"


Event = (
    Briefing
    | Says
    | HeardEvent
    | BreachEvent
    | OfferEvent
    | MoodEvent
    | CoachEvent
    | HintEvent
    | Ended
    | SheetEvent
)
