"""How findings look: a place, a sentence, a caret under the place in cells, and a fix."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from simulator.authoring.findings import render
from simulator.authoring.findings.finding import Finding
from simulator.authoring.findings.wording import FOLDER, LANGUAGES, definition, keys, tell
from tests.authoring.conftest import Check

ROOM = FOLDER.parent
ZH = "scenarios/zh/lost-her-job.yaml"


def test_the_caret_stands_under_the_place_although_chinese_is_two_cells_wide(check: Check) -> None:
    (finding,) = check(ZH, "says: 又是你们？我三月份就没工作了", "says: [叹气] 又是你们？")
    text = render.as_text(finding, "zh")
    _, _, _, source, caret, *_ = text.splitlines()
    mark = caret.index("^")
    assert cell_len(source[: source.index("[")]) == cell_len(caret[:mark])
    (finding,) = check(ZH, "title: 三月份丢了工作", "title: 三月份：她说: 没了")
    _, _, _, source, caret, *_ = render.as_text(finding, "zh").splitlines()
    assert cell_len(source[: source.index(": 没")]) == cell_len(caret[: caret.index("^")])


def test_a_finding_looks_like_this_in_english(check: Check) -> None:
    (finding,) = check("scenarios/en/lost-her-job.yaml", "goto: plan_agreed", "goto: pln_agreed")
    assert render.as_text(finding, "en").splitlines() == [
        "error[D201]: there is no beat or ending called 'pln_agreed'",
        "  --> sample.yaml:84:15",
        "   |",
        "84 |         goto: pln_agreed",
        "   |               ^^^^^^^^^^ not found",
        "   = help: did you mean 'plan_agreed'?",
        "   = --fix: 'duecourse check --fix' corrects this",
    ]


def test_a_finding_looks_like_this_in_chinese(check: Check) -> None:
    (finding,) = check(ZH, "persona: lin-mei", "persona：lin-mei")
    assert render.as_text(finding, "zh").splitlines() == [
        "错误[D003]: “persona”后面用了全角冒号",
        " --> sample.yaml:5:8",
        "  |",
        "5 | persona：lin-mei",
        "  |        ^^ 这是“：”",
        "  = 怎么改: 改成半角冒号“:”，后面再加一个空格",
        "  = --fix：用 duecourse check --fix 可以自动改正",
    ]


def test_the_short_form_has_place_code_and_sentence_on_one_line(check: Check) -> None:
    (finding,) = check("scenarios/en/lost-her-job.yaml", "level: 2", "level: 9")
    line = render.as_line(finding, "en")
    assert line.startswith("sample.yaml:7:8: D405 9 is outside 1 to 4")
    assert "\n" not in line


def test_a_file_cannot_send_commands_to_the_terminal_through_a_finding() -> None:
    finding = Finding("D102", "x.yaml", 1, 1, 5, "\x1b[2Jkey\u202e: \x9b1", {"key": "\x1b[2J"})
    for text in (render.as_text(finding, "en"), render.as_line(finding, "zh")):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)


def test_a_very_long_line_is_cut_around_the_place() -> None:
    text = "says: " + "很长" * 500 + "HERE" + "的话" * 500
    start = text.index("HERE")
    finding = Finding("D014", "x.yaml", 1, start + 1, start + 5, text)
    _, _, _, source, caret, *_ = render.as_text(finding, "en").splitlines()
    assert cell_len(source) < 130
    assert cell_len(source[: source.index("HERE")]) == cell_len(caret[: caret.index("^")])


def test_the_last_line_counts_without_leaving_anything_out(check: Check) -> None:
    findings = check("scenarios/en/lost-her-job.yaml", "level: 2", "level: 9\nlevvel: 2")
    assert render.summary(findings, 3, "en") == "2 errors in 3 files"
    assert render.summary(findings, 3, "zh") == "共 3 个文件：2 个错误"
    assert render.summary([], 1, "en") == "no errors in 1 file"


def _places(texts: object) -> set[str]:
    return set(re.findall(r"(?<!\{)\{(\w+)\}(?!\})", str(texts)))


@pytest.mark.parametrize("key", keys())
def test_every_code_says_the_same_in_english_and_chinese(key: str) -> None:
    known = definition(key)
    assert _places((known.message["en"], known.label["en"], known.help["en"])) == _places(
        (known.message["zh"], known.label["zh"], known.help["zh"])
    )
    assert len(known.help["en"]) == len(known.help["zh"])
    for language in LANGUAGES:
        details = dict.fromkeys(_places((known.message, known.label, known.help)), "x")
        told = tell(key, details, language)
        assert told.message and told.help
        assert not re.search(r"[{}]\w+[{}]", told.message + told.label) or "{{" in str(known.message)


def test_every_code_in_the_program_has_a_definition_and_every_definition_is_used() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(ROOM).rglob("*.py"))
    named = set(re.findall(r'"(D\d{3}(?:-[a-z0-9]+)?)"', source))
    assert named <= set(keys())
    # A base code may be there for its explanation alone.
    assert {key for key in keys() if "-" in key} <= named
