"""Transcripts keep decisions, not prose; what changes is shown and kept only when somebody says so."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import pytest

from simulator.authoring.library import Library
from simulator.authoring.testing.blessing import bless, compared
from simulator.authoring.testing.transcript_files import as_yaml, read_transcript
from simulator.authoring.testing.transcripts import beside, differences, played, recorded
from simulator.call import Stage
from simulator.cli import main
from simulator.errors import Unreadable
from tests.libraries import SAMPLES

EN = Path("scenarios/en/lost-her-job.yaml")
SAID = ["I'm so sorry to hear that.", "Could you manage $120 on the 5th of each month?"]


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    """Return a copy of the sample scenario that may be changed, with its persona."""
    shutil.copytree(SAMPLES, tmp_path, dirs_exist_ok=True)
    return tmp_path / EN


@pytest.fixture
def stage(library: Library, scenario: Path) -> Stage:
    return library.stage_of(scenario, "en")


@pytest.fixture
def kept(scenario: Path, stage: Stage) -> Path:
    """Return a transcript that was just recorded."""
    path = scenario.parent / "transcripts" / "lost-her-job.kind.yaml"
    bless(recorded(path, stage, SAID))
    return path


def test_a_transcript_keeps_every_decision_and_no_word_of_the_debtor(kept: Path) -> None:
    transcript = read_transcript(kept)
    first, second = transcript.replies
    assert (transcript.name, first.heard, first.beat) == (
        "kind",
        ("shows she was heard",),
        "what_is_possible",
    )
    assert first.points == {"empathy": 2, "patience": 1} and second.steers == "accept"
    assert set(first.mood or ()) == {"anger", "trust", "openness"}
    assert "I can do that" not in kept.read_text(encoding="utf-8")


def test_what_is_written_is_what_is_read(kept: Path, stage: Stage) -> None:
    transcript = read_transcript(kept)
    assert as_yaml(transcript) == kept.read_text(encoding="utf-8")
    assert differences(transcript, played(transcript, stage)) == ()


def test_other_prose_changes_nothing(kept: Path, scenario: Path, library: Library) -> None:
    _edit(scenario, "Thank you. So what do you want from me?", "Right. And now?")
    (one,) = compared(scenario, library.stage_of(scenario, "en"))
    assert one.same


def test_another_decision_is_a_difference(kept: Path, scenario: Path, library: Library) -> None:
    _edit(scenario, "mood: {anger: -1, trust: +2}", "mood: {anger: -2, trust: +2}")
    (one,) = compared(scenario, library.stage_of(scenario, "en"))
    assert {each.what for each in one.differences} == {"mood"}
    assert one.differences[0].was != one.differences[0].now


def test_a_call_that_ends_earlier_is_a_difference(kept: Path, scenario: Path, library: Library) -> None:
    _edit(scenario, "        goto: what_is_possible\n", "        goto: hangs_up\n")
    (one,) = compared(scenario, library.stage_of(scenario, "en"))
    assert "you" in {each.what for each in one.differences}


def test_replies_alone_wait_to_be_blessed(scenario: Path, stage: Stage) -> None:
    path = scenario.parent / "transcripts" / "lost-her-job.new.yaml"
    path.parent.mkdir()
    path.write_text(
        "format: 1\nscenario: lost-her-job\nlanguage: en\nreplies:\n  - you: I'm so sorry to hear that.\n",
        encoding="utf-8",
    )
    (one,) = compared(scenario, stage)
    assert not one.same
    bless(one.now)
    assert all(each.same for each in compared(scenario, stage))


def test_only_the_transcripts_of_this_scenario_lie_beside_it(kept: Path, scenario: Path) -> None:
    shutil.copy(kept, kept.with_name("lost-her-jobs.kind.yaml"))
    assert [one.path.name for one in beside(scenario)] == ["lost-her-job.kind.yaml"]


def test_a_word_that_is_not_known_is_refused(kept: Path) -> None:
    _edit(kept, "    steers:", "    stears:")
    with pytest.raises(Unreadable, match="stears"):
        read_transcript(kept)


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _test(scenario: Path, *arguments: str) -> int:
    return main(["test", str(scenario), "--lang", "en", *arguments])


@pytest.fixture
def changed(kept: Path, scenario: Path) -> Path:
    """Return the transcript of a scenario in which a decision was changed afterwards."""
    _edit(scenario, "mood: {anger: -1, trust: +2}", "mood: {anger: -2, trust: +2}")
    return kept


def test_a_change_fails_the_tests_and_is_shown(
    changed: Path, scenario: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _test(scenario) == 1
    out = capsys.readouterr().out
    assert "CHANGED" in out and "mood: was anger" in out


@pytest.mark.parametrize(("answer", "code"), [("maybe\nyes\n", 0), ("no\n", 1), ("", 1)])
def test_blessing_asks_and_does_as_it_is_told(
    answer: str, code: int, changed: Path, scenario: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = changed.read_text(encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
    assert _test(scenario, "--bless") == code
    assert (changed.read_text(encoding="utf-8") == before) == bool(code)
    assert list(changed.parent.iterdir()) == [changed]


def test_yes_blesses_without_asking(changed: Path, scenario: Path) -> None:
    assert _test(scenario, "--bless", "--yes") == 0
    assert _test(scenario) == 0


def test_a_name_that_no_test_has_is_an_error(scenario: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _test(scenario, "--only", "no such test") == 2
    assert "no such test" in capsys.readouterr().err


def test_a_broken_transcript_cannot_be_played(
    kept: Path, scenario: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept.write_text("format: 1\nreplies: x\n", encoding="utf-8")
    assert _test(scenario) == 2
    assert "lost-her-job.kind.yaml" in capsys.readouterr().err


def test_what_only_came_near_is_neither_kept_nor_compared(stage: Stage, scenario: Path, kept: Path) -> None:
    """The bar for coming near moves with the hearing; nothing that happens depends on it."""
    path = scenario.parent / "transcripts" / "lost-her-job.near.yaml"
    text = as_yaml(recorded(path, stage, ["So rough. Sounds rough.", *SAID]))
    assert "possibly" not in text
    older = kept.read_text(encoding="utf-8").replace(
        "    steers:", '    possibly: ["probes"]\n    steers:', 1
    )
    kept.write_text(older, encoding="utf-8")
    was = read_transcript(kept)
    assert differences(was, played(was, stage)) == ()
