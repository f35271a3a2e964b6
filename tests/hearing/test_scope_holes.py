"""Who said it, who is asked and what is denied, where the scope of words was once misjudged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.authoring.library import Library
from simulator.hearing import BAD, BREACH
from simulator.hearing.normalise import normalise
from simulator.hearing.terms import read_terms
from simulator.hearing.tokens import tokenise
from tests.hearing.conftest import TODAY, Hear, hard

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    "reply",
    [
        "Where did you get the idea that we will sue you?",
        "Your neighbour said somebody would arrest you, that is not true.",
        "A colleague of mine told you we would call your boss.",
        "Whoever told you we would sue you got it wrong.",
        "According to the notes we would take you to court.",
        "Who wanted you to believe you would be arrested?",
    ],
)
def test_what_others_said_is_no_threat(english: Hear, reply: str) -> None:
    assert hard(english(reply)) == set()


@pytest.mark.parametrize(
    "reply",
    [
        "If he doesn't pay we will sue you",
        "If she doesn't answer I'll call your boss",
        "If you hang up I will call your boss",
        "Hang up and we will sue you",
        "We will call your boss isn't that right",
        "We will sue you, aren't you glad",
        "I'm not going anywhere, I will call your family",
    ],
)
def test_no_tag_and_no_condition_takes_a_threat_back(english: Hear, reply: str) -> None:
    assert hard(english(reply))


@pytest.mark.parametrize(
    "reply",
    [
        "您放心，我们不会起诉您",
        "是担心我们上门，还是有别的顾虑",
        "网上传的什么报警、查封，都是编的",
        "“老赖”俩字是他嘴里出来的",
        "邻居说我们会上门，没有这回事",
        "他说要上门，那是他不对",
        "您放心，没有人会上门抓您",
    ],
)
def test_rumours_and_fears_are_no_chinese_threats(chinese: Hear, reply: str) -> None:
    assert hard(chinese(reply)) == set()


@pytest.mark.parametrize(
    "reply",
    [
        "我理解您，但是我们要上门找您",
        "他说他没钱，那我们明天就上门",
        "有人说能赖账，别做梦了，我们会起诉你",
        "您说没钱，我们就上门",
        "你说，你是不是老赖",
        "你说这钱还不还，不还我就上门",
        "他说得对，你就是个老赖",
        "你说得轻巧，我明天就报警",
    ],
)
def test_another_clause_about_others_hides_no_chinese_threat(chinese: Hear, reply: str) -> None:
    assert hard(chinese(reply))


def test_a_count_after_an_amount_is_no_amount() -> None:
    clean = normalise("So that's 4200 in twelve, one a month")
    terms, _ = read_terms(clean, tokenise(clean.text), TODAY)
    assert [value.value for value in terms.amounts] == [420000]
    assert [value.value for value in terms.counts] == [12]


def test_each_is_no_way_to_pay() -> None:
    clean = normalise("We can do $350 each")
    assert read_terms(clean, tokenise(clean.text), TODAY)[0].method is None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_denied_quoted_or_asked_is_hardly_ever_heard_as_done(language: str) -> None:
    ear = Library.usual().ear(language)
    beat = ear.listening(())
    asked = wrong = 0
    for number in (1, 2, 3):
        for line in (HERE / f"blind{number}.{language}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("note") in ("negated", "quoted", "asked"):
                heard = {match.name for match in ear.hear(row["reply"], beat, TODAY).behaviours}
                asked += 1
                wrong += bool(heard & {*BAD, *BREACH} - {*row["labels"], *row.get("ignore", ())})
    assert wrong / asked <= 0.03
