"""A clean text read once: every rule takes its words away, so that no later rule can use them again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

Place = tuple[int, int]


@dataclass(slots=True)
class Reading:
    """What is left of a text, and what was found in it, with places in the clean text."""

    text: str
    today: date
    amounts: list[tuple[Place, int]] = field(default_factory=list)
    dates: list[tuple[Place, date]] = field(default_factory=list)
    counts: list[tuple[Place, int]] = field(default_factory=list)
    fractions: list[tuple[Place, int]] = field(default_factory=list)
    days: list[tuple[Place, int | None]] = field(default_factory=list)
    every: list[tuple[Place, str]] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)

    def take(self, rule: re.Pattern[str], group: int | str = 0) -> Iterator[re.Match[str]]:
        """Yield the matches of a rule and blank them (or one group of them)."""
        found = list(rule.finditer(self.text))
        for match in found:
            self.blank(match.span(group))
            yield match

    def blank(self, place: Place) -> None:
        """Take a stretch away; a mark stays, so that its neighbours do not grow together."""
        start, end = place
        self.text = self.text[:start] + "\x00" * (end - start) + self.text[end:]
