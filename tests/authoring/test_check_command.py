"""`duecourse check`: the deep checks, corrections, annotations, and what is remembered between two runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.authoring.findings.examples import base_text, place_of
from simulator.authoring.library import Library
from simulator.authoring.surveying import Survey
from simulator.cli import main
from tests.authoring.planted import laid

SHORT = base_text("short")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of one call in two languages, with the persona of each."""
    return laid(tmp_path, "persona", "persona-zh", "short", "short-zh")


def change(folder: Path, old: str, new: str) -> Path:
    """Change the English call of a library; returns its file."""
    path = folder / place_of(SHORT)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    return path


def test_a_clean_library_has_no_findings_in_either_language(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "en", "check", "--strict", "--all", str(folder)]) == 0
    assert main(["--lang", "zh", "check", "--strict", "--all", str(folder)]) == 0
    assert capsys.readouterr().out == "no errors in 4 files\n共 4 个文件：没有错误\n"


def test_a_warning_is_told_and_counts_when_it_must(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = change(folder, "    hint: Say back what you agreed.\n", "")
    assert main(["--lang", "en", "check", str(path)]) == 0
    assert "warning[D502]" in capsys.readouterr().out
    assert main(["--lang", "zh", "check", "--strict", str(path)]) == 1
    assert "警告[D502]" in capsys.readouterr().out


def test_annotations_are_commands_that_github_reads(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    change(folder, "persona: mei-lin", "persona: mei-lim")
    assert main(["--lang", "en", "check", "--format", "github", "scenarios/en"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(
        "::error file=scenarios/en/short-call.yaml,line=5,col=10,endColumn=17,title=D112::"
    )
    assert "%0A" in line


def test_two_files_with_one_id_are_told_of_each_other(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loose = folder / "loose"
    loose.mkdir()
    for name in ("a.yaml", "b.yaml"):
        (loose / name).write_text(SHORT, encoding="utf-8")
    assert main(["--lang", "en", "check", "--format", "concise", str(loose)]) == 1
    (line,) = [one for one in capsys.readouterr().out.splitlines() if "D108" in one]
    assert "b.yaml:2:5: D108" in line


def test_fix_corrects_keeps_a_backup_and_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = change(folder, "persona: mei-lin", "persona：mei-lin")
    broken = path.read_bytes()
    assert main(["--lang", "en", "check", "--fix", str(path)]) == 0
    told = capsys.readouterr()
    assert "D003" in told.err and "short-call.yaml.bak" in told.err
    assert told.out == "no errors in 1 file\n"
    assert path.read_text(encoding="utf-8") == SHORT
    assert path.with_name("short-call.yaml.bak").read_bytes() == broken


def test_a_dry_run_shows_a_diff_and_touches_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = change(folder, "persona: mei-lin", "persona：mei-lin")
    broken = path.read_bytes()
    assert main(["--lang", "en", "check", "--fix", "--dry-run", str(path)]) == 1
    out = capsys.readouterr().out
    assert "-persona：mei-lin" in out and "+persona: mei-lin" in out
    assert path.read_bytes() == broken and len(list(path.parent.iterdir())) == 1
    assert main(["--lang", "en", "check", "--dry-run", str(path)]) == 2


def test_an_explanation_comes_in_the_language_of_the_reader(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "check", "--explain", "d502"]) == 0
    assert main(["--lang", "zh", "check", "--explain", "D502"]) == 0
    out = capsys.readouterr().out
    assert "warning[D502]" in out and "警告[D502]" in out
    assert main(["check", "--explain", "D998"]) == 2


def test_a_transcript_is_checked_as_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "scenarios/en/transcripts/short-call.kind.yaml"
    path.parent.mkdir()
    text = "format: 1\nscenario: short-call\nlanguage: en\nreplies:\n  - you: Hello there.\n    hered: []\n"
    path.write_text(text, encoding="utf-8")
    assert main(["--lang", "en", "check", "--format", "json", str(path)]) == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["code"], finding["line"]) == ("D102", 6)


def test_a_project_that_cannot_be_read_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "duecourse.toml").write_text("[check]\nD999 = 1\n", encoding="utf-8")
    assert main(["--lang", "en", "check", str(folder)]) == 2
    assert "D999" in capsys.readouterr().err


class TestWhatIsRemembered:
    """Findings are kept by the content of a file and of everything that they depend on."""

    @pytest.fixture
    def library(self, folder: Path) -> Library:
        usual = Library.usual()
        return Library(
            scenarios=(folder / "scenarios",),
            personas=(folder / "personas",),
            phrases=usual.phrases,
            rubrics=usual.rubrics,
            rulebooks=usual.rulebooks,
            cache=usual.cache,
        )

    def survey(self, library: Library, folder: Path) -> tuple[int, list[str]]:
        survey = Survey(library)
        files = {path: path.name for path in sorted(folder.glob("scenarios/*/*.yaml"))}
        found = [finding.key for _, some in survey.findings(files) for finding in some]
        return survey.examined, found

    def test_an_unchanged_file_is_not_examined_again(self, library: Library, folder: Path) -> None:
        change(folder, "    hint: Say back what you agreed.\n", "")
        assert self.survey(library, folder) == (2, ["D502"])
        assert self.survey(library, folder) == (0, ["D502"])

    def test_a_change_of_the_file_or_of_its_other_language_is_seen(
        self, library: Library, folder: Path
    ) -> None:
        self.survey(library, folder)
        change(folder, "    hint: Say back what you agreed.\n", "")
        assert self.survey(library, folder) == (2, ["D502"])

    def test_a_change_of_the_persona_is_seen(self, library: Library, folder: Path) -> None:
        self.survey(library, folder)
        persona = folder / "personas/en/mei-lin.yaml"
        persona.write_text(persona.read_text(encoding="utf-8").replace("style: hardship", "style: sad"))
        assert self.survey(library, folder) == (1, ["D112-broken"])

    def test_a_project_and_a_transcript_that_appear_are_seen(self, library: Library, folder: Path) -> None:
        change(folder, "    hint: Say back what you agreed.\n", "")
        self.survey(library, folder)
        (folder / "duecourse.toml").write_text('[check]\nD502 = "off"\n', encoding="utf-8")
        assert self.survey(library, folder) == (2, [])
        transcripts = folder / "scenarios/en/transcripts"
        transcripts.mkdir()
        (transcripts / "short-call.one.yaml").write_text(
            "format: 1\nscenario: short-call\nlanguage: en\nreplies:\n"
            "  - {you: Good morning., heard: [pressures], beat: opening}\n",
            encoding="utf-8",
        )
        assert self.survey(library, folder) == (1, ["D707"])

    def test_many_files_are_shared_out_and_found_the_same(self, library: Library, folder: Path) -> None:
        for number in range(60):
            name = f"call-{number}"
            text = SHORT.replace("id: short-call", f"id: {name}").replace("level: 1", f"level: {number % 6}")
            (folder / f"scenarios/en/{name}.yaml").write_text(text, encoding="utf-8")
        files = [(path, path.name) for path in sorted(folder.glob("scenarios/en/*.yaml"))]
        together = Survey(library, workers=2).examine(files)
        assert together == Survey(library, workers=1).examine(files)
        assert {finding.code for some in together for finding in some} >= {"D405"}


def test_a_dry_run_that_has_nothing_to_correct_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = change(folder, "level: 1", "level: 9")
    assert main(["--lang", "en", "check", "--fix", "--dry-run", str(path)]) == 0
    told = capsys.readouterr()
    assert told.out == "" and "nothing in 1 file can be corrected without you" in told.err
    assert main(["--lang", "zh", "check", "--fix", "--dry-run", str(path)]) == 0
    assert "没有可以自动改正的地方" in capsys.readouterr().err


def test_a_finding_says_whether_fix_corrects_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = change(folder, "persona: mei-lin\n", "persona：mei-lin\n")
    change(folder, "level: 1", "level: 9")
    assert main(["--lang", "en", "check", str(path)]) == 1
    first, second, _ = capsys.readouterr().out.split("\n\n")
    assert "D003" in first and "'duecourse check --fix' corrects this" in first
    assert "D405" in second and "--fix" not in second
    main(["--lang", "en", "check", "--format", "json", str(path)])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [one["fixable"] for one in found] == [True, False]


def test_a_persona_with_errors_is_told_with_its_line_and_the_rest_is_checked_all_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = change(folder, "    hint: Say back what you agreed.\n", "")
    persona = folder / "personas/en/mei-lin.yaml"
    text = persona.read_text(encoding="utf-8").replace("style: ", "stile: ")
    persona.write_text(text, encoding="utf-8")
    assert main(["--lang", "en", "check", str(path)]) == 1
    told = capsys.readouterr().out
    assert "D112" in told and "personas/en/mei-lin.yaml:5" in told
    assert "warning[D502]" in told
