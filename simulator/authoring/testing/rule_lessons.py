"""What a suspicion learns from: labelled replies of a rulebook, and its tests, with what the state decides.

They lie beside the rulebooks as `lessons/{cn,us,uk}.jsonl`, one JSON object a line: `reply`, `breaches` (ids
of the rules that it breaks), and maybe `state` and `ignore` (ids that two officers could dispute).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scoring.conditions import holds
from scoring.rulebook import Rule, Rulebook
from scoring.standing import Standing
from simulator.authoring.testing.rule_tests import read_rule_tests
from simulator.authoring.testing.states import StateError, desk_of, firms_of
from simulator.call.legal import LawEar, known_of
from simulator.hearing import Labelled, read_replies

if TYPE_CHECKING:
    from simulator.hearing import Ear, PhraseBank


HARMLESS = frozenset(
    (
        *("greets", "closes_politely", "apologises", "stays_calm", "acknowledges_feeling", "reflects_back"),
        *("acknowledges_hardship", "praises_effort", "signposts_help", "respects_stop", "protects_privacy"),
        "verifies_identity",
    )
)
"""Behaviours that are lawful whoever listens and whatever has come out."""


def files_of(book: Path) -> list[Path]:
    """Return the files that a rulebook's file can be learnt from, those that there are."""
    places = (book.parent / "lessons" / f"{book.stem}.jsonl", book.parent / "tests" / book.name)
    return [path for path in places if path.is_file()]


def learnable(book: Rulebook) -> tuple[str, ...]:
    """Return the ids of the rules that words can break, whether a sum is true apart."""
    return tuple(rule.id for rule in book.rules if rule.suspected)


def learn(book: Rulebook, path: Path, ear: Ear, bank: PhraseBank) -> dict[str, Any]:
    """Return the weights of a rulebook's suspicion as plain data; `path` is its file. Takes seconds."""
    law = LawEar(book, ear, firms_of(book.id))
    lessons = list(lessons_of(book, files_of(path)))
    return ear.learn(learnable(book), [*lessons, *harmless(bank, lessons)], law.listening())


def harmless(bank: PhraseBank, lessons: Iterable[Labelled]) -> Iterator[Labelled]:
    """Yield what breaks no rule in any state: kind words and courtesy, nothing about money or the debt.

    They are spread over the states of the lessons, so that no state alone speaks for a breach.
    """
    states = cycle(sorted({one.known for one in lessons}) or [()])
    for text in _courtesies(bank):
        yield Labelled(text, frozenset(), known=next(states))


def _courtesies(bank: PhraseBank) -> Iterator[str]:
    for one in read_replies(bank.language):
        whole = one.vocabulary is None and not one.undecided
        if whole and one.labels <= HARMLESS:
            yield one.reply
    for phrases in bank.phrases:
        if phrases.behaviour in HARMLESS:
            yield from phrases.examples


def lessons_of(book: Rulebook, files: list[Path]) -> Iterator[Labelled]:
    """Yield what each labelled reply says of each rule.

    Of a rule that could not be broken in the state of a reply, whatever is said, nobody has decided
    whether the words would break it; nor of the lesser rules, in a reply that was written to break another
    one. Raises ValueError for a line that is no labelled reply.
    """
    lesser = frozenset(rule.id for rule in book.rules if rule.severity != "critical")
    shut_in: dict[Standing, set[str]] = {}
    for path in files:
        rows = _rows(path) if path.suffix == ".jsonl" else _tests(path)
        for number, (reply, broken, ignored, state) in enumerate(rows, 1):
            try:
                standing = desk_of(state, book.facts).standing
            except StateError as error:
                raise ValueError(f"{path.name}:{number} has no such state: {error}") from error
            if standing not in shut_in:
                shut_in[standing] = {rule.id for rule in book.rules if not _open(rule, standing)}
            shut = shut_in[standing]
            undecided = ignored | shut | (lesser if broken else frozenset())
            yield Labelled(reply, broken, undecided - broken, known=known_of(standing))


def _open(rule: Rule, standing: Standing) -> bool:
    """Whether words could break a rule in a state."""
    if holds(rule.applies, standing) is False:
        return False
    return any(
        holds(ban.when, standing) is not False and not (ban.unless and holds(ban.unless, standing))
        for ban in rule.suspected
    )


def _rows(path: Path) -> Iterator[tuple[str, frozenset[str], frozenset[str], Mapping[str, Any]]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            yield (
                str(row["reply"]),
                frozenset(row["breaches"]),
                frozenset(row.get("ignore", ())),
                row.get("state") or {},
            )
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path.name}:{number} is no labelled reply: {error}") from error


def _tests(path: Path) -> Iterator[tuple[str, frozenset[str], frozenset[str], Mapping[str, Any]]]:
    for rule, tests in read_rule_tests(path).tests.items():
        for test in tests:
            broken = {rule} if test.answer != "keeps" else set()
            yield test.reply, frozenset({*broken, *test.also}), frozenset(), test.state
