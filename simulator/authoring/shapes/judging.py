"""The shapes of rubrics and rulebooks, and the plain data that scoring makes of them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scoring.evidence import COMPETENCIES
from scoring.rubric import Competency, Rubric
from scoring.rulebook import SEVERITIES, Rule, Rulebook
from simulator.authoring.shapes.fields import (
    Day,
    Format,
    MaybeText,
    ScoreEffects,
    ScoreName,
    Shape,
    Text,
    Texts,
    one_of,
    whole,
)

Points = Annotated[int, whole(0, 100)]


class TranslatedShape(Shape):
    """A text in both languages; the second may be missing where only the original counts."""

    en: Text = ""
    zh: Text = ""

    def texts(self) -> dict[str, str]:
        """Return the texts that are there, by language."""
        return {language: text for language, text in (("en", self.en), ("zh", self.zh)) if text}


class AnchorsShape(Shape):
    """Lists of texts in both languages."""

    en: Texts
    zh: Texts


class CompetencyShape(Shape):
    """One competency of a rubric."""

    weight: Points
    floor: Points
    title: TranslatedShape
    about: TranslatedShape
    anchors: AnchorsShape | None = None


class RubricShape(Shape):
    """A rubric file."""

    format: Format
    id: Text
    title: TranslatedShape
    bar: Points
    competencies: dict[ScoreName, CompetencyShape]
    provocation: Points = 1
    severities: dict[Annotated[str, one_of(*SEVERITIES)], Points] = Field(default_factory=dict)
    plan: dict[Text, Points] = Field(default_factory=dict)
    penalties: dict[Text, ScoreEffects] = Field(default_factory=dict)


class RuleShape(Shape):
    """One rule of a rulebook."""

    id: Text
    title: Text
    citation: MaybeText = ""
    confidence: MaybeText = ""
    severity: Annotated[str, one_of(*SEVERITIES)]
    source: Annotated[str, one_of("law", "policy")]
    requirement: TranslatedShape = TranslatedShape()
    behaviours: list[Text] = Field(default_factory=list)


class RulebookShape(Shape):
    """A rulebook file."""

    format: Format
    id: Text
    title: TranslatedShape
    verified_on: Day | None = None
    rules: list[RuleShape] = Field(min_length=1)


def rubric_of(shape: RubricShape, digest: str) -> Rubric:
    """Return a rubric as scoring sees it; competencies in the order of the vocabulary."""
    return Rubric(
        id=shape.id,
        title=shape.title.texts(),
        bar=shape.bar,
        competencies=tuple(
            Competency(
                name=name,
                weight=one.weight,
                floor=one.floor,
                title=one.title.texts(),
                about=one.about.texts(),
                anchors={"en": tuple(one.anchors.en), "zh": tuple(one.anchors.zh)} if one.anchors else {},
            )
            for name in COMPETENCIES
            if (one := shape.competencies.get(name))
        ),
        penalties={behaviour: dict(points) for behaviour, points in shape.penalties.items()},
        severities=dict(shape.severities),
        provocation=shape.provocation,
        plan=dict(shape.plan),
        digest=digest,
    )


def rulebook_of(shape: RulebookShape, digest: str) -> Rulebook:
    """Return a rulebook as scoring sees it, in the order of the file."""
    return Rulebook(
        id=shape.id,
        title=shape.title.texts(),
        rules=tuple(
            Rule(
                id=one.id,
                title=one.title,
                citation=one.citation,
                confidence=one.confidence,
                severity=one.severity,
                source=one.source,
                requirement=one.requirement.texts(),
                behaviours=tuple(one.behaviours),
            )
            for one in shape.rules
        ),
        digest=digest,
    )
