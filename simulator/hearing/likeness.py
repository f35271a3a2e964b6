"""What is heard without a pattern: by learnt weights in the packs, by the nearest example in a beat.

Good and okay behaviours alone are ever heard so; a bad or a breach can at most have come near.
"""

from __future__ import annotations

from simulator.hearing.hearing import Match
from simulator.hearing.learnt import Learnt, marked
from simulator.hearing.listening import Owner
from simulator.hearing.matcher import Range
from simulator.hearing.search import Reply, asks
from simulator.hearing.similar import SHORT, Examples, Near, features, pieces

SCORE = 0.4
"""The learnt score from which a good behaviour is heard; chosen for precision on labelled replies."""
EXPLAINED_SCORE = 0.8
"""The same for a short piece, one with a pattern's match in it, or one turned round by a negation."""
NEAR_SCORE = -0.4
"""The learnt score from which a good behaviour came near: it is shown, and never counts."""
HARD_NEAR = 0.40
"""The likeness to an example from which a bad or a breach came near, where nothing else was heard."""
HEARD = 0.45
"""The likeness to a beat's own example from which a good target is heard."""
EXPLAINED = 0.55
"""The same for a short piece, and for one in which patterns have heard something already."""
MARGIN = 0.03
"""How far the nearest behaviour must be ahead of the second, and of its own counter-examples."""
NEAR = 0.22
"""The likeness from which a target of the beat came near."""
NOTHING = 4
"""Gap costs of a piece too short to be like anything: two English words, four Chinese characters."""
Found = tuple[dict[int, Match], dict[int, Match]]


def by_learning(
    learnt: Learnt, examples: Examples, owners: tuple[Owner, ...], reply: Reply, settled: dict[int, Range]
) -> Found:
    """Return what is heard by learnt weights (good and okay only) and what came near, by owner.

    `settled` are the owners that patterns decided, heard or taken back, with their places: they are not
    heard again, and a piece that holds a hard one is never taken for a kindness.
    """
    heard: dict[int, Match] = {}
    near: dict[int, Match] = {}
    said, scope = reply.said, reply.scope
    hard, soft = _places(settled, owners)
    for start, end in pieces(said):
        if _holds(hard, start, end):
            continue
        negated = any(scope.negators[start:end])
        document = features(said, start, end)
        flagged = marked(document, negated, any(scope.borrowed[start:end]), asks(said, start, end))
        (score, owner), *others = learnt.scores(flagged, examples.telling) or [(-1.0, -1)]
        explained = _holds(soft, start, end)
        if owner in settled or (score < NEAR_SCORE and explained):
            continue
        found = examples.nearest((start, end), document, negated)
        like = next((one for one in found if one.owner == owner), None)
        if like is not None and score >= NEAR_SCORE:
            row = examples.rows[like.example]
            turned = negated and not row[2]
            cost = said.costs[end] - said.costs[start]
            bar = EXPLAINED_SCORE if explained or cost < SHORT or turned else SCORE
            clear = (
                score >= bar
                and cost > NOTHING
                and (not others or score - others[0][0] >= MARGIN)
                and _ahead(like)
            )
            if clear or not explained:
                sureness = round(min(0.99, 0.5 + score / 4), 3)
                match = reply.match(owners[owner], start, end, "example", row[3], sureness)
                _keep(heard if clear else near, owner, match)
        if score < 0 and not explained and found and owners[found[0].owner].hard:
            one = found[0]
            if one.owner not in settled and one.score >= HARD_NEAR and _ahead(one):
                row = examples.rows[one.example]
                _keep(
                    near, one.owner, reply.match(owners[one.owner], start, end, "example", row[3], one.score)
                )
    return heard, {owner: match for owner, match in near.items() if owner not in heard}


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
