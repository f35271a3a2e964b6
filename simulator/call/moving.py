"""How a reply moves the call: the mood, the terms on the table and what is counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from scoring.evidence import Heard, Kind
from scoring.plan import Offer, repeats
from simulator.call import speech, tries
from simulator.call.call import Call, State
from simulator.call.ladder import parts_named
from simulator.call.means import burden
from simulator.call.script import Persona, Response, Script
from simulator.call.understanding import Understanding
from simulator.call.weighing import Verdict

PRESSES = frozenset(
    {"pressures", "commands", "harasses", "threatens_legal", "threatens_arrest", "threatens_visit"}
)
"""Behaviours that press for a yes, as an offer that is too much does."""


def move(call: Call, said: Understanding) -> State:
    """Return the state with mood, terms and counters moved; the place is moved by the engine."""
    state = call.state
    persona = call.stage.script.persona
    effects, moved = felt_effects(persona, state.beat, state.moved, said.responses, said.heard)
    verdict = said.verdict
    bargain = speech.bargain_for(call, verdict) if verdict is not None else None
    if bargain is not None and said.steering is verdict:
        effects.append(bargain.mood)
    tried = tries.asking(call) if said.taken else None
    if tried is not None:
        effects.append(tried.mood)
    behaviours = said.behaviours
    asked = state.asked_first or (
        not state.bid and bool(behaviours & {"invites_proposal", "asks_affordability"})
    )
    state = replace(
        state,
        mood=state.mood.moved(effects),
        moved=moved,
        misses=0 if said.understood else state.misses + 1,
        asked_first=asked,
        pressed=state.pressed + bool(behaviours & PRESSES),
        bid=state.bid or (said.offer is not None and said.offer.amount is not None),
        bargained=state.bargained or call.beat.negotiate is not None,
        terms=state.terms.merged(said.offer) if said.offer is not None else state.terms,
    )
    if state.agreed is not None:
        agreed = replace(state.agreed, method=said.hearing.terms.method or state.agreed.method)
        said_again = "confirms_plan" in behaviours or any(each.needs_plan for each, _ in said.responses)
        recapped = state.recapped or (said_again and repeats(agreed, said.offer))
        parts = parts_named(agreed, said.offer, said.hearing.terms.method, behaviours)
        state = replace(state, agreed=agreed, recapped=recapped, named=state.named | parts)
    if verdict is not None and said.steering is verdict:
        state = _bargained(state, verdict, said.offer, len(call.turns) + 1, call.stage.script)
    return state


def _bargained(state: State, verdict: Verdict, said: Offer | None, turn: int, script: Script) -> State:
    name, broad = verdict.name, verdict.broad
    if broad == "accept":
        agreed = verdict.offer.merged(Offer(method=state.terms.method))
        return replace(
            state,
            agreed=agreed,
            agreed_turn=turn,
            cornered=name == "cornered",
            proposed_by_debtor=state.asked_first,
            recapped=False,
            named=frozenset(),
            countered=None,
        )
    if name == "later":
        return replace(state, countered=verdict.offer, terms=_undated(state.terms))
    if name == "proposes":
        return replace(state, countered=verdict.offer, terms=_unpriced(state.terms))
    if broad in ("too_much", "counter"):
        heavy = burden(state.terms, script) if said is not None and said.named else None
        least = min((each for each in (heavy, state.least) if each), default=None)
        pressed = state.pressed + (heavy is not None)
        state = replace(state, least=least, pressed=pressed, terms=_unpriced(state.terms))
        if name == "counter":
            return replace(state, countered=verdict.offer)
        refused = {**state.refusals, state.beat: state.refusals.get(state.beat, 0) + 1}
        return replace(state, refusals=refused)
    return state


def _unpriced(terms: Offer) -> Offer:
    """The terms without the money that was refused: a date said later must not bring it back."""
    return replace(
        terms, amount=None, count=None, down=None, down_on=None, upto=None, approx=False, rest=False
    )


def _undated(terms: Offer) -> Offer:
    """The terms without the date that was too early."""
    return replace(terms, first=None, day=None, down_on=None)


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
