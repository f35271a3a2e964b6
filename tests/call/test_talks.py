"""A negotiation as it is played: what is learned, what the debtor tries, and what is kept for the sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from simulator.call import Call, Stage, as_dict, facts, replay, reply, start
from simulator.call.bargain import Negotiation, Reveal, Try
from simulator.call.saying import Comparison, Line
from tests.call.test_engine import stage

OPEN = {"trust": 7, "openness": 7, "anger": 2}


def at_her_figure(**changes: Any) -> Stage:
    """The shipped call with some parts of its negotiation changed, and nothing tried unless it says so."""
    found = stage()
    beat = found.script.beats["her_figure"]
    assert isinstance(beat.negotiate, Negotiation)
    reveals = changes.pop("reveals", found.script.reveals)
    negotiate = replace(beat.negotiate, **{"tries": (), **changes})
    beats = {**found.script.beats, "her_figure": replace(beat, negotiate=negotiate)}
    return replace(found, script=replace(found.script, beats=beats, reveals=reveals), _listening={})


def play(call: Call, *replies: str) -> tuple[Call, list[dict[str, Any]]]:
    events: list[dict[str, Any]] = []
    for text in replies:
        call, happened = reply(call, text)
        events += [as_dict(event) for event in happened]
    return call, events


def begin(found: Stage, **mood: int) -> Call:
    return start(found, 7, beat="her_figure", mood={**OPEN, **mood})[0]


def test_a_yes_from_a_cornered_debtor_is_kept_as_one() -> None:
    call = begin(at_her_figure(), openness=0)
    call, events = play(call, "How about $900 a month from July 5?", "Then $800 a month from July 5?")
    assert (call.state.agreed is not None, call.state.cornered, facts(call).cornered) == (True, True, True)
    assert [event["answer"] for event in events if event["event"] == "offer" and "answer" in event] == [
        "cornered"
    ]
    assert any(event["event"] == "coach" and event["about"] == "cornered" for event in events)
    assert call.turns[-1].verdict == "cornered"


def test_who_is_not_cornered_does_not_say_yes_to_it() -> None:
    call, _ = play(begin(at_her_figure(cornered=None), openness=0), *["Then $800 a month from July 5?"] * 4)
    assert call.state.agreed is None


def test_facts_come_one_at_a_time_and_only_with_trust() -> None:
    wary, events = play(begin(at_her_figure(), trust=3), "What comes in each month?")
    assert wary.state.known == ()
    call, events = play(begin(at_her_figure()), "What comes in each month?", "And your expenses each month?")
    assert call.state.known == ("income", "payday", "essentials")
    assert [event["learned"] for event in events if event.get("learned")] == [
        ["income", "payday"],
        ["essentials"],
    ]


def test_a_line_that_says_a_fact_makes_it_known() -> None:
    reveals = (Reveal(("asks_affordability",), "It comes to {essentials}, and {spare} is left."),)
    call, _ = play(begin(at_her_figure(reveals=reveals)), "What comes in each month?")
    assert call.state.known == ("essentials", "spare")
    assert "$1,100" in call.state.said


@pytest.mark.parametrize(
    ("kind", "answer", "behaviour"),
    [
        ("borrows", "Okay, sure.", "urges_borrowing"),
        ("relative", "Good idea, ask her.", "uses_third_party_pressure"),
        ("leaves", "Okay, no problem.", "gives_up"),
        ("asks_discount", "Okay, we can do that.", "exceeds_authority"),
    ],
)
def test_taking_what_the_debtor_tries_is_heard_as_the_fault_that_it_is(
    kind: str, answer: str, behaviour: str
) -> None:
    tried = Try(kind, Line(any=("What about this?",)), after=1, share=0.5)
    call, events = play(begin(at_her_figure(tries=(tried,))), "How about $900 a month from July 5?")
    assert [event["tries"] for event in events if event.get("tries")] == [kind]
    assert call.state.asking == ("her_figure", 0)
    taken, _ = play(call, answer)
    assert any(behaviour in heard.behaviours for heard in taken.turns[-1].heard)
    held, _ = play(call, "How about $300 a month from July 5 instead?")
    assert not any(behaviour in heard.behaviours for heard in held.turns[-1].heard)
    assert held.state.agreed is not None


def test_what_is_tried_is_tried_once() -> None:
    tried = Try("borrows", Line(any=("A loan, then?",)), after=1)
    _, events = play(begin(at_her_figure(tries=(tried,))), *["How about $900 a month from July 5?"] * 3)
    assert len([event for event in events if event.get("tries")]) == 1


def test_what_is_tried_waits_for_its_mood() -> None:
    tried = Try("borrows", Line(any=("A loan, then?",)), after=1, when=(Comparison("trust", "<", 3),))
    _, events = play(begin(at_her_figure(tries=(tried,))), "How about $900 a month from July 5?")
    assert not [event for event in events if event.get("tries")]


def test_a_recap_is_kept_part_by_part() -> None:
    call, _ = play(begin(at_her_figure()), "$350 a month for twelve months from July 5")
    assert call.state.named == frozenset()
    call, _ = play(call, "To confirm, it's $350 a month from July 5, is that right?")
    assert {"amount", "dates"} <= call.state.named
    call, _ = play(call, "I'll send you the plan in writing.")
    assert "writing" in call.state.named


def test_a_yes_takes_the_later_day_that_the_debtor_named() -> None:
    call, _ = play(begin(at_her_figure()), "How about $300 a month from June 20?", "Okay, let's do that.")
    assert call.state.agreed is not None
    assert (call.state.agreed.amount, str(call.state.agreed.first)) == (30_000, "2026-07-05")


def test_a_negotiation_replays_to_the_same_call() -> None:
    found = at_her_figure(tries=(Try("relative", Line(any=("My sister?",)), after=1),))
    said = [
        "How about $900 a month?",
        "From July 5.",
        "Okay, sure.",
        "What could you manage?",
        "Okay, let's do that.",
    ]
    actions = [("reply", text) for text in said]
    one, events = replay(found, actions, 3, beat="her_figure", mood=OPEN)
    two, again = replay(found, actions, 3, beat="her_figure", mood=OPEN)
    assert (one.state, one.turns, events) == (two.state, two.turns, again)
