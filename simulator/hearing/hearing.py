"""What hearing takes and what it answers: plain frozen data, shared by every room above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from scoring.evidence import Kind, Span

if TYPE_CHECKING:
    from simulator.hearing.replies import Labelled


@dataclass(frozen=True, slots=True)
class Phrases:
    """One behaviour in one language, as its phrase file says it."""

    behaviour: str
    kind: Kind
    title: str
    about: str
    coach: str = ""
    better: str = ""
    hears: tuple[str, ...] = ()
    excepts: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PhraseBank:
    """All phrase files of one language, the shared word lists and the digest of their content.

    `replies` are labelled replies to learn from; None stands for those of the language, if the bank knows
    every behaviour.
    """

    language: str
    phrases: tuple[Phrases, ...]
    lists: Mapping[str, tuple[str, ...]]
    digest: str = ""
    replies: tuple[Labelled, ...] | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """One response that a beat listens for: its behaviours, own patterns and own examples.

    A `bare` one is only words: it is found wherever they stand, denied or quoted or not.
    """

    name: str
    kind: Kind
    behaviours: tuple[str, ...] = ()
    hears: tuple[str, ...] = ()
    excepts: tuple[str, ...] = ()
    like: tuple[str, ...] = ()
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """One target or behaviour found in a reply.

    `name` is a Target's name, or a behaviour's id; `behaviour` is the pack that found it, if one
    did. `span` and `words` are the evidence in the reply as typed. `how` is "pattern" or "example";
    `because` the pattern or the nearest example; `sureness` 0 to 1, rounded to 3 places.
    """

    name: str
    kind: Kind
    span: Span
    words: str
    how: str
    because: str
    behaviour: str | None = None
    sureness: float = 1.0


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A match that scope took back, why ("negated", "quoted", "attributed", "asked", "except") and the
    words that did it."""

    match: Match
    why: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A number with the place where it was read: money in minor units, counts and percent plain."""

    value: int
    span: Span


@dataclass(frozen=True, slots=True)
class Day:
    """A date with the place where it was read."""

    value: date
    span: Span


@dataclass(frozen=True, slots=True)
class Sum:
    """Money as it was said: an amount in minor units (None: "a few hundred"), the upper end of a range,
    whether only about so much, a share of the balance in thousandths, or a word for an amount of the
    file (`whole`: "balance", "rest", "minimum")."""

    amount: int | None
    span: Span
    upto: int | None = None
    approx: bool = False
    share: int | None = None
    whole: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A time as it was said: a date or "payday", or how often (as in scoring.plan.MONTHLY, "payday" or
    "once") with its day of the month (31: the last) or weekday (0: Monday). All None: vague."""

    span: Span
    on: date | Literal["payday"] | None = None
    every: str | None = None
    day: int | None = None
    weekday: int | None = None
    by: bool = False

    @property
    def vague(self) -> bool:
        """Whether no calendar could take it ("next week")."""
        return self.on is None and self.every is None


@dataclass(frozen=True, slots=True)
class Leg:
    """One payment, or a row of equal ones: what is paid (as in Sum), how many times, how often, from when.

    With a `count`, an `amount` is one payment, a `share` or a `whole` all of them together. `by` says that
    `on` is a deadline.
    """

    amount: int | None = None
    upto: int | None = None
    approx: bool = False
    share: int | None = None
    whole: str = ""
    count: int | None = None
    every: str | None = None
    day: int | None = None
    weekday: int | None = None
    on: date | Literal["payday"] | None = None
    by: bool = False
    span: Span = field(default_factory=lambda: Span(0, 0))


@dataclass(frozen=True, slots=True)
class SaidOffer:
    """Terms as one reply puts them: what is done with them, whose they are, and the payments in order.

    `act` is "offer" (proposed or set), "asks" (could the debtor?), "demand", "past" (already paid), "recap"
    (agreed or offered before) or "none" (figures that are no offer); `who` "collector" or "debtor";
    `condition` that it hangs on an if; `waive` in thousandths of the balance, `waive_amount` in minor
    units, `eases` that interest or fees are eased without a figure.
    """

    act: str
    who: str
    legs: tuple[Leg, ...]
    span: Span
    condition: bool = False
    waive: int | None = None
    waive_amount: int | None = None
    eases: bool = False
    method: str | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """Every amount, date, count and frequency in a reply, in reading order.

    `amounts` in minor units, `fractions` of the balance in thousandths, `every` as in
    scoring.plan.MONTHLY or "once", `day` the recurring day of the month, `unclear` what could mean
    two things and should be asked about. `money` and `times` are the same as they were said, with ranges,
    shares and vague ones; `offers` what the reply does with them, alternatives in order.
    """

    amounts: tuple[Value, ...] = ()
    dates: tuple[Day, ...] = ()
    counts: tuple[Value, ...] = ()
    fractions: tuple[Value, ...] = ()
    every: str | None = None
    day: int | None = None
    method: str | None = None
    unclear: tuple[str, ...] = ()
    money: tuple[Sum, ...] = ()
    times: tuple[When, ...] = ()
    offers: tuple[SaidOffer, ...] = ()


@dataclass(frozen=True, slots=True)
class Hearing:
    """Everything that one reply was heard to say.

    `responses` are the targets of the beat that were heard, in file order; `behaviours` every
    behaviour of the packs that was heard, worst kind first; `possibly` what came near (never
    scores), best first, at most three; `cancelled` what scope took back; `ranked` the three behaviours
    nearest to what was said beside those heard, however far, for the question what was meant.
    """

    reply: str
    tokens: tuple[str, ...] = ()
    responses: tuple[Match, ...] = ()
    behaviours: tuple[Match, ...] = ()
    possibly: tuple[Match, ...] = ()
    cancelled: tuple[Cancelled, ...] = ()
    ranked: tuple[Match, ...] = ()
    terms: Terms = Terms()
    question: bool = False

    @property
    def offers(self) -> tuple[SaidOffer, ...]:
        """Return what the reply puts on the table, asks for, recalls or confirms, in order."""
        return self.terms.offers
