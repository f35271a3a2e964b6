"""An ear with a memory: hearing is pure, so the same words at the same beat are heard only once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from simulator.call import Stage
from simulator.hearing import Ear, Hearing, Listening, Target


class RememberingEar(Ear):
    """Hears what another ear hears and keeps every answer; for thousands of calls of one scenario."""

    def __init__(self, ear: Ear) -> None:
        self._ear = ear
        self._known: dict[tuple[int, str, date], Hearing] = {}
        self._kept: list[Listening] = []
        self.language = ear.language
        self.digest = ear.digest

    def listening(self, targets: tuple[Target, ...], names: tuple[str, ...] = ()) -> Listening:
        """Compile what a beat listens for, and keep it, so that its identity can stand for it."""
        made = self._ear.listening(targets, names)
        self._kept.append(made)
        return made

    def hear(self, reply: str, listening: Listening, today: date) -> Hearing:
        """Return everything that was said in a reply, from memory when it was heard before."""
        key = (id(listening), reply, today)
        if key not in self._known:
            self._known[key] = self._ear.hear(reply, listening, today)
        return self._known[key]


def remembering(stage: Stage) -> Stage:
    """Return the same stage with an ear that remembers."""
    return replace(stage, ear=RememberingEar(stage.ear), _listening={})
