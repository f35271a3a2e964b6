"""The law in a whole call: what a beat reveals, the clock, the duties, and what is told at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scoring.conditions import read
from scoring.rulebook import Ban, Duty, Rule, Rulebook, Wording
from scoring.standing import Standing
from simulator.call import Call, Stage, reply, start
from simulator.call.events import BreachEvent, SheetEvent
from tests.libraries import samples

SAY = {"en": "May I have the case number?", "zh": "请告诉我案号。"}


def _rule(name: str, **more: object) -> Rule:
    rule = Rule(name, f"Rule {name}", "Clause 1", "V1", "critical", "law", say=SAY)
    return replace(rule, **more)  # type: ignore[arg-type]  # fields by name


BOOK = Rulebook(
    "us",
    {},
    (
        _rule("BANKRUPT", forbids=(Ban(("collects", "offers_plan", "states_debt"), when=read("bankrupt")),)),
        _rule("LATE", forbids=(Ban(("anything",), when=read("local_time 21:00 to 08:00")),)),
        _rule("NAME", severity="minor", requires=(Duty(("identifies_self",), within=2, opening=True),)),
    ),
    wordings=(Wording("collects", ("can you pay ... (now|today)",)),),
)


@pytest.fixture(scope="module")
def stage(compiled: Path) -> Stage:
    return replace(samples(compiled).stage("lost-her-job", "en"), rulebook=BOOK)


def _staged(stage: Stage, standing: Standing, reveals: tuple[str, ...] = ()) -> Stage:
    """The stage with a standing to begin with; its first beat reveals some facts."""
    script = stage.script
    beats = dict(script.beats)
    beats[script.start] = replace(beats[script.start], reveals=reveals)
    setting = replace(script.setting, standing=standing)
    return replace(stage, script=replace(script, setting=setting, beats=beats), _law={})


def _broken(call: Call, *replies: str) -> list[list[BreachEvent]]:
    told = []
    for said in replies:
        call, events = reply(call, said)
        told.append([event for event in events if isinstance(event, BreachEvent)])
    return told


def test_what_a_beat_reveals_judges_the_very_next_reply(stage: Stage) -> None:
    call, _ = start(_staged(stage, Standing(), ("bankrupt",)))
    ((breach,),) = _broken(call, "Can you pay me fifty today?")
    assert (breach.rule, breach.words) == ("BANKRUPT", "Can you pay me fifty today")
    assert breach.state == "they had said that they are bankrupt" and breach.say == SAY["en"]
    unknown, _ = start(_staged(stage, Standing()))
    assert _broken(unknown, "Can you pay me fifty today?") == [[]]


def test_a_denial_or_a_quotation_of_the_words_breaks_nothing(stage: Stage) -> None:
    call, _ = start(_staged(stage, Standing(), ("bankrupt",)))
    assert _broken(call, "I will not ask whether you can pay anything today.") == [[]]


def test_the_clock_goes_on_until_the_hour_is_past(stage: Stage) -> None:
    call, _ = start(_staged(stage, Standing(minute=20 * 60 + 59)))
    first, second = _broken(call, "Hello there.", "Hello again.")
    assert first == [] and [breach.rule for breach in second] == ["LATE"]
    assert second[0].state == "it was 21:00 for the debtor"


def test_a_duty_that_was_missed_is_told_when_it_was_due_and_only_once(stage: Stage) -> None:
    call, _ = start(_staged(stage, Standing(begins="pickup", verified=False)))
    told = _broken(call, "The weather is fine.", "It may rain.", "It may not.")
    assert [[breach.rule for breach in breaches] for breaches in told] == [[], ["NAME"], []]
    assert told[1][0].missed


def test_a_rule_broken_again_says_so(stage: Stage) -> None:
    call, _ = start(_staged(stage, Standing(minute=23 * 60)))
    told = _broken(call, "Hello there.", "Hello again.")
    assert [breaches[0].again for breaches in told] == [False, True]


def test_the_sheet_has_the_rule_the_words_and_the_state(stage: Stage) -> None:
    call, _ = start(_staged(stage, Standing(), ("bankrupt",)))
    call, _ = reply(call, "Can you pay me fifty today?")
    from simulator.call.judging import sheet_event

    event = sheet_event(call)
    assert isinstance(event, SheetEvent)
    (line,) = event.sheet["breaches"]
    assert event.sheet["verdict"]["conduct"] == "critical"
    assert (line["rule"], line["citation"], line["source"]) == ("BANKRUPT", "Clause 1", "law")
    assert line["state"] == "they had said that they are bankrupt" and line["better"] == SAY["en"]


def test_a_clause_that_is_not_sure_is_shown_as_house_policy(stage: Stage) -> None:
    rule = replace(BOOK.rules[0], confidence="M-med")
    unsure = replace(_staged(stage, Standing(), ("bankrupt",)), rulebook=replace(BOOK, rules=(rule,)))
    call, _ = start(unsure)
    ((breach,),) = _broken(call, "Can you pay me fifty today?")
    assert breach.citation == ""


def test_identity_counts_as_verified_only_after_it_was_asked_and_never_for_a_relative(stage: Stage) -> None:
    ask = "Could you confirm your date of birth for me?"
    for answered, verified in (("debtor", True), ("relative", False)):
        call, _ = start(_staged(stage, Standing(begins="pickup", verified=False, answered_by=answered)))
        assert call.state.standing.verified is False
        call, _ = reply(call, ask)
        assert call.state.standing.verified is verified
