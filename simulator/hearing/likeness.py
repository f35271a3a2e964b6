"""What a beat hears without a pattern: by the nearest of its own examples.

Good and okay behaviours alone are ever heard so; a bad or a breach can at most have come near.
"""

from __future__ import annotations

from simulator.hearing.hearing import Match
from simulator.hearing.listening import Owner
from simulator.hearing.matcher import Range
from simulator.hearing.search import Reply
from simulator.hearing.similar import SHORT, Examples, Near, features, pieces

HEARD = 0.45
"""The likeness to a beat's own example from which a good target is heard."""
EXPLAINED = 0.55
"""The same for a short piece, and for one in which patterns have heard something already."""
MARGIN = 0.03
"""How far the nearest behaviour must be ahead of the second, and of its own counter-examples."""
NEAR = 0.22
"""The likeness from which a target of the beat came near."""
SCORE = 0.0
"""The learnt score over which a good behaviour of the packs is heard."""
Found = tuple[dict[int, Match], dict[int, Match]]


def by_likeness(
    examples: Examples, owners: tuple[Owner, ...], reply: Reply, settled: dict[int, Range], without: str = ""
) -> Found:
    """Return what is heard by the nearest example (good and okay only) and what came near, by owner.

    `settled` are the owners that patterns decided, heard or taken back, with their places: they neither
    compete nor are heard again, and a piece that holds a hard one is never taken for a kindness.
    """
    heard: dict[int, Match] = {}
    near: dict[int, Match] = {}
    hard, soft = _places(settled, owners)
    for start, end in pieces(reply.said):
        negated = any(reply.scope.negators[start:end])
        found = examples.nearest((start, end), features(reply.said, start, end), negated, without)
        found = [one for one in found[:6] if one.score >= NEAR and one.owner not in settled]
        explained = _holds(soft, start, end)
        short = reply.said.costs[end] - reply.said.costs[start] < SHORT
        bar = EXPLAINED if explained or short else HEARD
        for rank, one in enumerate(found):
            owner = owners[one.owner]
            second = found[1].score if rank == 0 and len(found) > 1 else 0.0
            clear = rank == 0 and one.score >= bar and one.score - second >= MARGIN and _ahead(one)
            mixed = _holds(hard, start, end)
            target = heard if clear and not owner.hard and not mixed else near
            match = reply.match(owner, start, end, "example", examples.rows[one.example][3], one.score)
            _keep(target, one.owner, match)
    return heard, {owner: match for owner, match in near.items() if owner not in heard}


def _ahead(one: Near) -> bool:
    return one.score - one.against >= MARGIN


def _keep(matches: dict[int, Match], owner: int, match: Match) -> None:
    if owner not in matches or match.sureness > matches[owner].sureness:
        matches[owner] = match


def _places(settled: dict[int, Range], owners: tuple[Owner, ...]) -> tuple[list[Range], list[Range]]:
    """Return the places of the hard and of the other owners."""
    hard = [place for owner, place in settled.items() if owners[owner].hard]
    return hard, [place for owner, place in settled.items() if not owners[owner].hard]


def _holds(places: list[Range], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in places)
