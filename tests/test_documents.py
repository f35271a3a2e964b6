"""The documents tell the truth: their commands, their pictures, their example files and what those answer."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import jsonschema
import pytest

from simulator.authoring.editors import words_page
from simulator.authoring.editors.schema import KINDS_OF_FILE, described, schema_of
from simulator.authoring.reading.tree import grow
from simulator.cli import COMMANDS, main

ROOT = Path(__file__).parents[1]
PAGES = ["README.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))]
TUTORIALS = [("docs/trainer.md", "en"), ("docs/trainer.zh.md", "zh")]
GROWN = ("docs/trainer", "docs/codes")
"""Pages whose YAML is not one whole file a block; the codes have tests of their own."""


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_points_to_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert ((ROOT / page).parent / target).exists(), target


@pytest.mark.parametrize("page", [page for page in PAGES if not page.startswith(GROWN)])
def test_every_scenario_in_a_page_is_clean_and_passes_its_own_tests(
    page: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    assert bool(blocks) == page.startswith("docs/format")
    for block in blocks:
        path = tmp_path / f"{_value(block, 'id')}.yaml"
        path.write_text(block, encoding="utf-8")
        language = _value(block, "language")
        assert main(["--lang", language, "check", "--strict", str(path)]) == 0, capsys.readouterr().out
        assert main(["--lang", language, "test", str(path)]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES)
def test_every_command_in_a_page_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for name in re.findall(r"(?:^|`|\| )duecourse (?:--lang \w+ )?([a-z]+)", text, re.MULTILINE):
        assert name in COMMANDS, name


@pytest.mark.parametrize("page", PAGES)
def test_every_option_in_a_page_exists(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    used: dict[str, set[str]] = {}
    for name, rest in re.findall(
        r"(?:^|`|\| )duecourse (?:--lang \w+ )?([a-z]+)([^`|\n]*)", text, re.MULTILINE
    ):
        used.setdefault(name, set()).update(re.findall(r"(?<=\s)--[a-z]+", re.sub(r"#.*", "", rest)))
    for name, options in used.items():
        if not options:
            continue
        with pytest.raises(SystemExit):
            main([name, "--help"])
        told = capsys.readouterr().out
        for option in options:
            assert re.search(rf"{option}\b", told), f"duecourse {name} {option}"


def test_the_readme_gives_one_line_to_start_and_one_to_test() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for mark in ("start", "test"):
        (block,) = re.findall(rf"<!-- {mark} command -->\n```sh\n(.*?)```", text, re.DOTALL)
        assert block.count("\n") == 1


# The tutorials let one file grow. A comment before a block says what is done with it:
#   (none)              the file begins anew with this block
#   add                 its lines that are there already say where the others go
#   replace: LINE       the lines of LINE and of what is below it give way
#   persona             a whole persona, that the finished file is then played by
#   wrong D105: LINE    the same on a copy, which must then have this finding
# «, and check finds D201» says that the file is not whole yet, «, and it is finished» that nothing is wrong.
# A text block after «answers: check» (or test, strict, wrong) holds lines of what is answered then.


@dataclass(slots=True)
class Growing:
    """The file of a tutorial as it is now, and what the commands say to it."""

    path: Path
    language: str
    capsys: pytest.CaptureFixture[str]
    text: str = ""
    wrong: str = ""

    def takes(self, mark: str, block: str) -> None:
        """Put a block in as its mark says, and see whether the file is as good as the tutorial says."""
        finds = re.search(r", and check finds (D\d+)$", mark)
        done = mark.endswith(", and it is finished")
        mark = re.sub(r", and (check finds D\d+|it is finished)$", "", mark)
        if found := re.match(r"wrong (D\d+): (.*)", mark):
            self.wrong = replaced(self.text, found[2], block)
            assert found[1] in self.codes(self.wrong, "--strict"), self.wrong
            return
        old = self.text
        self.text = replaced(old, mark[9:], block) if mark.startswith("replace: ") else block
        self.text = added(old, block) if mark == "add" else self.text
        assert {*self.codes(self.text, "--strict" if done else "")} == ({finds[1]} if finds else set()), mark
        if not finds and "tests:" in self.text:
            assert main(["--lang", self.language, "test", str(self.path)]) == 0, self.capsys.readouterr().out

    def codes(self, text: str, option: str = "") -> list[str]:
        """The codes of the errors (of all findings, if strict) that the file has with this text."""
        self.path.write_text(text, encoding="utf-8")
        self.capsys.readouterr()
        options = [option] if option else []
        main(["--lang", self.language, "check", "--format", "json", *options, str(self.path)])
        findings = json.loads(self.capsys.readouterr().out)["findings"]
        return [one["code"] for one in findings if option or one["severity"] == "error"]

    def answers(self, command: str) -> str:
        """What is printed when the file is checked or tested."""
        self.path.write_text(self.wrong if command == "wrong" else self.text, encoding="utf-8")
        self.capsys.readouterr()
        words = {"test": ["test"], "strict": ["check", "--strict"]}.get(command, ["check"])
        main(["--lang", self.language, *words, str(self.path)])
        return self.capsys.readouterr().out


@pytest.mark.parametrize(("page", "language"), TUTORIALS)
def test_the_file_of_the_tutorial_grows_as_the_tutorial_says(
    page: str,
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    path = Path("scenarios") / language / "first-payment.yaml"
    path.parent.mkdir(parents=True)
    growing = Growing(path, language, capsys)
    finished = 0
    for mark, kind, block in re.findall(r"(?:<!-- ([^\n]*) -->\n)?```(yaml|text)\n(.*?)```", text, re.DOTALL):
        if kind == "yaml" and mark == "persona":
            person = Path("personas") / language / f"{_value(block, 'id')}.yaml"
            person.parent.mkdir(parents=True)
            person.write_text(block, encoding="utf-8")
            named = re.sub("^persona: .*$", f"persona: {person.stem}", growing.text, flags=re.MULTILINE)
            assert growing.codes(named, "--strict") == []
            assert main(["--lang", language, "check", "--strict", str(person)]) == 0, capsys.readouterr().out
        elif kind == "yaml":
            growing.takes(mark, block)
            finished += mark.endswith("it is finished")
        elif mark:
            told = growing.answers(mark.removeprefix("answers: "))
            for line in block.splitlines():
                assert line.strip(" …") in told, f"{line}\nis not in\n{told}"
    assert finished == 1


def replaced(text: str, line: str, block: str) -> str:
    """The text with a block in the place of a line and of what is below it."""
    lines = text.splitlines(keepends=True)
    at = next(number for number, one in enumerate(lines) if one.strip() == line.strip())
    return "".join([*lines[:at], block, *lines[_end(lines, at) :]])


def added(text: str, block: str) -> str:
    """The text with those lines of a block that are new, at the end of the part that the others name."""
    lines, new = text.splitlines(keepends=True), block.splitlines(keepends=True)
    at = len(lines)
    while new[0] in lines:
        at = _end(lines, lines.index(new.pop(0)))
    return "".join([*lines[:at], *new, *lines[at:]])


def _end(lines: list[str], at: int) -> int:
    """Where the part that begins with a line ends."""
    deep = len(lines[at]) - len(lines[at].lstrip())
    after = range(at + 1, len(lines))
    return next((n for n in after if len(lines[n]) - len(lines[n].lstrip()) <= deep), len(lines))


def _value(text: str, key: str) -> str:
    found = re.search(rf"^{key}: (.*)$", text, re.MULTILINE)
    assert found, key
    return found[1]


# The pages of words are made from the tables of the program.


@pytest.mark.parametrize(("language", "name"), words_page.PAGES.items())
def test_the_page_of_words_is_up_to_date(language: str, name: str) -> None:
    """`python -m simulator.authoring.editors.words_page` makes it so."""
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == words_page.page(language)


@pytest.mark.parametrize(("language", "name"), words_page.PAGES.items())
def test_every_example_in_the_page_of_words_is_right(language: str, name: str) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    wholes = [schema_of(kind, language) for kind in KINDS_OF_FILE]
    checked = 0
    for part in text.split("\n## ")[1:]:
        block = part.partition("\n")[0]
        (whole,) = [one for one in wholes if block in one["definitions"] or one["title"].endswith(block)]
        fields = whole["definitions"].get(block, whole)["properties"]
        rows = re.findall(r"^\| `([^`]+)`\*? \|.*\| `(.*)` \|$", part, re.MULTILINE)
        assert [key for key, _ in rows] == list(described()[block])
        for key, example in rows:
            if "…" in re.sub("……", "", example):
                continue  # the beginning of something long
            data = grow(example.replace("\\|", "|"))[0].plain
            schema = {**fields[key], "definitions": whole["definitions"]}
            jsonschema.Draft7Validator(schema).validate(data[key])
            checked += 1
    assert checked >= 80
