"""Exploration: what it says can be reached can, what it says cannot cannot, by the engine's own rules."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.evidence import Kind
from simulator.authoring.exploring.exploration import Exploration, explore
from simulator.authoring.library import Library
from simulator.authoring.testing.remembering import remembering
from simulator.authoring.walk import walks
from simulator.authoring.walk.material import material
from simulator.call import Stage, start
from simulator.call.answering import answer
from simulator.call.mood import Mood
from simulator.call.rules import ending_of, listened
from simulator.call.script import Response, Script
from simulator.call.understanding import Understanding
from simulator.hearing import Ear, Hearing
from tests.authoring.planted import DEAD_END, written

SHIPPED = [
    (language, name)
    for language in ("en", "zh")
    for name in ("angry-four-calls", "evasive-next-friday", "hardship-lost-her-job")
]


@cache
def shipped(language: str, name: str) -> Stage:
    """A stage on which nothing is heard, so that it is there at once."""
    library = Library.usual()
    script = library.script(library.scenario_file(name, language), language)
    return Stage(script, cast(Ear, None), library.rubric(), library.rulebook(script.jurisdiction))


@cache
def explored(language: str, name: str) -> Exploration:
    return explore(shipped(language, name).script)


def script(library: Library, folder: Path, edits: list[tuple[str, str]]) -> Script:
    return library.script(written(folder, edits), "en")


@pytest.mark.parametrize(("language", "name"), SHIPPED)
def test_a_shipped_scenario_is_explored_completely(language: str, name: str) -> None:
    found = explored(language, name)
    assert found.complete
    assert not (found.never_beats or found.never_endings or found.trapped or found.open_beats)
    assert found.succeeds_kindly


@pytest.mark.parametrize(("language", "name"), [SHIPPED[1], SHIPPED[5]])
def test_no_played_call_ever_comes_where_exploration_says_nobody_can(language: str, name: str) -> None:
    library = Library.usual()
    stage, found = remembering(library.stage(name, language)), explored(language, name)
    sentences = material(stage, None, library.bank(language))
    fewest = {place: len(way.steps) for place, way in found.endings.items()}
    for played in walks(stage, sentences, 40, 5):
        assert set(played.beats) <= set(found.beats)
        assert played.ending in fewest
        assert len(played.replies) >= found.fewest[played.ending]


@given(
    mood=st.tuples(*(st.integers(0, 10) for _ in range(3))),
    turn=st.integers(1, 30),
    seed=st.integers(0, 10_000),
    place=st.sampled_from(SHIPPED),
)
@settings(max_examples=150)
def test_the_rule_of_endings_is_the_engines(
    mood: tuple[int, int, int], turn: int, seed: int, place: tuple[str, str]
) -> None:
    stage = shipped(*place)
    call, _ = start(stage)
    state = replace(call.state, mood=Mood(*mood))
    goto = Random(seed).choice(["", *stage.script.beats, *stage.script.endings, "hangs_up", "runs_out"])
    steering = Response("goes there", Kind.GOOD, goto=goto)
    said = Understanding(Hearing(""), (), (), (), None, None, steering)
    _, after = answer(call, state, said, turn)
    assert after.ended == ending_of(stage.script, Mood(*mood), goto, turn)


@pytest.mark.parametrize(("language", "name"), SHIPPED)
def test_what_a_beat_listens_for_is_what_the_stage_listens_for(language: str, name: str) -> None:
    stage = shipped(language, name)
    for beat in stage.script.beats.values():
        assert listened(stage.script, beat) == stage.responses(beat)


def test_the_shortest_way_to_a_plan_is_told_step_by_step(library: Library, tmp_path: Path) -> None:
    way = explore(script(library, tmp_path, [])).endings["plan_agreed"]
    assert [(step.beat, step.entry) for step in way.steps] == [
        ("opening", "shows she was heard"),
        ("what_is_possible", "offer:accept"),
        ("recap", "repeats the plan"),
    ]


def test_a_way_that_needs_a_plan_is_closed_until_one_is_agreed(library: Library, tmp_path: Path) -> None:
    edits = [("        goto: what_is_possible\n", "        goto: recap\n")]
    found = explore(script(library, tmp_path, edits))
    assert "plan_agreed" in found.never_endings
    assert "what_is_possible" in found.never_beats
    assert found.trapped == ("recap",)


def test_a_good_thing_is_felt_once_so_a_mood_that_needs_it_twice_is_never_met(
    library: Library, tmp_path: Path
) -> None:
    hearts = ("  - anger >= 9: hangs_up\n", "  - anger >= 9: hangs_up\n  - trust >= 8: hangs_up\n")
    assert explore(script(library, tmp_path, [hearts])).truth["", "1"][0] is False
    lower = (hearts[0], hearts[1].replace("trust >= 8", "trust >= 6"))
    assert explore(script(library, tmp_path, [lower])).truth["", "1"][0] is True


def test_what_only_a_reply_that_says_two_things_reaches_is_not_called_unreachable(
    library: Library, tmp_path: Path
) -> None:
    edits = [
        ("  - anger >= 9: hangs_up\n", "  - anger >= 9: hangs_up\n  - anger <= 1 and turn <= 1: melts\n"),
        ("  hangs_up: {", "  melts: {outcome: open, says: You are kind.}\n  hangs_up: {"),
        (
            "      - bad: pushes for payment first\n",
            "      - good: credits her\n        is: praises_effort\n        mood: {anger: -1}\n"
            "      - bad: pushes for payment first\n",
        ),
    ]
    found = explore(script(library, tmp_path, edits))
    assert "melts" not in found.never_endings
    assert found.complete
    (step,) = found.endings["melts"].steps
    assert {step.entry, *step.also} == {"shows she was heard", "credits her"}


def test_a_condition_on_the_turn_opens_late(library: Library, tmp_path: Path) -> None:
    edits = [
        ("        is: acknowledges_feeling\n", "        is: acknowledges_feeling\n        if: turn >= 4\n")
    ]
    found = explore(script(library, tmp_path, edits))
    assert len(found.beats["what_is_possible"].steps) == 4


def test_the_search_that_is_stopped_says_so_and_what_is_open(library: Library, tmp_path: Path) -> None:
    edits = [("  - anger >= 9: hangs_up\n", "  - anger >= 9 and trust <= 1: hangs_up\n")]
    found = explore(script(library, tmp_path, edits), limit=3)
    assert not found.complete
    assert found.open_endings or found.open_beats
    assert "hangs_up" not in found.never_endings


def test_a_dead_end_is_told_once_and_not_for_every_beat_before_it(library: Library, tmp_path: Path) -> None:
    assert explore(script(library, tmp_path, DEAD_END)).trapped == ("cellar",)


def test_without_kind_way_to_success_it_says_so(library: Library, tmp_path: Path) -> None:
    edits = [
        (
            "        coach: You answered the person before the debt.\n        goto: what_is_possible\n",
            "        coach: You answered the person before the debt.\n",
        ),
        (
            "        says: Did you hear what I just said?\n",
            "        says: Did you hear what I just said?\n        goto: what_is_possible\n",
        ),
    ]
    found = explore(script(library, tmp_path, edits))
    assert found.succeeds
    assert not found.succeeds_kindly
