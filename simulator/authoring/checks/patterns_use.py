"""Patterns as they are written (D304 to D306, D308, D310, D312 to D314, D316): too loose, twice, unused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scoring.evidence import Kind
from simulator.authoring.checks.listening import word_lists
from simulator.authoring.checks.playing import played
from simulator.authoring.checks.spoken import spoken
from simulator.authoring.checks.subject import Subject
from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.tree import Path
from simulator.authoring.shapes.scenario import ResponseShape
from simulator.authoring.teaching.pieces import instances, pieces
from simulator.hearing import Target
from simulator.hearing.data import lines
from simulator.hearing.normalise import normalise

SHARE = 0.02
"""A pattern that hears more than this share of sentences that mean nothing is too loose."""
ALIKE = 90
"""Phrases of different responses that are this alike (0 to 100) are nearly the same."""
ENOUGH = 3
"""Patterns that a good response should have when nothing else hears it."""
FEW = 3
"""So many common words, or Chinese characters, and no others make a pattern that hears too much."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[a-z]{4,}", re.IGNORECASE)
Own = tuple[Path, ResponseShape, str]


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is unwise in the own patterns and examples of responses."""
    written = list(_written(subject))
    for path, one, text in written:
        yield from _worded(subject, path, one, text)
    yield from _few(subject)
    yield from _twice(subject)
    yield from _unused(subject)


def _written(subject: Subject) -> Iterator[Own]:
    for path, one in subject.responses():
        for key, texts in (("hears", one.hears), ("except", one.excepts), ("like", one.like)):
            for number, text in enumerate(texts):
                yield (*path, key, number), one, text


def _worded(subject: Subject, path: Path, one: ResponseShape, text: str) -> Iterator[Finding]:
    """What one pattern or example says of itself."""
    page, language = subject.page, subject.script.language
    bare = re.sub(r"\{[^}]*\}|~[\w-]+", " ", text)
    if language == "en" and _HAN.search(bare):
        yield page.at_value("D312", path, {"language": "English"})
    elif language == "zh" and _LATIN.search(bare) and not _HAN.search(bare):
        yield page.at_value("D312-zh", path)
    if old := _traditional(bare):
        yield page.at_value("D313", path, {"signs": old})
    if path[-2] != "hears":
        return
    if _common(text, language):
        yield page.at_value("D305", path)
    elif (heard := _neutral(subject, one, text)) is not None:
        share, examples = heard
        yield page.at_value("D304", path, {"share": f"{share:.0%}", "examples": examples})
    if one.kind in (Kind.BAD, Kind.BREACH) and (found := spoken(language).negators.search(bare.lower())):
        yield page.at_value("D308", path, {"word": found[0]})


def _common(text: str, language: str) -> bool:
    """Whether a pattern is met by a word or three that stand in every other sentence, or by a single sign."""
    common, shortest = spoken(language).common, 0
    parts = pieces(text)
    for piece in parts:
        if piece[0] in "{~":
            return False
        sizes = []
        for way in instances(piece, language, {}, 40):
            words = list(way) if language == "zh" else way.lower().split()
            if all(word in common for word in words) or (len(parts) == 1 and len(way) == 1):
                sizes.append(len(words))
        if not sizes:
            return False
        shortest += min(sizes)
    return shortest <= FEW


@cache
def neutral(language: str) -> tuple[str, ...]:
    """Return the sentences shipped with the hearing that are no behaviour at all."""
    return tuple(line for line in lines(f"neutral_{language}.txt") if line)


def _neutral(subject: Subject, one: ResponseShape, text: str) -> tuple[float, str] | None:
    """Return the share of sentences that mean nothing and that a pattern hears, when it is too large."""
    language = subject.script.language
    sentences = neutral(language)
    clues = [_clues(piece, language) for piece in pieces(text)]
    likely = [
        line
        for line in sentences
        if all(any(clue in line.lower() for clue in ways) for ways in clues if ways)
    ]
    if len(likely) <= SHARE * len(sentences):
        return None  # most patterns: nobody needs to listen
    stage = subject.stage()
    listening = stage.ear.listening((Target(one.name, one.kind, (), (text,), one.excepts),))
    today = subject.script.setting.date
    heard = [line for line in likely if stage.ear.hear(line, listening, today).responses]
    share = len(heard) / len(sentences)
    return (share, " / ".join(heard[:2])) if share > SHARE else None


def _clues(piece: str, language: str) -> tuple[str, ...]:
    """Return the beginnings of words one of which a sentence must hold; () when it could be anything."""
    if piece[0] == "{":
        return ()
    ways = instances(piece, language, word_lists(language), 60)
    if language == "zh":
        return tuple({way[0] for way in ways})
    return tuple({word[:3].lower() for way in ways for word in way.split()[:1]})


def _traditional(text: str) -> str:
    """Return the traditional characters of a text that has simplified ones too."""
    plain = normalise(text).text
    kept = [char for char in text if _HAN.match(char)]
    read = [char for char in plain if _HAN.match(char)]
    if len(kept) != len(read):
        return ""
    old = {a for a, b in zip(kept, read, strict=True) if a != b}
    new = {b for a, b in zip(kept, read, strict=True) if a == b and b in _SIMPLE}
    return "".join(char for char in dict.fromkeys(kept) if char in old) if old and new else ""


_SIMPLE = frozenset(
    "们这还钱说给对会时没个来为过后开关听见让谁问写单贷银费减协议证务经济万块请谢应该认识"
    "实际东西员号码电话发达导师联络与长门间难处处理办总结"
)
"""Common characters that only simplified Chinese has: a text with one of them is simplified."""


def _few(subject: Subject) -> Iterator[Finding]:
    for path, one in subject.responses():
        alone = not one.behaviours and not one.like and not one.needs_plan
        if one.kind is Kind.GOOD and alone and 0 < len(one.hears) < ENOUGH:
            yield subject.page.at_key(
                "D310", (*path, "hears"), {"name": one.name, "count": str(len(one.hears))}
            )


def _twice(subject: Subject) -> Iterator[Finding]:
    """The same pattern (D306), or nearly the same phrase (D316), in what one beat listens for."""
    always = [own for own in _written(subject) if own[0][0] == "always" and own[0][-2] != "except"]
    told: set[Path] = set()
    for name in subject.model.beats:
        named = {one.name for one in subject.model.beats[name].responses}
        listened = [own for own in always if own[1].name not in named]
        listened += [
            own for own in _written(subject) if own[0][:2] == ("beats", name) and own[0][-2] != "except"
        ]
        seen: dict[str, Own] = {}
        for own in listened:
            path, one, text = own
            plain = re.sub(r"\s+", " ", normalise(text).text).strip()
            if path[-2] == "hears" and plain in seen and path not in told and not one.when:
                told.add(path)
                first, other, _ = seen[plain]
                key = "D306" if one.kind == other.kind else "D306-kinds"
                line = subject.page.at_value("D306", first).line
                yield subject.page.at_value(key, path, {"first": str(line), "name": other.name})
            elif path[-2] == "hears" and not one.when:  # conditions may tell two that sound alike apart
                seen[plain] = own
        yield from _alike(subject, listened, told)


def _alike(subject: Subject, listened: list[Own], told: set[Path]) -> Iterator[Finding]:
    from rapidfuzz.fuzz import ratio

    phrases = [own for own in listened if own[0][-2] == "like" or not re.search(r"[(~{]|\.\.\.", own[2])]
    for number, (path, one, text) in enumerate(phrases):
        if path in told:
            continue
        for first, other, before in phrases[:number]:
            if one.name == other.name or len(text) < 4:
                continue
            if ratio(normalise(text).text, normalise(before).text) >= ALIKE:
                told.add(path)
                line = subject.page.at_value("D316", first).line
                yield subject.page.at_value("D316", path, {"first": str(line), "name": other.name})
                break


def _unused(subject: Subject) -> Iterator[Finding]:
    """Own patterns and examples that no test and no transcript has said."""
    for item in played(subject).coverage.missing:
        if item.part == "patterns":
            yield subject.page.at_value("D314", item.path)
