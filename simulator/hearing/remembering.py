"""An ear that remembers: the same sentence said to a beat that has not changed need not be heard again."""

from __future__ import annotations

from datetime import date

from simulator.hearing.ear import Ear
from simulator.hearing.hearing import Hearing, Match, Target
from simulator.hearing.listening import Listening

MANY = 20_000
"""Hearings after which everything is forgotten, so that an author may save all day."""
Found = tuple[tuple[Match, ...], tuple[Match, ...]]


class RememberingEar(Ear):
    """Hears exactly what another ear hears, and each sentence in each listening only once."""

    @classmethod
    def over(cls, ear: Ear) -> RememberingEar:
        """Return an ear that remembers what `ear` hears."""
        made = cls.__new__(cls)
        made.__dict__.update(ear.__dict__)
        made.forget()
        return made

    def forget(self) -> None:
        """Forget everything."""
        self._listened: dict[tuple[tuple[Target, ...], tuple[str, ...]], Listening] = {}
        self._heard: dict[tuple[int, str, date], tuple[Listening, Hearing]] = {}
        self._found: dict[tuple[int, str, date, tuple[str, ...]], tuple[Listening, Found]] = {}

    def listening(self, targets: tuple[Target, ...], names: tuple[str, ...] = ()) -> Listening:
        """Compile what a beat listens for, or return what was compiled for the same targets."""
        key = (targets, names)
        if key not in self._listened:
            self._listened[key] = super().listening(targets, names)
        return self._listened[key]

    def hear(self, reply: str, listening: Listening, today: date) -> Hearing:
        """Return everything that was said in a reply."""
        key = (id(listening), reply, today)
        kept = self._heard.get(key)
        if kept is not None and kept[0] is listening:  # an identity may be given again, a held object not
            return kept[1]
        if len(self._heard) >= MANY:
            self.forget()
        hearing = super().hear(reply, listening, today)
        self._heard[key] = (listening, hearing)
        return hearing

    def hear_targets(
        self, reply: str, listening: Listening, today: date, known: tuple[str, ...] = ()
    ) -> Found:
        """Return the targets heard in a reply and those that came near."""
        key = (id(listening), reply, today, known)
        kept = self._found.get(key)
        if kept is not None and kept[0] is listening:
            return kept[1]
        if len(self._found) >= MANY:
            self.forget()
        found = super().hear_targets(reply, listening, today, known)
        self._found[key] = (listening, found)
        return found
