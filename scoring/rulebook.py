"""Rulebook: one jurisdiction's conduct rules as cited data, and which of them a turn breaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scoring.evidence import Kind, Turn

SEVERITIES = ("critical", "major", "minor")
"""From worst to mildest; a critical breach fails the call whatever the score."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One conduct rule.

    `citation` is the clause as published, empty for a house policy; `confidence` says how the
    clause was checked; `source` is "law" or "policy". `behaviours` are those that break the rule by
    words alone.
    """

    id: str
    title: str
    citation: str
    confidence: str
    severity: str
    source: str
    requirement: Mapping[str, str] = field(default_factory=dict)
    behaviours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule broken in a turn, with the words that broke it."""

    turn: int
    rule: Rule
    behaviour: str
    words: str


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules of one jurisdiction, in the order in which they claim a behaviour."""

    id: str
    title: Mapping[str, str]
    rules: tuple[Rule, ...]
    digest: str = ""

    def rule_for(self, behaviour: str) -> Rule | None:
        """Return the first rule that `behaviour` breaks by words alone, None if none does."""
        for rule in self.rules:
            if behaviour in rule.behaviours:
                return rule
        return None

    def breaches(self, turn: Turn) -> tuple[Breach, ...]:
        """Return the breaches that the words of one turn hold, one for each rule, worst first."""
        found: dict[str, Breach] = {}
        for heard in turn.heard:
            if heard.kind is not Kind.BREACH:
                continue
            named = heard.behaviours or ((heard.behaviour,) if heard.behaviour else ())
            for behaviour in named:
                rule = self.rule_for(behaviour)
                if rule is not None and rule.id not in found:
                    found[rule.id] = Breach(turn.number, rule, behaviour, heard.words)
        return tuple(sorted(found.values(), key=lambda breach: SEVERITIES.index(breach.rule.severity)))
