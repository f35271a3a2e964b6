"""What usually stands side by side in Chinese, and how it sounds: counted in the lessons, from tables."""

from __future__ import annotations

import math
import re
from functools import cache

from simulator.hearing.data import lines, table

_STRANGE = 0.5  # what a pair costs that was never met, beside its improbability
_SMOOTH = 8.0
USUAL = 4  # how often a pair must have been met to be meant by what sounds like it


@cache
def sounds() -> dict[str, tuple[str, ...]]:
    """Return the sounds of each character, folded as many speakers and input methods fold them."""
    found = {
        char: (folded(syllable),)
        for syllable, chars in (line.split(" ") for line in lines("pinyin.txt"))
        for char in chars
    }
    more: dict[str, str] = table("slips_zh.toml")["sounds"]
    return found | {char: tuple(map(folded, some.split())) for char, some in more.items()}


@cache
def syllables() -> frozenset[str]:
    """Return the syllables of pinyin as they are typed."""
    return frozenset(line.split(" ")[0] for line in lines("pinyin.txt"))


@cache
def usual_words() -> frozenset[str]:
    """Return the usual Chinese words of two characters."""
    return frozenset(line[0] + other for line in lines("words_zh.txt") for other in line[1:])


def folded(syllable: str) -> str:
    """Return a syllable without what many do not tell apart: zh and z, ang and an."""
    syllable = re.sub("^([zcs])h", r"\1", syllable)
    return syllable[:-1] if syllable.endswith("ng") else syllable


class Pairs:
    """How often characters stand side by side in the lessons."""

    def __init__(self, levels: dict[str, str]) -> None:
        """`levels` holds all pairs by how often they were met: 0 for once, 1 for twice, 2 for four times …"""
        self._counts: dict[str, int] = {}
        for level, text in levels.items():
            self._counts.update(
                dict.fromkeys(map("".join, zip(text[::2], text[1::2], strict=True)), 1 << int(level))
            )
        self._first: dict[str, int] = {}
        self._second: dict[str, int] = {}
        self._sounding: dict[tuple[str, str], list[str]] = {}
        heard = sounds()
        for pair, count in self._counts.items():
            self._first[pair[0]] = self._first.get(pair[0], 0) + count
            self._second[pair[1]] = self._second.get(pair[1], 0) + count
            if count >= USUAL:
                for one in heard.get(pair[0], ()):
                    for other in heard.get(pair[1], ()):
                        self._sounding.setdefault((_near(one), _near(other)), []).append(pair)
        self._total = sum(self._second.values()) + 1.0
        self._memory: dict[str, float] = {}

    def __contains__(self, pair: str) -> bool:
        return pair in self._counts

    def often(self, pair: str) -> int:
        """Return about how often a pair was met."""
        return self._counts.get(pair, 0)

    def sounding(self, one: str, other: str) -> list[str]:
        """Return the usual pairs that sound so."""
        return self._sounding.get((_near(one), _near(other)), [])

    def price(self, one: str, other: str) -> float:
        """Return how improbable it is that a character follows another ("" before the first)."""
        key = one + " " + other
        found = self._memory.get(key)
        if found is None:
            alone = (self._second.get(other, 0) + 0.3) / self._total
            if not one or not other:
                found = -math.log(alone) if other else 0.0
            else:
                met = self._counts.get(one + other, 0)
                found = -math.log((met + _SMOOTH * alone) / (self._first.get(one, 0) + _SMOOTH))
                found += 0.0 if met else _STRANGE
            if len(self._memory) < 50000:
                self._memory[key] = found
        return found


def _near(sound: str) -> str:
    return "n" + sound[1:] if sound.startswith("l") else sound
