"""Chinese homophones of whole phrases: what only sounds like a phrase that the ear listens for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from simulator.hearing.lattice import NUMERALS
from simulator.hearing.sounding import Pairs, sounds
from simulator.hearing.tokens import Speech

_OFTEN = 4
_NEVER = frozenset("不没")
_EVERYDAY = frozenset("您你我他她它咱的了着过吗呢吧啊是在一点")


@cache
def _first() -> dict[str, str]:
    """Return the usual sound of each character."""
    return {char: heard[0] for char, heard in sounds().items()}


def _sound(char: str) -> str:
    return _first().get(char, char)


def sounding(phrases: Iterable[str]) -> dict[str, str]:
    """Return the purely Chinese phrases of two to six characters by their sound, without tones: under their
    first two sounds "rest=phrase phrase|rest=…".
    """
    found: dict[str, list[str]] = {}
    for phrase in sorted({"".join(words) for words in map(str.split, phrases) if _chinese(words)}):
        if _NEVER.isdisjoint(phrase):
            found.setdefault(" ".join(map(_sound, phrase)), []).append(phrase)
    groups: dict[str, list[str]] = {}
    for key, options in found.items():
        first, second, *rest = key.split(" ")
        groups.setdefault(f"{first} {second}", []).append(f"{' '.join(rest)}={' '.join(options)}")
    return {key: "|".join(some) for key, some in groups.items()}


def _chinese(words: list[str]) -> bool:
    return 1 < len(words) < 7 and all("\u3400" <= word <= "\u9fff" for word in words)


class Homophones:
    """Finds phrases by their sound."""

    def __init__(self, phrases: dict[str, str], pairs: Pairs, joined: frozenset[str]) -> None:
        self._sounds, self._pairs, self._joined = phrases, pairs, joined
        self._read: dict[str, list[tuple[int, dict[str, list[str]]]]] = {}  # filled as sounds are met

    def hear(self, said: Speech) -> None:
        """Put the phrase in the place of what only sounds like it; what was typed is kept beside it."""
        stems, count = said.stems, len(said.stems)
        first = _first()
        heard = [first.get(char, char) for char in stems]
        sounds_, index = self._sounds, 0
        while index < count - 1:
            pair = f"{heard[index]} {heard[index + 1]}"
            step = 1
            for size, options in self._group(pair) if pair in sounds_ else ():
                some = options.get(" ".join(heard[index + 2 : index + size]))
                if some and index + size <= count and (phrase := self._meant(said, index, size, some)):
                    for offset, char in enumerate(phrase, index):
                        if stems[offset] != char:
                            said.typed.setdefault(offset, stems[offset])
                            said.words[offset] = stems[offset] = char
                    step = size
                    break
            index += step

    def _group(self, pair: str) -> list[tuple[int, dict[str, list[str]]]]:
        """Return the phrases that begin with two sounds, by what follows, the longest first."""
        found = self._read.get(pair)
        if found is None:
            sizes: dict[int, dict[str, list[str]]] = {}
            for one in self._sounds[pair].split("|"):
                rest, _, options = one.partition("=")
                size = len(rest.split()) + 2
                sizes.setdefault(size, {})[rest] = options.split(" ")
            found = self._read[pair] = sorted(sizes.items(), reverse=True)
        return found

    def _meant(self, said: Speech, start: int, size: int, options: list[str]) -> str | None:
        """Return the phrase that was meant, when what stands there is no word and enough of it is right."""
        typed, end = "".join(said.stems[start : start + size]), start + size
        if typed in options or any(said.signs[start + 1 : end]):
            return None
        for phrase in options:
            wrong = [index for index in range(size) if phrase[index] != typed[index]]
            if (size - len(wrong)) * 3 < size or len(wrong) == size:
                continue
            numeral = any(phrase[i] in NUMERALS or typed[i] in NUMERALS for i in wrong)
            if numeral and (size - len(wrong)) * 4 < size * 3:
                continue
            if not any(
                self._word_of(said.stems, start + index, start, end) for index in wrong
            ) and self._vouched(said, start, end, wrong):
                return phrase
        return None

    def _vouched(self, said: Speech, start: int, end: int, wrong: list[int]) -> bool:
        """Tell whether a character that is right speaks for the phrase: a telling one, in no other word."""
        stems, last = said.stems, end - start - 1
        if end - start - len(wrong) > 2:
            return True
        for offset, char in enumerate(stems[start:end]):
            if offset in wrong or char in _EVERYDAY:
                continue
            left = stems[start - 1] if offset == 0 and start and not said.signs[start] else ""
            right = stems[end] if offset == last and end < len(stems) and not said.signs[end] else ""
            if not (
                (left not in _EVERYDAY and left + char in self._joined)
                or (right not in _EVERYDAY and char + right in self._joined)
            ):
                return True
        return False

    def _word_of(self, stems: list[str], index: int, start: int, end: int) -> bool:
        """Tell whether a character belongs to a neighbour: seen with one inside, often with one outside."""
        left = "".join(stems[index - 1 : index + 1]) if index else ""
        right = "".join(stems[index : index + 2])
        often = self._pairs.often
        bars = 1 if index > start else _OFTEN, 1 if index + 1 < end else _OFTEN
        return often(left) >= bars[0] or often(right) >= bars[1]
