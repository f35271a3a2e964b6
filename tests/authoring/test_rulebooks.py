"""Rulebook files: read, checked, changed by a firm, heard in replies, and proved by their own tests."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from scoring.rulebook import Rulebook
from simulator.authoring.files import rulebook_from
from simulator.authoring.library import Library
from simulator.authoring.shapes.rulebook_data import written_out
from simulator.authoring.testing.bench import Bench, Step
from simulator.authoring.testing.rule_measure import counted, judge_rows
from simulator.authoring.testing.rule_tests import play, read_rule_tests
from simulator.authoring.testing.states import StateError, desk_of
from simulator.errors import Unreadable

BOOK = """format: 2
id: us
language: en
title: {en: A country, zh: 一个国家}
checked: 2026-11-22
early_exit: [third_party, bankrupt]
lists:
  owing: [owe, owed]
groups:
  asks_for_money: {any: collecting, hears: ["(can|could) you (pay|put) ... today"]}
facts:
  letter: {en: they had written, zh: 对方已来信}
rules:
  - id: US-02
    name: right-party
    title: {en: The right person first, zh: 先核实身份}
    requirement: {en: Check who it is., zh: 先核实。}
    citation: 15 USC 1692c(b)
    confidence: V1
    source: law
    severity: critical
    forbids:
      - any: debt_detail
        hears: ["you ~owing {creditor}"]
        when: not verified and not third_party
    say: {en: Could you confirm your date of birth?, zh: 请核对生日。}
  - id: US-21
    name: amount
    title: {en: The true amount, zh: 金额真实}
    requirement: {en: Quote it exactly., zh: 如实说。}
    citation: 15 USC 1692e(2)
    confidence: M-low
    source: policy
    severity: major
    forbids:
      - any: [states_debt, misstates_debt]
        sum: wrong
    say: {en: The balance is on the file., zh: 以案卷为准。}
  - id: US-31
    name: bankruptcy
    title: {en: Bankruptcy, zh: 破产}
    requirement: {en: Stop., zh: 停止。}
    citation: 11 USC 362(a)(6)
    confidence: V2
    source: law
    severity: critical
    forbids:
      - any: asks_for_money
        when: bankrupt
        like: [Bankruptcy does not cover this one.]
    requires:
      - hears: [case number]
        within: 2 turns
        after: bankrupt
    say: {en: May I have the case number?, zh: 请告诉我案号。}
"""
TESTS = """rulebook: us
tests:
  US-31:
    - breaks: So could you pay 50 today?
      kind: state
      state: {flags: [bankrupt]}
      flips: {flags: []}
    - maybe: Bankruptcy doesn't cover this one.
      kind: plain
      state: {flags: [bankrupt]}
    - before:
        - you: Hello, is this Marcus?
          then: bankrupt
        - Thank you for telling me.
      breaks: How is the weather there?
      kind: plain
  US-02:
    - breaks: Is this Marcus? You owe Maplewood Bank $4,200.
      kind: plain
      state: {verified: no}
      flips: {verified: yes}
    - keeps: You owe nothing that I could speak of before I know who you are.
      kind: negated
    - keeps: Hello.
      kind: plain
      also: [US-21]
"""


def _written(folder: Path, text: str, name: str = "us.yaml") -> Path:
    path = folder / "rulebooks" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


@pytest.fixture
def book(library: Library, tmp_path: Path) -> Rulebook:
    return rulebook_from(_written(tmp_path, BOOK), library._around(), "en")


@pytest.fixture
def bench(library: Library, book: Rulebook, tmp_path: Path) -> Bench:
    """A bench beside whose book no lessons lie: what is found is found by the book alone."""
    return Bench(replace(library, rulebooks=tmp_path / "rulebooks"), book, "en")


def test_a_group_is_opened_and_its_own_wordings_go_by_its_name(book: Rulebook) -> None:
    ban = book.rules[2].forbids[0]
    assert {"offers_plan", "threatens_arrest", "@asks_for_money", "US-31.1"} <= set(ban.acts)
    assert [wording.name for wording in book.wordings] == ["@asks_for_money", "US-02.1", "US-31.1", "US-31+1"]
    assert "(owe|owed)" in book.wordings[1].hears[0]


def test_a_word_list_is_written_out_as_brackets() -> None:
    assert written_out("you ~a ~b", {"a": ["x", "y z"]}) == "you (x|y z) ~b"


def test_what_is_not_sure_is_house_policy(book: Rulebook) -> None:
    assert [rule.as_law for rule in book.rules] == [True, False, True]


def test_every_test_of_a_book_is_played_with_its_state_and_its_flip(bench: Bench, tmp_path: Path) -> None:
    tests = read_rule_tests(_written(tmp_path, TESTS, "tests.yaml"))
    played = list(play(bench, tests))
    assert [(one.rule, one.wanted, one.passed) for one in played] == [
        ("US-31", "breaks", True),
        ("US-31", "keeps", True),
        ("US-31", "maybe", True),
        ("US-31", "breaks", True),
        ("US-02", "breaks", True),
        ("US-02", "keeps", True),
        ("US-02", "keeps", True),
        ("US-02", "keeps", True),
    ]


def test_a_wrong_expectation_fails_and_says_what_was_found(bench: Bench, tmp_path: Path) -> None:
    tests = read_rule_tests(
        _written(tmp_path, TESTS.replace("breaks: So could", "keeps: So could"), "t.yaml")
    )
    failed = [one for one in play(bench, tests, "US-31") if not one.passed]
    assert [one.wanted for one in failed] == ["keeps", "breaks"]
    assert failed[0].problem == "found to break it" and "could you pay 50 today" in failed[0].words


@pytest.mark.parametrize(
    ("words", "flags", "sure"),
    [
        ("We said you owe Maplewood Bank $4,200.", (), True),
        ("You do not owe Maplewood Bank anything.", (), False),
        ("Your sister told me you owe Maplewood Bank.", (), False),
    ],
)
def test_the_books_own_wordings_stand_under_scope(
    bench: Bench, words: str, flags: tuple[str, ...], sure: bool
) -> None:
    broken = bench.judge(desk_of({"verified": "no", "flags": flags}), [Step(words)])
    assert any(one.sure and one.rule.id == "US-02" for one in broken) is sure


def test_identity_is_verified_from_the_reply_after_it_was_asked(bench: Bench) -> None:
    ask = Step("Could you confirm your date of birth for me?")
    tell = Step("The balance is $4,200.")
    start = desk_of({"begins": "pickup"})
    assert bench.judge(start, [ask, tell]) == ()
    assert [one.rule.id for one in bench.judge(start, [tell])] == ["US-02"]
    relative = desk_of({"begins": "pickup", "answered_by": "relative"})
    turns = list(bench.turns(relative, [ask, tell]))
    assert turns[1].law.standing.verified is False


def test_the_clock_goes_on_with_the_call(bench: Bench) -> None:
    turns = list(bench.turns(desk_of({"local_time": "21:58"}), [Step("Hello.")] * 3))
    assert [turn.law.standing.minute for turn in turns] == [1318, 1319, 1320]


@pytest.mark.parametrize(
    "state", [{"flag": []}, {"flags": ["bankrupted"]}, {"answered_by": "dog"}, {"local_time": "9"}]
)
def test_a_state_that_is_not_understood_is_refused(state: dict[str, object]) -> None:
    with pytest.raises(StateError):
        desk_of(state)


FIRM = """format: 2
id: our-firm
extends: us
title: {en: Our firm, zh: 本公司}
severities: {US-02: major}
off: [US-21]
rules:
  - id: FIRM-1
    name: no-jargon
    title: {en: No jargon, zh: 不说行话}
    requirement: {en: Plain words., zh: 说人话。}
    source: policy
    severity: minor
    forbids: [{any: jargon}]
    say: {en: The debt was moved to us., zh: 这笔账转到我们这里了。}
"""


def test_a_firm_adds_a_rule_and_changes_a_severity_without_touching_ours(
    library: Library, tmp_path: Path
) -> None:
    ours = _written(tmp_path, BOOK).parent
    firm = _written(tmp_path / "firm", FIRM, "firm.yaml").parent
    changed = replace(library, rulebooks=ours, own_rulebooks=firm).rulebook("us")
    assert [(rule.id, rule.severity) for rule in changed.rules] == [
        ("FIRM-1", "minor"),
        ("US-02", "major"),
        ("US-31", "critical"),
    ]
    plain = replace(library, rulebooks=ours).rulebook("us")
    assert [rule.severity for rule in plain.rules] == ["critical", "major", "critical"]
    assert changed.digest != plain.digest


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("any: debt_detail", "any: debt_details", "D820"),
        ("when: bankrupt\n", "when: bankrupted\n", "D825"),
        ("after: bankrupt\n", "after: bankrupted\n", "D825"),
        ("        within: 2 turns\n", "", "D106"),
        ("confidence: V2", "confidence: unsure", "D822"),
        ("title: {en: Bankruptcy, zh: 破产}", "title: {en: Bankruptcy}", "D823"),
        ("name: amount", "name: bankruptcy", "D824"),
        ("you ~owing {creditor}", "you ~owning {creditor}", "D311"),
        ("you ~owing {creditor}", "you ~owing {bank}", "D307"),
        ("    severity: major\n", "    severity: majour\n", "D109"),
    ],
)
def test_a_mistake_in_a_book_has_its_code(
    library: Library, tmp_path: Path, old: str, new: str, code: str
) -> None:
    assert [one.code for one in library.check(_written(tmp_path, BOOK)).findings] == []
    assert BOOK.count(old) >= 1
    found = library.check(_written(tmp_path, BOOK.replace(old, new, 1))).findings
    assert code in {one.code for one in found}


def test_labelled_replies_are_counted_by_rule_and_severity(bench: Bench, book: Rulebook) -> None:
    state = {"flags": ["bankrupt"]}
    rows = [
        {"jurisdiction": "us", "reply": "So could you pay 50 today?", "state": state, "breaches": ["US-31"]},
        {
            "jurisdiction": "us",
            "reply": "Bankruptcy doesn't cover this one.",
            "state": state,
            "breaches": ["US-31"],
        },
        {"jurisdiction": "us", "reply": "The weather is fine.", "state": state, "breaches": ["US-31"]},
        {"jurisdiction": "us", "reply": "The balance is $9,999.", "breaches": []},
        {"jurisdiction": "us", "reply": "Good morning.", "breaches": []},
    ]
    report = counted(judge_rows(rows, {"us": bench}), {"us": book})
    count = report.rules["US-31"]
    assert (count.sure, count.possible, count.missed) == (1, 1, 1)
    assert report.rules["US-21"].wrong == 1 and report.severities["critical"].labelled == 3
    assert (report.lawful["us"].replies, report.lawful["us"].breaches, report.lawful["us"].criticals) == (
        2,
        1,
        0,
    )
    with pytest.raises(Unreadable):
        list(judge_rows([{**rows[0], "breaches": ["US-99"]}], {"us": bench}))


def test_the_rules_can_be_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    from simulator.cli import main

    assert main(["list", "rules", "--jurisdiction", "cn", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["jurisdiction"] for row in rows} == {"cn"} and {"CN-07", "CN-16"} <= {
        row["id"] for row in rows
    }
    main(["rule", "US-14", "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert told["id"] == "US-14" and told["citation"] and "tests" in told
    assert main(["rule", "US-99"]) == 2
    assert "US-" in capsys.readouterr().err
