"""Rubric: what the competencies weigh, where the bars are and what a fault costs; shown before the call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Competency:
    """One thing a trainee is judged on.

    `weight` is its share of the overall score (any unit), `floor` the score from 0 to 100 below
    which the call is not passed. `title`, `about` and `anchors` are texts per language; anchors say
    what a strong, a fair and a weak call looks like, in that order.
    """

    name: str
    weight: int
    floor: int
    title: Mapping[str, str]
    about: Mapping[str, str]
    anchors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rubric:
    """How a call is judged.

    `bar` is the overall score from 0 to 100 that passes. `penalties` give the points, per
    competency, that a bad or breach behaviour takes when the scenario does not price it.
    `severities` give the compliance points that a broken rule takes (critical, major, minor).
    `provocation` is what a calm reply to a provocation earns in patience. `plan` gives the points
    of each check of scoring.judgement, and what its LOSSES take: a promise that will be broken, one
    that nobody was allowed to make.
    """

    id: str
    title: Mapping[str, str]
    bar: int
    competencies: tuple[Competency, ...]
    penalties: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    severities: Mapping[str, int] = field(default_factory=dict)
    provocation: int = 1
    plan: Mapping[str, int] = field(default_factory=dict)
    digest: str = ""

    def competency(self, name: str) -> Competency:
        """Return the competency called `name`; KeyError if the rubric has none."""
        for competency in self.competencies:
            if competency.name == name:
                return competency
        raise KeyError(name)
