"""Tests (D7): that there are some, that they reach enough, and that blessed calls still go as they did."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.checks.subject import Subject
from simulator.authoring.findings.finding import Finding
from simulator.errors import CannotPlay


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what the tests of a scenario leave out."""
    page, model = subject.page, subject.model
    yield from _transcripts(subject)
    yield from _coverage(subject)
    if not model.tests:
        yield page.at_value("D705", ("id",))
        return
    missed = {name for test in model.tests.values() for step in test.steps for name in step.misses}
    for path, one in subject.responses():
        # Behaviours of the packs are tested with the packs; only own patterns are the author's risk.
        if one.kind == "breach" and one.hears and not missed.intersection((one.name, *one.behaviours)):
            yield page.at_value("D704", (*path, "breach"), {"name": one.name})


def _coverage(subject: Subject) -> Iterator[Finding]:
    """Tests and transcripts that reach less than the project asks for."""
    if not subject.coverage_floor:
        return
    from simulator.authoring.testing.coverage import covered

    reached = covered(subject.model, subject.page, subject.stage(), subject.transcripts())
    if reached.percent < subject.coverage_floor:
        details = {
            "percent": f"{reached.percent:g}",
            "floor": str(subject.coverage_floor),
            "count": str(len(reached.missing)),
        }
        yield subject.page.at_key("D706", ("tests",) if subject.model.tests else ("id",), details)


def _transcripts(subject: Subject) -> Iterator[Finding]:
    """Blessed calls in which something is decided otherwise now."""
    from simulator.authoring.testing.transcripts import differences, played

    stale = []
    for transcript in subject.transcripts():
        try:
            if differences(transcript, played(transcript, subject.stage())):
                stale.append(transcript.name)
        except CannotPlay:  # the beat that it begins at is gone
            stale.append(transcript.name)
    if stale:
        yield subject.page.at_value("D707", ("id",), {"name": ", ".join(stale)})
