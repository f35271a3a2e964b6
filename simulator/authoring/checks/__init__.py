"""The deep checks of a scenario that can be played: one module for each family of codes.

A family is a module with `check(subject) -> Iterator[Finding]`. They run in `duecourse check` and in the
trainer's screen, never when a call is started. To add one: write the module, import it, add it to FAMILIES.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import ModuleType

from simulator.authoring.checks import (
    conduct,
    flow,
    languages,
    listening,
    numbers,
    patterns_use,
    probes,
    tests,
    wording,
)
from simulator.authoring.checks.subject import Portrait, Subject
from simulator.authoring.findings.finding import Finding

FAMILIES = (
    flow,
    listening,
    patterns_use,
    probes,
    numbers,
    wording,
    languages,
    tests,
    conduct,
)
WITHOUT_PERSONA = tuple(family for family in FAMILIES if family not in (flow, numbers, conduct))
"""The families that tell the truth whoever answers: moods, limits and style are the person's."""


def run(subject: Subject, families: Iterable[ModuleType] = FAMILIES) -> Iterator[Finding]:
    """Yield what the families find in a scenario."""
    for family in families:
        yield from family.check(subject)


def run_portrait(portrait: Portrait) -> Iterator[Finding]:
    """Yield what is found in a persona."""
    yield from flow.check_portrait(portrait)
    yield from wording.check_portrait(portrait)
    yield from languages.check_portrait(portrait)


__all__ = ["FAMILIES", "WITHOUT_PERSONA", "Portrait", "Subject", "run", "run_portrait"]
