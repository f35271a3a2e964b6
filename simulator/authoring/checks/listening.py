"""Listening (D301, D302, D303, D315): every line of a beat is heard with the real ear, as in a call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from scoring.evidence import Kind
from simulator import paths
from simulator.authoring.checks.playing import played
from simulator.authoring.checks.subject import Subject
from simulator.authoring.files import lists_from
from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.tree import Path
from simulator.authoring.shapes.scenario import ResponseShape
from simulator.authoring.teaching.pieces import Lists, instances
from simulator.call.offering import read_offer
from simulator.call.script import Response
from simulator.call.steering import RANK
from simulator.hearing import Hearing

HARD = (Kind.BAD, Kind.BREACH)
KIND = (Kind.GOOD, Kind.OKAY)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that an author wrote for one response of a beat; `also` are names that it may be as well."""

    beat: str
    response: str
    text: str
    path: Path
    also: frozenset[str] = frozenset()


def check(subject: Subject) -> Iterator[Finding]:
    """Yield where sentences are heard as something else than their author meant."""
    yield from _models(subject)
    yield from _crossed(subject)
    yield from _blocked(subject)
    yield from _excepted(subject)


@cache
def word_lists(language: str) -> Lists:
    """Return the shared word lists of a language."""
    return lists_from(paths.phrases() / language / "lists.yaml")


def samples(one: ResponseShape, language: str, at_most: int = 4) -> Iterator[tuple[int, str]]:
    """Yield sentences that the own patterns of a response stand for, each with the pattern's number."""
    for number, text in enumerate(one.hears):
        for sample in instances(text, language, word_lists(language), at_most):
            yield number, sample


def _models(subject: Subject) -> Iterator[Finding]:
    """A model answer is heard as good by its beat, or as an offer where the debtor negotiates (D303), and
    as nothing bad (D301; a breach in it is D802)."""
    for name, shape in subject.model.beats.items():
        if not shape.model:
            continue
        path: Path = ("beats", name, "model")
        beat = subject.script.beats[name]
        hearing = subject.hear(name, beat.model)
        good = any(match.kind in KIND for match in hearing.responses)
        offers = beat.negotiate is not None and read_offer(hearing, subject.script, True) is not None
        waits = any(one.kind in KIND for one in beat.responses) or beat.negotiate is not None
        if waits and not good and not offers:
            yield subject.page.at_value("D303", path, {"heard": _names(hearing)})
        elif good and not offers and (pair := _held_up(subject, name, hearing)):
            yield subject.page.at_value("D303-stays", path, {"name": pair[0], "other": pair[1]})
        for match in hearing.responses:
            if match.kind is Kind.BAD:
                details = {"name": match.name, "words": match.words}
                yield subject.page.at_value("D301-model", path, details)


def _held_up(subject: Subject, beat: str, hearing: Hearing) -> tuple[str, str] | None:
    """A response in a model answer that would lead on, and the one before it that decides and stays."""
    heard = {match.name for match in hearing.responses}
    listened = subject.stage().responses(subject.script.beats[beat])
    ranked = [one for one in sorted(listened, key=lambda one: RANK[one.kind]) if one.name in heard]
    if not ranked or ranked[0].goto or ranked[0].when or ranked[0].needs_plan:
        return None
    onward = next((one.name for one in ranked[1:] if one.goto and one.goto != beat), None)
    return (onward, ranked[0].name) if onward else None


def _names(hearing: Hearing) -> str:
    names = [match.name for match in (*hearing.responses, *hearing.behaviours)]
    return ", ".join(dict.fromkeys(names)) or "@test_nothing"


def _crossed(subject: Subject) -> Iterator[Finding]:
    """A line of one response also fires one of another kind at its beat."""
    for said in (*_examples(subject), *_tested(subject)):
        kinds = {one.name: one.kind for one in subject.stage().responses(subject.script.beats[said.beat])}
        own = kinds.get(said.response)
        if own is None:
            continue
        for match in subject.hear(said.beat, said.text).responses:
            if match.name == said.response or match.name in said.also:
                continue
            if own in KIND and match.kind in HARD:
                key = "D301-breach" if match.kind is Kind.BREACH else "D301"
                details = {"name": said.response, "other": match.name, "words": match.words}
                yield subject.page.at_value(key, said.path, details)


def _examples(subject: Subject) -> Iterator[Said]:
    for path, one in subject.responses():
        for number, text in enumerate(one.like):
            beats = [str(path[1])] if path[0] == "beats" else [subject.model.start]
            for beat in beats:
                yield Said(beat, one.name, text, (*path, "like", number))


def _tested(subject: Subject) -> Iterator[Said]:
    """The sentences of tests that are written for one response, at the beat where they are said."""
    for test, number, beat in played(subject).steps:
        step = subject.model.tests[test].steps[number]
        if len(step.hits) == 1:
            path: Path = ("tests", test)
            if subject.page.tree.at((*path, "steps")) is not None:
                path = (*path, "steps")
            also = frozenset([*step.hits, *step.misses, *step.possibly, step.steers or ""])
            yield Said(beat, step.hits[0], step.you, (*path, number, "you"), also)


def _blocked(subject: Subject) -> Iterator[Finding]:
    """A response that never decides: whatever is said for it, one before it or a worse one decides."""
    for name, beat in subject.script.beats.items():
        ranked = sorted(subject.stage().responses(beat), key=lambda one: RANK[one.kind])
        for path, one in subject.responses():
            if path[:2] != ("beats", name):
                continue
            if one.kind in HARD and one.like and not one.hears and not one.behaviours:
                yield subject.page.at_value("D302-like", (*path, str(one.kind)), {"name": one.name})
                continue
            before = ranked[: next(at for at, other in enumerate(ranked) if other.name == one.name)]
            before = [other for other in before if not other.when and not other.needs_plan]
            taker = _taker(subject, name, one, before)
            if taker is not None:
                details = {"name": one.name, "other": taker}
                yield subject.page.at_value("D302", (*path, str(one.kind)), details)


def _taker(subject: Subject, beat: str, one: ResponseShape, before: list[Response]) -> str | None:
    """Return the response that decides whatever is said for `one`, None when it can decide itself."""
    if one.needs_plan or not before:
        return None
    taken: list[str] = []
    for behaviour in one.behaviours:
        owner = next((other.name for other in before if behaviour in other.behaviours), None)
        if owner is None:
            return None
        taken.append(owner)
    lines = [text for _, text in samples(one, subject.script.language)]
    lines += one.like if one.kind in KIND else ()
    names = [other.name for other in before]
    for text in lines:
        heard = [match.name for match in subject.hear(beat, text).responses]
        if one.name not in heard:
            continue  # not a sentence that anybody would say; it proves nothing
        if not (first := [name for name in names if name in heard]):
            return None
        taken.append(first[0])
    return taken[0] if taken else None


def _excepted(subject: Subject) -> Iterator[Finding]:
    """`except` takes back everything that the own patterns would hear."""
    for path, one in subject.responses():
        if not one.excepts or not one.hears or one.behaviours or one.like:
            continue
        beat = str(path[1]) if path[0] == "beats" else subject.model.start
        whys = []
        for _, text in samples(one, subject.script.language):
            hearing = subject.hear(beat, text)
            if any(match.name == one.name for match in hearing.responses):
                break
            whys += [each.why for each in hearing.cancelled if each.match.name == one.name]
        else:
            if whys and all(why == "except" for why in whys):
                yield subject.page.at_key("D315", (*path, "except"), {"name": one.name})
