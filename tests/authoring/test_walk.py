"""Walks: a planted fault is found by simulated trainees, with replies that show it again."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from simulator.authoring.library import Library
from simulator.authoring.testing.remembering import remembering
from simulator.authoring.walk import Fault, Walked, again, report, shortest, walk
from simulator.authoring.walk.material import material
from simulator.authoring.walk.playing import walks
from simulator.authoring.walk.report import command, data_of, text_of
from simulator.call import judge, reply, start
from simulator.hearing import PhraseBank
from tests.authoring.planted import CRUELTY, DEAD_END, FARM, staged

ROOT = Path(__file__).parents[2]
RUNS = 300


@cache
def bank() -> PhraseBank:
    return Library.usual().bank("en")


def walked(library: Library, folder: Path, edits: list[tuple[str, str]], runs: int = RUNS) -> Walked:
    _, stage, model = staged(library, folder, edits)
    return walk(stage, model, bank(), runs)


def fault(found: Walked, *keys: str) -> Fault:
    return next(one for one in found.faults if one.key in keys)


def test_a_sound_scenario_has_no_fault_and_everything_in_it_is_reached(
    library: Library, tmp_path: Path
) -> None:
    found = walked(library, tmp_path, [])
    assert found.faults == ()
    assert not found.summary.unreached_beats
    assert {end.name for end in found.summary.ends} == {"plan_agreed", "hangs_up", "runs_out"}
    shortest_ways = {end.name: len(end.replies) for end in found.summary.ends}
    assert shortest_ways["plan_agreed"] == 3


def test_the_same_seed_plays_the_same_calls(library: Library, tmp_path: Path) -> None:
    one, other = (data_of(walked(library, tmp_path, [], 60), "x") for _ in range(2))
    assert one == other


def test_a_planted_dead_end_is_found_with_the_one_reply_that_leads_there(
    library: Library, tmp_path: Path
) -> None:
    found = fault(walked(library, tmp_path, DEAD_END), "dead_end")
    _, stage, _ = staged(library, tmp_path, DEAD_END)
    assert found.details["beat"] == "cellar"
    assert len(found.replies) == 1
    assert again(stage, found.seed, found.replies).state.beat == "cellar"


def test_a_planted_farm_is_found_and_each_repeat_works_again(library: Library, tmp_path: Path) -> None:
    found = fault(walked(library, tmp_path, FARM), "mood_farm")
    _, stage, _ = staged(library, tmp_path, FARM)
    assert len(set(found.replies[-3:])) == 1
    trust = [
        again(stage, found.seed, found.replies[: len(found.replies) - left]).state.mood.trust
        for left in (2, 1, 0)
    ]
    assert trust == sorted(set(trust))
    assert len(found.replies) == 4  # one to come there, three times the offer


def test_planted_cruelty_that_pays_is_found_in_a_single_reply(library: Library, tmp_path: Path) -> None:
    found = fault(walked(library, tmp_path, CRUELTY), "cruelty_pays", "cruelty_passes")
    _, stage, _ = staged(library, tmp_path, CRUELTY)
    call = again(stage, found.seed, found.replies)
    assert call.state.outcome == "agreed"
    assert judge(call).passed == (found.key == "cruelty_passes")
    assert len(found.replies) == 1


@pytest.mark.parametrize(("edits", "key"), [(DEAD_END, "dead_end"), (FARM, "mood_farm")])
def test_the_reproduction_is_a_command_that_works(
    library: Library, tmp_path: Path, edits: list[tuple[str, str]], key: str
) -> None:
    path, _, _ = staged(library, tmp_path, edits)
    found = fault(walked(library, tmp_path, edits), key)
    line = command(found.replies, found.seed, str(path), "en")
    played = line.replace("duecourse play", f"{sys.executable} -m simulator play") + " --format json"
    done = subprocess.run(
        ["sh", "-c", played],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={
            "XDG_DATA_HOME": str(tmp_path / "data"),
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
            "HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT),
            "PATH": "/usr/bin:/bin",
        },
        check=False,
    )
    assert done.returncode == 0, done.stderr
    events = [json.loads(row) for row in done.stdout.splitlines()]
    heard = [event["text"] for event in events if event["event"] == "heard"]
    assert heard[: len(found.replies)] == list(found.replies)
    assert found.details["beat"] in [event.get("beat") for event in events]


def test_the_report_says_it_in_both_languages(library: Library, tmp_path: Path) -> None:
    found = walked(library, tmp_path, DEAD_END, 100)
    for language, words in (("en", "Dead end"), ("zh", "死胡同")):
        text = text_of(found, "short-call.yaml", language)
        assert words in text
        assert "| duecourse play short-call.yaml --plain --seed" in text


def test_an_ear_that_remembers_hears_the_same(library: Library, tmp_path: Path) -> None:
    _, stage, _ = staged(library, tmp_path, [])
    quick = remembering(stage)
    for text in ("I'm sorry to hear that.", "You have to pay the full amount today.", "Um."):
        one, other = start(stage, 3)[0], start(quick, 3)[0]
        for _ in range(2):
            one, other = reply(one, text)[0], reply(other, text)[0]
        assert one.turns == other.turns
        assert one.state == other.state


def test_the_shortest_reproduction_keeps_only_what_is_needed() -> None:
    asked: list[tuple[str, ...]] = []

    def holds(replies: tuple[str, ...]) -> bool:
        asked.append(replies)
        return "b" in replies and "e" in replies

    assert shortest(tuple("abcdefgh"), holds) == ("b", "e")
    assert shortest(("x",), lambda replies: False) == ("x",)
    assert len(asked) < 40


def test_the_report_says_why_calls_were_not_passed_and_what_was_never_assessed(
    library: Library, tmp_path: Path
) -> None:
    found = walked(library, tmp_path, [])
    told = text_of(found, "x", "en")
    failed = sum(group.calls - group.passed for group in found.summary.groups)
    assert f"Not passed: {failed} of {RUNS} calls. The commonest reasons: " in told
    counts = [count for _, count in found.summary.failing]
    assert counts == sorted(counts, reverse=True) and counts[0] <= failed
    for name, score in found.summary.best.items():
        assert (f"{name} not assessed" in told) == (score is None)
    assert data_of(found, "x")["failing"] == dict(found.summary.failing)


def test_a_report_of_something_that_pays_says_what_was_compared(library: Library, tmp_path: Path) -> None:
    sound, cruel = (text_of(walked(library, tmp_path, edits), "x", "en") for edits in ([], CRUELTY))
    assert "Whether something pays" in cruel and "Whether something pays" not in sound


def test_what_is_practised_and_never_assessed_is_not_called_0_points() -> None:
    told = report.told(Fault("cannot_earn", {"name": "plan", "best": "", "floor": "40"}), "en")
    assert "no call was ever assessed in it" in told and "0 points" not in told


def test_kind_trainees_mostly_open_with_the_authors_own_answer() -> None:
    stage = Library.usual().stage("hardship-lost-her-job", "en")
    calls = walks(stage, material(stage, None, bank()), 10, 1, ("kind",))
    opened = [call.replies[0] == stage.script.beats["pickup"].model for call in calls]
    assert sum(opened) >= 5
