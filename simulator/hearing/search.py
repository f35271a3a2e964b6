"""The search of one reply by patterns: those that stand, and those that scope took back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.hearing.compiled import Pattern, PatternSet
from simulator.hearing.hearing import Cancelled, Match
from simulator.hearing.listening import Owner
from simulator.hearing.matcher import Hits, Range, candidates, find_phrases, matches
from simulator.hearing.normalise import Clean
from simulator.hearing.scope import Scope
from simulator.hearing.tokens import Speech

_TRIES = 12


@dataclass(slots=True)
class Reply:
    """One reply, read as far as every search needs it."""

    clean: Clean
    said: Speech
    scope: Scope
    slots: dict[str, list[Range]]

    def match(
        self, owner: Owner, start: int, end: int, how: str, because: str, sureness: float = 1.0
    ) -> Match:
        """Return words start to end as the evidence of an owner."""
        span = self.clean.span(self.said.starts[start], self.said.ends[end - 1])
        typed = self.clean.typed[span.start : span.end]
        return Match(owner.name, owner.kind, span, typed, how, because, None, sureness)

    def words(self, place: Range) -> str:
        """Return words as they were typed."""
        span = self.clean.span(self.said.starts[place[0]], self.said.ends[place[1] - 1])
        return self.clean.typed[span.start : span.end]


def by_pattern(
    patterns: PatternSet, owners: tuple[Owner, ...], reply: Reply
) -> tuple[dict[int, tuple[Match, Range]], dict[int, Cancelled]]:
    """Return by owner the first match that stands, and for the others what was taken back and why."""
    if not len(patterns):
        return {}, {}
    places = find_phrases(patterns.phrases, reply.said, reply.slots)
    likely, hits = candidates(patterns, places, reply.slots)
    found: dict[int, tuple[Match, Range]] = {}
    taken: dict[int, Cancelled] = {}
    excepts: dict[int, list[Pattern]] = {}
    for pattern in likely:
        if pattern.excepts:
            excepts.setdefault(pattern.owner, []).append(pattern)
    for pattern in likely:
        number = pattern.owner
        if pattern.excepts or number in found:
            continue
        owner = owners[number]
        for tries, parts in enumerate(matches(pattern, hits, reply.said)):
            if tries >= _TRIES:
                break
            why = None if owner.bare else reply.scope.judge(parts, owner.hard)
            why = why or _excepted(excepts.get(number, ()), parts, hits, reply.said)
            place = (parts[0][0], parts[-1][1])
            if why is None:
                found[number] = reply.match(owner, *place, "pattern", pattern.text), place
                break
            if number not in taken:
                match = reply.match(owner, *place, "pattern", pattern.text)
                taken[number] = Cancelled(match, why[0], reply.words(why[1]))
    return found, {owner: cancelled for owner, cancelled in taken.items() if owner not in found}


def _excepted(
    excepts: Sequence[Pattern], parts: tuple[Range, ...], hits: Hits, said: Speech
) -> tuple[str, Range] | None:
    """Return the place of an `except` pattern of the same owner that overlaps or surrounds the match."""
    start, end = parts[0][0], parts[-1][1]
    for pattern in excepts:
        for places in matches(pattern, hits, said):
            if places[0][0] < end and start < places[-1][1]:
                return "except", (places[0][0], places[-1][1])
    return None


def asks(said: Speech, start: int, end: int) -> bool:
    """Tell whether words start to end hold a question."""
    return said.stems[end - 1] in ("吗", "呢") or "?" in "".join(said.signs[start + 1 : end + 1])
