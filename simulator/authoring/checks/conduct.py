"""Conduct (D8): what a scenario teaches must itself be lawful, and must leave a way to help."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.checks.subject import Subject
from simulator.authoring.findings.finding import Finding
from simulator.call.rules import SUCCESS

HELPING = (*SUCCESS, "partial")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield where a scenario would teach the wrong thing."""
    yield from _models(subject)
    page, model = subject.page, subject.model
    if subject.script.persona.style == "hardship" and not any(
        ending.outcome in HELPING for ending in model.endings.values()
    ):
        yield page.at_key("D803", ("endings",))
    penalties = subject.stage().rubric.penalties
    for path, one in subject.responses():
        priced = any(penalties.get(name, {}).get("compliance", 0) < 0 for name in one.behaviours)
        lost = one.score.get("compliance", 0)
        if one.kind == "breach" and lost >= 0 and (one.score or not priced):
            yield page.at_value("D804", (*path, "breach"), {"name": one.name})


def _models(subject: Subject) -> Iterator[Finding]:
    """A model answer that is itself a breach: it is shown to trainees as excellent."""
    for name, beat in subject.model.beats.items():
        if not beat.model:
            continue
        hearing = subject.hear(name, beat.model)
        for match in (*hearing.responses, *hearing.behaviours):
            if match.kind == "breach":
                yield subject.page.at_value(
                    "D802", ("beats", name, "model"), {"name": match.name, "words": match.words}
                )
                break
