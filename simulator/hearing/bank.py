"""A phrase bank compiled to plain data that can be kept as JSON and loaded in milliseconds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from simulator.hearing.compiled import compile_patterns, whole_phrases
from simulator.hearing.hearing import PhraseBank
from simulator.hearing.lessons import learn
from simulator.hearing.normalise import normalise
from simulator.hearing.pattern import Part, WordLists, parse
from simulator.hearing.repair import compile_repair
from simulator.hearing.replies import replies_digest
from simulator.hearing.scope import scope
from simulator.hearing.similar import compile_examples, features
from simulator.hearing.tables import pack
from simulator.hearing.tokens import Speech, tokenise

ENGINE_VERSION = f"7.{replies_digest()}"
"""Changes whenever the same words could be heard differently; part of every cache key and record."""

_WORDS = re.compile(r"[a-z]{3,}")
_HAN_PAIR = re.compile(r"(?=([\u3400-\u9fff]{2}))")
_LIST = re.compile(r"~[\w-]+")


def compile_bank(bank: PhraseBank) -> dict[str, Any]:
    """Return everything the ear needs as dicts, lists, text and numbers. Raises PatternError."""
    seen: Counter[str] = Counter()
    words: set[str] = set()
    pairs: Counter[str] = Counter()
    rows: list[tuple[int, bool, bool, str, dict[str, int]]] = []
    for owner, text, counter in _sentences(bank):
        clean = normalise(text)
        said = tokenise(clean.text)
        seen.update(set(said.stems))
        words.update(_WORDS.findall(clean.text))
        pairs.update(_pairs(said))
        negated = any(scope(said, clean.text).negators)
        rows.append((owner, counter, negated, text, features(said, 0, len(said.stems))))
    parsed: list[tuple[int, bool, str, tuple[Part, ...]]] = []
    for owner, phrases in enumerate(bank.phrases):
        lists = WordLists(phrases.lists, bank.lists)
        for excepts, patterns in ((False, phrases.hears), (True, phrases.excepts)):
            parsed.extend((owner, excepts, text, parse(text, lists)) for text in patterns)
    for text in _pattern_texts(bank):
        pairs.update(found[1] for found in _HAN_PAIR.finditer(normalise(text).text))
        words.update(_WORDS.findall(_LIST.sub(" ", normalise(text).text)))
    compiled = compile_patterns(parsed, seen.__getitem__)
    examples = compile_examples(rows)
    examples["index"] = pack(examples["index"])
    repair = compile_repair(whole_phrases(compiled), words, pairs)
    linear = learn(bank, compiled, repair)
    linear["weights"] = pack(linear["weights"])
    return {
        "engine": ENGINE_VERSION,
        "language": bank.language,
        "digest": bank.digest,
        "behaviours": [[phrases.behaviour, phrases.kind.value] for phrases in bank.phrases],
        "lists": {name: list(entries) for name, entries in bank.lists.items()},
        "patterns": compiled,
        "examples": examples,
        "linear": linear,
        "repair": repair,
    }


def _sentences(bank: PhraseBank) -> Iterator[tuple[int, str, bool]]:
    for owner, phrases in enumerate(bank.phrases):
        for text in phrases.examples:
            yield owner, text, False
        for text in phrases.counter:
            yield owner, text, True


def _pattern_texts(bank: PhraseBank) -> Iterator[str]:
    for phrases in bank.phrases:
        yield from (*phrases.hears, *phrases.excepts)
        for entries in phrases.lists.values():
            yield from entries
    for entries in bank.lists.values():
        yield from entries


def _pairs(said: Speech) -> Iterator[str]:
    """Yield the pairs of Chinese characters that stand side by side in correct text."""
    for index in range(1, len(said.words)):
        if said.han[index] and said.han[index - 1] and not said.signs[index]:
            yield said.stems[index - 1] + said.stems[index]
