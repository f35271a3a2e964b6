"""English slips: which known word was meant by an unknown one, by how people mistype and spell by ear.

A slip has a cost (a swap or a dropped vowel is cheap, another first letter is dear); what a word costs is
weighed against how often the lessons say it. All is settled by the words and the counts, never by chance.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

_RUNS = re.compile(r"(.)\1+")
_VOWELS = frozenset("aeiouy")
_ALIKE = "ck kc cs sc sz zs fv vf dt td jg gj iy yi ye ey kq qk bp pb xz mn nm"
_LIKE = frozenset(_ALIKE.split(" "))  # letters that sound or are written alike
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SWAP, _DOUBLED, _UNDOUBLED = 0.55, 0.35, 0.4
_LIMITS = (0, 0, 0, 0.65, 1.05, 1.35, 1.65, 1.65, 2.1)  # the cost that is forgiven, by letters typed
_RARE = (0, 0, 0, 20, 3, 1)  # how often a word must be said to be meant, by letters typed
_WEIGHT, _FREQUENT = 3.4, 0.7  # one slip more must be made up by a word a hundred times as frequent
_SAME = 0.75  # what a slip costs that sounds the same
_JOINED = (0, 4.5, 5.0, 3.0, 1.8)  # what a word costs that lacks its space, by its letters
_OFTEN = 12  # how often a word must be said to be found in a run of joined words
_FEW = """a i of to in is it me my we up at on be do go so us or if no an by he am ok you the and for can are
not but was had has her him his how our out she who why any all pay get now let may see too yes off set put
ask new old one two big bad job day did say"""
_SHORT = frozenset(_FEW.replace("\n", " ").split(" "))  # the only short words in a run of joined words


def _neighbours() -> frozenset[str]:
    pairs = {a + b for row in _ROWS for a, b in pairwise(row)}
    return frozenset(pairs | {pair[::-1] for pair in pairs})


_NEAR = _neighbours()
_EAR = (
    (re.compile("ph"), "f"), (re.compile("^kn|^gn"), "n"), (re.compile("^wr"), "r"), (re.compile("^wh"), "w"),
    (re.compile("ti(?=on|al)|ci(?=al|ous)"), "s"), (re.compile("[td]ch"), "c"), (re.compile("tch"), "c"),
    (re.compile("sh|ch"), "s"), (re.compile("gh(?=t|$)|gh"), ""), (re.compile("mb$"), "m"),
    (re.compile("dg"), "j"),
    (re.compile("c(?=[eiy])"), "s"), (re.compile("g(?=[eiy])"), "j"), (re.compile("ck|q|c"), "k"),
    (re.compile("x"), "ks"), (re.compile("z"), "s"), (re.compile("th"), "t"), (re.compile("(?<=.)h"), ""),
)  # fmt: skip


def by_ear(word: str) -> str:
    """Return what is left of a word when only its sound counts: its first letter's sound and consonants."""
    for rule, sound in _EAR:
        word = rule.sub(sound, word)
    head = "a" if word[:1] in _VOWELS else word[:1]
    return head + _RUNS.sub(r"\1", "".join(char for char in word[1:] if char not in "aeiouyw"))


def spelt(counts: Iterable[str]) -> list[str]:
    """Return the words that a slip may have been meant to be, in order."""
    return sorted(word for word in counts if len(word) > 2)


def cost(typed: str, meant: str, limit: float) -> float:
    """Return how much has to go wrong for `meant` to be typed so; anything above `limit` may come back."""
    if "ph" in meant and "f" in typed:
        meant, limit = meant.replace("ph", "f"), limit - 0.3
    rows, columns = len(typed), len(meant)
    before: list[float] = []
    last = [0.0]
    for j in range(columns):
        last.append(last[-1] + _missing(meant, j))
    for i in range(rows):
        here = [last[0] + _extra(typed, i)]
        char = typed[i]
        for j in range(columns):
            aim = meant[j]
            if char == aim:
                best = last[j]
            else:
                best = last[j] + _other(char, aim, i == 0 or j == 0)
                if i and j and char == meant[j - 1] and typed[i - 1] == aim:
                    best = min(best, before[j - 1] + _SWAP)
            if (found := last[j + 1] + _extra(typed, i)) < best:
                best = found
            if (found := here[j] + _missing(meant, j)) < best:
                best = found
            here.append(best)
        if min(here) > limit:
            return 9.0
        before, last = last, here
    return last[columns]


def _missing(meant: str, at: int) -> float:
    """Return the cost of leaving out a letter: a silent one costs little, the first one much."""
    char, ahead = meant[at], meant[at - 1] if at else ""
    if at == 0:
        return 0.5 if meant[:2] in ("kn", "wr") else 0.8 if char == "h" else 1.5
    if char == ahead:
        return _UNDOUBLED
    end = at == len(meant) - 1
    if char in _VOWELS:
        return 0.4 if end and char == "e" else 0.5
    if end and (meant.endswith("ing") or meant.endswith("mb")):
        return 0.3
    following = meant[at + 1 : at + 2]
    if char == "h" or (char == "c" and following in ("k", "q")) or (char == "g" and following in ("h", "n")):
        return 0.5
    if (char == "l" and following in ("d", "k", "f")) or (char == "d" and following == "g"):
        return 0.5
    return 0.75 if char in "ntrdlw" else 0.85


def _extra(typed: str, at: int) -> float:
    if at and typed[at] == typed[at - 1]:
        return _DOUBLED
    return 1.3 if at == 0 else 0.85


def _other(char: str, aim: str, first: bool) -> float:
    if char in _VOWELS and aim in _VOWELS:
        price = 0.55
    elif char + aim in _LIKE:
        price = 0.6
    else:
        price = 0.75 if char + aim in _NEAR else 1.05
    return price + 0.45 if first else price


def _small(word: str) -> float:
    return _JOINED[min(len(word), 4)]


class Speller:
    """Finds the known word, or words, that an unknown word was meant to be."""

    def __init__(self, counts: Mapping[str, int], words: frozenset[str], ears: Iterable[str] = ()) -> None:
        """`counts` tells how often each word that may be meant is said; `words` are all known ones, `ears`
        what `by_ear` makes of the `spelt` ones, if that is known."""
        self._counts, self._words = counts, words
        self._by_length: dict[int, list[str]] = {}
        self._sounds: dict[str, list[str]] = {}
        may_be = spelt(counts)
        for word, heard in zip(may_be, ears or map(by_ear, may_be), strict=True):
            self._by_length.setdefault(len(word), []).append(word)
            self._sounds.setdefault(heard, []).append(word)

    def meant(self, typed: str, strict: bool) -> tuple[str, ...]:
        """Return the words that were meant, () if nothing is near enough; `strict`: it may be a name."""
        size = min(len(typed), 8)
        limit = min(_LIMITS[size], 0.65 if size < 6 else 1.05) if strict else _LIMITS[size]
        often = _RARE[min(size, 5)]
        best: tuple[float, tuple[str, ...]] | None = None
        heard = by_ear(typed)
        for other in self._likely(typed, limit):
            if self._counts[other] >= often:
                price = cost(typed, other, limit)
                if price <= limit:
                    price *= _SAME if by_ear(other) == heard else 1.0
                    weighed = _WEIGHT * price - _FREQUENT * math.log(1 + self._counts[other])
                    if best is None or (weighed, (other,)) < best:
                        best = weighed, (other,)
        if not strict and len(typed) > 3:
            parts = self._parted(typed, 3)
            if parts is not None and (best is None or parts < best):
                best = parts
        return best[1] if best else ()

    def _likely(self, typed: str, limit: float) -> list[str]:
        from rapidfuzz.distance import OSA  # only needed when somebody slips
        from rapidfuzz.process import extract

        reach = 1 if limit <= 0.7 else 2 if limit < 2 else 3
        near: dict[str, int] = {}
        for size in range(len(typed) - min(reach, 2), len(typed) + reach + 1):
            options = self._by_length.get(size)
            if options:
                found = extract(typed, options, scorer=OSA.distance, score_cutoff=reach, limit=None)
                near.update((word, int(distance)) for word, distance, _ in found)
        near.update((word, 2) for word in self._sounds.get(by_ear(typed), ()) if word not in near)
        counts = self._counts
        return sorted(near, key=lambda word: (near[word] - math.log10(1 + counts[word]), word))[:16]

    def _parted(self, run: str, most: int) -> tuple[float, tuple[str, ...]] | None:
        """Return the best reading of a run as up to `most` words without their spaces."""
        best: tuple[float, tuple[str, ...]] | None = None
        for cut in range(1, len(run)):
            head, rest = run[:cut], run[cut:]
            if not self._stands(head):
                continue
            price = _small(head) - self._weight(head)
            if self._stands(rest):
                found: tuple[float, tuple[str, ...]] = (
                    price + _small(rest) - self._weight(rest),
                    (head, rest),
                )
            elif most > 2 and (further := self._parted(rest, most - 1)):
                found = price + further[0], (head, *further[1])
            else:
                continue
            if best is None or found < best:
                best = found
        return best

    def _stands(self, word: str) -> bool:
        if len(word) < 4:
            return word in _SHORT
        return self._counts.get(word, 0) >= _OFTEN

    def _weight(self, word: str) -> float:
        return min(math.log(1 + self._counts.get(word, 0)), 5.0) * 0.75
