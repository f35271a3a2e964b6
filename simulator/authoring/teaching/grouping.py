"""Replies that were not understood, put together by likeness, each group with what it came nearest to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from simulator.call import Stage, start
from simulator.call.understanding import understand
from simulator.hearing import BEHAVIOURS

ALIKE = 72
"""From which similarity of whole sentences (rapidfuzz, 0 to 100) two replies are put together. This only
sorts a list for a person to read; it decides nothing about a reply."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A reply that was not understood at a beat; `meant` is what the trainee said it was, if anything."""

    beat: str
    reply: str
    meant: str = ""


@dataclass(frozen=True, slots=True)
class MissedGroup:
    """Replies at one beat that are alike, the commonest first; `nearest` are names of responses, then of
    behaviours, what trainees said they meant before what merely came near."""

    beat: str
    replies: tuple[str, ...]
    count: int
    nearest: tuple[str, ...] = ()


def grouped(missed: Sequence[Missed]) -> list[MissedGroup]:
    """Return groups of replies that are alike, the largest first; the order of equals is that of the list."""
    groups: list[tuple[str, Counter[str], Counter[str]]] = []
    for one in missed:
        home = next(
            (
                held
                for held in groups
                if held[0] == one.beat and any(_alike(one.reply, said) for said in held[1])
            ),
            None,
        )
        if home is None:
            home = (one.beat, Counter(), Counter())
            groups.append(home)
        home[1][one.reply] += 1
        if one.meant:
            home[2][one.meant] += 1
    made = [
        MissedGroup(
            beat,
            tuple(text for text, _ in said.most_common()),
            said.total(),
            tuple(name for name, _ in meant.most_common()),
        )
        for beat, said, meant in groups
    ]
    return sorted(made, key=lambda group: -group.count)


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(one.casefold(), other.casefold()) >= ALIKE


def placed(group: MissedGroup, stage: Stage, most: int = 3) -> MissedGroup:
    """Return a group with the names it is nearest to, as the ear of its scenario hears its first reply."""
    if group.beat not in stage.script.beats:
        return group
    call, _ = start(stage, beat=group.beat)
    said = understand(call, unmasked(group.replies[0]))
    near = [one.name for one in (*said.heard, *said.near)]
    responses = {response.name for response in stage.responses(call.beat)}
    answers = {
        behaviour: response.name
        for response in stage.responses(call.beat)
        for behaviour in response.behaviours
    }
    meant = [answers.get(name, name) for name in group.nearest]
    names = [answers.get(name, name) for name in near if name in responses or name in BEHAVIOURS]
    return replace(group, nearest=tuple(dict.fromkeys([*meant, *names]))[:most])


def unmasked(reply: str) -> str:
    """Return a masked reply as something that can be said: a digit is a digit again, a name is left out."""
    return reply.replace("#", "5").replace("▢", "").strip()
