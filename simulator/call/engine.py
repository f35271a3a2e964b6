"""reply(call, text) -> (call, events): the one function that every shell, test and replay calls.

Pure: no clock, no global dice, no input or output. The seed and the day of the call are part of
the call.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from scoring.evidence import Heard, Kind, Span, Turn
from simulator.call import coaching, learning, speech
from simulator.call.answering import answer
from simulator.call.call import MODES, Call, Stage, State
from simulator.call.events import Ended, Event, Says
from simulator.call.evidence import points_on_offer
from simulator.call.judging import sheet_event
from simulator.call.law import breach_events
from simulator.call.mood import Mood
from simulator.call.moving import move
from simulator.call.showing import briefing, heard_event, mood_event, offer_event
from simulator.call.standing import known_after
from simulator.call.understanding import Understanding, put, understand
from simulator.call.voice import defaults, fill
from simulator.errors import CannotPlay
from simulator.text import clean

HUNG_UP = "you_hung_up"


def start(
    stage: Stage,
    seed: int = 0,
    mode: str = "practice",
    beat: str | None = None,
    mood: Mapping[str, int] | None = None,
) -> tuple[Call, tuple[Event, ...]]:
    """Return a new call and what happens before the trainee speaks.

    `beat` and `mood` start it elsewhere or otherwise than the scenario says; at a later beat the opening
    is taken as done. Raises CannotPlay for an unknown mode or beat.
    """
    script = stage.script
    if mode not in MODES:
        raise CannotPlay("Mode", f"'{mode}' is not one of {', '.join(MODES)}.")
    name = beat or script.start
    if name not in script.beats:
        known = ", ".join(script.beats)
        raise CannotPlay("Beat", f"{script.id} has no beat '{name}'.", f"It has: {known}.")
    feeling = Mood.of({**script.persona.mood, **(mood or {})})
    opening = script.setting.standing if name == script.start else script.setting.standing.joined()
    standing = opening.revealed(script.beats[name].reveals)
    call = Call(stage, seed, mode, State(name, feeling, said="", standing=standing))
    text = speech.spoken(script.beats[name].says, call, call.state, 0)
    call = replace(call, state=learning.overheard(text, call.state))
    text = fill(text, speech.places(call, None))
    call = replace(call, state=replace(call.state, said=text))
    hints = coaching.hint(call, 0, entered=True)
    return call, (briefing(stage), Says(0, text, name), mood_event(call, 0), *hints)


def undo(call: Call) -> Call:
    """Return the call as it was before the last reply; a call without replies is itself."""
    return call.before or call


def hang_up(call: Call) -> tuple[Call, tuple[Event, ...]]:
    """Return the call as the trainee ended it before its time: judged as giving up."""
    if call.ended:
        return call, ()
    number = len(call.turns) + 1
    advice = call.stage.advice.get("gives_up")
    given_up = Heard(
        "gives_up",
        Kind.BAD,
        Span(0, 0),
        "",
        "state",
        because=HUNG_UP,
        behaviour="gives_up",
        behaviours=("gives_up",),
        coach=advice.coach if advice else "",
        better=advice.better if advice else "",
    )
    turn = Turn(number, call.state.beat, call.state.said, "", (given_up,), understood=False)
    state = replace(call.state, ended=HUNG_UP, outcome="lost")
    ended = replace(call, state=state, turns=(*call.turns, turn), before=call)
    text = defaults()[call.stage.script.language]["hung_up"]
    return ended, (Ended(number, HUNG_UP, "lost", text), sheet_event(ended))


def reply(call: Call, text: str) -> tuple[Call, tuple[Event, ...]]:
    """Return the call after a reply, and everything that happened.

    Never raises for any text; a call that has ended stays as it is and nothing happens.
    """
    if call.ended:
        return call, ()
    text = clean(text).strip()
    number = len(call.turns) + 1
    said = understand(call, text)
    turn = Turn(
        number=number,
        beat=call.state.beat,
        says=call.state.said,
        reply=text,
        heard=said.heard,
        possibly=said.near,
        offered=points_on_offer(call, call.beat),
        provocation=call.state.provocation,
        offer=said.offer,
        understood=said.understood,
        model=call.beat.model,
        **put(said),
    )
    law = call.stage.law().said(text, said.hearing, call.state.standing, call.stage.script.setting.date)
    turn = replace(turn, law=law)
    state = move(call, said)
    spoken, state = answer(call, state, said, number)
    if state.countered is not None and state.countered != call.state.countered:
        turn = replace(turn, counter=state.countered)
    state = replace(state, standing=known_after(call, turn, state, said.steering))
    after = replace(call, state=state, turns=(*call.turns, turn), before=call)
    hints = coaching.hint(after, number, after.state.beat != call.state.beat)
    if hints:
        after = replace(after, state=replace(state, hinted=True))
    return after, (*_events(call, after, turn, said), *spoken, *hints, *_closing(after, number))


def _events(before: Call, after: Call, turn: Turn, said: Understanding) -> list[Event]:
    events: list[Event] = [heard_event(before, turn, said.hearing, said.steering)]
    events += breach_events(after)
    if said.offer is not None:
        weighed = said.verdict if said.steering is said.verdict else None
        events.append(offer_event(before, turn.number, said.offer, weighed))
    if after.state.mood != before.state.mood:
        events.append(mood_event(after, turn.number))
    events += coaching.coach(before, turn.number, turn.heard, turn.possibly)
    events += coaching.agreed(after, turn.number)
    return events


def _closing(after: Call, number: int) -> list[Event]:
    if not after.ended:
        return []
    state = after.state
    return [Ended(number, state.ended, state.outcome, state.said), sheet_event(after)]
