"""Which clauses stand together: those after a turn ("could you do 250?"), and one group per alternative."""

from __future__ import annotations

from simulator.hearing import acts
from simulator.hearing.hearing import Sum
from simulator.hearing.joining import NEXT_WAY, OTHER_WAY
from simulator.hearing.legs import Clause


def until(clauses: list[Clause], place: int) -> list[Sum]:
    """Return the sums before a place."""
    return [one for clause in clauses for one in clause.sums if one.span.start < place]


def since(clauses: list[Clause], place: int) -> list[Clause]:
    """Return clauses without what stands before a place; none when no sum of its own is left."""
    after = [
        Clause(
            max(place, clause.start),
            clause.end,
            [one for one in clause.sums if one.span.start >= place],
            [one for one in clause.times if one.span.start >= place],
            [one for one in clause.counts if one.span.start >= place],
        )
        for clause in clauses
        if clause.end > place
    ]
    sums = [one for clause in after for one in clause.sums]
    return after if sums and all(one.whole != "rest" for one in sums) else []


def opened(clauses: list[Clause], text: str) -> list[Clause]:
    """Return clauses, each with the turn that stood alone before it: "option two, 300 on Friday"."""
    turn = -1
    for clause in clauses:
        if clause.bare and NEXT_WAY.match(text[clause.start : clause.end]):
            turn = clause.start
        elif turn >= 0 and not clause.bare:
            clause.start, turn = turn, -1
    return clauses


def _settled(clause: Clause, text: str) -> bool:
    return not clause.bare and acts.settles(text[clause.start : clause.end])


def alternatives(clauses: list[Clause], text: str) -> list[list[Clause]]:
    """Return the clauses in one group, or in one per alternative when each has its own sum."""
    groups: list[list[Clause]] = [[]]
    for clause in clauses:
        before = text[max(0, clause.start - 2) : clause.end]
        own = clause.sums or clause.counts
        if (
            groups[-1]
            and own
            and OTHER_WAY.search(before)
            and any(one.sums or one.counts or _settled(one, text) for one in groups[-1])
        ):
            groups.append([])
        groups[-1].append(clause)
    return groups
