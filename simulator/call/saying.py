"""What can be said and when: lines with their variants by mood, and conditions on the mood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Comparison:
    """One `name op number`; `name` is a mood or "turn", `op` one of >= <= > < == !=."""

    name: str
    op: str
    number: int


Condition = tuple[Comparison, ...]
"""Comparisons that must all hold; the empty condition always holds."""


@dataclass(frozen=True, slots=True)
class Line:
    """What can be said at one place: variants by mood band, picked by the seed.

    `any` is used for a band that has none of its own.
    """

    any: tuple[str, ...] = ()
    bands: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
