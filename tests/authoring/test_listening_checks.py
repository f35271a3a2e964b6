"""The listening checks hear every line of a scenario with the real ear, and cry wolf nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.authoring.checks.patterns_use import neutral
from simulator.authoring.examining import Examiner
from simulator.authoring.findings.examples import base_text
from simulator.authoring.findings.finding import Finding, Severity
from simulator.authoring.library import Library
from simulator.authoring.teaching.pieces import instances, pieces

Checked = Callable[..., list[Finding]]
MUST_BE_TRUE = {"D304", "D309", "D316"}


@pytest.fixture
def found(tmp_path: Path) -> Checked:
    """Return a function that examines the short base with some texts replaced."""
    for name, place in (("persona", "en/mei-lin"), ("persona-zh", "zh/lin-mei")):
        path = tmp_path / "personas" / f"{place}.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(base_text(name), encoding="utf-8")

    def examined(*edits: tuple[str, str], base: str = "short") -> list[Finding]:
        text = base_text(base)
        for old, new in edits:
            assert old in text, old
            text = text.replace(old, new)
        path = tmp_path / "scenarios" / ("zh" if base.endswith("zh") else "en") / "short-call.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return list(Examiner(Library.usual()).examine(path, "x.yaml").findings)

    return examined


def codes(findings: list[Finding]) -> set[str]:
    return {one.key for one in findings}


BAD = "        is: pressures\n"


def test_a_good_example_that_sounds_like_pressure_is_told(found: Checked) -> None:
    like = "        like: I'm sorry, but you have to pay the full amount today.\n        mood: {anger: -1"
    findings = found(("        mood: {anger: -1", like))
    (one,) = [one for one in findings if one.key == "D301"]
    assert one.details["other"] == "pushes for payment first"
    assert "like:" in one.text


def test_a_test_that_names_both_is_content(found: Checked) -> None:
    names = "[shows she was heard, pushes for payment first]"
    both = f"you: I'm sorry to hear that, but you have to pay today.\n      hits: {names}"
    old = "you: You have to pay the full amount today.\n      hits: pushes for payment first"
    assert not codes(found((old, both))) & {"D301", "D301-breach"}


def test_a_response_behind_one_with_a_condition_can_decide(found: Checked) -> None:
    second = "      - good: comforts her\n        is: acknowledges_feeling\n        coach: Kind.\n"
    behind = ("      - bad: pushes", f"{second}      - bad: pushes")
    assert "D302" in codes(found(behind))
    condition = (
        "        is: acknowledges_feeling\n        hears:",
        "        is: acknowledges_feeling\n        if: anger >= 5\n        hears:",
    )
    assert "D302" not in codes(found(condition, behind))


def test_the_same_words_under_two_conditions_are_no_double(found: Checked) -> None:
    pattern = "(losing|lost) ... (job|work) ... (hard|rough|awful)"
    again = (
        f"      - okay: hears it late\n        is: greets\n        hears: {pattern}\n"
        "        if: turn >= 8\n        coach: Late.\n      - bad: pushes"
    )
    assert "D306" not in codes(found(("      - bad: pushes", again)))


def test_an_offer_is_a_good_model_where_the_debtor_negotiates(found: Checked) -> None:
    assert "D303" not in codes(found())
    vague = ("model: Could you manage $150 a month from July 5?", "model: Let me open the file.")
    assert "D303" in codes(found(vague))


def test_a_threat_with_an_exception_for_conditions_misses_real_threats(found: Checked) -> None:
    excepted = BAD + "        hears: (call|tell) your boss\n        except: if you ... boss\n"
    (one,) = [one for one in found((BAD, excepted)) if one.code == "D309"]
    assert one.key == "D309-missed" and one.details["probe"].startswith("If you do not pay")


@pytest.mark.parametrize(
    ("base", "anchor", "pattern"),
    [
        ("short", BAD, "(sue|arrest|prosecute) you"),
        ("short", BAD, "(tell|call|contact) your (boss|employer|family)"),
        ("short", BAD, "take you to court"),
        ("short", BAD, "you are a (liar|thief)"),
        ("short", BAD, "(told|telling) you so"),
        ("short-zh", BAD, "起诉 (您|你)"),
        ("short-zh", BAD, "(告诉|联系|通知) ... (家人|单位|领导)"),
        ("short-zh", BAD, "(不要脸|老赖)"),
        ("short-zh", BAD, "(您|你) 说"),
        ("short-zh", BAD, "上门"),
    ],
)
def test_a_sound_threat_raises_no_alarm(base: str, anchor: str, pattern: str, found: Checked) -> None:
    findings = found((anchor, f"{anchor}        hears: {pattern}\n"), base=base)
    assert not {one.key for one in findings if one.code in MUST_BE_TRUE | {"D305", "D315"}}, findings


def test_two_common_words_are_too_few(found: Checked) -> None:
    pattern = "          - (losing|lost) ... (job|work) ... (hard|rough|awful)"
    assert "D305" in codes(found((pattern, "          - it is")))
    assert "D305" not in codes(found((pattern, "          - sorry for you")))


def test_pieces_of_a_pattern_are_those_that_its_author_sees() -> None:
    assert pieces("(we|i) will ... (tell|call up) {money}") == ("(we|i)", "will", "(tell|call up)", "{money}")
    assert pieces("不会(起诉|告)您") == ("不会", "(起诉|告)", "您")
    assert instances("(a|b) ... (c d|e)", "en", {}) == ("a c d", "b e")
    assert instances("~sue you", "en", {"sue": ["sue", "take"]}) == ("sue you", "take you")
    assert instances("~nothing you", "en", {}) == ()
    assert instances("不会(起诉|告)您", "zh", {}) == ("不会起诉您", "不会告您")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_shipped_scenarios_raise_no_false_alarm(language: str) -> None:
    library = Library.usual()
    examiner = Examiner(library)
    for path in library.scenario_files(language):
        told = [one for one in examiner.examine(path, path.name).findings if one.code[:2] == "D3"]
        assert not [one for one in told if one.code in MUST_BE_TRUE], told
        assert not [one for one in told if one.severity is Severity.ERROR], told


@pytest.mark.parametrize("language", ["en", "zh"])
def test_there_are_enough_everyday_sentences_to_judge_by(language: str) -> None:
    assert len(neutral(language)) > 150
