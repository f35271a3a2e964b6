"""Suspicion: which rules a reply looks like breaking, by weights learnt from labelled replies.

Weights see no state and no reason, so what they alone suspect is at most something for a person to look at.
"""

from __future__ import annotations

from typing import Any

from scoring.evidence import Kind
from simulator.hearing.deciding import SHORT, scores_of
from simulator.hearing.hearing import Match
from simulator.hearing.linear import NONE, Linear
from simulator.hearing.listening import Owner
from simulator.hearing.search import Reply

_LITTLE = 0.3
"""What a short piece needs more."""


class Suspicion:
    """The weights of some names, ready to judge replies; over `bar` a name is suspected."""

    def __init__(self, data: dict[str, Any], bar: float) -> None:
        """Load the data of `Ear.learn`."""
        self._bar = bar
        self.owners = tuple(Owner(name, Kind.BREACH) for name in data["names"])
        self._linear = Linear(data)

    def of(self, reply: Reply) -> list[Match]:
        """Return what a reply is suspected of: every name that scores over the bar, with the piece.

        What stands in somebody else's mouth is no surer than even.
        """
        scores, costs = scores_of(self._linear, reply), reply.said.costs
        found = []
        for owner, score in enumerate(scores.best):
            start, end = scores.pieces[owner]
            little = costs[end] - costs[start] < SHORT  # a few words are like many things
            if score > max(self._bar + (_LITTLE if little else 0.0), NONE):
                score = min(score, 0.0) if any(reply.scope.borrowed[start:end]) else score
                found.append(reply.match(self.owners[owner], start, end, "example", "", 0.5 + score / 4))
        return found
