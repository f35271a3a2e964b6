"""The shape of a persona file: its keys, which are needed, and what each may hold."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from simulator.authoring.shapes.fields import (
    Format,
    Language,
    MoodEffects,
    MoodLevels,
    Shape,
    Share,
    Text,
    Texts,
    TextsOrNone,
    When,
    exactly_one,
    one_of,
    whole,
)
from simulator.authoring.shapes.values import Misread
from simulator.call.script import MOODS, TACTICS

STYLES = ("angry", "evasive", "hardship", "rights", "third_party")


class VoiceShape(Shape):
    """How a person talks in one mood band."""

    opens: TextsOrNone = ()
    closes: TextsOrNone = ()
    how: Text = ""


class VoicesShape(Shape):
    """A voice for each mood band."""

    furious: VoiceShape
    tense: VoiceShape
    calm: VoiceShape


class TacticShape(Shape):
    """A provocation; what kind it is, is its first key."""

    insult: Texts | None = None
    interruption: Texts | None = None
    silence: Texts | None = None
    excuse: Texts | None = None
    when: When = ()
    chance: Share = 1.0
    at_most: Annotated[int, whole(1, 50)] = 1

    @property
    def kind(self) -> str:
        """Which of the TACTICS this is."""
        return exactly_one(self.__dict__, TACTICS)

    @property
    def lines(self) -> tuple[str, ...]:
        """What is said."""
        return tuple(self.__dict__[self.kind])

    @model_validator(mode="after")
    def _one_kind(self) -> TacticShape:
        exactly_one(self.__dict__, TACTICS)
        return self


class PersonaShape(Shape):
    """A persona file."""

    format: Format
    id: Text
    language: Language
    name: Text
    style: Annotated[str, one_of(*STYLES)]
    about: Text
    mood: MoodLevels
    feels: dict[Text, MoodEffects] = Field(default_factory=dict)
    voice: VoicesShape | None = None
    reacts: dict[Text, Texts] = Field(default_factory=dict)
    otherwise: TextsOrNone = ()
    asks_meaning: TextsOrNone = ()
    tactics: list[TacticShape] = Field(default_factory=list)
    limits: MoodLevels = Field(default_factory=dict)
    hangs_up: TextsOrNone = ()

    @model_validator(mode="after")
    def _whole_mood(self) -> PersonaShape:
        if missing := [name for name in MOODS if name not in self.mood]:
            raise Misread("D101", {"key": ", ".join(missing)}, ("mood",))
        return self
