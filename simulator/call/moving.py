"""How a reply moves the call: the mood, the terms on the table and what is counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from scoring.evidence import Heard, Kind
from scoring.plan import Offer, repeats
from simulator.call import speech
from simulator.call.call import Call, State
from simulator.call.negotiation import Verdict
from simulator.call.script import Persona, Response
from simulator.call.understanding import Understanding


def move(call: Call, said: Understanding) -> State:
    """Return the state with mood, terms and counters moved; the place is moved by the engine."""
    state = call.state
    persona = call.stage.script.persona
    effects, moved = felt_effects(persona, state.beat, state.moved, said.responses, said.heard)
    verdict = said.verdict
    bargain = speech.bargain_for(call, verdict) if verdict is not None else None
    if bargain is not None and said.steering is verdict:
        effects.append(bargain.mood)
    behaviours = {name for heard in said.heard for name in heard.behaviours}
    asked = state.asked_first or (
        not state.bid and bool(behaviours & {"invites_proposal", "asks_affordability"})
    )
    state = replace(
        state,
        mood=state.mood.moved(effects),
        moved=moved,
        misses=0 if said.understood else state.misses + 1,
        asked_first=asked,
        bid=state.bid or (said.offer is not None and said.offer.amount is not None),
        bargained=state.bargained or call.beat.negotiate is not None,
        terms=state.terms.merged(said.offer) if said.offer is not None else state.terms,
    )
    if state.agreed is not None:
        agreed = replace(state.agreed, method=said.hearing.terms.method or state.agreed.method)
        said_again = "confirms_plan" in behaviours or any(each.needs_plan for each, _ in said.responses)
        recapped = state.recapped or (said_again and repeats(agreed, said.offer))
        state = replace(state, agreed=agreed, recapped=recapped)
    if verdict is not None and said.steering is verdict:
        state = _bargained(state, verdict, len(call.turns) + 1)
    return state


def _bargained(state: State, verdict: Verdict, turn: int) -> State:
    if verdict.name == "accept":
        agreed = verdict.offer.merged(Offer(method=state.terms.method))
        asked = state.asked_first
        return replace(state, agreed=agreed, agreed_turn=turn, proposed_by_debtor=asked, countered=None)
    if verdict.name == "counter":
        return replace(state, countered=verdict.offer, terms=replace(state.terms, amount=None))
    if verdict.name == "too_much":
        refused = {**state.refusals, state.beat: state.refusals.get(state.beat, 0) + 1}
        return replace(state, refusals=refused, terms=replace(state.terms, amount=None, count=None))
    return state


def felt_effects(
    persona: Persona,
    beat: str,
    moved: frozenset[tuple[str, str]],
    responses: Sequence[tuple[Response, Heard]],
    heard: Sequence[Heard],
) -> tuple[list[Mapping[str, int]], frozenset[tuple[str, str]]]:
    """Return what a reply does to the mood, effect by effect, and what has had its effect from now on.

    A good thing is felt once: a response once in its beat, a behaviour of the packs once in the call.
    A bad one is felt every time. `moved` is what was felt before, as (beat or "", name).
    """
    effects: list[Mapping[str, int]] = []
    marks = set(moved)
    for response, one in responses:
        mark = (beat, one.name)
        if response.kind in (Kind.GOOD, Kind.OKAY) and mark in marks:
            continue
        marks.add(mark)
        effects.append(response.mood or felt(persona, one.behaviours))
    own = {one.name for _, one in responses}
    for one in heard:
        mark = ("", one.name)
        if one.name in own or (one.kind is Kind.GOOD and mark in marks):
            continue
        marks.add(mark)
        effects.append(felt(persona, one.behaviours))
    return effects, frozenset(marks)


def felt(persona: Persona, behaviours: Iterable[str]) -> Mapping[str, int]:
    """Return what this person feels at the strongest of some behaviours."""
    known = [persona.feels[name] for name in behaviours if name in persona.feels]
    return max(known, key=lambda effect: sum(abs(amount) for amount in effect.values()), default={})
