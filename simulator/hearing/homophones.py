"""Chinese homophones of whole phrases: what only sounds like a phrase that the ear listens for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.hearing.lattice import NUMERALS
from simulator.hearing.matcher import END
from simulator.hearing.sounding import Pairs, sounds
from simulator.hearing.tokens import Speech

_OFTEN = 4
_NEVER = frozenset("不没")
_EVERYDAY = frozenset("您你我他她它咱的了着过吗呢吧啊是在一点")


def _sound(char: str) -> str:
    return sounds().get(char, (char,))[0]


def sounding(tree: Mapping[str, Any]) -> dict[str, str]:
    """Return the Chinese phrases of a tree by their sound, without tones."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(_phrases(tree, "")):
        if _NEVER.isdisjoint(phrase):
            found.setdefault(" ".join(map(_sound, phrase)), []).append(phrase)
    return {key: " ".join(options) for key, options in found.items()}


def _phrases(node: Mapping[str, Any], head: str) -> set[str]:
    """Return the purely Chinese phrases of two to six characters in a tree."""
    out: set[str] = set()
    for word, further in node.items():
        if word == END:
            if len(head) > 1:
                out.add(head)
        elif len(head) < 6 and "\u3400" <= word[0] <= "\u9fff":
            out |= _phrases(further, head + word)
    return out


class Homophones:
    """Finds phrases by their sound."""

    def __init__(self, phrases: dict[str, str], pairs: Pairs, joined: frozenset[str]) -> None:
        self._sounds, self._pairs, self._joined = phrases, pairs, joined
        self._longest = max((key.count(" ") + 1 for key in phrases), default=0)

    def hear(self, said: Speech) -> None:
        """Put the phrase in the place of what only sounds like it; what was typed is kept beside it."""
        stems, count = said.stems, len(said.stems)
        heard = [_sound(word) for word in stems]
        index = 0
        while index < count:
            step = 1
            for size in range(min(self._longest, count - index), 1, -1):
                options = self._sounds.get(" ".join(heard[index : index + size]))
                if options and (phrase := self._meant(said, index, size, options.split(" "))):
                    for offset, char in enumerate(phrase, index):
                        if stems[offset] != char:
                            said.typed.setdefault(offset, stems[offset])
                            said.words[offset] = stems[offset] = char
                    step = size
                    break
            index += step

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
