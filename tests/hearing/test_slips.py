"""Replies typed with slips are read as the replies that were meant; clean ones are left alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from simulator.authoring.library import Library
from simulator.hearing import Ear, PhraseBank, Phrases
from simulator.hearing.behaviours import BEHAVIOURS
from tests.hearing.conftest import TODAY

HERE = Path(__file__).parent


def words(ear: Ear, reply: str) -> tuple[str, ...]:
    """Return the words that were heard."""
    return ear.hear(reply, ear.listening(()), TODAY).tokens


def pairs(language: str) -> list[tuple[str, str]]:
    """Return replies with slips and what was meant."""
    lines = (HERE / f"slips.{language}.txt").read_text(encoding="utf-8").splitlines()
    found = [line.split(" | ") for line in lines if not line.startswith("#")]
    return [(typed, clean) for typed, clean in found]


@pytest.mark.parametrize(("language", "least"), [("en", 95), ("zh", 90)])
def test_most_replies_with_slips_are_read_word_for_word(language: str, least: int) -> None:
    ear = Library.usual().ear(language)
    found = pairs(language)
    right = sum(words(ear, typed) == words(ear, clean) for typed, clean in found)
    assert len(found) == 120
    assert right >= least


@pytest.mark.parametrize("language", ["en", "zh"])
def test_slips_hide_little_of_what_was_done(language: str) -> None:
    ear = Library.usual().ear(language)
    beat, day = ear.listening(()), date(2026, 6, 10)
    both = one = 0
    for typed, clean in pairs(language):
        heard = [{match.name for match in ear.hear(text, beat, day).behaviours} for text in (typed, clean)]
        both += len(heard[0] & heard[1])
        one += len(heard[0] ^ heard[1])
    assert 2 * both / (2 * both + one) >= 0.94


SMALL = Ear(
    PhraseBank(
        "en",
        (Phrases("greets", BEHAVIOURS["greets"], "", "", hears=("good morning", "borrow money", "afford")),),
        {},
    )
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wht culd yuo aford", "what could you afford"),
        ("som1 calld", "someone called"),
        ("howmuch canyou pay", "how much can you pay"),
        ("pay ment is over due", "payment is overdue"),
        ("we wudnt do that", "we would not do that"),
        ("pleeease borow mony", "please borrow money"),
        ("a fone call", "a phone call"),
        ("im goin now", "i am going now"),
        ("i under stand", "i understand"),
    ],
)
def test_every_kind_of_english_slip_is_put_right(typed: str, meant: str) -> None:
    assert words(SMALL, typed) == tuple(meant.split())


@pytest.mark.parametrize(
    "reply",
    [
        "a sinister gavel in the quickest campus",
        "call form the bank",
        "i spoke to Mr Borrov and to Kowalczyk",
        "my name is aforde",
        "it is 4200 at 24k",
        "our DPD and ACH team",
    ],
)
def test_known_words_names_and_amounts_are_no_slips(reply: str) -> None:
    assert words(SMALL, reply) == tuple(reply.lower().split())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("我里解您", "我理解您"),
        ("利西可以减免", "利息可以减免"),
        ("请请问您方便吗", "请问您方便吗"),
        ("我王里解您", "我理解您"),
        ("您每个月能huan多少", "您每个月能还多少"),
        ("这边可以fenqi", "这边可以分期"),
        ("我們會起訴", "我们会起诉"),
        ("您的南处我里解", "您的难处我理解"),
    ],
)
def test_every_kind_of_chinese_slip_is_put_right(typed: str, meant: str) -> None:
    assert "".join(words(Library.usual().ear("zh"), typed)) == meant


@pytest.mark.parametrize("reply", ["您慢慢说", "分分钟的事", "我叫彭家旺", "下载APP看看", "一共三千五百"])
def test_right_chinese_is_left_alone(reply: str) -> None:
    assert "".join(words(Library.usual().ear("zh"), reply)) == reply.lower()
