"""`check` and `test`: what they print and what they end with."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from simulator import settings
from simulator.authoring.findings.examples import BASES
from simulator.commands import check as check_command
from simulator.commands import test as test_command
from tests.libraries import SAMPLES

GOOD = str(SAMPLES / "scenarios/en/lost-her-job.yaml")


@pytest.fixture
def broken(tmp_path: Path) -> str:
    """A scenario with two errors."""
    path = tmp_path / "scenarios" / "broken.yaml"
    path.parent.mkdir()
    text = Path(GOOD).read_text(encoding="utf-8").replace("persona: mei-lin", "persona：mei-lin")
    path.write_text(text.replace("level: 2", "level: 9"), encoding="utf-8")
    personas = tmp_path / "personas" / "en"
    personas.mkdir(parents=True)
    sample = SAMPLES / "personas/en/mei-lin.yaml"
    (personas / "mei-lin.yaml").write_text(sample.read_text(encoding="utf-8"), encoding="utf-8")
    return str(path)


def _run(command: object, *arguments: str, lang: str = "en") -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)  # type: ignore[attr-defined]  # a command module
    args = parser.parse_args(arguments)
    args.settings = settings.load(lang)
    args.lang = lang
    return int(command.run(args))  # type: ignore[attr-defined]  # a command module


def test_check_is_content_with_a_good_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(check_command, str(BASES / "short.yaml")) == 0
    assert capsys.readouterr().out == "no errors in 1 file\n"


def test_check_prints_findings_and_ends_with_1(broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(check_command, broken) == 1
    out = capsys.readouterr().out
    assert "error[D003]" in out and "error[D405]" in out and out.endswith("2 errors in 1 file\n")


def test_check_speaks_chinese(broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(check_command, broken, lang="zh") == 1
    out = capsys.readouterr().out
    assert "错误[D003]" in out and out.endswith("共 1 个文件：2 个错误\n")


def test_check_has_one_line_for_each_finding(broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(check_command, broken, "--format", "concise") == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[1].split()[0] for line in lines] == ["D003", "D405"]


def test_check_gives_data_to_other_programs(broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(check_command, broken, "--format", "json") == 1
    data = json.loads(capsys.readouterr().out)
    assert [(one["code"], one["line"], one["column"]) for one in data["findings"]] == [
        ("D003", 5, 8),
        ("D405", 7, 8),
    ]


def test_check_of_a_path_that_does_not_exist_cannot_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(check_command, "no/such/file.yaml") == 2
    assert "no/such/file.yaml" in capsys.readouterr().err


def test_check_explains_a_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(check_command, "--explain", "d105") == 0
    assert "sign" in capsys.readouterr().out
    assert _run(check_command, "--explain", "D999") == 2


def test_test_passes_and_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(test_command, GOOD) == 0
    assert capsys.readouterr().out == "2 passed, 0 failed, in 1 file\n"


def test_test_shows_a_failure_and_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "scenarios" / "x.yaml"
    path.parent.mkdir()
    text = Path(GOOD).read_text(encoding="utf-8").replace("hits: pressures", "hits: apologises")
    path.write_text(text.replace("persona: mei-lin", "persona: mei-lin"), encoding="utf-8")
    personas = tmp_path / "personas" / "en"
    personas.mkdir(parents=True)
    sample = SAMPLES / "personas/en/mei-lin.yaml"
    (personas / "mei-lin.yaml").write_text(sample.read_text(encoding="utf-8"), encoding="utf-8")
    assert _run(test_command, str(path)) == 1
    out = capsys.readouterr().out
    assert "FAILED" in out and "'apologises' was not heard" in out and "heard: " in out


def test_test_cannot_run_a_broken_file(broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(test_command, broken) == 2
    assert "duecourse check" in capsys.readouterr().err
    assert _run(test_command, "no-such-id") == 2
