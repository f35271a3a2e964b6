"""What usually stands side by side in Chinese, and how it sounds: counted in the lessons, from tables."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from simulator.hearing.data import lines, table

_STRANGE = 0.5  # what a pair costs that was never met, beside its improbability
_SMOOTH = 8.0
USUAL = 4  # how often a pair must have been met to be meant by what sounds like it


@cache
def sounds() -> dict[str, tuple[str, ...]]:
    """Return the sounds of each character, folded as many speakers and input methods fold them."""
    found: dict[str, tuple[str, ...]] = {}
    for syllable, chars in (line.split(" ") for line in lines("pinyin.txt")):
        found.update(dict.fromkeys(chars, (folded(syllable),)))
    more: dict[str, str] = table("slips_zh.toml")["sounds"]
    return found | {char: tuple(map(folded, some.split())) for char, some in more.items()}


@cache
def syllables() -> frozenset[str]:
    """Return the syllables of pinyin as they are typed."""
    return frozenset(line.split(" ")[0] for line in lines("pinyin.txt"))


@cache
def usual_words() -> frozenset[str]:
    """Return the usual Chinese words of two characters."""
    return frozenset([line[0] + other for line in lines("words_zh.txt") for other in line[1:]])


def folded(syllable: str) -> str:
    """Return a syllable without what many do not tell apart: zh and z, ang and an."""
    syllable = re.sub("^([zcs])h", r"\1", syllable)
    return syllable[:-1] if syllable.endswith("ng") else syllable


def compile_pairs(met: Mapping[str, int]) -> dict[str, Any]:
    """Return pairs of characters and about how often they were met as plain data.

    `levels` holds all pairs by how often: 0 for once, 1 for twice, 2 for four times …; `first` and `second`
    how often each character stood there; `alike` the usual pairs by their sounds.
    """
    levels: dict[str, list[str]] = {}
    for pair, times in sorted(met.items()):
        levels.setdefault(str(times.bit_length() - 1), []).append(pair)
    first: dict[str, int] = {}
    second: dict[str, int] = {}
    alike: dict[str, list[str]] = {}
    heard = sounds()
    for level, pairs in sorted(levels.items()):
        count = 1 << int(level)
        for pair in pairs:
            first[pair[0]] = first.get(pair[0], 0) + count
            second[pair[1]] = second.get(pair[1], 0) + count
            if count >= USUAL:
                for one in heard.get(pair[0], ()):
                    for other in heard.get(pair[1], ()):
                        alike.setdefault(f"{_near(one)} {_near(other)}", []).append(pair)
    return {
        "levels": {level: "".join(some) for level, some in sorted(levels.items())},
        "first": first,
        "second": second,
        "alike": {sound: " ".join(some) for sound, some in alike.items()},
    }


class Pairs:
    """How often characters stand side by side in the lessons."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data` is what `compile_pairs` made."""
        self._counts: dict[str, int] = {}
        for level, text in data["levels"].items():
            pairs = map("".join, zip(text[::2], text[1::2], strict=True))
            self._counts.update(dict.fromkeys(pairs, 1 << int(level)))
        self.met = self._counts.keys()
        self._first: dict[str, int] = data["first"]
        self._second: dict[str, int] = data["second"]
        self._alike: dict[str, str] = data["alike"]
        self._total = sum(self._second.values()) + 1.0
        self._memory: dict[str, float] = {}

    def __contains__(self, pair: str) -> bool:
        return pair in self._counts

    def often(self, pair: str) -> int:
        """Return about how often a pair was met."""
        return self._counts.get(pair, 0)

    def sounding(self, one: str, other: str) -> list[str]:
        """Return the usual pairs that sound so."""
        return self._alike.get(f"{_near(one)} {_near(other)}", "").split()

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
