"""What an author keeps while playing: notes and transcripts beside the file; and the editor to change it."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator import paths
from simulator.authoring.testing.transcripts import beside, differences, played
from simulator.errors import CannotPlay
from simulator.shells.beside import keep_note, keep_transcript
from simulator.shells.editor import editor_command
from simulator.shells.lines import line_of_beat
from simulator.shells.session import open_records, stage_for
from simulator.shells.trial import Trial
from tests.shells.desk import SAID, own_file, own_library

SAYS = SAID["en"]


def trial_of(path: Path, *replies: str) -> Trial:
    trial, _ = Trial.begin(
        stage_for(own_library(), str(path), "en"), open_records(), "tess", 7, file=str(path)
    )
    for reply in replies:
        trial.reply(SAYS[reply])
    return trial


def test_notes_stand_one_after_the_other_with_the_beat_and_what_was_said(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    trial = trial_of(path, "kind")
    file = keep_note(path, trial.call, "Too easy: she opens up at once.", "en")
    keep_note(path, trial.call, "And again.", "en")
    text = file.read_text(encoding="utf-8")
    assert file.name == "flooded-shop.notes.md" and text.startswith("# The flooded flower shop\n")
    assert text.count("## opening, reply 1\n") == 2 and f"> You: {SAYS['kind']}" in text
    assert text.index("Too easy") < text.index("And again.")


def test_a_call_so_far_is_kept_as_a_transcript_that_passes(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    trial = trial_of(path, "pushes", "kind")
    first, second = keep_transcript(path, trial, "en"), keep_transcript(path, trial, "en")
    assert [first.name, second.name] == ["flooded-shop.call-1.yaml", "flooded-shop.call-2.yaml"]
    for one in beside(path):
        assert [reply.you for reply in one.replies] == [SAYS["pushes"], SAYS["kind"]]
        assert differences(one, played(one, trial.call.stage)) == ()


def test_a_call_in_which_nothing_was_said_is_no_transcript(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    with pytest.raises(CannotPlay, match="Nothing was said"):
        keep_transcript(path, trial_of(path), "en")


def test_nothing_is_put_beside_a_file_that_was_installed_with_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own_file(tmp_path / "site-packages")
    monkeypatch.setattr(paths, "builtin", lambda kind: tmp_path / "site-packages" / kind)
    monkeypatch.setattr("simulator.shells.beside.builtin", paths.builtin)
    trial = trial_of(path, "kind")
    with pytest.raises(CannotPlay, match="came with the program"):
        keep_note(path, trial.call, "x", "en")
    with pytest.raises(CannotPlay, match="came with the program"):
        keep_transcript(path, trial, "en")


@pytest.mark.parametrize(
    ("chosen", "command"),
    [
        ({}, []),
        ({"EDITOR": "  "}, []),
        ({"EDITOR": 'vim "'}, []),
        ({"EDITOR": "nano"}, ["nano", "+12", "a b.yaml"]),
        ({"EDITOR": "nano", "VISUAL": "vim -u NONE"}, ["vim", "-u", "NONE", "+12", "a b.yaml"]),
        ({"EDITOR": "/usr/bin/code"}, ["/usr/bin/code", "--wait", "--goto", "a b.yaml:12"]),
        ({"EDITOR": "code -w"}, ["code", "-w", "--goto", "a b.yaml:12"]),
        ({"EDITOR": "hx"}, ["hx", "a b.yaml:12"]),
    ],
)
def test_the_editor_opens_the_line_in_its_own_way(chosen: dict[str, str], command: list[str]) -> None:
    assert editor_command(Path("a b.yaml"), 12, chosen) == command


def test_a_beat_is_found_in_its_file_and_a_lost_one_opens_the_top(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[line_of_beat(path, "money") - 1] == "  money:"
    assert line_of_beat(path, "gone") == 1
    path.write_text("a: [", encoding="utf-8")
    assert line_of_beat(path, "money") == 1
