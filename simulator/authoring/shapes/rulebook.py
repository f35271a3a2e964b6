"""The shape of a rulebook file: one jurisdiction's rules, or a firm's changes to one."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from scoring.rulebook import SEVERITIES
from scoring.standing import NOTICES
from simulator.authoring.shapes.fields import (
    Day,
    Language,
    MaybeText,
    Names,
    Shape,
    Text,
    Texts,
    TextsOrNone,
    YesNo,
    exactly_one,
    one_of,
    reads,
)
from simulator.authoring.shapes.values import Misread

_TURNS = re.compile(r"(\d{1,2})(?: turns?)?")
DEADLINES = ("within", "before")


class TranslatedShape(Shape):
    """A text in both languages; the second may be missing where only the original counts."""

    en: Text = ""
    zh: Text = ""

    def texts(self) -> dict[str, str]:
        """Return the texts that are there, by language."""
        return {language: text for language, text in (("en", self.en), ("zh", self.zh)) if text}


def _translated(value: Any) -> Any:
    """Take one text for the same in both languages."""
    return {"en": value, "zh": value} if isinstance(value, str) else value


def _turns(text: str) -> int:
    found = _TURNS.fullmatch(text.strip())
    if not found or not 0 < int(found[1]) <= 30:
        raise Misread("D114", {"value": text, "form": "2 turns"})
    return int(found[1])


def _format(text: str) -> str:
    if text.strip() not in ("1", "2"):
        raise Misread("D107", {"value": text})
    return text.strip()


Title = Annotated[TranslatedShape, BeforeValidator(_translated)]
Severity = Annotated[str, one_of(*SEVERITIES)]
Turns = Annotated[int, reads(_turns)]


class WordingShape(Shape):
    """What a rule listens for: behaviours and groups by name, and wordings of its own."""

    any_: Names = Field(default_factory=list, alias="any")
    hears: TextsOrNone = ()
    excepts: TextsOrNone = Field(default=(), alias="except")
    like: TextsOrNone = ()


class GroupShape(WordingShape):
    """Acts under one name."""


def _group(value: Any) -> Any:
    """A group may be just its names."""
    return {"any": value} if isinstance(value, (list, str)) else value


class BanShape(WordingShape):
    """What breaks a rule."""

    with_: Names = Field(default_factory=list, alias="with")
    when: TextsOrNone = ()
    unless: TextsOrNone = ()
    unless_says: Names = Field(default_factory=list)
    sum: Annotated[str, one_of("wrong", "any")] = ""
    only: Annotated[str, one_of("possible")] = ""
    because: TranslatedShape = TranslatedShape()
    severity: Severity = ""
    say: TranslatedShape = TranslatedShape()

    @model_validator(mode="after")
    def _decides(self) -> BanShape:
        if not (self.any_ or self.hears or self.like):
            raise Misread("D821-words")
        return self


class DutyShape(WordingShape):
    """What a rule asks for."""

    within: Turns | None = None
    before: Names | None = None
    after: Names = Field(default_factory=list)
    when: TextsOrNone = ()
    unless: TextsOrNone = ()
    given: Annotated[str, one_of(*NOTICES)] = ""
    opening: YesNo = False
    because: TranslatedShape = TranslatedShape()
    severity: Severity = ""
    say: TranslatedShape = TranslatedShape()

    @model_validator(mode="after")
    def _decides(self) -> DutyShape:
        if not (self.any_ or self.hears or self.like):
            raise Misread("D821-words")
        exactly_one(self.__dict__, DEADLINES)
        return self


class RuleShape(Shape):
    """One rule."""

    id: Text
    name: Text = ""
    title: Title
    requirement: TranslatedShape = TranslatedShape()
    citation: MaybeText = ""
    status: MaybeText = ""
    confidence: MaybeText = ""
    source: Annotated[str, one_of("law", "policy")]
    severity: Severity
    checked: Day | None = None
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    applies: TextsOrNone = ()
    not_applicable: TextsOrNone = ()
    behaviours: list[Text] = Field(default_factory=list)
    forbids: list[BanShape] = Field(default_factory=list)
    requires: list[DutyShape] = Field(default_factory=list)
    yields_to: Names = Field(default_factory=list)
    mends: Names = Field(default_factory=list)
    say: TranslatedShape = TranslatedShape()
    see: Names = Field(default_factory=list)
    replaces: MaybeText = ""
    note: MaybeText = ""


class RulebookShape(Shape):
    """A rulebook file; one that `extends` another has only what differs."""

    format: Annotated[str, reads(_format)]
    id: Text
    extends: Annotated[str, one_of("cn", "us", "uk")] | None = None
    language: Language = "en"
    title: Title
    checked: Day | None = None
    verified_on: Day | None = None
    early_exit: TextsOrNone = ()
    lists: dict[Text, Texts] = Field(default_factory=dict)
    groups: dict[Text, Annotated[GroupShape, BeforeValidator(_group)]] = Field(default_factory=dict)
    facts: dict[Text, TranslatedShape] = Field(default_factory=dict)
    severities: dict[Text, Severity] = Field(default_factory=dict)
    off: Names = Field(default_factory=list)
    rules: list[RuleShape] = Field(default_factory=list)

    @model_validator(mode="after")
    def _has_rules(self) -> RulebookShape:
        if not self.rules and self.extends is None:
            raise Misread("D104", at=("rules",))
        return self
