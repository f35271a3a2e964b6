"""Words put right before they are matched: slips, drawn-out letters, characters that only sound right.

A known word is never changed: a slip that makes another real word ("calling form") stays what it is.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

from simulator.hearing.data import lines
from simulator.hearing.matcher import END
from simulator.hearing.normalise import Clean
from simulator.hearing.stems import stem
from simulator.hearing.tokens import Speech

_RUNS = re.compile(r"(.)\1+")
_LEET = str.maketrans("013457@$", "oieastas")
_NUMERALS = frozenset("零一二三四五六七八九十百千万两半几〇")
_OFTEN = 3
_NEVER = frozenset("不没")
_EVERYDAY = frozenset("您你我他她它咱的了着过吗呢吧啊是在一点")
_APART = frozenset(" .*-_·|/~^+=,'•")


@cache
def common_words() -> frozenset[str]:
    """Return the words that are known without any bank, with their stems."""
    words = " ".join(lines("words.txt")).split()
    return frozenset(words) | frozenset(map(stem, words))


@cache
def _sounds() -> dict[str, str]:
    """Return the sound of each character, folded as many speakers and input methods fold it."""
    sounds: dict[str, str] = {}
    for line in lines("pinyin.txt"):
        syllable, chars = line.split(" ")
        folded = re.sub("^([zcs])h", r"\1", syllable)
        folded = folded[:-1] if folded.endswith("ng") else folded
        sounds.update(dict.fromkeys(chars, folded))
    return sounds


def sound(phrase: str) -> str:
    """Return how a Chinese phrase sounds, without tones: the key under which homophones meet."""
    table = _sounds()
    return " ".join(table.get(char, char) for char in phrase)


def compile_repair(tree: dict[str, Any], words: set[str], pairs: Counter[str]) -> dict[str, Any]:
    """Return what repair needs as plain data: `words` of the bank, `pairs` of characters counted in it."""
    phrases = sorted(_phrases(tree, ""))
    sounds: dict[str, list[str]] = {}
    for phrase in phrases:
        if _NEVER.isdisjoint(phrase):
            sounds.setdefault(sound(phrase), []).append(phrase)
    return {
        "words": sorted(words),
        "sounds": {key: " ".join(options) for key, options in sounds.items()},
        "pairs": "".join(sorted(pairs)),
        "often": "".join(sorted(pair for pair, times in pairs.items() if times >= _OFTEN)),
        "joined": [phrase for phrase in phrases if len(phrase) == 2],
    }


def _phrases(node: dict[str, Any], head: str) -> set[str]:
    """Return the purely Chinese phrases of two to six characters in a tree."""
    out: set[str] = set()
    for word, further in node.items():
        if word == END:
            if len(head) > 1:
                out.add(head)
        elif len(head) < 6 and "\u3400" <= word[0] <= "\u9fff":
            out |= _phrases(further, head + word)
    return out


class Repair:
    """Puts the words of a reply right in place, from the words of one bank."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.words: frozenset[str] = frozenset(data["words"])
        self._stems = frozenset(map(stem, data["words"]))
        self._sounds: dict[str, str] = data["sounds"]
        self._pairs = _pairs(data["pairs"])
        self._often = _pairs(data["often"])
        self._joined = frozenset(data["joined"])
        self._longest = max((key.count(" ") + 1 for key in self._sounds), default=0)
        self._heads: dict[str, list[str]] = {}
        self._tails: dict[str, list[str]] = {}
        self._squeezed: dict[str, str] = {}
        for word in data["words"]:
            if len(word) > 3:
                self._heads.setdefault(word[0], []).append(word)
                self._tails.setdefault(word[1:], []).append(word)
            self._squeezed.setdefault(_RUNS.sub(r"\1", word), word)
        self._memory: dict[str, str] = {}

    def spells(self, word: str) -> bool:
        """Tell whether single letters may be joined to this word."""
        return word in self.words or stem(word) in self._stems

    def run(self, said: Speech, clean: Clean, names: frozenset[str]) -> Speech:
        """Return the reply with its slips put right; `names` are left alone."""
        for index, word in enumerate(said.words):
            if not said.han[index] and len(word) >= 3 and word not in names and not word.isdigit():
                right = self._memory.get(word)
                if right is None:
                    right = self._word(word)
                    if len(self._memory) < 5000:
                        self._memory[word] = right
                if right != word:
                    said.words[index], said.stems[index] = right, stem(right)
        if True in said.han:
            said = self._together(said, clean)
            self._homophones(said)
        return said

    def _word(self, word: str) -> str:
        if word in self.words or word in common_words() or stem(word) in common_words():
            return word
        if not word.isalpha():
            plain = word.translate(_LEET)
            return plain if plain.isalpha() and plain in self.words else word
        if stem(word) in self._stems or not word.isascii():
            return word
        if _RUNS.search(word):
            squeezed = self._squeezed.get(_RUNS.sub(r"\1", word))
            if squeezed and len(squeezed) <= len(word):
                return squeezed
        return self._typo(word) if len(word) >= 4 else word

    def _typo(self, word: str) -> str:
        from rapidfuzz.distance import OSA  # only needed when somebody slips

        limit = 2 if len(word) >= 8 else 1
        best: tuple[int, str] | None = None
        for other in self._heads.get(word[0], ()):
            if abs(len(other) - len(word)) <= limit and (limit == 1 or len(other) >= 6):
                distance = OSA.distance(word, other, score_cutoff=limit)
                if distance <= limit and (best is None or (distance, other) < best):
                    best = (distance, other)
        if best is None:
            first = self._tails.get(word[1:], ())  # another first letter, or a letter too many before it
            others = [
                *first,
                *(w for w in (word[1:], word[1] + word[0] + word[2:]) if len(w) > 3 and w in self.words),
            ]
            return min(others, default=word)
        return best[1]

    def _together(self, said: Speech, clean: Clean) -> Speech:
        """Close words that were pulled apart (上.门) and drop doubled characters (起起诉)."""
        drop: set[int] = set()
        for index in range(1, len(said.words)):
            if not (said.han[index] and said.han[index - 1]):
                continue
            pair = said.stems[index - 1] + said.stems[index]
            if said.signs[index]:
                between = clean.typed[clean.at[said.ends[index - 1] - 1] + 1 : clean.at[said.starts[index]]]
                if pair in self._joined and _APART.issuperset(between):
                    said.signs[index] = ""
                    if said.sentences[index] != said.sentences[index - 1]:
                        for later in range(index, len(said.words)):
                            said.sentences[later] -= 1
            elif pair[0] == pair[1] and pair not in self._pairs:
                after = pair[1] + (said.stems[index + 1] if index + 1 < len(said.words) else "")
                before = (said.stems[index - 2] if index > 1 else "") + pair[0]
                if after in self._pairs or before in self._pairs:
                    drop.add(index)
        return said.without(drop) if drop else said

    def _homophones(self, said: Speech) -> None:
        sounds, stems, count = _sounds(), said.stems, len(said.stems)
        heard = [sounds.get(word, word) for word in stems]
        index = 0
        while index < count:
            step = 1
            for size in range(min(self._longest, count - index), 1, -1):
                options = self._sounds.get(" ".join(heard[index : index + size]))
                if options and (phrase := self._meant(said, index, size, options.split(" "))):
                    for offset, char in enumerate(phrase, index):
                        if stems[offset] != char:
                            said.typed[offset] = stems[offset]
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
            numeral = any(phrase[i] in _NUMERALS or typed[i] in _NUMERALS for i in wrong)
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
        left, right = (
            "".join(stems[index - 1 : index + 1]) if index else "",
            "".join(stems[index : index + 2]),
        )
        return left in (self._pairs if index > start else self._often) or right in (
            self._pairs if index + 1 < end else self._often
        )


def _pairs(text: str) -> frozenset[str]:
    return frozenset(map("".join, zip(text[::2], text[1::2], strict=True)))
