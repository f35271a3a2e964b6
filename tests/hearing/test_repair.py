"""Slips, tricks and scripts that must not hide what was said."""

from __future__ import annotations

import pytest

from scoring.evidence import Kind
from simulator.hearing import Ear, PhraseBank, Phrases, Target
from simulator.hearing.behaviours import BEHAVIOURS
from simulator.hearing.stems import stem
from tests.hearing.conftest import TODAY, Hear, hard, hearing, names


@pytest.mark.parametrize(
    "reply",
    [
        "We will s u e you.",
        "We will s.u.e you.",
        "we will suuue you",
        "ＷＥ ＷＩＬＬ ＳＵＥ ＹＯＵ",
        "I will see to it that they a-r-r-e-s-t you",
        "they'll arrrrest you",
        "they will aressted... no, arest you",
        "the p o l i c e will be at your door",
        "the p0lice will be at your door",
        "we will call ur boss",
        "imma tell ur family",
        "we will su\u200be you",
    ],
)
def test_no_spelling_trick_hides_a_breach(english: Hear, reply: str) -> None:
    assert hard(english(reply))


@pytest.mark.parametrize(
    "reply",
    [
        "我们会起 诉你。",
        "我们会起*诉你。",
        "明天我们就上.门。",
        "明天我们就上*门找你。",
        "我们会起起诉你。",
        "我们会起述你。",
        "再不还我就报井。",
        "明天我们就尚门。",
        "我們會起訴你。",
        "我们会起\u200b诉你。",
        "我们会【起诉】你",
    ],
)
def test_no_chinese_writing_trick_hides_a_breach(chinese: Hear, reply: str) -> None:
    assert hard(chinese(reply))


def test_a_known_word_is_never_repaired() -> None:
    pack = Phrases("greets", BEHAVIOURS["greets"], "", "", hears=("calling from the bank",))
    hear = hearing(Ear(PhraseBank("en", (pack,), {})))
    assert names(hear("I'm caling from the bank")) == {"greets"}
    assert names(hear("I'm calling form the bank")) == set()


def test_a_name_is_no_slip() -> None:
    pack = Phrases("greets", BEHAVIOURS["greets"], "", "", hears=("good morning",))
    ear = Ear(PhraseBank("en", (pack,), {}))
    assert names(ear.hear("good Mornink", ear.listening(()), TODAY)) == {"greets"}
    assert names(ear.hear("good Mornink", ear.listening((), ("Mr Mornink",)), TODAY)) == set()


def test_homophones_are_not_found_across_words(chinese: Hear) -> None:
    assert hard(chinese("今天全部还清就可以，抱歉。")) == set()


def test_sick_is_not_i_will(english: Hear) -> None:
    assert "will" not in english("My mom is ill call her later").tokens
    assert hard(english("ill call your boss")) == {"threatens_exposure"}


def test_whose_boss_is_no_verb(english: Hear) -> None:
    assert english("your boss's phone").tokens == ("your", "boss", "phone")
    assert english("that's fine").tokens[:2] == ("that", "is")


def test_points_in_numbers_and_titles_end_no_sentence(english: Hear) -> None:
    from simulator.hearing.normalise import normalise
    from simulator.hearing.tokens import tokenise

    said = tokenise(normalise("Mr. Hale owes $1,250.50 at 5:30 p.m. today. Right?").text)
    assert said.sentences[said.words.index("today")] == 0
    assert said.sentences[-1] == 1


def test_evidence_is_shown_as_it_was_typed(chinese: Hear) -> None:
    heard = chinese("哎，我們會起\u200b訴你！")
    match = heard.behaviours[0]
    assert heard.reply[match.span.start : match.span.end] == match.words == "起\u200b訴"


SOUNDS = Phrases(
    "threatens_harm",
    BEHAVIOURS["threatens_harm"],
    "",
    "",
    hears=("谢了", "高了", "烦躁", "叫您", "撑受", "有在", "腿卸", "分分钟", "指指点点"),
)

WORDS = Phrases("greets", BEHAVIOURS["greets"], "", "", hears=("麻烦", "承受"))
SOUND_EAR = Ear(PhraseBank("zh", (SOUNDS, WORDS), {}))


@pytest.mark.parametrize("reply", ["麻烦找一下王先生", "我教您怎么操作", "别人告了", "您又在忙", "能承受吗"])
def test_a_right_character_is_not_taken_for_its_homophone(reply: str) -> None:
    assert hard(hearing(SOUND_EAR)(reply)) == set()


@pytest.mark.parametrize("reply", ["把你腿卸了", "分分钟的事", "让人指指点点"])
def test_what_was_typed_is_always_heard_too(reply: str) -> None:
    assert hard(hearing(SOUND_EAR)(reply)) == {"threatens_harm"}


def test_a_repair_only_adds_a_second_reading() -> None:
    moods = Phrases("greets", BEHAVIOURS["greets"], "", "", hears=("烦躁起来",))
    ear = Ear(PhraseBank("zh", (moods,), {}))
    heard = ear.hear("烦找起来", ear.listening((Target("looks", Kind.GOOD, hears=("找起来",)),)), TODAY)
    assert names(heard) == {"greets"}
    assert [match.name for match in heard.responses] == ["looks"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("care", "car"), ("here", "her"), ("hate", "hat"), ("rate", "rat"), ("wage", "wag"), ("hope", "hop")],
)
def test_a_word_does_not_lose_the_letter_that_tells_it_from_another(one: str, other: str) -> None:
    assert stem(one) != stem(other)
