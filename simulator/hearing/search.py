"""The search of one reply: patterns that stand, patterns that scope took back, and what came near."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.hearing.hearing import Cancelled, Match
from simulator.hearing.listening import Owner
from simulator.hearing.matcher import Hits, Pattern, PatternSet, Range, candidates, find_parts, matches
from simulator.hearing.normalise import Clean
from simulator.hearing.scope import Scope
from simulator.hearing.similar import SHORT, Examples, Near, features, pieces
from simulator.hearing.tokens import Speech

_TRIES = 12
HEARD = 0.34
"""The likeness from which a good behaviour is heard; chosen for precision on labelled replies."""
EXPLAINED = 0.50
"""The same for a short piece, and for one in which patterns have heard something already."""
MARGIN = 0.03
"""How far the nearest behaviour must be ahead of the second, and of its own counter-examples."""
NEAR = 0.22
"""The likeness from which a behaviour came near: it is shown, and never scores."""


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
    hits = find_parts(patterns, reply.said, reply.slots)
    found: dict[int, tuple[Match, Range]] = {}
    taken: dict[int, Cancelled] = {}
    likely = candidates(patterns, hits) if hits else []
    for pattern in likely:
        if pattern.excepts or pattern.owner in found:
            continue
        owner = owners[pattern.owner]
        for tries, parts in enumerate(matches(pattern, hits, reply.said)):
            if tries >= _TRIES:
                break
            why = reply.scope.judge(parts, owner.hard) or _excepted(
                pattern.owner, parts, likely, hits, reply.said
            )
            place = (parts[0][0], parts[-1][1])
            if why is None:
                found[pattern.owner] = reply.match(owner, *place, "pattern", pattern.text), place
                break
            if pattern.owner not in taken:
                match = reply.match(owner, *place, "pattern", pattern.text)
                taken[pattern.owner] = Cancelled(match, why[0], reply.words(why[1]))
    return found, {owner: cancelled for owner, cancelled in taken.items() if owner not in found}


def _excepted(
    owner: int, parts: tuple[Range, ...], likely: list[Pattern], hits: Hits, said: Speech
) -> tuple[str, Range] | None:
    """Return the place of an `except` pattern of the same owner that overlaps or surrounds the match."""
    start, end = parts[0][0], parts[-1][1]
    for pattern in likely:
        if pattern.excepts and pattern.owner == owner:
            for places in matches(pattern, hits, said):
                if places[0][0] < end and start < places[-1][1]:
                    return "except", (places[0][0], places[-1][1])
    return None


def by_likeness(
    examples: Examples, owners: tuple[Owner, ...], reply: Reply, settled: dict[int, Range], without: str = ""
) -> tuple[dict[int, Match], dict[int, Match]]:
    """Return what is heard by likeness (good and okay only) and what came near, by owner.

    `settled` are the owners that patterns decided, heard or taken back, with their places: they neither
    compete nor are heard again, and a piece that holds a hard one is never taken for a kindness.
    """
    heard: dict[int, Match] = {}
    near: dict[int, Match] = {}
    hard = [place for owner, place in settled.items() if owners[owner].hard]
    soft = [place for owner, place in settled.items() if not owners[owner].hard]
    for start, end in pieces(reply.said):
        negated = any(reply.scope.negators[start:end])
        found = examples.nearest((start, end), features(reply.said, start, end), negated, without)
        found = [one for one in found[:6] if one.score >= NEAR and one.owner not in settled]
        explained = any(first < end and start < last for first, last in soft)
        short = reply.said.costs[end] - reply.said.costs[start] < SHORT
        bar = EXPLAINED if explained or short else HEARD
        for rank, one in enumerate(found):
            owner = owners[one.owner]
            second = found[1].score if rank == 0 and len(found) > 1 else 0.0
            clear = rank == 0 and one.score >= bar and one.score - second >= MARGIN and _ahead(one)
            mixed = any(first < end and start < last for first, last in hard)
            target = heard if clear and not owner.hard and not mixed else near
            match = reply.match(owner, start, end, "example", examples.rows[one.example][3], one.score)
            if one.owner not in target or one.score > target[one.owner].sureness:
                target[one.owner] = match
    return heard, {owner: match for owner, match in near.items() if owner not in heard}


def _ahead(one: Near) -> bool:
    return one.score - one.against >= MARGIN
