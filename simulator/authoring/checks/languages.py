"""Languages (D6): the same call in both, each written in its own, with digits that are digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.authoring.checks.subject import Portrait, Subject
from simulator.authoring.checks.texts import texts
from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.page import Page
from simulator.authoring.reading.tree import Path
from simulator.authoring.shapes.scenario import ScenarioShape
from simulator.call.bargain import ANSWERS

_SAID = {
    *("says", "otherwise", "hint", "model", "coach", "better", "like", "briefing", "title", "you"),
    *("asks_meaning", "hangs_up", "reacts", "opens", "closes", "about"),
}
_NUMBERS = {
    *("format", "level", "balance", "overdue", "instalments", "waive", "first_payment_within"),
    *("income", "essentials", "payday", "date", "local_time", "turn_limit", "after", "at_most", "chance"),
    *("mood", "score", "limits", "feels", "with", "if", "when"),
}
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_WIDE_DIGITS = re.compile(r"[０-９＋－．％]+")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what the language versions of a scenario do not share, and words of another language."""
    yield from _written(subject.page, subject.model.language)
    folder = subject.file.resolve().parent.name
    if not subject.siblings and folder == subject.model.language:
        other = "zh" if folder == "en" else "en"
        yield subject.page.at_value("D602", ("id",), {"other": other})
    for _, sibling in subject.siblings:
        yield from _compared(subject.page, subject.model, sibling)


def check_portrait(portrait: Portrait) -> Iterator[Finding]:
    """Yield words of another language in a persona."""
    yield from _written(portrait.page, portrait.model.language)


def _written(page: Page, language: str) -> Iterator[Finding]:
    for path, text in texts(page):
        if _SAID.intersection(map(str, path)) and _foreign(text, language):
            yield page.at_value("D603", path, {"language": language})
        if _NUMBERS.intersection(map(str, path[-2:])) and (found := _WIDE_DIGITS.search(text)):
            yield page.at_value("D605", path, {"digits": found[0]})


def _foreign(text: str, language: str) -> bool:
    """Whether a text is clearly of the other language: a name or a single word is not enough."""
    chinese, latin = len(_CHINESE.findall(text)), _LATIN_WORD.findall(re.sub(r"\{[^}]*\}", "", text))
    if language == "en":
        return chinese >= 4 and chinese > 2 * len(latin)
    return not chinese and len(latin) >= 3


def _compared(page: Page, model: ScenarioShape, other: ScenarioShape) -> Iterator[Finding]:
    """What one version has and the other has not; a text is never compared."""
    told = {"other": other.language}
    both = {*model.beats} & {*other.beats}
    if 2 * len(both) < max(len(model.beats), len(other.beats)):
        counts = {"count": str(len(both)), "mine": str(len(model.beats)), "theirs": str(len(other.beats))}
        yield page.at_value("D601-other", ("id",), {**told, **counts})
        return

    def differs(key: str, path: Path, **details: str) -> Finding:
        return page.at_key(key, path, {**told, **details})

    for part in ("beats", "endings"):
        mine, theirs = getattr(model, part), getattr(other, part)
        for name in mine:
            if name not in theirs:
                yield differs("D601", (part, name), name=name)
        if missing := [name for name in theirs if name not in mine]:
            yield differs("D601-missing", (part,), name=", ".join(missing))
    if model.start != other.start:
        yield page.at_value("D601-value", ("start",), {**told, "value": other.start})
    for name, ending in model.endings.items():
        if name in other.endings and other.endings[name].outcome != ending.outcome:
            outcome = other.endings[name].outcome
            yield page.at_value("D601-value", ("endings", name, "outcome"), {**told, "value": outcome})
    for name, beat in model.beats.items():
        twin = other.beats.get(name)
        if twin is None:
            continue
        if (beat.negotiate is None) != (twin.negotiate is None):
            yield differs("D601-negotiate", ("beats", name), name=name)
        places = {*both, *model.endings} - {name}
        ways = [_ways(one) & places for one in (beat, twin)]
        if ways[0] != ways[1]:
            only = ", ".join(sorted(ways[0] ^ ways[1]))
            yield differs("D601-ways", ("beats", name), name=name, ways=only)


def _ways(beat: object) -> set[str]:
    """Where a beat can lead, itself left out."""
    responses = getattr(beat, "responses", ())
    negotiate = getattr(beat, "negotiate", None)
    bargains = [getattr(negotiate, one, None) for one in ANSWERS]
    bargains += getattr(negotiate, "tries", ())
    return {str(getattr(one, "goto", None) or "") for one in (*responses, *bargains) if one is not None}
