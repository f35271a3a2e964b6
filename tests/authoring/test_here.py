"""What lies in the folder that somebody works in is seen without being named."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from simulator.authoring.findings.examples import base_text
from simulator.authoring.library import Library
from simulator.cli import main
from simulator.paths import builtin
from simulator.shells.session import open_records, stage_of
from tests.authoring.planted import laid

SHORT = base_text("short")
SAID = "I'm sorry to hear about your job. That must be really stressful."


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a scenario and its persona, and the program started in it."""
    laid(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("place", ["scenarios/en", "scenarios", "."])
def test_a_scenario_is_known_by_its_id_wherever_it_lies_in_the_folder(
    place: str, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (work / "scenarios/en/short-call.yaml").rename(work / place / "short-call.yaml")
    assert main(["--lang", "en", "try", "short-call", "opening", SAID]) == 0
    assert "shows she was heard" in capsys.readouterr().out
    assert main(["--lang", "en", "graph", "short-call"]) == 0
    assert "what_is_possible" in capsys.readouterr().out
    assert main(["--lang", "en", "walk", "--exact", "short-call"]) == 0
    assert main(["--lang", "en", "test", "short-call"]) == 0
    assert "3 passed, 0 failed, in 1 file" in capsys.readouterr().out


@pytest.mark.parametrize("place", ["scenarios/en", "."])
def test_check_and_test_without_a_name_see_the_folder(
    place: str, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = work / place / "short-call.yaml"
    (work / "scenarios/en/short-call.yaml").rename(path)
    text = SHORT.replace("level: 1", "level: 9").replace("stays: opening", "stays: recap")
    path.write_text(text, encoding="utf-8")
    assert main(["--lang", "en", "check"]) == 1
    assert "short-call.yaml:7:8" in capsys.readouterr().out
    path.write_text(text.replace("level: 9", "level: 1"), encoding="utf-8")
    assert main(["--lang", "en", "test", "--only", "pushing makes her angry"]) == 1
    assert "short-call.yaml" in capsys.readouterr().out


def test_other_files_in_the_folder_are_left_alone(work: Path) -> None:
    (work / "compose.yaml").write_text("services: {web: {image: x}}\nid: 3\n", encoding="utf-8")
    (work / "other.yaml").write_bytes(b"\xff\xfe\x00id: x\nlanguage: en\n")
    library = Library.usual()
    assert [path.name for path in library.everything() if path.is_file()] == []
    assert "compose" not in [path.stem for path in library.scenario_files("en")]


def test_a_call_by_id_can_be_continued_from_another_folder(
    work: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{SAID}\n"))
    assert main(["--lang", "en", "play", "short-call", "--plain"]) == 0
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    records = open_records()
    (call,) = records.find()
    records.close()
    assert call.opening["file"] == str((work / "scenarios/en/short-call.yaml").resolve())
    assert stage_of(Library.usual(), call).script.id == "short-call"


def test_in_the_folder_of_the_program_itself_nothing_is_listed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(builtin("scenarios").parent)
    library = Library.usual()
    files = [path.resolve() for path in library.scenario_files("en")]
    assert len(files) == len(set(files)) and library.here is None


def test_a_folder_that_is_gone_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert Library.usual().here is None
