"""Suspicion: how much a reply looks like breaking a rule, by weights learnt from labelled replies.

Weights see the words and what was heard in them, but no state, so what they alone suspect is at most
something for a person to look at; beside a cue of the rule they decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scoring.evidence import Kind
from simulator.hearing.deciding import SHORT, scores_of
from simulator.hearing.hearing import Cancelled, Hearing, Match
from simulator.hearing.linear import HEARD, NEAR, NONE, TAKEN, Linear
from simulator.hearing.listening import Owner
from simulator.hearing.search import Reply

CUE = 0.45
"""How near a reply must come to an example of a rule before that says anything of it."""
_LITTLE = 0.3
"""What a short piece needs more."""


class Suspicion:
    """The weights of some names, ready to judge replies."""

    def __init__(self, data: dict[str, Any]) -> None:
        """Load the data of `Ear.learn`."""
        self.owners = tuple(Owner(name, Kind.BREACH) for name in data["names"])
        self._linear = Linear(data)

    def of(self, reply: Reply, marks: Sequence[str]) -> list[Match]:
        """Return every name with the piece of the reply that speaks most for it, and how much: a sureness
        of 0.5 is as likely as not. What stands in somebody else's mouth is never surer than that."""
        scores, costs = scores_of(self._linear, reply, marks), reply.said.costs
        found = []
        for owner, score in enumerate(scores.best):
            if score <= NONE:
                continue
            start, end = scores.pieces[owner]
            little = costs[end] - costs[start] < SHORT  # a few words are like many things
            sure = sureness_of(score - _LITTLE if little else score)
            if any(reply.scope.borrowed[start:end]):
                sure = min(sure, sureness_of(0.0))
            found.append(reply.match(self.owners[owner], start, end, "example", "", sure))
        return found


def marks_of(
    hearing: Hearing, heard: Sequence[Match], near: Sequence[Match], taken: Sequence[Cancelled]
) -> tuple[str, ...]:
    """Return what was heard in a reply, what came near and what scope took back, by the packs and by a
    rulebook's own wordings, as terms of the linear channel."""
    names = [
        *(HEARD + match.name for match in (*hearing.behaviours, *heard)),
        *(NEAR + match.name for match in (*hearing.possibly, *hearing.ranked)),
        *(NEAR + match.name for match in near if match.sureness >= CUE),
        *(TAKEN + one.match.name for one in (*hearing.cancelled, *taken)),
    ]
    return tuple(sorted(set(names)))


def sureness_of(score: float) -> float:
    """Return the sureness of a learnt score."""
    return 0.5 + score / 4
