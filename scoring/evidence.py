"""What happened in a call, as frozen data: the only thing that scoring ever looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from scoring.acts import Said
from scoring.plan import Authority, Household, Offer

COMPETENCIES = ("patience", "empathy", "compliance", "plan")


class Kind(StrEnum):
    """How good it is to say a thing; declared from worst to best, which is the order of steering."""

    BREACH = "breach"
    BAD = "bad"
    OKAY = "okay"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a reply, in characters of the reply as it was typed: `reply[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heard:
    """One response or behaviour recognised in one reply, with the words that were its evidence.

    `name` is the response's name in its beat, or the behaviour's id when no response of the beat
    claimed it. `how` is "pattern", "example" (similarity to a bank sentence), "offer" (the terms
    against the file) or "state" (the law judged with the state of the call). `because` is the
    pattern, the nearest example or the rule that decided. `points` is what the scenario gives for
    it, per competency; a behaviour outside the beat has none, and the rubric prices it.
    """

    name: str
    kind: Kind
    span: Span
    words: str
    how: str
    because: str = ""
    behaviour: str | None = None
    behaviours: tuple[str, ...] = ()
    sureness: float = 1.0
    points: Mapping[str, int] = field(default_factory=dict)
    coach: str = ""
    better: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange: what the debtor had said, what the trainee replied and what was heard in it.

    `offered` is the best that any one response of the beat gives, per competency: the points that
    were there to be earned. `provocation` names the tactic (insult, interruption, silence, excuse)
    that the debtor had just played, if any. `possibly` came near, and never counts.

    `offer` are the terms read in the reply, `act` how they were put (offer, asks, demand, recap) and
    `offer_words` the words of it; `verdict` is the debtor's answer (accept, too_much, vague, counter,
    differs, "" for none) and `counter` what the debtor proposed instead, or first. `law` is the state
    of the call before the reply and what only a rulebook listens for in it.
    """

    number: int
    beat: str
    says: str
    reply: str
    heard: tuple[Heard, ...] = ()
    possibly: tuple[Heard, ...] = ()
    offered: Mapping[str, int] = field(default_factory=dict)
    provocation: str = ""
    offer: Offer | None = None
    understood: bool = True
    model: str = ""
    act: str = ""
    offer_words: str = ""
    verdict: str = ""
    counter: Offer | None = None
    law: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class CallFacts:
    """A whole call as scoring sees it.

    `balance` is in minor units (cents, fen). `plan` is what was agreed, None when nothing was.
    `outcome` is the ending's: agreed, partial, open, hardship, stopped, lost. `proposed_by_debtor` says that
    the amount came from the debtor's side after being asked; `recapped` that the agreed terms were
    repeated and confirmed. `agreed_turn` is the turn in which the plan was accepted, 0 without one.
    `left_at` are the terms that stood on the table, accepted or not, when nothing was agreed.
    `no_payment_is_right` says that this debtor should promise nothing now; None leaves it to the
    household. `cornered` that the debtor said yes only because they were pressed.
    """

    turns: tuple[Turn, ...]
    ending: str
    outcome: str
    balance: int
    currency: str
    authority: Authority
    household: Household | None
    plan: Offer | None = None
    plan_on_offer: bool = False
    proposed_by_debtor: bool = False
    recapped: bool = False
    agreed_turn: int = 0
    left_at: Offer | None = None
    no_payment_is_right: bool | None = None
    cornered: bool = False

    @property
    def hardship(self) -> bool:
        """Whether no payment now is the right outcome of this call."""
        if self.no_payment_is_right is not None:
            return self.no_payment_is_right
        return self.household is not None and self.household.in_distress
