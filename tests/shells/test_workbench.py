"""The workbench: an ear that remembers hears the same, and a save is looked at step by step."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from simulator.hearing import Ear, Hearing, Listening, RememberingEar
from simulator.shells.session import stage_for
from simulator.shells.workbench import Findings, Kept, Outcomes, Version, Workbench
from tests.shells.desk import SAID, own_file, own_library, save

TODAY = date(2026, 6, 10)


def test_an_ear_that_remembers_hears_the_same_and_each_sentence_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stage = stage_for(own_library(), "flooded-shop", "en")
    beat = stage.script.beats["opening"]
    listening = stage.listening(beat)
    asked: list[str] = []
    hear = Ear.hear

    def counted(self: Ear, reply: str, listening: Listening, today: date) -> Hearing:
        asked.append(reply)
        return hear(self, reply, listening, today)

    monkeypatch.setattr(Ear, "hear", counted)
    ear = RememberingEar.over(stage.ear)
    for _ in range(2):
        again = ear.listening(listening.targets, ("Ada Quill", "Harbour Bank", "Northgate Recovery"))
        for reply in SAID["en"].values():
            assert ear.hear(reply, again, TODAY) == hear(stage.ear, reply, listening, TODAY)
    assert asked == list(SAID["en"].values())
    ear.hear(SAID["en"]["kind"], again, date(2026, 6, 11))
    assert len(asked) == len(SAID["en"]) + 1


def test_findings_and_tree_come_before_the_tests_and_the_deep_checks_last(tmp_path: Path) -> None:
    bench = Workbench(own_library(), own_file(tmp_path))
    steps = list(bench.look())
    assert [type(step) for step in steps] == [Findings, Version, Outcomes, Findings]
    assert [step.deep for step in steps if isinstance(step, Findings)] == [False, True]


def test_a_save_while_looking_stops_the_look_for_the_next_one(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    bench = Workbench(own_library(), path)
    looking = bench.look()
    next(looking), next(looking)
    save(path, ("So what", "And what"))
    assert list(looking) == [] and bench.changed()


def test_a_broken_version_keeps_the_one_before(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    bench = Workbench(own_library(), path)
    list(bench.look())
    before = bench.version
    save(path, ("format: 1", "format: one"))
    assert [type(step) for step in bench.look()] == [Findings, Kept, Findings]
    assert bench.version is before
    assert bench.explain("opening", SAID["en"]["kind"]) is not None
    assert bench.explain("nowhere", "x") is None
