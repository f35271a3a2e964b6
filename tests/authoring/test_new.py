"""`new`: what it writes checks clean, passes its tests and plays; what it cannot do, it says in a line."""

from __future__ import annotations

import io
import itertools
import json
import re
from pathlib import Path

import pytest

from simulator.authoring.starting import STYLES, TEMPLATES
from simulator.cli import main

KINDS = list(itertools.product(("en", "zh"), STYLES))


def _new(folder: Path, name: str, style: str = "angry", language: str = "en", *more: str) -> int:
    return main(["--lang", language, "new", name, "--from", style, "--to", str(folder), *more])


def _begun(folder: Path, style: str, language: str) -> tuple[Path, Path]:
    assert _new(folder, "my-call", style, language) == 0
    return (folder / f"{kind}s" / language / "my-call.yaml" for kind in ("scenario", "persona"))  # type: ignore[return-value]  # two of them


@pytest.mark.parametrize(("language", "style"), KINDS)
def test_a_new_scenario_has_no_finding_and_passes_its_tests(
    language: str, style: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(path) for path in _begun(tmp_path, style, language)]
    capsys.readouterr()
    assert main(["--lang", language, "check", "--strict", "--format", "json", *files]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []
    assert main(["--lang", language, "test", files[0]]) == 0


@pytest.mark.parametrize("style", STYLES)
def test_the_templates_of_both_languages_are_one_call_without_even_a_note(
    style: str, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(TEMPLATES / "scenarios" / language / f"{style}.yaml") for language in ("en", "zh")]
    assert main(["check", "--strict", "--all", "--format", "concise", *files]) == 0
    assert "D" not in capsys.readouterr().out


@pytest.mark.parametrize(("language", "style"), KINDS)
def test_every_pattern_of_a_template_is_said_in_its_tests(
    language: str, style: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = TEMPLATES / "scenarios" / language / f"{style}.yaml"
    main(["test", "--coverage", "--format", "json", str(path)])
    (told,) = [row["coverage"] for row in json.loads(capsys.readouterr().out) if "coverage" in row]
    assert told["parts"]["patterns"]["percent"] == 100


@pytest.mark.parametrize(("language", "style"), KINDS)
def test_a_new_scenario_can_be_played_from_its_folder(
    language: str,
    style: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    scenario, persona = _begun(tmp_path, style, language)
    text = scenario.read_text(encoding="utf-8")
    best = text[text.rindex("  the best call" if language == "en" else "  最好的路线") :]
    said = re.findall(r"- you: (.*)", best)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(said) + "\n"))
    capsys.readouterr()
    where = str(scenario.relative_to(tmp_path))
    assert main(["--lang", language, "play", where, "--plain", "--format", "json", "--seed", "7"]) == 0
    events = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    (ended,) = [event for event in events if event.get("event", event.get("type")) == "ended"]
    assert ended["outcome"] == "agreed"
    name = re.search(r"^name: (.*?) *(#|$)", persona.read_text(encoding="utf-8"), re.MULTILINE)
    assert name and name[1] in json.dumps(events, ensure_ascii=False)


@pytest.mark.parametrize(("language", "style"), KINDS)
def test_a_template_says_to_a_beginner_what_to_change(language: str, style: str) -> None:
    for kind in ("scenarios", "personas"):
        text = (TEMPLATES / kind / language / f"{style}.yaml").read_text(encoding="utf-8")
        notes = [line for line in text.splitlines() if "#" in line]
        assert len(notes) >= 12
        assert re.search(rf"^id: {style}$", text, re.MULTILINE)
        assert all(re.search("[\u4e00-\u9fff]", line) for line in notes) == (language == "zh")


def test_one_own_scenario_is_written_where_the_program_finds_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["new", "my-call", "--from", "evasive"]) == 0
    told = capsys.readouterr().out
    assert "duecourse check my-call" in told and "docs/trainer.md" in told
    assert main(["test", "my-call"]) == 0
    assert main(["list", "scenarios"]) == 0
    assert "my-call" in capsys.readouterr().out


def test_editors_find_the_schema_that_the_first_line_names(tmp_path: Path) -> None:
    for path in _begun(tmp_path, "hardship", "en"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        schema = path.parent / first.partition("$schema=")[2]
        assert json.loads(schema.read_text(encoding="utf-8"))["title"].startswith("Due Course")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("My Call", "my-call"),
        ("../up", "up"),
        ("a_b", "a-b"),
        ("失业", "lost-his-van"),
        ("-x", "x"),
        ("a/b", "a-b"),
    ],
)
def test_a_name_that_is_no_id_is_refused_with_one_that_is(
    name: str, hint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "--to", str(tmp_path / "new"), "--", name]) == 2
    told = capsys.readouterr().err
    assert hint in told and "Traceback" not in told and len(told.strip().splitlines()) == 1
    assert list(tmp_path.rglob("*")) == []


def test_a_name_that_is_taken_loses_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenario, persona = _begun(tmp_path, "angry", "en")
    scenario.write_text("mine", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for taken in (persona, scenario):
        capsys.readouterr()
        assert _new(tmp_path, "my-call", "hardship") == 2
        told = capsys.readouterr().err.strip()
        assert "my-call.yaml" in told and len(told.splitlines()) == 1
        assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
        assert taken.exists()


def test_a_folder_that_cannot_be_written_to_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "scenarios").write_text("a file where a folder should be", encoding="utf-8")
    assert _new(tmp_path, "my-call") == 2
    told = capsys.readouterr().err.strip()
    assert "my-call.yaml" in told and len(told.splitlines()) == 1 and "Traceback" not in told
    assert not list(tmp_path.rglob("*.part")) and not list(tmp_path.rglob("my-call.yaml"))


def test_settings_with_comments_are_left_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{\n  // mine\n  "editor.fontSize": 14\n}\n', encoding="utf-8")
    before = settings.read_bytes()
    assert _new(tmp_path, "my-call") == 2
    told = capsys.readouterr().err.strip()
    assert "yaml.schemas" in told and len(told.splitlines()) == 1
    assert settings.read_bytes() == before
    assert not list(tmp_path.rglob("my-call.yaml"))


def test_plain_settings_keep_what_is_in_them(tmp_path: Path) -> None:
    settings = tmp_path / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"editor.fontSize": 14, "yaml.schemas": {"x.json": "y"}}', encoding="utf-8")
    assert _new(tmp_path, "my-call") == 0
    held = json.loads(settings.read_text(encoding="utf-8"))
    assert held["editor.fontSize"] == 14 and held["yaml.schemas"]["x.json"] == "y"
    assert held["yaml.schemas"][".duecourse/scenario.schema.json"] == "scenarios/**/*.yaml"
