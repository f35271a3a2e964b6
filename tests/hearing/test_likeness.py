"""What is heard without a pattern: kindness in words nobody listed, never a breach, nothing in idle talk."""

from __future__ import annotations

import pytest

from simulator.hearing import BAD, BREACH, Ear
from simulator.hearing.data import lines
from tests.hearing.conftest import hearing, names

HARD = {*BAD, *BREACH}
IDLE = {
    "en": """My pen ran out of ink.
The coffee machine is being repaired.
That is the third bus going by.
Do you take milk in your tea?
I was born in Cardiff.
We have a new carpet in reception.
It was the cat on the keyboard.
Is the garden big?
The clock in here is ten minutes fast.
You have the same ringtone as my sister.
I like your accent.
Thursday is curry night at our place.
Hang on, there is a wasp in here.
Is that Dutch or German?
The lights just flickered.
My screen went dark for a second.
The file name ends in 2b.
Which floor are you on?
It was snowing when I left home.
There is a train going past.""",
    "zh": """我的笔没水了。
咖啡机在修。
外面有公交车过去。
您喝茶放糖吗？
我是在成都出生的。
前台换了新地毯。
猫踩到键盘了。
院子大吗？
这儿的钟快十分钟。
您的铃声跟我姐的一样。
周四食堂吃面条。
有只蜜蜂飞进来了。
灯闪了一下。
屏幕黑了一秒。
文件名最后是2b。
您住几楼？
出门的时候在下雪。
火车正好经过。
我同学也姓欧阳。
杯子放桌上了。""",
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_idle_talk_is_not_taken_for_anything(ears: dict[str, Ear], language: str) -> None:
    hear = hearing(ears[language])
    for said in (IDLE[language].splitlines(), lines(f"neutral_{language}.txt")):
        guessed = [text for text in said if any(match.how == "example" for match in hear(text).behaviours)]
        assert len(guessed) <= len(said) / 20, guessed


@pytest.mark.parametrize("language", ["en", "zh"])
def test_only_a_pattern_decides_what_costs_points(ears: dict[str, Ear], language: str) -> None:
    hear = hearing(ears[language])
    bank = ears[language]
    for row in bank._examples.rows[::7]:
        for match in hear(row[3]).behaviours:
            assert match.how == "pattern" or match.name not in HARD


@pytest.mark.parametrize(
    "reply",
    [
        "How much?",
        "So you don't want to pay",
        "Calm down, sir, I'm just doing my job",
        "I'm not discussing that",
    ],
)
def test_a_fragment_or_a_refusal_is_no_kindness_by_likeness(ears: dict[str, Ear], reply: str) -> None:
    assert [match for match in hearing(ears["en"])(reply).behaviours if match.how == "example"] == []


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "There's no rush, I'm listening"),
        ("en", "Good morning, how are you"),
        ("en", "So that's £50 a month from the 1st, by direct debit"),
        ("zh", "您好，我慢慢听您说。"),
        ("zh", "那就每月15号还五百，分六期。"),
    ],
)
def test_no_breach_came_near_a_kind_sentence(ears: dict[str, Ear], language: str, reply: str) -> None:
    heard = hearing(ears[language])(reply)
    assert heard.behaviours
    assert not {match.name for match in heard.possibly} & HARD


def test_kindness_in_unlisted_words_is_heard(ears: dict[str, Ear]) -> None:
    guessed = {"en": 0, "zh": 0}
    for language, ear in ears.items():
        hear = hearing(ear)
        for reply, behaviour in UNLISTED[language]:
            guessed[language] += behaviour in names(hear(reply))
    assert guessed["en"] + guessed["zh"] >= 6, guessed


UNLISTED = {
    "en": [
        ("How much of that could you honestly spare out of a month's money?", "asks_affordability"),
        (
            "Somebody from Citizens Advice could go through the whole lot with you and it costs nothing",
            "signposts_help",
        ),
        ("What would feel realistic to you, roughly?", "invites_proposal"),
        ("It was wrong of us to keep you waiting, I do apologise for it", "apologises"),
    ],
    "zh": [
        ("您一个月去掉开销大概能剩多少钱出来还？", "asks_affordability"),
        ("是我们这边没弄好，给您添堵了，真抱歉", "apologises"),
        ("您心里要是有个数，就说个您觉得合适的", "invites_proposal"),
        ("最近碰上什么事了，怎么突然还不上了呢", "asks_reason"),
    ],
}
