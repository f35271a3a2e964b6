"""What an author lets pass: by a comment with a reason, or for a whole folder in `duecourse.toml`."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.examining import Examiner
from simulator.authoring.findings.examples import base_text, place_of
from simulator.authoring.findings.finding import Finding, Severity
from simulator.authoring.library import Library
from simulator.errors import Unreadable

SHORT = base_text("short")
HINT = "    hint: Say back what you agreed."
TODO = "    hint: TODO"


@pytest.fixture(scope="module")
def examiner() -> Examiner:
    """One for all: loading an ear takes longer than all the rest."""
    return Examiner(Library.usual())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the scenario lies, its persona beside it."""
    for text in (base_text("persona"), SHORT):
        path = tmp_path / place_of(text)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path


def found(examiner: Examiner, path: Path, new: str, old: str = HINT, project: str = "") -> list[Finding]:
    """Return what is found after one change, notes left out."""
    assert SHORT.count(old) == 1
    if project:
        (path.parents[2] / "duecourse.toml").write_text(project, encoding="utf-8")
    findings = examiner.examine(path, "x.yaml", SHORT.replace(old, new).encode()).findings
    return [one for one in findings if one.severity is not Severity.INFO]


def test_a_finding_is_found_without_a_comment(examiner: Examiner, path: Path) -> None:
    assert [one.key for one in found(examiner, path, TODO)] == ["D506"]


@pytest.mark.parametrize(
    "comment",
    [
        "# ok D506: will be written",
        "# ok d506 : will be written",
        "# ok D506：以后再写",
        "# ok D506, D504: will be written",
    ],
)
def test_a_comment_with_a_reason_lets_it_pass(examiner: Examiner, path: Path, comment: str) -> None:
    keys = [one.key for one in found(examiner, path, f"{TODO}  {comment}")]
    assert keys == (["D901"] if "D504" in comment else [])


def test_a_comment_alone_speaks_of_the_line_below(examiner: Examiner, path: Path) -> None:
    assert found(examiner, path, f"    # ok D506: will be written\n\n{TODO}") == []


def test_it_lets_pass_no_other_code_and_no_other_line(examiner: Examiner, path: Path) -> None:
    keys = [one.key for one in found(examiner, path, f"{TODO}  # ok D502: not this")]
    assert keys == ["D506", "D901"]
    keys = [one.key for one in found(examiner, path, f"{TODO}\n    # ok D506: too late")]
    assert keys == ["D506", "D901"]


def test_a_comment_without_a_reason_is_itself_a_finding(examiner: Examiner, path: Path) -> None:
    assert [one.key for one in found(examiner, path, f"{TODO}  # ok D506")] == ["D901-reason"]
    assert [one.key for one in found(examiner, path, f"{TODO}  # ok D506:  ")] == ["D901-reason"]


def test_a_comment_that_lets_nothing_pass_is_found_at_its_code(examiner: Examiner, path: Path) -> None:
    (finding,) = found(examiner, path, f"{HINT}  # ok D506: done long ago")
    assert finding.key == "D901"
    assert finding.text[finding.column - 1 : finding.end - 1] == "D506"


def test_a_code_that_does_not_exist_is_found(examiner: Examiner, path: Path) -> None:
    assert [one.key for one in found(examiner, path, f"{HINT}  # ok D999: what")] == ["D901-unknown"]


def test_an_error_that_keeps_the_file_from_being_read_cannot_be_let_pass(
    examiner: Examiner, path: Path
) -> None:
    keys = [one.key for one in found(examiner, path, "level: 9  # ok D405: very hard", "level: 1")]
    assert keys == ["D405", "D901-error"]


def test_in_a_text_it_is_no_comment(examiner: Examiner, path: Path) -> None:
    quoted = '    hint: "TODO # ok D506: said"'
    assert [one.key for one in found(examiner, path, quoted)] == ["D506"]
    block = "    hint: >-\n      TODO\n      # ok D506: said"
    assert [one.key for one in found(examiner, path, block)] == ["D506"]


def test_nothing_is_called_unused_while_the_file_cannot_be_read(examiner: Examiner, path: Path) -> None:
    text = SHORT.replace(HINT, f"{HINT}  # ok D502: later").replace("level: 1", "level: 9")
    keys = [one.key for one in examiner.examine(path, "x.yaml", text.encode()).findings]
    assert keys == ["D405"]


@pytest.mark.parametrize(
    ("level", "severity"), [("error", Severity.ERROR), ("warning", Severity.WARNING), ("info", Severity.INFO)]
)
def test_a_project_says_how_bad_a_code_is(
    examiner: Examiner, path: Path, level: str, severity: Severity
) -> None:
    found(examiner, path, TODO, project=f'[check]\nD506 = "{level}"\n')
    findings = Examiner(Library.usual()).examine(path, "x.yaml", SHORT.replace(HINT, TODO).encode()).findings
    assert [one.severity for one in findings if one.code == "D506"] == [severity]


def test_a_project_switches_a_code_off_and_its_comments_are_not_unused(path: Path) -> None:
    text = f"{TODO}  # ok D506: later"
    assert found(Examiner(Library.usual()), path, text, project='[check]\nD506 = "off"\n') == []


def test_a_project_cannot_wave_a_broken_file_through(path: Path) -> None:
    project = '[check]\nD405 = "off"\nD901 = "off"\n'
    keys = [one.key for one in found(Examiner(Library.usual()), path, "level: 9", "level: 1", project)]
    assert keys == ["D405"]


def test_a_project_asks_for_coverage(path: Path) -> None:
    keys = [
        one.key for one in found(Examiner(Library.usual()), path, HINT, project="[check]\ncoverage = 100\n")
    ]
    assert keys == ["D706"]


@pytest.mark.parametrize(
    "text",
    ['[check]\nD999 = "off"', '[check]\nD504 = "loud"', "[check]\ncoverage = 101", "[chekc]\n", "[check\n"],
)
def test_a_project_that_is_not_understood_is_not_passed_over(path: Path, text: str) -> None:
    with pytest.raises(Unreadable, match=r"duecourse\.toml"):
        found(Examiner(Library.usual()), path, HINT, project=text)
