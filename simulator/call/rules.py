"""Rules of a call that need no call: what a beat listens for, and which ending a reply brings.

The exploration of a scenario asks the same rules as the engine, without a word being heard.
"""

from __future__ import annotations

from simulator.call.mood import Mood
from simulator.call.script import Beat, Response, Script

RUNS_OUT = "runs_out"
HANGS_UP = "hangs_up"
BUILT_IN = (HANGS_UP, RUNS_OUT)
"""Endings that exist although a file does not define them; both are lost calls."""
SUCCESS = ("agreed", "hardship", "stopped")
"""Outcomes that a call can rightly come to: a plan, help instead of one, or stopping as the law asks."""


def listened(script: Script, beat: Beat) -> tuple[Response, ...]:
    """Return the responses of `beat`, then those of the whole scenario that it does not name itself."""
    own = {response.name for response in beat.responses}
    return (*beat.responses, *(each for each in script.always if each.name not in own))


def ending_of(script: Script, mood: Mood, goto: str, turn: int) -> str:
    """Return the ending that reply number `turn` brings, "" when the call goes on.

    Where it was sent goes before `ends_when`, that before the limits of the persona, those before
    the limit of replies.
    """
    if goto in script.endings or goto in BUILT_IN:
        return goto
    for when, ending in script.ends_when:
        if mood.holds(when, turn):
            return ending
    if any(getattr(mood, name) >= limit for name, limit in script.persona.limits.items()):
        return HANGS_UP
    return RUNS_OUT if turn >= script.turn_limit else ""


def outcome_of(script: Script, ending: str) -> str:
    """Return what an ending amounts to: agreed, partial, open, hardship, stopped or lost."""
    return script.endings[ending].outcome if ending in script.endings else "lost"
