"""The command line: what it prints, where, and what it exits with."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from simulator import __version__
from simulator.cli import COMMANDS, main

ROOT = Path(__file__).parents[1]


def run(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "simulator", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        **more,
    )  # type: ignore[call-overload, no-any-return]  # keyword arguments are passed through


@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_names_every_command_in_the_readers_language(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", language, "--help"]) == 0
    printed = capsys.readouterr().out
    assert all(f"\n  {name} " in printed for name in COMMANDS)
    assert ("催收" in printed) is (language == "zh")


def test_in_a_pipe_it_says_how_to_use_the_plain_shell_and_exits_2() -> None:
    done = run(stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert "--plain" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["paly"], "play"),
        (["play", "no-such-call", "--plain"], "no-such-call"),
        (["play", "--plain"], "ID"),
        (["show", "nothing"], "nothing"),
        (["--lang", "fr", "list"], "fr"),
        (["play", "angry-four-calls", "--plain", "--set", "joy=3"], "joy"),
        (["play", "angry-four-calls", "--plain", "--from", "nowhere"], "nowhere"),
        (["measure", "/no/such/file.jsonl"], "/no/such/file.jsonl"),
        (["export", "--output", "/no/such/folder/x.csv"], "x.csv"),
    ],
)
def test_wrong_input_is_one_line_that_names_it_and_exits_2(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert says in printed.err
    assert printed.err.count("\n") == 1
    assert "Traceback" not in printed.err


def test_an_unusable_data_folder_is_named_with_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("DUECOURSE_DATA", str(blocked / "inside"))
    monkeypatch.setattr(sys, "stdin", io.StringIO("Hello.\n"))
    assert main(["play", "hardship-lost-her-job", "--plain"]) == 2
    assert "DUECOURSE_DATA" in capsys.readouterr().err


def test_an_unwritable_cache_stops_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("DUECOURSE_CACHE", str(blocked / "inside"))
    assert main(["list"]) == 0
    assert "hardship-lost-her-job" in capsys.readouterr().out


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["scenarios", "personas", "behaviours", "rules"])
def test_every_list_can_be_read_by_a_program(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", kind, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_no_rule_is_called_law_without_a_clause_that_is_sure(capsys: pytest.CaptureFixture[str]) -> None:
    main(["list", "rules", "--format", "json"])
    for rule in json.loads(capsys.readouterr().out):
        if rule["source"] != "policy":
            assert rule["source"] == "law"
            assert rule["citation"], rule["id"]
            assert rule["confidence"] in ("V1", "V2", "M-high"), rule["id"]


def test_a_call_stopped_by_ctrl_c_exits_130_and_can_be_continued(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped(io.StringIO):
        def readline(self, size: int = -1, /) -> str:
            line = super().readline(size)
            if not line:
                raise KeyboardInterrupt
            return line

    monkeypatch.setattr(sys, "stdin", Stopped("Hi, this is Jordan Reyes from Northgate Recovery.\n"))
    assert main(["play", "hardship-lost-her-job", "--plain", "--seed", "7"]) == 130
    monkeypatch.setattr(sys, "stdin", io.StringIO("Could you confirm your date of birth?\n"))
    assert main(["play", "--continue", "--plain"]) == 0


def test_a_reader_that_goes_away_is_no_error() -> None:
    done = subprocess.run(
        f"{sys.executable} -m simulator list rules --format json | head -c 10",
        shell=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
