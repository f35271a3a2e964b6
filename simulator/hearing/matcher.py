"""The search of a reply for the patterns of a set; its cost grows with the reply, not with the bank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simulator.hearing.compiled import MORE, Pattern, PatternSet, bits_of
from simulator.hearing.pattern import ANY, GLUED, NEAR, SLOTS
from simulator.hearing.tokens import Speech, parted, soft

_NEAR = 4  # two English words at 2, four Chinese characters at 1 (tokens.Speech.costs)
_TRIES = 60
Range = tuple[int, int]
Places = list[tuple[str, int, int]]
"""Phrases of patterns with the words that they stand at, in reading order."""


def find_phrases(phrases: dict[str, str], said: Speech, slots: dict[str, list[Range]]) -> Places:
    """Return where phrases stand in the reply, in reading order.

    `slots` are the places of {money}, {date}, {number} and {name}, which patterns may hold like words.
    """
    found: Places = []
    stems, count, typed = said.stems, len(said.stems), said.typed
    sentences = [*said.sentences, -1]
    cut = [bool(signs) and parted(signs) for signs in said.signs]
    opening: dict[int, list[tuple[str, int]]] = {}
    for slot, places in slots.items():
        for start, stop in places:
            opening.setdefault(start, []).append((slot, stop))
    for start in range(count):
        sentence = sentences[start]
        # a slot, a word and the same word as it was typed may all begin or continue a phrase here
        ways = [(slot, end) for slot, end in opening[start] if slot in phrases] if start in opening else []
        ways.append((stems[start], start + 1))
        if start in typed:
            ways.append((typed[start], start + 1))
        while ways:
            phrase, stop = ways.pop()
            parts = phrases.get(phrase)
            if parts is None:
                continue
            if parts != MORE and not (cut[stop - 1] and stop - start > 1):
                found.append((phrase, start, stop))
            if parts[:1] != MORE or sentences[stop] != sentence or (stop == start + 1 and cut[stop]):
                continue  # a comma may stand inside a saying, but never next to its first or last word
            head = phrase + " "
            if stop in opening:
                ways.extend((head + slot, end) for slot, end in opening[stop])
            ways.append((head + stems[stop], stop + 1))
            if stop in typed:
                ways.append((head + typed[stop], stop + 1))
    return found


class Hits(dict[int, list[Range]]):
    """Where each part of the patterns stands in a reply, in reading order; put together when asked for."""

    def __init__(self, patterns: PatternSet, slots: Mapping[int, list[Range]], places: Places) -> None:
        """`slots` are the places of those parts that are slots."""
        self._patterns, self._slots, self._places = patterns, slots, places

    def __missing__(self, part: int) -> list[Range]:
        members = self._patterns.members(part)
        found = [(start, stop) for phrase, start, stop in self._places if phrase in members]
        if part in self._slots:
            found = [*self._slots[part], *found]
        self[part] = found
        return found


def candidates(
    found: PatternSet, places: Places, slots: dict[str, list[Range]]
) -> tuple[list[Pattern], Hits]:
    """Return the patterns of which every part occurs somewhere, in the order of the files, and where each
    of their parts stands."""
    slotted = {number: slots[slot] for number, slot in enumerate(SLOTS) if slots.get(slot)}
    present = bits_of(slotted)
    led = {number for part in slotted for number in found.led(part)}
    met = map(found.met, {phrase for phrase, _, _ in places})
    for bits, numbers in met:
        present |= bits
        led.update(numbers)
    there = bin(present | 1 << found.parts)[:2:-1]  # a letter for each part, which is looked up fastest
    needs, likely = found.needs, []
    for number in led:
        for part in needs[number]:
            if there[part] == "0":
                break
        else:
            likely.append(found.pattern(number))
    likely.sort(key=_number)
    return likely, Hits(found, slotted, places)


def _number(pattern: Pattern) -> int:
    return pattern.number


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
