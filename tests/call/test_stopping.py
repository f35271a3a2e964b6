"""Calls that rightly end by stopping, and files of somebody who is not the one that answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scoring import as_dict
from scoring.rulebook import Ban, Rule, Rulebook, Wording
from simulator.authoring.exploring.exploration import explore
from simulator.call import Stage, judge, reply, start
from simulator.call.law import told
from simulator.shells.tui.page import lines
from simulator.shells.tui.sheet_page import sheet_page
from tests.libraries import samples


@pytest.fixture(scope="module")
def stage(compiled: Path) -> Stage:
    return samples(compiled).stage("lost-her-job", "en")


def _ending(stage: Stage, outcome: str) -> Stage:
    """The stage whose first reply ends the call, with an outcome."""
    script = stage.script
    beats, endings = dict(script.beats), dict(script.endings)
    name = next(name for name, one in endings.items() if one.outcome == "agreed")
    endings[name] = replace(endings[name], outcome=outcome)
    first = beats[script.start]
    away = tuple(replace(each, goto=name) for each in first.responses)
    beats[script.start] = replace(first, responses=away)
    return replace(stage, script=replace(script, beats=beats, endings=endings), _law={}, _listening={})


@pytest.mark.parametrize(("outcome", "owed"), [("stopped", False), ("open", False), ("partial", True)])
def test_a_call_that_stops_as_the_law_asks_owes_no_plan(stage: Stage, outcome: str, owed: bool) -> None:
    call, _ = start(_ending(stage, outcome))
    call, _ = reply(call, "I'm sorry to hear about your job. That must be really stressful.")
    assert call.ended
    sheet = as_dict(judge(call))
    assert (sheet["competencies"]["plan"]["score"] is not None) is owed
    assert sheet["outcome"] == outcome


def test_stopping_is_a_success_that_can_be_reached(stage: Stage) -> None:
    assert explore(_ending(stage, "stopped").script).succeeds
    assert not explore(_ending(stage, "open").script).succeeds


def test_the_lawful_sentence_names_who_owes_and_not_who_answers(stage: Stage) -> None:
    script = replace(stage.script, account=replace(stage.script.account, holder="Marcus Bell"))
    rule = Rule("ASK", "Rule ask", "Clause 1", "V1", "minor", "law", say={"en": "Is {name} there?"})
    (said,) = told(Rulebook("us", {}, (rule,)), script).rules
    assert said.say["en"] == "Is Marcus Bell there?"


def test_the_words_of_an_exception_count_wherever_they_stand(stage: Stage) -> None:
    wordings = (
        Wording("cue", ("(bailiff|court)",)),
        Wording("spare", ("court of law",), lawful=True, bare=True),
    )
    rule = Rule("CUE", "Rule cue", "", "V1", "critical", "law", forbids=(Ban(("cue",), excepts=("spare",)),))
    played = replace(stage, rulebook=Rulebook("us", {}, (rule,), wordings=wordings), _law={})
    for said, broken in (("See you in court.", True), ("I never said you are in a court of law.", False)):
        call, _ = reply(start(played)[0], said)
        assert bool(as_dict(judge(call))["breaches"]) is broken


def test_the_sheet_lists_what_a_person_should_look_at_and_takes_no_points_for_it(stage: Stage) -> None:
    say = {"en": "We will write to you."}
    ban = Ban(("cue",), only_possible=True)
    rule = Rule("CUE", "Rule cue", "Clause 1", "V1", "critical", "law", say=say, forbids=(ban,))
    book = Rulebook("us", {}, (rule,), wordings=(Wording("cue", ("the sheriff",)),))
    call, _ = start(replace(stage, rulebook=book, _law={}))
    call, _ = reply(call, "Do you know the sheriff?")
    sheet = as_dict(judge(call))
    assert [each["rule"] for each in sheet["to_look_at"]] == ["CUE"]
    assert sheet["verdict"]["conduct"] == "clean" and not sheet["breaches"]
    shown = "\n".join(line.plain for line in lines(sheet_page(sheet, "en", str), 78))
    assert "Possible breaches, for a person to look at" in shown
    assert "Rule cue" in shown
