"""The shapes of what a call is about: the authority, the household, and how offers are weighed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from simulator.authoring.shapes.fields import (
    Amount,
    Count,
    Days,
    Lines,
    Monthly,
    Months,
    MoodEffects,
    Names,
    ScoreEffects,
    Shape,
    Share,
    Text,
    When,
    YesNo,
    exactly_one,
    one_of,
    whole,
)
from simulator.call.bargain import FACTS, TRIES
from simulator.call.saying import Line


class AuthorityShape(Shape):
    """What the trainee may agree."""

    instalments: Count | None = None
    waive: Share = 0.0
    first_payment_within: Days | None = None
    ease: YesNo = False
    longest: Months | None = None
    first_payment: Amount | None = None
    first_share: Share | None = None


class DebtShape(Shape):
    """Another debt of the household."""

    what: Text
    amount: Monthly
    due: Annotated[int, whole(1, 31)] | None = None


class HouseholdShape(Shape):
    """The debtor's month."""

    income: Monthly
    essentials: Monthly
    payday: Annotated[int, whole(1, 31)] | None = None
    second_payday: Annotated[int, whole(1, 31)] | None = None
    at_hand: Amount | None = None
    debts: list[DebtShape] = Field(default_factory=list)
    no_payment_now: YesNo | None = None


class RevealShape(Shape):
    """What asking brings out."""

    on: Names = Field(min_length=1)
    says: Text
    tells: list[Annotated[str, one_of(*FACTS)]] = Field(default_factory=list)
    when: When = Field(default=(), alias="if")
    guarded: Text = ""


class BargainShape(Shape):
    """What the debtor does with one kind of offer."""

    says: Lines
    goto: Text | None = None
    mood: MoodEffects = Field(default_factory=dict)
    score: ScoreEffects = Field(default_factory=dict)
    after: Annotated[int, whole(1, 20)] = 1
    when: When = Field(default=(), alias="if")


class RefusalShape(BargainShape):
    """A mood in which no offer is answered; without its condition every offer would be refused."""

    when: When = Field(alias="if")


class KeepsBackShape(Shape):
    """What the debtor does not speak of."""

    share: Share
    when: When = Field(default=(), alias="if")


class TryShape(Shape):
    """What the debtor tries instead of a plan; what kind it is, is its first key."""

    leaves: Lines | None = None
    borrows: Lines | None = None
    relative: Lines | None = None
    asks_discount: Lines | None = None
    share: Share = 0.0
    after: Annotated[int, whole(1, 20)] = 2
    when: When = Field(default=(), alias="if")
    goto: Text | None = None
    mood: MoodEffects = Field(default_factory=dict)
    score: ScoreEffects = Field(default_factory=dict)

    @property
    def kind(self) -> str:
        """Which of the TRIES this is."""
        return exactly_one(self.__dict__, TRIES)

    @property
    def says(self) -> Line:
        """What is said."""
        said: Line = self.__dict__[self.kind]
        return said

    @model_validator(mode="after")
    def _one_kind(self) -> TryShape:
        exactly_one(self.__dict__, TRIES)
        return self


class NegotiationShape(Shape):
    """How offers are weighed."""

    accept: BargainShape
    too_much: BargainShape
    vague: BargainShape
    counter: BargainShape | None = None
    how_much: BargainShape | None = None
    when: BargainShape | None = None
    how_often: BargainShape | None = None
    later: BargainShape | None = None
    all_at_once: BargainShape | None = None
    again: BargainShape | None = None
    refuse: RefusalShape | None = None
    cornered: BargainShape | None = None
    proposes: BargainShape | None = None
    keeps_back: KeepsBackShape | None = None
    tries: list[TryShape] = Field(default_factory=list)
