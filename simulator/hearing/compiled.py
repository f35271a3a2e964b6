"""Patterns compiled to plain data: one table of phrases, the parts that hold them, the patterns they lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from simulator.hearing.pattern import SLOTS, Part

MORE = "+"
"""Before the parts of a phrase that begins longer ones."""
Met = tuple[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: its place in the files, whose it is, whether it cancels, its text, and (part, gap)
    in order."""

    number: int
    owner: int
    excepts: bool
    text: str
    parts: tuple[tuple[int, int], ...]


def compile_patterns(
    parsed: Iterable[tuple[int, bool, str, tuple[Part, ...]]], rarity: Callable[[str], int]
) -> dict[str, Any]:
    """Return patterns as plain data; `rarity` tells how often a stem is met, so that rare parts lead.

    `phrases` are all beginnings of phrases, cut by "|" (words by spaces), `parts` in the same order the
    numbers of the parts that hold them; by part, `members` are its phrases and `leads` the patterns that it
    leads.
    """
    phrases: dict[str, list[int]] = {}
    numbers: dict[Any, int] = {slot: index for index, slot in enumerate(SLOTS)}
    often: dict[int, int] = dict.fromkeys(range(len(SLOTS)), 1000)
    sequences: list[str] = []
    owners: list[int] = []
    texts: list[str] = []
    leads: dict[int, list[int]] = {}
    for owner, excepts, text, parts in parsed:
        sequence = [(_part(part, numbers, phrases, often, rarity), part.gap) for part in parts]
        lead = min((often[number], index) for index, (number, _) in enumerate(sequence))[1]
        leads.setdefault(sequence[lead][0], []).append(len(sequences))
        sequences.append(" ".join(f"{number}:{gap}" for number, gap in sequence))
        owners.append(~owner if excepts else owner)
        texts.append(text)
    members: list[list[int]] = [[] for _ in numbers]
    for index, ends in enumerate(phrases.values()):
        for number in ends:
            members[number].append(index)
    longer = {phrase.rpartition(" ")[0] for phrase in phrases}
    return {
        "phrases": "|".join(phrases),
        "parts": "|".join(
            (MORE if phrase in longer else "") + " ".join(map(str, ends)) for phrase, ends in phrases.items()
        ),
        "members": "|".join(" ".join(map(str, some)) for some in members),
        "leads": "|".join(" ".join(map(str, leads.get(number, ()))) for number in range(len(numbers))),
        "owners": owners,
        "texts": texts,
        "sequences": "|".join(sequences),
    }


def _part(
    part: Part,
    numbers: dict[Any, int],
    phrases: dict[str, list[int]],
    often: dict[int, int],
    rarity: Callable[[str], int],
) -> int:
    if not part.phrases and len(part.slots) == 1:
        return numbers[part.slots[0]]
    key = (frozenset(part.phrases), part.slots)
    if key in numbers:
        return numbers[key]
    number = numbers[key] = len(numbers)
    often[number] = sum(min(rarity(word) for word in phrase) for phrase in part.phrases) + 1000 * len(
        part.slots
    )
    for phrase in (*part.phrases, *((slot,) for slot in part.slots)):
        for end in range(1, len(phrase)):
            phrases.setdefault(" ".join(phrase[:end]), [])
        ends = phrases.setdefault(" ".join(phrase), [])
        if ends[-1:] != [number]:
            ends.append(number)
    return number


def whole_phrases(data: dict[str, Any]) -> list[str]:
    """Return the phrases that compiled patterns hold, words cut by spaces, without mere beginnings."""
    pairs = zip(data["phrases"].split("|"), data["parts"].split("|"), strict=True)
    return [phrase for phrase, parts in pairs if parts not in ("", MORE)]


class PatternSet:
    """Patterns, and by phrase the parts that hold it; what is met is read at its first time."""

    def __init__(self, data: dict[str, Any]) -> None:
        names: str = data["phrases"]
        self._names = names.split("|") if names else []
        self.phrases: dict[str, str] = dict(zip(self._names, data["parts"].split("|"), strict=False))
        self._members: list[str] = data["members"].split("|")
        self._owners: list[int] = data["owners"]
        self._texts: list[str] = data["texts"]
        self._leads: list[str] = data["leads"].split("|")
        self._sequences: list[str] = data["sequences"].split("|")
        self.parts = len(self._leads)
        self._met: dict[str, Met] = {}
        self._phrases_of: dict[int, frozenset[str]] = {}
        self.needs: dict[int, tuple[int, ...]] = {}
        self._patterns: dict[int, Pattern] = {}

    def __len__(self) -> int:
        return len(self._owners)

    def met(self, phrase: str) -> Met:
        """Return the parts that hold a phrase, a bit for each, and the patterns that they lead."""
        found = self._met.get(phrase)
        if found is None:
            parts = list(map(int, self.phrases[phrase].removeprefix(MORE).split()))
            led = tuple(chain.from_iterable(map(self.led, parts)))
            found = self._met[phrase] = bits_of(parts), led
        return found

    def led(self, part: int) -> tuple[int, ...]:
        """Return the patterns that a part leads; what they need is at hand from then on."""
        numbers = tuple(map(int, self._leads[part].split()))
        for number in numbers:
            parts = [int(one.partition(":")[0]) for one in self._sequences[number].split(" ")]
            self.needs[number] = tuple([one for one in parts if one != part])
        return numbers

    def members(self, part: int) -> frozenset[str]:
        """Return the phrases of a part."""
        found = self._phrases_of.get(part)
        if found is None:
            phrases = [self._names[int(index)] for index in self._members[part].split()]
            found = self._phrases_of[part] = frozenset(phrases)
        return found

    def pattern(self, number: int) -> Pattern:
        """Return a pattern."""
        found = self._patterns.get(number)
        if found is None:
            pairs = [one.partition(":") for one in self._sequences[number].split(" ")]
            parts = tuple([(int(part), int(gap)) for part, _, gap in pairs])
            owner = self._owners[number]
            whose = ~owner if owner < 0 else owner
            found = self._patterns[number] = Pattern(number, whose, owner < 0, self._texts[number], parts)
        return found


def bits_of(parts: Iterable[int]) -> int:
    """Return parts as a number with a bit for each."""
    bits = 0
    for part in parts:
        bits |= 1 << part
    return bits
