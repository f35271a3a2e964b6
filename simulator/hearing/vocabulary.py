"""What repair knows of a bank, as plain data: its words, how usual they are, what stands side by side."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

from simulator.hearing.data import lines
from simulator.hearing.homophones import sounding
from simulator.hearing.normalise import normalise
from simulator.hearing.replies import read_replies
from simulator.hearing.sounding import compile_pairs, usual_words
from simulator.hearing.spelling import Speller, by_ear, spelt
from simulator.hearing.stems import stem
from simulator.hearing.tokens import opened

_SAID = re.compile(r"[a-z]+(?:'[a-z]+)?")
_HAN = re.compile(r"(?=([\u3400-\u9fff]{2}))")
_BANK, _LESSONS, _WORD = 2, 1, 2  # how much a pair of the phrase files counts, one of the replies, any word
_SLIPS = 2  # a pair that only so many replies have may itself be a slip
USUAL = 5  # how often a word is said that is surely meant


@cache
def common_words() -> frozenset[str]:
    """Return the words that are known without any bank."""
    return frozenset(" ".join(lines("words.txt")).split())


@cache
def _english() -> Counter[str]:
    """Return how often the labelled replies say each English word."""
    return Counter(word for row in read_replies("en") for word in _SAID.findall(normalise(row.reply).text))


@cache
def _chinese() -> Counter[str]:
    """Return how often characters stand side by side in the labelled replies."""
    texts = (normalise(row.reply).text for row in read_replies("zh"))
    return Counter(found[1] for text in texts for found in _HAN.finditer(text))


def compile_repair(phrases: list[str], words: set[str], pairs: Counter[str]) -> dict[str, Any]:
    """Return what repair needs as plain data: `phrases` of the patterns, `words` of the bank, `pairs` of
    characters counted in it."""
    known = common_words()
    words = {word for word in words if word in known} | _own(words - known, phrases)
    counts = dict.fromkeys(sorted(words), 1)
    for word, times in sorted(_english().items()):
        plain = word.replace("'", "")
        if word in words or word in known or (times >= USUAL and "'" not in word):
            counts[word] = counts.get(word, 0) + times
        elif word != plain and opened(plain, "", "") != (plain,):
            counts[plain] = counts.get(plain, 0) + times
    met: Counter[str] = Counter({pair: times * _BANK for pair, times in pairs.items()})
    if pairs:
        met.update(dict.fromkeys(usual_words(), _WORD))
        met.update({pair: times * _LESSONS for pair, times in _chinese().items() if times > _SLIPS})
    heard = sounding(phrases)
    return {
        "words": " ".join(sorted(words)),
        "stems": " ".join(sorted(set(map(stem, words)))),
        "counts": counts,
        "ears": "|".join(map(by_ear, spelt(counts))),
        "pairs": compile_pairs(met),
        "sounds": heard,
        "joined": " ".join(sorted({one for pair in heard.values() for one in _pairs_in(pair)})),
    }


def _own(words: set[str], phrases: list[str]) -> set[str]:
    """Return the words of a bank that no list knows without the slips among them: examples may hold some,
    patterns hold none."""
    often = {word: times for word, times in _english().items() if word in common_words() and times > 1}
    speller = Speller(often, common_words())
    listened = {word for phrase in phrases for word in phrase.split(" ")}
    return {word for word in words if stem(word) in listened or not speller.meant(word, strict=True)}


def _pairs_in(group: str) -> list[str]:
    """Return the phrases of two characters in a group of `sounding`."""
    return next((one[1:].split(" ") for one in group.split("|") if one.startswith("=")), [])
