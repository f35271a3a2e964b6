"""How a debtor deals with offers, as a scenario writes it: plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.call.saying import Condition, Line

BROAD = {
    "accept": "accept",
    "too_much": "too_much",
    "vague": "vague",
    "counter": "counter",
    "how_much": "vague",
    "when": "vague",
    "how_often": "vague",
    "later": "counter",
    "all_at_once": "too_much",
    "again": "too_much",
    "refuse": "refuse",
    "cornered": "accept",
    "proposes": "counter",
}
"""Every answer to an offer that `negotiate` may hold, and the verdict on the offer that it stands for."""
ANSWERS = tuple(BROAD)
TRIES = ("leaves", "borrows", "relative", "asks_discount")
"""What a debtor may try instead of a plan: to go without a date, to pay with a new loan or with
somebody else's money, to have a part of the debt given up."""
FACTS = ("income", "essentials", "spare", "debts", "payday", "at_hand")
"""What can be learned about a household, and what stands in braces for it."""


@dataclass(frozen=True, slots=True)
class Bargain:
    """What the debtor does with one kind of offer: `after` is the number of such offers before it is
    used, `when` what must hold."""

    says: Line
    goto: str | None = None
    mood: Mapping[str, int] = field(default_factory=dict)
    score: Mapping[str, int] = field(default_factory=dict)
    after: int = 1
    when: Condition = ()


@dataclass(frozen=True, slots=True)
class KeepsBack:
    """The share (0 to 1) of what is left of a month that the debtor does not speak of while `when` holds."""

    share: float
    when: Condition = ()


@dataclass(frozen=True, slots=True)
class Try:
    """What the debtor tries once in a negotiating beat, from the reply number `after` there on.

    `kind` is one of TRIES. `goto`, `mood` and `score` are of a trainee who takes it; `share` is the
    part of the balance (0 to 1) that `asks_discount` asks for.
    """

    kind: str
    says: Line
    goto: str | None = None
    mood: Mapping[str, int] = field(default_factory=dict)
    score: Mapping[str, int] = field(default_factory=dict)
    after: int = 2
    when: Condition = ()
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Negotiation:
    """How offers are weighed in a beat: an entry for each answer, the first three always there.

    An answer that has no entry is given in other words: a question for what is missing by `vague`, an
    offer made again or all at once by `too_much`, a date before payday by the words of the language.
    """

    accept: Bargain
    too_much: Bargain
    vague: Bargain
    counter: Bargain | None = None
    how_much: Bargain | None = None
    when: Bargain | None = None
    how_often: Bargain | None = None
    later: Bargain | None = None
    all_at_once: Bargain | None = None
    again: Bargain | None = None
    refuse: Bargain | None = None
    cornered: Bargain | None = None
    proposes: Bargain | None = None
    keeps_back: KeepsBack | None = None
    tries: tuple[Try, ...] = ()

    def entry(self, name: str) -> Bargain | None:
        """Return the entry for one of ANSWERS, None where the file has none."""
        found: Bargain | None = getattr(self, name, None)
        return found if name in ANSWERS else None


@dataclass(frozen=True, slots=True)
class Reveal:
    """What asking brings out: said once, one at a time, when one of `on` (behaviours) is heard.

    `tells` are the FACTS in it. While `when` does not hold, `guarded` is said instead and nothing is told.
    """

    on: tuple[str, ...]
    says: str
    tells: tuple[str, ...] = ()
    when: Condition = ()
    guarded: str = ""
