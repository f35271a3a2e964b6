"""Patterns compiled into one tree of words; the cost of a search grows with the reply, not the bank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from simulator.hearing.pattern import ANY, GLUED, NEAR, SLOTS, Part
from simulator.hearing.tokens import Speech, parted, soft

END = ""
_NEAR = 4  # two English words at 2, four Chinese characters at 1 (tokens.Speech.costs)
_TRIES = 60
Range = tuple[int, int]
Hits = dict[int, list[Range]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: whose it is, whether it cancels, its text, and (part, gap) in order."""

    owner: int
    excepts: bool
    text: str
    parts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class PatternSet:
    """Patterns, the tree of their phrases and, by part, the patterns to look at when it is found."""

    tree: dict[str, Any]
    patterns: tuple[Pattern, ...]
    anchors: dict[int, tuple[int, ...]]


def compile_patterns(
    parsed: Iterable[tuple[int, bool, str, tuple[Part, ...]]], rarity: Callable[[str], int]
) -> dict[str, Any]:
    """Return patterns as plain data; `rarity` tells how often a stem is met, so that rare parts lead."""
    tree: dict[str, Any] = {}
    numbers: dict[Any, int] = {slot: index for index, slot in enumerate(SLOTS)}
    often: dict[int, int] = dict.fromkeys(range(len(SLOTS)), 1000)
    patterns: list[list[Any]] = []
    anchors: dict[str, list[int]] = {}
    for owner, excepts, text, parts in parsed:
        sequence: list[list[int]] = []
        for part in parts:
            number = _part(part, numbers, tree, often, rarity)
            sequence.append([number, part.gap])
        lead = min((often[number], index) for index, (number, _) in enumerate(sequence))[1]
        anchors.setdefault(str(sequence[lead][0]), []).append(len(patterns))
        patterns.append([owner, int(excepts), text, sequence])
    return {"tree": tree, "patterns": patterns, "anchors": anchors}


def _part(
    part: Part,
    numbers: dict[Any, int],
    tree: dict[str, Any],
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
    for phrase in part.phrases:
        _plant(tree, phrase, number)
    for slot in part.slots:
        _plant(tree, (slot,), number)
    return number


def _plant(tree: dict[str, Any], phrase: Iterable[str], number: int) -> None:
    node = tree
    for word in phrase:
        node = node.setdefault(word, {})
    ends = node.setdefault(END, [])
    if number not in ends:
        ends.append(number)


def load_patterns(data: dict[str, Any]) -> PatternSet:
    """Return a set from its plain data."""
    patterns = tuple(
        Pattern(owner, bool(excepts), text, tuple([(part, gap) for part, gap in parts]))
        for owner, excepts, text, parts in data["patterns"]
    )
    anchors = {int(part): tuple(numbers) for part, numbers in data["anchors"].items()}
    return PatternSet(data["tree"], patterns, anchors)


def find_parts(found: PatternSet, said: Speech, slots: dict[str, list[Range]]) -> Hits:
    """Return where each part of the patterns stands in the reply, in reading order.

    `slots` are the places of {money}, {date}, {number} and {name}, which patterns may hold like words.
    """
    hits: Hits = {}
    stems, tree, count, typed = said.stems, found.tree, len(said.stems), said.typed
    sentences = [*said.sentences, -1]
    opening: dict[int, list[tuple[str, int]]] = {}
    for slot, places in slots.items():
        for start, stop in places:
            opening.setdefault(start, []).append((slot, stop))
    for index, slot in enumerate(SLOTS):
        if slots.get(slot):
            hits[index] = list(slots[slot])
    for start in range(count):
        ways = [(tree, start)]
        while ways:
            node, stop = ways.pop()
            if END in node and not (stop - start > 1 and parted(said.signs[stop - 1])):
                for number in node[END]:
                    hits.setdefault(number, []).append((start, stop))
            if sentences[stop] != sentences[start] or (stop == start + 1 and parted(said.signs[stop])):
                continue  # a comma may stand inside a saying, but never next to its first or last word
            if stop in opening:
                ways.extend((node[slot], end) for slot, end in opening[stop] if slot in node)
            further = node.get(stems[stop])
            if further is not None:
                ways.append((further, stop + 1))
            if stop in typed and (further := node.get(typed[stop])) is not None:
                ways.append((further, stop + 1))
    return hits


def candidates(found: PatternSet, hits: Hits) -> list[Pattern]:
    """Return the patterns of which every part occurs somewhere, in the order of the files."""
    numbers = sorted({number for part in hits for number in found.anchors.get(part, ())})
    patterns = found.patterns
    return [patterns[n] for n in numbers if all(part in hits for part, _ in patterns[n].parts)]


def matches(pattern: Pattern, hits: Hits, said: Speech) -> Iterator[tuple[Range, ...]]:
    """Yield the places of a pattern's parts, in order and within their gaps, a bounded number of times."""
    tries = 0
    dead: set[tuple[int, Range]] = set()
    for first in hits[pattern.parts[0][0]]:
        given = 0
        for rest in _follow(pattern, 1, first, hits, said, dead):
            yield (first, *rest)
            tries, given = tries + 1, given + 1
            if tries >= _TRIES:
                return
            if given >= 4:
                break


def _follow(
    pattern: Pattern, index: int, last: Range, hits: Hits, said: Speech, dead: set[tuple[int, Range]]
) -> Iterator[tuple[Range, ...]]:
    """Yield what may follow a part; `dead` remembers where nothing does, so that no reply is slow."""
    if index == len(pattern.parts):
        yield ()
        return
    if (index, last) in dead:
        return
    alive = False
    number, gap = pattern.parts[index]
    end = last[1]
    if end >= len(said.stems):
        return
    sentence, cost = said.sentences[last[0]], said.costs[end]
    for place in hits[number]:
        start = place[0]
        if start < end:
            continue
        if said.sentences[start] != sentence:
            break
        if (gap == GLUED and start != end) or (gap != ANY and said.costs[start] - cost > _NEAR):
            break
        if gap == NEAR and start > end and said.han[start] and any(map(soft, said.signs[end : start + 1])):
            break  # a few characters more, but none beyond a comma
        for rest in _follow(pattern, index + 1, place, hits, said, dead):
            alive = True
            yield (place, *rest)
    if not alive:
        dead.add((index, last))
