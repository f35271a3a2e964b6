"""The shape of a scenario file: its keys, which are needed, and what each may hold."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator, model_validator

from scoring.evidence import COMPETENCIES, Kind
from scoring.standing import ANSWERED, BEGINS, ROLES
from simulator.authoring.shapes.fields import (
    Clock,
    Day,
    Days,
    Format,
    Language,
    Lines,
    Money,
    MoodEffects,
    Names,
    ScoreEffects,
    Shape,
    Text,
    Texts,
    TextsOrNone,
    When,
    YesNo,
    exactly_one,
    one_of,
    whole,
)
from simulator.authoring.shapes.negotiation import (
    AuthorityShape,
    HouseholdShape,
    NegotiationShape,
    RevealShape,
)
from simulator.authoring.shapes.values import Misread, read_condition
from simulator.call.script import Condition

KINDS = ("good", "okay", "bad", "breach")
OUTCOMES = ("agreed", "partial", "open", "hardship", "stopped", "lost")


class AccountShape(Shape):
    """The file on the trainee's desk."""

    creditor: Text
    collector: Text
    product: Text
    balance: Money
    overdue: Days
    holder: Text = ""


class SettingShape(Shape):
    """The circumstances of the call."""

    channel: Annotated[str, one_of("phone", "sms", "email", "letter", "visit")] = "phone"
    answered_by: Annotated[str, one_of(*ANSWERED)] = "debtor"
    date: Day
    local_time: Clock
    begins: Annotated[str, one_of(*BEGINS)] = "middle"
    verified: YesNo | None = None
    verified_by: Text = ""
    role: Annotated[str, one_of(*ROLES)] = "agency"
    region: Text = ""
    attempts_today: Annotated[int, whole(0, 99)] | None = None
    connected_today: Annotated[int, whole(0, 99)] | None = None
    calls_in_7_days: Annotated[int, whole(0, 99)] | None = None
    days_since_talk: Annotated[int, whole(0, 999)] | None = None
    agreed_times: Names = Field(default_factory=list)
    given: Names = Field(default_factory=list)
    flags: Names = Field(default_factory=list)
    figures: Names = Field(default_factory=list)


class ResponseShape(Shape):
    """An entry in a beat; its kind is its first key."""

    good: Text | None = None
    okay: Text | None = None
    bad: Text | None = None
    breach: Text | None = None
    behaviours: Names = Field(default_factory=list, alias="is")
    hears: TextsOrNone = ()
    excepts: TextsOrNone = Field(default=(), alias="except")
    like: TextsOrNone = ()
    when: When = Field(default=(), alias="if")
    needs_plan: YesNo = False
    mood: MoodEffects = Field(default_factory=dict)
    score: ScoreEffects = Field(default_factory=dict)
    says: Lines | None = None
    coach: Text = ""
    better: Text = ""
    goto: Text | None = None
    reveals: Names = Field(default_factory=list)

    @property
    def kind(self) -> Kind:
        """How good it is to say this."""
        return Kind(exactly_one(self.__dict__, KINDS))

    @property
    def name(self) -> str:
        """The name that reports and tests print."""
        return str(self.__dict__[self.kind])

    @model_validator(mode="after")
    def _one_kind(self) -> ResponseShape:
        exactly_one(self.__dict__, KINDS)
        if not (self.behaviours or self.hears or self.like or self.needs_plan):
            raise Misread("D101-heard", {"name": self.name})
        return self


class BeatShape(Shape):
    """The debtor says something and listens."""

    says: Lines
    responses: list[ResponseShape] = Field(default_factory=list)
    negotiate: NegotiationShape | None = None
    otherwise: TextsOrNone = ()
    hint: Text = ""
    model: Text = ""
    reveals: Names = Field(default_factory=list)


class EndingShape(Shape):
    """Where a call stops."""

    outcome: Annotated[str, one_of(*OUTCOMES)]
    says: Lines


def _mood_checks(value: Any) -> Any:
    """Check every condition of a step's `mood`, one text or a list."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            read_condition(one)
    return [value] if isinstance(value, str) else value


class StepShape(Shape):
    """One reply of a test and what is expected of it."""

    you: Text
    hits: Names = Field(default_factory=list)
    misses: Names = Field(default_factory=list)
    possibly: Names = Field(default_factory=list)
    goes: Text | None = None
    stays: Text | None = None
    ends: Text | None = None
    mood: Annotated[list[Text], BeforeValidator(_mood_checks)] = Field(default_factory=list)
    says: Texts = ()
    steers: Text | None = None


class StartShape(Shape):
    """The state that a test begins in."""

    anger: Annotated[int, whole(0, 10)] | None = None
    trust: Annotated[int, whole(0, 10)] | None = None
    openness: Annotated[int, whole(0, 10)] | None = None
    plan: YesNo = False


class TestShape(Shape):
    """A test: its steps, and where and how it begins."""

    steps: list[StepShape] = Field(min_length=1)
    from_: Text | None = Field(default=None, alias="from")
    with_: StartShape = Field(default=StartShape(), alias="with")


def _test(value: Any) -> Any:
    """A test may be just its steps."""
    return {"steps": value} if isinstance(value, list) else value


def read_ends_when(value: Any) -> tuple[Condition, str]:
    """Read `condition: ending`."""
    if not isinstance(value, dict) or len(value) != 1:
        raise Misread("D403-ends", {"part": value if isinstance(value, str) else "…"})
    ((condition, ending),) = value.items()
    if not isinstance(ending, str):
        raise Misread("D103", {"expected": "@a_text", "found": "@a_block"}, (condition,))
    if not ending:
        raise Misread("D104", at=(condition,))
    try:
        return read_condition(condition), ending
    except Misread as problem:
        raise Misread(problem.key, problem.details, (condition, "[key]")) from None


EndsWhen = Annotated[tuple[Condition, str], PlainValidator(read_ends_when)]


class ScenarioShape(Shape):
    """A scenario file."""

    format: Format
    id: Text
    language: Language
    title: Text
    persona: Text
    jurisdiction: Annotated[str, one_of("us", "uk", "cn")]
    level: Annotated[int, whole(1, 4)]
    practises: list[Annotated[str, one_of(*COMPETENCIES)]] = Field(min_length=1)
    briefing: Text
    account: AccountShape
    call: SettingShape
    authority: AuthorityShape = AuthorityShape()
    household: HouseholdShape | None = None
    reveals: list[RevealShape] = Field(default_factory=list)
    turn_limit: Annotated[int, whole(1, 200)] = 30
    start: Text
    ends_when: list[Annotated[tuple[Condition, str], PlainValidator(read_ends_when)]] = Field(
        default_factory=list
    )
    always: list[ResponseShape] = Field(default_factory=list)
    beats: dict[Text, BeatShape] = Field(min_length=1)
    endings: dict[Text, EndingShape] = Field(min_length=1)
    tests: dict[Text, Annotated[TestShape, BeforeValidator(_test)]] = Field(default_factory=dict)
