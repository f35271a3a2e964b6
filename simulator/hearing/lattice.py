"""Chinese slips: the characters that were meant, by sound, by shape and by what usually stands side by side.

Where two characters stand together that no lesson has together, every reading of the stretch around them is
weighed: as typed, other characters of the same sound, pinyin, a character typed in two halves, twice or in
the wrong order. A change costs; it is made only where the pairs that it makes are so much more usual.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from simulator.hearing.data import table
from simulator.hearing.sounding import USUAL, Pairs, folded, sounds, syllables

NUMERALS = frozenset("零一二三四五六七八九十百千万两半几〇")
_FIXED = NUMERALS | frozenset("不没别您你我他她它咱的了吗呢着过是在有")
_ALIKE, _NEARLY, _SPELT, _HALVES, _TWICE, _TURNED, _LETTER = 6.0, 1.0, 1.0, 1.5, 3.0, 7.0, 9.0
_KNOWN = 3.0  # what it costs more to change a word
_LOOSE = 6.0  # what a character costs more that makes no word with its neighbours
_TURN = 16  # how often a pair must have been met to be meant by its characters in the wrong order
_LONGER = 1.2  # what each letter more costs that is left as it is
_HEARD, _VERY = 16, 32  # the same for a pair that is no word the ear listens for
_MOST = 8
_WIDEST = 24
_KEPT = 20000  # characters with their neighbours whose other readings are kept at hand

Ways = dict[str, tuple[float, tuple[int, str, str] | None]]
"""By last character: the price, and how it was reached."""
Edge = tuple[int, str, float]  # how many tokens are read, as which characters, at what cost


@cache
def _halves() -> dict[str, str]:
    found: dict[str, str] = table("slips_zh.toml")["halves"]
    return found


@cache
def _letters() -> dict[str, str]:
    found: dict[str, str] = table("slips_zh.toml")["letters"]
    return found


@cache
def _spelt(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to cut a word into syllables, the longest first."""
    if not word:
        return ((),)
    ways: list[tuple[str, ...]] = []
    for size in range(min(6, len(word)), 0, -1):
        if word[:size] in syllables():
            ways.extend((word[:size], *rest) for rest in _spelt(word[size:]))
    return tuple(way for way in sorted(ways, key=len)[:3] if len(way) <= 4)


class Lattice:
    """Reads stretches of Chinese in the most probable way."""

    def __init__(self, pairs: Pairs, words: frozenset[str], heard: frozenset[str]) -> None:
        """`words` and `heard` are pairs that are a word, not only usual side by side; the ear listens for
        `heard`."""
        self.pairs, self._words, self._heard = pairs, words, heard
        self._memory: dict[str, list[Edge]] = {}
        self._prices: dict[str, float] = {}

    def read(self, words: list[str], breaks: list[bool]) -> list[tuple[int, int, str]]:
        """Return what to change: (from word, to word, characters meant).

        `words` are characters and Latin words that may be pinyin; `breaks[i]`: nothing joins word i to the
        one before.
        """
        out: list[tuple[int, int, str]] = []
        for start, end in self._strange(words, breaks):
            before = "" if start == 0 or breaks[start] else words[start - 1]
            after = "" if end == len(words) or breaks[end] else words[end]
            out.extend(self._best(words, breaks, start, end, before, after))
        return out

    def _strange(self, words: list[str], breaks: list[bool]) -> Iterator[tuple[int, int]]:
        """Yield the stretches around what was never met side by side."""
        start = end = -1
        met = self.pairs.met
        for index, word in enumerate(words):
            usual = not index or breaks[index] or words[index - 1] + word in met
            if usual and not word.isascii():
                continue
            first, last = max(0, index - 2), min(len(words), index + 2)
            if first <= end:
                end = last
                if end - start < _WIDEST:
                    continue
            if end > 0:
                yield start, end
            start, end = (first, last) if first >= end else (end, last)
        if end > start >= 0:
            yield start, end

    def _best(
        self, words: list[str], breaks: list[bool], start: int, end: int, before: str, after: str
    ) -> list[tuple[int, int, str]]:
        ways: list[Ways] = [{} for _ in range(end - start + 1)]
        ways[0][before] = (0.0, None)
        known_price = self._prices.get
        for at in range(start, end):
            here = ways[at - start]
            if not here:
                continue
            edges = self._edges(words, breaks, at, end)
            fresh = breaks[at] if at > start else False
            for last, (paid, _) in sorted(here.items(), key=lambda item: (item[1][0], item[0]))[:_MOST]:
                head = "" if fresh else last
                for size, text, extra in edges:
                    price, prior = paid + extra, head
                    for char in text:
                        price += known_price(f"{prior} {char}") or self._price(prior, char)
                        prior = char
                    aim = ways[at + size - start]
                    known = aim.get(prior)
                    if known is None or price < known[0] - 1e-9:
                        aim[prior] = price, (at, last, text)
        final = ways[end - start]
        if not final:
            return []
        last = min(final, key=lambda one: (final[one][0] + self._price(one, after), one))
        return list(self._changes(words, ways, start, end, last))[::-1]

    def _price(self, one: str, other: str) -> float:
        if len(other) != 1 or other.isascii():
            return 0.0 if not other else _LETTER
        price = self.pairs.price("" if one.isascii() else one, other)
        if len(self._prices) > _KEPT:
            self._prices.clear()
        self._prices[f"{one} {other}"] = price
        return price

    def _changes(
        self, words: list[str], ways: list[Ways], start: int, end: int, last: str
    ) -> Iterator[tuple[int, int, str]]:
        at = end
        while at > start:
            step = ways[at - start][last][1]
            if step is None:
                return
            origin, last, text = step
            if text != "".join(words[origin:at]) and text != "\0":
                yield origin, at, text
            at = origin

    def _edges(self, words: list[str], breaks: list[bool], at: int, end: int) -> list[Edge]:
        word = words[at]
        if word.isascii():
            spelt: list[Edge] = [(1, text, _SPELT) for text in self._pinyin(words, breaks, at)]
            return [(1, "\0", _LONGER * (len(word) - 2)), *spelt]
        left = words[at - 1] if at and not breaks[at] else ""
        right = words[at + 1] if at + 1 < len(words) and not breaks[at + 1] else ""
        beside = left + word + right if left and right else f"{left} {word} {right}"
        edges = self._memory.get(beside)
        if edges is None:
            if len(self._memory) > _KEPT:
                self._memory.clear()
            edges = self._memory[beside] = [(1, word, 0.0), *self._others(word, left, right)]
        edges = [*edges]
        if right and at + 1 < end:
            if word == right and word + word not in self.pairs and self._doubled(words, breaks, at):
                edges.append((2, word, _TWICE))
            if (whole := _halves().get(word + right)) is not None:
                edges.append((2, whole, _HALVES))
            if (
                right not in _FIXED
                and word not in _FIXED
                and word + right not in self.pairs
                and self.pairs.often(right + word) >= _TURN
            ):
                edges.append((2, right + word, _TURNED))
        return edges

    def _word(self, pair: str) -> bool:
        return pair in self._heard or pair in self._words

    def _others(self, word: str, left: str, right: str) -> Iterator[Edge]:
        """Yield the characters of the same sound that make a usual pair with a neighbour."""
        heard = sounds().get(word, ())
        if word in _FIXED or not heard:
            return
        known = self._word(left + word) or self._word(word + right)
        options: dict[str, float] = {}
        for place, some in ((1, self._sounding(left, word)), (0, self._sounding(word, right))):
            for pair in some:
                if self.pairs.often(pair) < (_HEARD if pair in self._heard else _VERY):
                    continue
                option, extra = pair[place], 0.0 if self._word(pair) else _LOOSE
                if option not in _FIXED and option != word and extra < options.get(option, 99.0):
                    options[option] = extra
        for option, extra in sorted(options.items()):
            same = not set(heard).isdisjoint(sounds()[option])
            alike = (_ALIKE if same else _ALIKE + _NEARLY) + (_KNOWN if known else 0.0)
            yield 1, option, extra + alike

    def _doubled(self, words: list[str], breaks: list[bool], at: int) -> bool:
        """Tell whether a doubled character is one half of a word: 题 in 问题题, 请 in 请请问."""
        left = words[at - 1] if at and not breaks[at] else ""
        right = words[at + 2] if at + 2 < len(words) and not breaks[at + 2] else ""
        return self.pairs.often(left + words[at]) >= USUAL or self.pairs.often(words[at] + right) >= USUAL

    def _sounding(self, one: str, other: str) -> list[str]:
        heard = sounds()
        if not one or not other:
            return []
        first = (_folded(one),) if one.isascii() else heard.get(one, ())
        second = (_folded(other),) if other.isascii() else heard.get(other, ())
        return [pair for a in first for b in second for pair in self.pairs.sounding(a, b)]

    def _pinyin(self, words: list[str], breaks: list[bool], at: int) -> list[str]:
        """Return what a Latin word among characters may stand for."""
        word = words[at]
        found: list[str] = []
        if word in _letters():
            found.append(_letters()[word])
        for way in _spelt(word):
            parts = [folded(one) for one in way]
            if len(parts) == 1:
                left = words[at - 1] if at and not breaks[at] else ""
                right = words[at + 1] if at + 1 < len(words) and not breaks[at + 1] else ""
                pairs = {pair[1] for pair in self._sounding(left, word)}
                options = pairs | {pair[0] for pair in self._sounding(word, right)}
                found.extend(sorted(one for one in options if parts[0] in sounds()[one]))
            else:
                heads = self._chain(parts)
                found.extend(one for one in heads if parts[1] in sounds()[one[1]])
        return found[:40]

    def _chain(self, parts: list[str]) -> list[str]:
        """Return the words that a run of syllables may be, the most usual first."""
        heads = [pair for pair in self.pairs.sounding(parts[0], parts[1]) if parts[0] in sounds()[pair[0]]]
        out = sorted(heads, key=lambda pair: (-self.pairs.often(pair), pair))[:12]
        for before, part in pairwise(parts[1:]):
            further = {
                head + pair[1]
                for head in out
                for pair in self.pairs.sounding(before, part)
                if pair[0] == head[-1]
            }
            out = sorted(further, key=lambda text: (-self.pairs.often(text[-2:]), text))[:12]
        return out


def _folded(word: str) -> str:
    return folded(word) if word in syllables() else word
