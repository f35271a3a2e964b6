"""A clean text read once: every rule takes its words away, so that no later rule can use them again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from scoring.evidence import Span
from simulator.hearing.hearing import Sum, When
from simulator.hearing.rule import Rule

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many payments, and how often when the words say so ("over six months")."""

    value: int
    span: Span
    every: str | None = None


@dataclass(slots=True)
class Reading:
    """What is left of a text, and what was found in it, with places in the clean text.

    `whole` is the text before anything was taken, `han` and `latin` which scripts it has. `unclear` are
    words that could mean two things, `nows` the dates that are only "now".
    """

    whole: str
    today: date
    han: bool
    latin: bool
    text: str = ""
    sums: list[Sum] = field(default_factory=list)
    times: list[When] = field(default_factory=list)
    counts: list[Counted] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    nows: set[Span] = field(default_factory=set)

    def take(self, rule: Rule, group: int | str = 0) -> Iterator[re.Match[str]]:
        """Yield the matches of a rule and blank them (or one group of them)."""
        if not rule.may_match(self.text):
            return
        for match in list(rule.finditer(self.text)):
            self.blank(*match.span(group))
            yield match

    def blank(self, start: int, end: int) -> None:
        """Take a stretch away; a mark stays, so that its neighbours do not grow together."""
        self.text = self.text[:start] + "\x00" * (end - start) + self.text[end:]
