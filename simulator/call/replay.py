"""Replay: a call is the fold of its actions over the stage, so the same record gives the same call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from simulator.call.call import Call, Stage
from simulator.call.engine import hang_up, reply, start, undo
from simulator.call.events import Event

Action = tuple[str, str]
"""What the trainee did: ("reply", text), ("undo", "") or ("hang_up", "")."""


_SOMETIMES = ("tries", "learned", "answer", "rung")
"""Keys that stand in an event only when they say something."""


def act(call: Call, action: Action) -> tuple[Call, tuple[Event, ...]]:
    """Return the call after one action, and what happened."""
    kind, text = action
    if kind == "reply":
        return reply(call, text)
    if kind == "undo":
        return undo(call), ()
    return hang_up(call)


def replay(
    stage: Stage,
    actions: Iterable[Action],
    seed: int = 0,
    mode: str = "practice",
    beat: str | None = None,
    mood: Mapping[str, int] | None = None,
) -> tuple[Call, tuple[Event, ...]]:
    """Return the call that `actions` make, and all its events in order."""
    call, events = start(stage, seed, mode, beat, mood)
    happened = list(events)
    for action in actions:
        call, more = act(call, action)
        happened += more
    return call, tuple(happened)


def as_dict(event: Event) -> dict[str, Any]:
    """Return an event as plain JSON data, with `event` and `turn` first and, for the sheet, its parts
    beside them."""
    plain = {name: _plain(getattr(event, name)) for name in event.__slots__ if name != "sheet"}
    plain = {name: value for name, value in plain.items() if value or name not in _SOMETIMES}
    rest = {name: value for name, value in plain.items() if name not in ("event", "turn")}
    sheet = getattr(event, "sheet", {})
    return {"event": plain["event"], "turn": plain["turn"], **rest, **sheet}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        if len(value) == 2 and isinstance(value[1], str) and hasattr(value[0], "span"):
            return {**_plain(value[0]), "why": value[1]}
        return [_plain(each) for each in value]
    if hasattr(value, "span"):
        plain = {name: _plain(getattr(value, name)) for name in value.__slots__ if name != "span"}
        return {**plain, "span": [value.span.start, value.span.end]}
    return value
