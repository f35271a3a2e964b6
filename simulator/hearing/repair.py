"""Words put right before they are matched: slips, drawn-out letters, characters that only sound right.

A known word is never changed: a slip that makes another real word ("calling form") stays what it is. What
is known, and how usual it is, comes from the phrase files and the labelled replies.
"""

from __future__ import annotations

import re
from typing import Any

from simulator.hearing.data import table
from simulator.hearing.homophones import Homophones
from simulator.hearing.lattice import Lattice
from simulator.hearing.normalise import Clean
from simulator.hearing.sounding import Pairs, usual_words
from simulator.hearing.spelling import Speller
from simulator.hearing.stems import stem
from simulator.hearing.tokens import Speech, opened
from simulator.hearing.vocabulary import USUAL, common_words, compile_repair

__all__ = ["Repair", "common_words", "compile_repair"]

_RUNS = re.compile(r"(.)\1+")
_DRAWN = re.compile(r"(.)\1\1+")
_LEET = str.maketrans("013457@$", "oieastas")
_LATIN = re.compile(r"[a-z]+")
_APART = frozenset(" .*-_·|/~^+=,'•")
_TITLES = frozenset(["mr", "mrs", "ms", "miss", "dr", "mister"])
_JOINS = {head: frozenset(rest.split()) for head, rest in table("english.toml")["joins"].items()}


class Repair:
    """Puts the words of a reply right, from the words of one bank and the lessons."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data
        self.words: frozenset[str] = frozenset(data["words"].split())
        self._stems: frozenset[str] = frozenset(data["stems"].split())
        self._joined = frozenset(data["joined"].split())
        self._memory: dict[tuple[str, bool], tuple[str, ...]] = {}
        self._speller: Speller | None = None  # both are built when somebody slips
        self._lattice: Lattice | None = None

    def spells(self, word: str) -> bool:
        """Tell whether single letters may be joined to this word."""
        return word in self.words or stem(word) in self._stems

    def run(self, said: Speech, clean: Clean, names: frozenset[str]) -> Speech:
        """Return the reply with its slips put right; `names` are left alone."""
        if True in said.han:
            said = self._characters(self._together(said, clean), clean, names)
        return self._spelling(said, clean, names)

    def known(self, word: str) -> bool:
        """Tell whether a word is right as it stands."""
        return word in self.words or word in common_words() or stem(word) in self._stems

    def _spelling(self, said: Speech, clean: Clean, names: frozenset[str]) -> Speech:
        changes: list[tuple[int, int, tuple[str, ...]]] = []
        words, passed = said.words, 0
        for index, word in enumerate(words):
            if index and words[index - 1] in _JOINS and self._parts(said, index):
                changes.append((index - 1, index + 1, (words[index - 1] + word,)))
                continue
            if index < passed or said.han[index] or len(word) < 3 or word in self.words or word in names:
                continue
            if word.isdigit() or self.known(word):
                continue
            start, end, right = self._meant(said, clean, names, index)
            if changes and start < changes[-1][1]:
                continue
            if right and right != tuple(words[start:end]):
                changes.append((start, end, right))
                passed = end
        return said.changed(changes) if changes else said

    def _meant(
        self, said: Speech, clean: Clean, names: frozenset[str], index: int
    ) -> tuple[int, int, tuple[str, ...]]:
        """Return which words are put in the place of an unknown one, and of a neighbour it was cut from."""
        word = said.words[index]
        after = said.words[index + 1] if self._close(said, names, index + 1) else ""
        before = said.words[index - 1] if index and self._close(said, names, index) else ""
        if after and self._whole(word + after):
            return index, index + 2, (word + after,)
        if before and self._whole(before + word):
            return index - 1, index + 1, (before + word,)
        if after and len(word) > 3 and self.usual(word[:-1]) and self.usual(word[-1] + after):
            return index, index + 2, (word[:-1], word[-1] + after)
        if before and self.usual(before + word[0]) and self.usual(word[1:]):
            return index - 1, index + 1, (before + word[0], word[1:])
        if self._titled(said, index):
            return index, index + 1, ()
        return index, index + 1, self._word(word, self._named(said, clean, index))

    def _parts(self, said: Speech, index: int) -> bool:
        """Tell whether a word was pulled apart before this one: "under stand" ("a pay day" is none)."""
        return said.words[index] in _JOINS[said.words[index - 1]] and not said.signs[index]

    def _close(self, said: Speech, names: frozenset[str], index: int) -> bool:
        """Tell whether a word stands right behind the one before and may be one with it."""
        if index >= len(said.words) or said.signs[index] or said.han[index] or said.han[index - 1]:
            return False
        return names.isdisjoint(said.words[index - 1 : index + 1]) and said.words[index].isalpha()

    def _whole(self, word: str) -> bool:
        counts: dict[str, int] = self._data["counts"]
        return len(word) > 4 and word in counts and word in self.words

    def usual(self, word: str) -> bool:
        """Tell whether the lessons say a word often."""
        counts: dict[str, int] = self._data["counts"]
        return len(word) > 1 and counts.get(word, 0) >= USUAL

    def _titled(self, said: Speech, index: int) -> bool:
        """Tell whether a word is a name for sure: after a title or "my name is"."""
        before = said.words[max(0, index - 2) : index]
        return bool(before) and (before[-1] in _TITLES or before == ["name", "is"])

    def _named(self, said: Speech, clean: Clean, index: int) -> bool:
        """Tell whether a word may be a name: with a capital letter within a sentence."""
        first = index == 0 or said.sentences[index] != said.sentences[index - 1]
        return not first and not clean.typed.isupper() and clean.typed[clean.at[said.starts[index]]].isupper()

    def _word(self, word: str, strict: bool) -> tuple[str, ...]:
        right = self._memory.get((word, strict))
        if right is None:
            right = self._right(word, strict)
            if len(self._memory) < 5000:
                self._memory[word, strict] = right
        return right

    def _right(self, word: str, strict: bool) -> tuple[str, ...]:
        if not word.isalpha():
            plain = word.translate(_LEET)
            return opened(plain, "", "") if plain.isalpha() and self.known(plain) else ()
        if not word.isascii():
            return ()
        if self._speller is None:
            self._speller = Speller(self._data["counts"], self.words, self._data["ears"].split("|"))
        found = self._drawn(word) or self._speller.meant(word, strict)
        return tuple(part for one in found for part in opened(one, "", ""))

    def _drawn(self, word: str) -> tuple[str, ...]:
        """Return the word that was drawn out: "suuue", "pleeease"."""
        if not _DRAWN.search(word):
            return ()
        counts: dict[str, int] = self._data["counts"]
        options = [_DRAWN.sub(r"\1\1", word), _DRAWN.sub(r"\1", word), _RUNS.sub(r"\1", word)]
        options = [one for one in options if self.known(one)]
        return (max(options, key=lambda one: counts.get(one, 0)),) if options else ()

    def _together(self, said: Speech, clean: Clean) -> Speech:
        """Close words that were pulled apart (上.门)."""
        for index in range(1, len(said.words)):
            if not (said.signs[index] and said.han[index] and said.han[index - 1]):
                continue
            between = clean.typed[clean.at[said.ends[index - 1] - 1] + 1 : clean.at[said.starts[index]]]
            if said.stems[index - 1] + said.stems[index] in self._joined and _APART.issuperset(between):
                said.signs[index] = ""
                if said.sentences[index] != said.sentences[index - 1]:
                    for later in range(index, len(said.words)):
                        said.sentences[later] -= 1
        return said

    def _characters(self, said: Speech, clean: Clean, names: frozenset[str]) -> Speech:
        """Put Chinese characters right, stretch by stretch between names and other words."""
        if self._lattice is None:
            pairs = Pairs(self._data["pairs"])
            self._lattice = Lattice(pairs, usual_words(), self._joined)
            self._homophones = Homophones(self._data["sounds"], pairs, self._joined)
        changes: list[tuple[int, int, tuple[str, ...]]] = []
        start = 0
        count = len(said.words)
        while start < count:
            end, words = start, []
            while end < count and (word := self._read(said, clean, names, end)):
                words.append(word)
                end += 1
            if end - start > 1:
                breaks = [bool(signs) for signs in said.signs[start:end]]
                for first, last, text in self._lattice.read(words, breaks):
                    changes.append((start + first, start + last, tuple(text)))
            start = end + 1
        said = said.changed(changes) if changes else said
        self._homophones.hear(said)
        return said

    def _read(self, said: Speech, clean: Clean, names: frozenset[str], index: int) -> str:
        """Return a character, or a Latin word beside one that may be pinyin; "" for any other word."""
        if said.words[index] in names:
            return ""
        if said.han[index]:
            return said.words[index]
        start, end = said.starts[index], said.ends[index]
        word = clean.text[start:end]
        beside = (index and said.han[index - 1] and not said.signs[index]) or (
            index + 1 < len(said.words) and said.han[index + 1] and not said.signs[index + 1]
        )
        typed = clean.typed[clean.at[start] : clean.at[end - 1] + 1]
        return word if beside and _LATIN.fullmatch(word) and typed.islower() and len(word) < 16 else ""
