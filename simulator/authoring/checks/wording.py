"""Coaching and wording (D5): what a trainee is told, how long a line is, what should not be in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.authoring.checks.private import private_data
from simulator.authoring.checks.subject import Portrait, Subject
from simulator.authoring.checks.texts import texts
from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.page import Page

LONGEST = {"en": 200, "zh": 90}
"""Letters that a debtor says in one breath; more is a speech, and nobody reads it in a call."""

_SPOKEN = {
    *("says", "otherwise", "asks_meaning", "hangs_up", "opens", "closes", "reacts"),
    *("insult", "excuse", "silence", "interruption"),
}
_UNDONE = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX)\b|(?:^|(?<=[\s:：\"'“]))[?？]{3,}(?=[\"'”]?$)|待补|待定稿|待填|待写"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what a trainee would miss, and what should not be in a scenario."""
    yield from _coaching(subject)
    yield from _beats(subject)
    yield from _everywhere(subject.page, subject.model.language)


def check_portrait(portrait: Portrait) -> Iterator[Finding]:
    """Yield what should not be in a persona."""
    yield from _everywhere(portrait.page, portrait.model.language)


def _coaching(subject: Subject) -> Iterator[Finding]:
    """A fault that nobody explains: neither its own `coach`, nor that of a behaviour that it is."""
    for path, one in subject.responses():
        if one.kind in ("bad", "breach") and not one.coach and not one.behaviours:
            yield subject.page.at_value("D501", (*path, str(one.kind)), {"name": one.name})


def _beats(subject: Subject) -> Iterator[Finding]:
    page = subject.page
    said: dict[str, str] = {}
    for name, beat in subject.model.beats.items():
        where = ("beats", name)
        if not beat.hint:
            yield page.at_key("D502", where, {"name": name})
        if not beat.model:
            yield page.at_key("D503", where, {"name": name})
        if not beat.otherwise and not subject.script.persona.otherwise:
            yield page.at_key("D508", where, {"name": name})
        for path, line in texts(page, (*where, "says")):
            first = said.setdefault(_bare(line), name)
            if first != name and _bare(line):
                yield page.at_value("D505", path, {"name": first})


def _bare(line: str) -> str:
    """A line without what is only written: spaces, signs, stage directions. One word is no repetition."""
    words = re.sub(r"[（(][^（）()]*[）)]", "", line).casefold()
    words = re.sub(r"[^\w\s]", "", words).strip()
    return words if len(words.split()) > 2 or len(re.findall(r"[\u4e00-\u9fff]", words)) > 4 else ""


def _everywhere(page: Page, language: str) -> Iterator[Finding]:
    for path, line in texts(page):
        if len(line) > LONGEST[language] and "tests" not in path and _SPOKEN.intersection(map(str, path)):
            details = {"count": str(len(line)), "limit": str(LONGEST[language])}
            yield page.at_value("D504", path, details)
    for number, written in enumerate(page.lines):
        if found := _UNDONE.search(written.rstrip()):
            yield page.finding("D506", number, found.start(), found.end(), {"word": found[0]})
        for start, end, kind in private_data(written):
            yield page.finding("D507", number, start, end, {"kind": kind})
