"""The debtor's answer to a reply: what is said, where the call goes, what is learned and tried by the way."""

from __future__ import annotations

from dataclasses import replace

from simulator.call import learning, speech, tries
from simulator.call.call import Call, State
from simulator.call.events import Event, Says
from simulator.call.means import proposal
from simulator.call.rules import RUNS_OUT, ending_of, outcome_of
from simulator.call.script import Response
from simulator.call.understanding import Understanding
from simulator.call.voice import defaults, dress, fill, join, pick
from simulator.call.weighing import Verdict


def answer(call: Call, state: State, said: Understanding, number: int) -> tuple[list[Event], State]:
    """Return the debtor's words and the state they leave, with the place moved.

    `state` is the call after the reply: the mood has moved already.
    """
    script = call.stage.script
    known = state.known
    goto = _goto(call, said)
    text, state = _answered(call, state, said, number)
    beat = before = state.beat
    ended = ending_of(script, state.mood, goto, number)
    if ended:
        farewell = _farewell(call, state, ended, number)
        text = join((text, farewell), script.language) if goto == ended else farewell or text
    elif goto and goto != state.beat:
        beat = goto
        text = join((text, speech.spoken(script.beats[beat].says, call, state, number)), script.language)
    elif not text:
        text = speech.spoken(script.beats[beat].says, call, state, number)
    if not ended and said.understood:
        text = dress(text, script.persona, state.mood.band, call.seed, number, state.said)
    stuck = 0 if beat != state.beat or ended else state.stuck + 1
    outcome = outcome_of(script, ended) if ended else ""
    state = replace(
        state,
        beat=beat,
        stuck=stuck,
        here=0 if beat != before else state.here + 1,
        hinted=state.hinted and stuck > 0,
        ended=ended,
        outcome=outcome,
        provocation="",
    )
    if "{affordable}" in text and script.household is not None and state.agreed is None:
        state = replace(state, countered=proposal(script, speech.left(call)))
    attempt, state = tries.tried_now(call, state, number)
    if attempt:
        text = join((text, attempt), script.language)
    state = learning.overheard(text, state)
    terms = state.agreed or (said.verdict.offer if said.verdict else said.offer)
    text = fill(text, speech.places(call, terms))
    state = replace(state, said=text)
    kind = tries.kind_of(call, state) if attempt else ""
    learned = tuple(name for name in state.known if name not in known)
    spoken: list[Event] = []
    provoked = speech.tactic(call, state, number) if said.understood and not attempt else None
    if provoked is not None:
        tactic, line = provoked[0].kind, fill(provoked[1], speech.places(call, state.agreed))
        spoken.append(Says(number, line, beat, tactic))
        if tactic == "silence" and beat == before and not isinstance(said.steering, Verdict):
            text = ""  # who says nothing answers nothing
        said_all = join((line, text), script.language)
        state = replace(state, provocation=tactic, tactics=(*state.tactics, tactic), said=said_all)
    if text and not ended:
        spoken.append(Says(number, text, beat, tries=kind, learned=learned))
    return spoken, state


def _answered(call: Call, state: State, said: Understanding, number: int) -> tuple[str, State]:
    """Return the answer to the reply itself, with what asking brought out, and the state after it."""
    if not said.understood:
        return speech.not_understood(call, state, number, bool(said.near)), state
    text = speech.reaction(call, state, number, said.steering)
    revealed, state = learning.told(call, state, said.behaviours)
    return join((text, revealed), call.stage.script.language), state


def _goto(call: Call, said: Understanding) -> str:
    """Return where the reply leads: by what steers, else by what was taken of the debtor's tries."""
    goto = ""
    if isinstance(said.steering, Response):
        goto = said.steering.goto or ""
    elif isinstance(said.steering, Verdict):
        bargain = speech.bargain_for(call, said.steering)
        goto = (bargain.goto or "") if bargain else ""
    tried = tries.asking(call) if said.taken else None
    return goto or ((tried.goto or "") if tried is not None else "")


def _farewell(call: Call, state: State, ending: str, number: int) -> str:
    script = call.stage.script
    if ending in script.endings:
        return speech.spoken(script.endings[ending].says, call, state, number)
    spare = defaults()[script.language]
    words = spare["runs_out"] if ending == RUNS_OUT else script.persona.hangs_up or spare["hangs_up"]
    return pick(words, call.seed, number, ending)
