"""`check --fix`: one line, one way to write it right; the rest of the file stays byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.examining import Examiner
from simulator.authoring.findings.corrections import edit_of
from simulator.authoring.findings.examples import base_text
from simulator.authoring.findings.finding import Finding
from simulator.authoring.findings.fixing import difference, fixed, keep
from simulator.authoring.library import Library

SHORT = base_text("short")

# what happened | as it should be | as it was written
CASES = [
    ("a full-width colon", "persona: mei-lin", "persona：mei-lin"),
    ("a full-width colon and a full-width space", "persona: mei-lin", "persona：　mei-lin"),
    ("a full-width colon that opens a block", "  recap:\n", "  recap：\n"),
    ("a full-width comma", "{anger: -1, trust: +2}", "{anger: -1，trust: +2}"),
    ("a Chinese list comma", "[empathy, plan]", "[empathy、plan]"),
    ("a full-width dash", "- good: shows", "－good: shows"),
    ("full-width brackets", "[empathy, plan]", "［empathy，plan］"),
    ("quotation marks of a word processor", 'local_time: "18:40"', "local_time: “18:40”"),
    ("quotation marks around a target", 'goto: "recap"', "goto: “recap”"),
    ("no space after a colon", "persona: mei-lin", "persona:mei-lin"),
    ("no space after a colon in braces", "{anger: -1, trust: +2}", "{anger:-1, trust: +2}"),
    ("no space after a dash", "- (losing", "-(losing"),
    ("a bracket at the start", 'says: "[sigh] I lost my job"', "says: [sigh] I lost my job"),
    ("a colon in the text", 'hint: "Say: what you agreed."', "hint: Say: what you agreed."),
    ("a comment that cuts the text", 'title: "Call #5"', "title: Call #5"),
    ("a quote that is not closed", 'title: "A call"', 'title: "A call'),
    ("a no-break space in the indentation", "  opening:", "\u00a0 opening:"),
    ("a full-width space in the indentation", "  opening:", "　opening:"),
    ("a no-break space after a colon", "title: A short", "title:\u00a0A short"),
    ("a space of no width", "title: A short", "title: A\u200b short"),
    ("a tab", "    hint: Say back", "\t\thint: Say back"),
    ("a line too deep", "turn_limit: 12", "   turn_limit: 12"),
    ("a misspelt key", "    hint: Say back", "    hnit: Say back"),
    ("a misspelt target", "goto: recap", "goto: recp"),
    ("a misspelt persona", "persona: mei-lin", "persona: mei-lim"),
    ("a misspelt behaviour", "is: acknowledges_feeling", "is: acknowledges_feelin"),
    ("a misspelt place for words", "{amount} from", "{amout} from"),
    ("a misspelt outcome", "outcome: agreed", "outcome: agred"),
    ("a misspelt competency", "{empathy: +2}", "{empaty: +2}"),
    ("a misspelt name in a test", "hits: shows she was heard", "hits: shows she was herd"),
    ("full-width digits", "turn_limit: 12", "turn_limit: １２"),
    ("points without a sign", "score: {empathy: +2}", "score: {empathy: 2}"),
    ("a fault's points without a sign", "score: {empathy: -2}", "score: {empathy: 2}"),
]  # fmt: skip
UNDECIDED = [
    ("a mood without a sign", "{anger: +3, trust: -1}", "{anger: 3, trust: -1}"),
    ("a key that is like no other", "    hint: Say back", "    remark: Say back"),
    ("a missing key", "level: 1\n", ""),
    ("two texts in one list", "otherwise: [Hm?,", "otherwise: [Oh, really?,"),
    ("the same key twice", "level: 1\n", "level: 1\nlevel: 2\n"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the scenario lies, its persona beside it."""
    persona = tmp_path / "personas/en/mei-lin.yaml"
    persona.parent.mkdir(parents=True)
    persona.write_text(base_text("persona"), encoding="utf-8")
    path = tmp_path / "scenarios/en/short-call.yaml"
    path.parent.mkdir(parents=True)
    return path


@pytest.fixture(scope="module")
def examiner() -> Examiner:
    """One for all: loading an ear takes longer than all the rest."""
    return Examiner(Library.usual())


def _look(examiner: Examiner, path: Path, content: bytes) -> tuple[Finding, ...]:
    return examiner.findings_in(path, "short-call.yaml", content)


@pytest.mark.parametrize(("right", "wrong"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_has_one_right_form_gets_it(examiner: Examiner, path: Path, right: str, wrong: str) -> None:
    plain = _nearest(right)
    good = SHORT.replace(plain, right, 1)
    bad = SHORT.replace(plain, wrong, 1)
    assert good.count(right) and bad != good
    result = fixed(bad.encode(), lambda content: _look(examiner, path, content))
    assert result.content.decode() == good
    assert result.done


def _nearest(right: str) -> str:
    """What the base has where the right text will be."""
    written = {
        'goto: "recap"': "goto: recap",
        'says: "[sigh] I lost my job"': "says: I lost my job in March. I can't talk about money.",
        'hint: "Say: what you agreed."': "hint: Say back what you agreed.",
        'title: "Call #5"': "title: A short call",
        'title: "A call"': "title: A short call",
    }
    return written.get(right, right)


@pytest.mark.parametrize(
    ("right", "wrong"), [one[1:] for one in UNDECIDED], ids=[one[0] for one in UNDECIDED]
)
def test_what_only_the_author_knows_is_left(examiner: Examiner, path: Path, right: str, wrong: str) -> None:
    bad = SHORT.replace(right, wrong, 1).encode()
    assert bad != SHORT.encode()
    result = fixed(bad, lambda content: _look(examiner, path, content))
    assert result.content == bad and not result.done


def test_many_mistakes_are_corrected_in_one_go(examiner: Examiner, path: Path) -> None:
    bad = SHORT
    for right, wrong in (
        ("persona: mei", "persona：mei"),
        ("goto: recap", "goto: recp"),
        ("- (los", "-(los"),
    ):
        bad = bad.replace(right, wrong, 1)
    result = fixed(bad.encode(), lambda content: _look(examiner, path, content))
    assert result.content.decode() == SHORT
    assert [one.code for one in result.done] == ["D003", "D004", "D201"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_comments_layout_and_line_ends_stay_byte_for_byte(
    examiner: Examiner, path: Path, end: str, mark: str
) -> None:
    good = mark + SHORT.replace("beats:\n", "\n# the beats  \nbeats:   # here\n\n").replace("\n", end)
    bad = good.replace("persona: mei-lin", "persona：mei-lin").encode()
    result = fixed(bad, lambda content: _look(examiner, path, content))
    assert result.content == good.encode()


def test_a_correction_that_makes_things_worse_is_taken_back() -> None:
    text = "goto: recp"
    finding = Finding("D201", "x.yaml", 1, 7, 11, text, {"near": "recap"})
    worse = [finding, Finding("D105", "x.yaml", 1, 1, 2, text)]
    result = fixed(text.encode(), lambda content: [finding] if content == text.encode() else worse)
    assert result.content == text.encode() and not result.done


def test_a_correction_names_a_stretch_of_its_own_line(examiner: Examiner, path: Path) -> None:
    for _, right, wrong in CASES:
        bad = SHORT.replace(_nearest(right), wrong, 1).encode()
        for finding in _look(examiner, path, bad):
            if edit := edit_of(finding):
                assert edit.line == finding.line - 1
                assert 0 <= edit.start <= edit.end <= len(finding.text)


def test_the_file_as_it_was_is_kept_beside_it(path: Path) -> None:
    path.write_bytes(b"old")
    backup = keep(path, b"new")
    assert path.read_bytes() == b"new" and backup.read_bytes() == b"old"
    assert backup.name == "short-call.yaml.bak"
    assert sorted(one.name for one in path.parent.iterdir()) == ["short-call.yaml", "short-call.yaml.bak"]


def test_a_diff_shows_the_lines_before_and_after() -> None:
    assert difference(b"a: 1\nb:2\n", b"a: 1\nb: 2\n", "x.yaml").splitlines()[2:] == [
        "@@ -1,2 +1,2 @@",
        " a: 1",
        "-b:2",
        "+b: 2",
    ]
