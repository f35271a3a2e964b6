"""The pattern language: what it reads and what it refuses, with the place."""

from __future__ import annotations

import pytest

from simulator.hearing import BEHAVIOURS, Ear, PatternError, PhraseBank, Phrases, WordLists, parse
from tests.hearing.conftest import hearing, names


def hears(pattern: str, reply: str, language: str = "en") -> bool:
    pack = Phrases(
        "offers_plan",
        BEHAVIOURS["offers_plan"],
        "",
        "",
        hears=(pattern,),
        lists={"us": ("we", "our (team|desk)")},
    )
    return names(hearing(Ear(PhraseBank(language, (pack,), {})))(reply)) == {"offers_plan"}


@pytest.mark.parametrize(
    ("pattern", "code", "column"),
    [
        ("", "empty-pattern", 0),
        ("we (sue|) you", "empty-alternative", 8),
        ("we (sue you", "unclosed-bracket", 3),
        ("we sue) you", "stray-sign", 6),
        ("... we sue", "gap-at-edge", 0),
        ("we sue ...", "gap-at-edge", 7),
        ("we ~nobody sue", "unknown-list", 3),
        ("pay {sum}", "unknown-slot", 4),
        ("(a ... b|c)", "gap-inside", 3),
        ("(a (b|(c|d)))", "too-deep", 6),
        ("sue, you", "stray-sign", 3),
    ],
)
def test_a_mistake_is_named_with_its_place(pattern: str, code: str, column: int) -> None:
    with pytest.raises(PatternError) as caught:
        parse(pattern, WordLists({}))
    assert (caught.value.code, caught.value.column) == (code, column)


def test_a_word_list_that_names_itself_is_refused() -> None:
    with pytest.raises(PatternError):
        parse("~a", WordLists({"a": ("~a",)}))


def test_a_space_allows_two_english_words_and_no_more() -> None:
    assert hears("we split it", "we can easily split it")
    assert not hears("we split it", "we can very easily split it")


def test_a_space_allows_four_chinese_characters_and_none_means_none() -> None:
    assert hears("我们 分期", "我们可以给您分期", "zh")
    assert not hears("我们 分期", "我们今天可以给您分期", "zh")
    assert not hears("可以分期", "可以给您分期", "zh")
    assert hears("可以(分期|缓缓)", "可以缓缓", "zh")
    assert not hears("可以(分期|缓缓)", "可以先缓缓", "zh")


def test_dots_reach_over_the_sentence_but_not_beyond() -> None:
    assert hears("we ... month", "we would be glad to look at a smaller sum each month")
    assert not hears("we ... month", "we would be glad. It is a new month.")


def test_words_match_by_stem_and_contractions_are_opened_on_both_sides() -> None:
    assert hears("we won't be calling", "we will not be called")
    assert hears("going to spread", "gonna spread")


def test_lists_alternatives_and_slots() -> None:
    assert hears("~us (split|spread) ... {money}", "our desk can spread it, say $50")
    assert not hears("~us (split|spread) ... {money}", "our desk can spread it, say some")
    assert hears("in {number} parts", "in four parts")
    assert hears("(by {date}|later)", "by the 15th")
    assert hears("{money} each", "80 each")


def test_a_comma_stands_next_to_no_end_of_a_phrase_but_may_stand_in_a_saying() -> None:
    assert not hears("(您不好意思|再见)", "打断您，不好意思", "zh")
    assert not hears("(欠你的我|再见)", "不是欠你的，我知道", "zh")
    assert hears("(人在做天在看|再见)", "人在做，天在看", "zh")
    assert hears("(no ifs no buts|bye)", "no ifs, no buts")
