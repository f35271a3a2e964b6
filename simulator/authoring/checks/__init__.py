"""The deep checks of a scenario that can be played: one module for each family of codes.

A family is a module with `check(subject) -> Iterator[Finding]`. They run in `duecourse check` and in the
trainer's screen, never when a call is started. To add one: write the module, import it, add it to FAMILIES.
"""

from __future__ import annotations

from collections.abc import Iterator

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


def run(subject: Subject) -> Iterator[Finding]:
    """Yield what every family finds in a scenario."""
    for family in FAMILIES:
        yield from family.check(subject)


def run_portrait(portrait: Portrait) -> Iterator[Finding]:
    """Yield what is found in a persona."""
    yield from wording.check_portrait(portrait)
    yield from languages.check_portrait(portrait)


__all__ = ["FAMILIES", "Portrait", "Subject", "run", "run_portrait"]
