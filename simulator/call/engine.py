"""reply(call, text) -> (call, events): the one function that every shell, test and replay calls.

Pure: no clock, no global dice, no input or output. The seed and the day of the call are part of
the call.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from scoring.evidence import Heard, Kind, Span, Turn
from simulator.call import coaching, speech
from simulator.call.call import MODES, Call, Stage, State
from simulator.call.events import BreachEvent, Ended, Event, OfferEvent, Says
from simulator.call.evidence import points_on_offer
from simulator.call.judging import sheet_event
from simulator.call.mood import Mood
from simulator.call.moving import move
from simulator.call.negotiation import Verdict, proposal
from simulator.call.script import Response
from simulator.call.showing import briefing, heard_event, mood_event, offer_terms
from simulator.call.understanding import Understanding, understand
from simulator.call.voice import defaults, dress, fill, join, pick
from simulator.errors import CannotPlay
from simulator.text import clean

HUNG_UP = "you_hung_up"
RUNS_OUT = "runs_out"
HANGS_UP = "hangs_up"


def start(
    stage: Stage,
    seed: int = 0,
    mode: str = "practice",
    beat: str | None = None,
    mood: Mapping[str, int] | None = None,
) -> tuple[Call, tuple[Event, ...]]:
    """Return a new call and what happens before the trainee speaks.

    `beat` and `mood` start it elsewhere or otherwise than the scenario says. Raises CannotPlay for
    an unknown mode or beat.
    """
    script = stage.script
    if mode not in MODES:
        raise CannotPlay("Mode", f"'{mode}' is not one of {', '.join(MODES)}.")
    name = beat or script.start
    if name not in script.beats:
        known = ", ".join(script.beats)
        raise CannotPlay("Beat", f"{script.id} has no beat '{name}'.", f"It has: {known}.")
    feeling = Mood.of({**script.persona.mood, **(mood or {})})
    call = Call(stage, seed, mode, State(name, feeling, said=""))
    text = speech.spoken(script.beats[name].says, call, call.state, 0)
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
    )
    state = move(call, said)
    spoken, state = _answer(call, state, said, number)
    after = replace(call, state=state, turns=(*call.turns, turn), before=call)
    hints = coaching.hint(after, number, after.state.beat != call.state.beat)
    if hints:
        after = replace(after, state=replace(state, hinted=True))
    return after, (*_events(call, after, turn, said), *spoken, *hints, *_closing(after, number))


def _answer(call: Call, state: State, said: Understanding, number: int) -> tuple[list[Event], State]:
    """Return the debtor's words and the state they leave, with the place moved."""
    script = call.stage.script
    persona = script.persona
    steering = said.steering
    if said.understood:
        text = speech.reaction(call, state, number, steering)
    else:
        text = speech.not_understood(call, state, number, bool(said.near))
    goto = _goto(call, steering)
    revealed, facts = _revealed(call, state, said)
    text = join((text, revealed), script.language)
    beat = before = state.beat
    ended, outcome, farewell = _ending(call, state, goto, number)
    if ended:
        text = join((text, farewell), script.language) if goto == ended else farewell or text
    elif goto and goto != state.beat:
        beat = goto
        text = join((text, speech.spoken(script.beats[beat].says, call, state, number)), script.language)
    elif not text:
        text = speech.spoken(script.beats[beat].says, call, state, number)
    if not ended and said.understood:
        text = dress(text, persona, state.mood.band, call.seed, number, state.said)
    countered = state.countered
    if "{affordable}" in text and script.household is not None:
        countered = proposal(script.household)
    text = fill(
        text, speech.places(call, state.agreed or (said.verdict.offer if said.verdict else said.offer))
    )
    stuck = 0 if beat != state.beat or ended else state.stuck + 1
    state = replace(
        state,
        beat=beat,
        said=text,
        stuck=stuck,
        hinted=state.hinted and stuck > 0,
        countered=countered,
        revealed=facts,
        ended=ended,
        outcome=outcome,
        provocation="",
    )
    spoken: list[Event] = []
    provoked = speech.tactic(call, state, number) if said.understood else None
    if provoked is not None:
        kind, line = provoked[0].kind, fill(provoked[1], speech.places(call, state.agreed))
        spoken.append(Says(number, line, beat, kind))
        if kind == "silence" and beat == before and not isinstance(steering, Verdict):
            text = ""  # who says nothing answers nothing
        said_all = join((line, text), script.language)
        state = replace(state, provocation=kind, tactics=(*state.tactics, kind), said=said_all)
    if text and not ended:
        spoken.append(Says(number, text, beat))
    return spoken, state


def _goto(call: Call, steering: Response | Heard | Verdict | None) -> str:
    if isinstance(steering, Response):
        return steering.goto or ""
    if isinstance(steering, Verdict):
        bargain = speech.bargain_for(call, steering)
        return (bargain.goto or "") if bargain else ""
    return ""


def _revealed(call: Call, state: State, said: Understanding) -> tuple[str, frozenset[str]]:
    """Return what asking brings out for the first time, and everything brought out so far."""
    behaviours = {name for heard in said.heard for name in heard.behaviours}
    for reveal in call.stage.script.reveals:
        if state.agreed is None and reveal.on in behaviours and reveal.on not in state.revealed:
            return reveal.says, state.revealed | {reveal.on}
    return "", state.revealed


def _ending(call: Call, state: State, goto: str, number: int) -> tuple[str, str, str]:
    """Return (ending, outcome, last words) if the call ends with this reply, else three empty texts."""
    script = call.stage.script
    persona = script.persona
    spare = defaults()[script.language]
    name = goto if goto in script.endings or goto in (HANGS_UP, RUNS_OUT) else ""
    if not name:
        name = next((end for when, end in script.ends_when if state.mood.holds(when, number)), "")
    if not name and any(getattr(state.mood, mood) >= limit for mood, limit in persona.limits.items()):
        name = HANGS_UP
    if not name and number >= script.turn_limit:
        name = RUNS_OUT
    if not name:
        return "", "", ""
    if name in script.endings:
        ending = script.endings[name]
        return name, ending.outcome, speech.spoken(ending.says, call, state, number)
    words = spare["runs_out"] if name == RUNS_OUT else persona.hangs_up or spare["hangs_up"]
    return name, "lost", pick(words, call.seed, number, name)


def _events(before: Call, after: Call, turn: Turn, said: Understanding) -> list[Event]:
    events: list[Event] = [heard_event(before, turn, said.hearing, said.steering)]
    for breach in before.stage.rulebook.breaches(turn):
        rule = breach.rule
        events.append(
            BreachEvent(
                turn.number,
                breach.behaviour,
                rule.id,
                rule.title,
                rule.citation,
                rule.confidence,
                rule.severity,
                breach.words,
            )
        )
    if said.offer is not None:
        verdict = said.verdict.name if said.verdict and said.steering is said.verdict else ""
        events.append(OfferEvent(turn.number, offer_terms(said.offer, before.stage.script), verdict))
    if after.state.mood != before.state.mood:
        events.append(mood_event(after, turn.number))
    events += coaching.coach(before, turn.number, turn.heard, turn.possibly)
    events += coaching.count(after, turn.number)
    return events


def _closing(after: Call, number: int) -> list[Event]:
    if not after.ended:
        return []
    state = after.state
    return [Ended(number, state.ended, state.outcome, state.said), sheet_event(after)]
