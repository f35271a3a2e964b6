"""What the learnt likeness is taught: the sentences of a bank, its patterns, and neutral sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from scoring.evidence import Kind
from simulator.hearing.data import lines
from simulator.hearing.hearing import PhraseBank
from simulator.hearing.learnt import Lesson, compile_learnt, drawn, marked
from simulator.hearing.listening import Owner
from simulator.hearing.matcher import PatternSet, load_patterns
from simulator.hearing.normalise import normalise
from simulator.hearing.pattern import Part
from simulator.hearing.scope import scope
from simulator.hearing.search import Reply, asks, by_pattern
from simulator.hearing.similar import Examples, features
from simulator.hearing.terms import read_terms
from simulator.hearing.tokens import tokenise

_ANY_DAY = date(2026, 6, 10)  # dates matter to no lesson, only that they are dates


def learn(
    bank: PhraseBank,
    parsed: Sequence[tuple[int, bool, str, tuple[Part, ...]]],
    patterns: dict[str, Any],
    examples: dict[str, Any],
) -> dict[str, Any]:
    """Return the learnt weights of a bank as plain data; takes seconds, so the result is kept with it."""
    owners = tuple(Owner(phrases.behaviour, phrases.kind) for phrases in bank.phrases)
    good = [number for number, owner in enumerate(owners) if owner.kind in (Kind.GOOD, Kind.OKAY)]
    lessons = list(_lessons(bank, load_patterns(patterns), owners, frozenset(good)))
    lessons += drawn(((owner, parts) for owner, excepts, _, parts in parsed if not excepts), frozenset(good))
    return compile_learnt(lessons, good, Examples(examples).telling)


def _lessons(
    bank: PhraseBank, patterns: PatternSet, owners: tuple[Owner, ...], good: frozenset[int]
) -> Iterator[Lesson]:
    neutral = "neutral_zh.txt" if bank.language == "zh" else "neutral_en.txt"
    sentences = [
        *((n, text, False) for n, phrases in enumerate(bank.phrases) for text in phrases.examples),
        *((n, text, True) for n, phrases in enumerate(bank.phrases) for text in phrases.counter),
        *((-1, text, True) for text in lines(neutral)),
    ]
    for owner, text, counter in sentences:
        clean = normalise(text)
        said = tokenise(clean.text)
        if not said.words:
            continue
        reply = Reply(clean, said, scope(said, clean.text), read_terms(clean, said, _ANY_DAY)[1])
        heard = by_pattern(patterns, owners, reply)[0] if owner >= 0 else {}
        whole = (0, len(said.stems))
        held = any(reply.scope.negators), any(reply.scope.borrowed), asks(said, *whole)
        document = marked(features(said, *whole), *held)
        # a sentence may hold a second behaviour that its file does not name: what patterns hear is left open
        maybe = good.intersection(heard) - {owner}
        yield Lesson(document, owner if owner in good and not counter else -1, maybe)
