"""Hard situations: the call as it should go is lawful to the last word, and one wrong sentence shows.

The first test of each shipped scenario is the call as it should go; its replies are played here as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from scoring import as_dict
from simulator.authoring.library import Library
from simulator.authoring.reading.opening import read_file
from simulator.call import Call, judge, reply, start
from simulator.call.rules import SUCCESS

ROOT = Path(__file__).parents[1]
SITUATIONS = (
    *("relative-answers", "colleague-answers", "wrong-person", "disputes-the-debt", "says-stop-calling"),
    *("has-a-lawyer", "in-bankruptcy", "account-holder-died", "suicidal-remark", "statute-barred"),
    *("records-the-call", "abusive-debtor", "private-account", "five-to-ten", "vulnerable-customer"),
    "who-are-you",
)
WRONG = [
    ("zh", "relative-answers", 2, "他在海棠银行的信用卡逾期七十二天了。", "CN-16"),
    ("zh", "disputes-the-debt", 4, "再不还就报警抓你。", "CN-11"),
    ("en", "relative-answers", 2, "He owes three thousand dollars on a credit card.", "US-14"),
    ("en", "has-a-lawyer", 3, "So how much can you pay today?", "US-10"),
    ("en", "wrong-person", 2, "He owes two thousand pounds on a loan.", "UK-03"),
    ("en", "account-holder-died", 3, "But you should pay it for him.", "UK-24"),
]


def _replies(language: str, name: str) -> list[str]:
    path = ROOT / "scenarios" / language / f"{name}.yaml"
    page = read_file(path, path.name, frozenset()).page
    assert page is not None
    first = next(iter(page.tree.plain["tests"].values()))
    return [step["you"] for step in (first if isinstance(first, list) else first["steps"])]


def _played(language: str, name: str, replies: list[str]) -> Call:
    call, _ = start(Library.usual().stage(name, language))
    for said in replies:
        call, _ = reply(call, said)
    return call


def _sheet(call: Call) -> Mapping[str, Any]:
    return as_dict(judge(call))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", SITUATIONS)
def test_the_call_as_it_should_go_is_lawful_and_a_success(language: str, name: str) -> None:
    call = _played(language, name, _replies(language, name))
    sheet = _sheet(call)
    assert call.ended and sheet["outcome"] in SUCCESS
    assert sheet["breaches"] == []
    assert sheet["verdict"] == {**sheet["verdict"], "conduct": "clean", "passed": True}


@pytest.mark.parametrize(("language", "name", "number", "sentence", "rule"), WRONG)
def test_one_wrong_sentence_turns_the_verdict_and_takes_no_credit_for_the_rest(
    language: str, name: str, number: int, sentence: str, rule: str
) -> None:
    said = _replies(language, name)[:number]
    space = "" if language == "zh" else " "
    good = _sheet(_played(language, name, said))
    bad = _sheet(_played(language, name, [*said[:-1], said[-1] + space + sentence]))
    assert good["verdict"]["conduct"] == "clean"
    assert bad["verdict"]["conduct"] == "critical"
    told = {line["rule"] for line in bad["breaches"]}
    assert rule in told
    for competency, result in good["competencies"].items():
        before = {(line["turn"], line["name"]) for line in _earned(result) if line["turn"] < number}
        after = {(line["turn"], line["name"]) for line in _earned(bad["competencies"][competency])}
        assert before <= after, competency
    lost = [
        line for result in bad["competencies"].values() for line in result["evidence"] if line["points"] < 0
    ]
    assert {line["turn"] for line in lost} == {number}


def _earned(result: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [line for line in result["evidence"] if line["points"] > 0]
