"""Probes (D309): what a bad response or a breach hears, denied, promised never, quoted, asked, and said
under a condition or after a kindness; the right answer to each is known.

Only sentences that can be said are tried: a pattern is put into a frame that its first word fits, and
no further when it is not heard in the plainest one.
"""

from __future__ import annotations

from collections.abc import Iterator

from scoring.evidence import Kind
from simulator.authoring.checks.listening import samples
from simulator.authoring.checks.spoken import Frame, spoken
from simulator.authoring.checks.subject import Subject
from simulator.authoring.findings.finding import Finding
from simulator.authoring.shapes.scenario import ResponseShape

_EACH = 2
"""Sentences that are tried for each pattern."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the patterns of bad responses and breaches that go the wrong way in a frame."""
    for path, one in subject.responses():
        if one.kind not in (Kind.BAD, Kind.BREACH):
            continue
        beat = str(path[1]) if path[0] == "beats" else subject.model.start
        told: set[int] = set()
        for number, text in samples(one, subject.script.language, _EACH):
            if number in told:
                continue
            for probe, frame in probes(text, subject.script.language):
                if _hears(subject, beat, one, frame.text.format("…")):
                    continue  # the frame's own words are enough for this pattern
                right = _hears(subject, beat, one, probe) == frame.heard
                if frame.name == "plain" and not right:
                    break  # nobody would say it like this, or something else hears it
                if not right:
                    told.add(number)
                    key = "D309-missed" if frame.heard else "D309"
                    details = {"name": one.name, "probe": probe, "frame": f"@frame_{frame.name}"}
                    yield subject.page.at_value(key, (*path, "hears", number), details)
                    break


def probes(text: str, language: str) -> Iterator[tuple[str, Frame]]:
    """Yield what is tried for a sentence that a pattern stands for, the plainest first."""
    words = spoken(language)
    verb = words.future.sub("", text, count=1) if words.future.match(text) else text
    own = words.negators.search(text.lower()) is not None  # its negation is part of what it hears
    if words.verbs.match(verb) and not own:
        frames = words.does
    else:
        verb, frames = text, words.says
    for frame in frames:
        sentence = frame.text.format(verb)
        yield sentence[:1].upper() + sentence[1:], frame


def _hears(subject: Subject, beat: str, one: ResponseShape, text: str) -> bool:
    """Whether an own pattern of a response hears this; what a pack hears is tried with the packs."""
    return any(
        match.name == one.name and match.because in one.hears for match in subject.hear(beat, text).responses
    )
