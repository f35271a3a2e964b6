"""Learning the household: what asking brings out, one fact at a time, with enough trust."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from simulator.call.bargain import FACTS, Reveal
from simulator.call.call import Call, State


def due(call: Call, state: State, behaviours: Collection[str]) -> tuple[int, Reveal] | None:
    """Return the next entry of `reveals` that these behaviours bring out or would, with its number.

    An entry is told once; one whose facts are all known is passed over. Where one may be told now it
    goes before one that the debtor is still too guarded for.
    """
    guarded = None
    if state.agreed is not None:
        return None
    for number, reveal in enumerate(call.stage.script.reveals):
        if number in state.revealed or not set(reveal.on) & set(behaviours):
            continue
        if reveal.tells and set(reveal.tells) <= set(state.known):
            continue
        if state.mood.holds(reveal.when, len(call.turns) + 1):
            return number, reveal
        guarded = guarded or (number, reveal)
    return guarded


def told(call: Call, state: State, behaviours: Collection[str]) -> tuple[str, State]:
    """Return what asking brings out now and the state with it known; "" when nothing comes out."""
    found = due(call, state, behaviours)
    if found is None:
        return "", state
    number, reveal = found
    if not call.state.mood.holds(reveal.when, len(call.turns) + 1):
        return reveal.guarded, state
    return reveal.says, _learned(state, reveal.tells, state.revealed | {number})


def overheard(text: str, state: State) -> State:
    """Return the state with every fact known that a line says (`{income}` …), before it is filled in."""
    said = tuple(name for name in FACTS if "{" + name + "}" in text)
    return _learned(state, said, state.revealed)


def _learned(state: State, facts: tuple[str, ...], revealed: frozenset[int]) -> State:
    known = tuple(dict.fromkeys((*state.known, *facts)))
    return replace(state, known=known, revealed=revealed)
