"""The shape of a rubric, and the plain data that scoring makes of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scoring.evidence import COMPETENCIES
from scoring.rubric import Competency, Rubric
from scoring.rulebook import SEVERITIES
from simulator.authoring.shapes.fields import (
    Format,
    ScoreEffects,
    ScoreName,
    Shape,
    Text,
    Texts,
    one_of,
    whole,
)
from simulator.authoring.shapes.rulebook import TranslatedShape

Points = Annotated[int, whole(0, 100)]


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
