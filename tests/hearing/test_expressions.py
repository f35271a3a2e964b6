"""Money, dates and whole offers: every row of our own is read as it was meant, and cheaply."""

from __future__ import annotations

import json
import statistics
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.hearing import Leg
from simulator.hearing.normalise import normalise
from simulator.hearing.terms import read_terms
from simulator.hearing.tokens import tokenise
from tests.hearing.expressions import DIFFERS, read, rows_of, shown, worked_out

HERE = Path(__file__).parent
ROWS = rows_of(HERE / "expressions.own.jsonl")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['kind']}: {row['say']}")
def test_an_expression_is_read_as_it_was_meant(row: dict[str, Any]) -> None:
    assert DIFFERS[row["kind"]](row) == "", shown(row)


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("expressions1.en", 329),
        ("expressions1.zh", 324),
        ("expressions2.en", 276),
        ("expressions2.zh", 274),
        ("expressions3.en", 280),
        ("expressions3.zh", 282),
        ("expressions4.en", 295),
    ],
)
def test_a_blind_set_is_read_no_worse_than_before(name: str, floor: int) -> None:
    rows = rows_of(HERE / f"{name}.jsonl")
    missed = [row["say"] for row in rows if DIFFERS[row["kind"]](row)]
    assert len(rows) - len(missed) >= floor, missed


def acts(text: str) -> list[str]:
    return [offer.act for offer in read(text).offers]


@pytest.mark.parametrize(
    "text",
    [
        "You paid 500 on Monday",
        "I can see your payment of $350 in March",
        "Our records show a payment of $275 came through on May 28th.",
        "Thanks for the 60 you sent us.",
        "您上个月还了三百",
        "系统显示您周一已经付了五百",
        "哦我看到了，您昨天转了200，谢谢",
    ],
)
def test_a_payment_already_made_is_no_offer(text: str) -> None:
    assert acts(text) == ["past"]


@pytest.mark.parametrize(
    "text",
    ["帮您查一查", "看一下", "咱们一块儿想办法", "再说一遍", "万一还不上呢", "十分抱歉", "千万别急"],
)
def test_an_idiom_is_no_number(text: str) -> None:
    clean = normalise(text)
    terms, slots = read_terms(clean, tokenise(clean.text), date(2026, 6, 10))
    assert (terms.money, slots) == ((), {})


def test_every_span_is_of_the_reply_as_typed() -> None:
    text = "Maybe ￥５００ on the 15th，剩下的月底還"
    terms = read(text)
    words = [text[one.span.start : one.span.end] for one in (*terms.money, *terms.times)]
    assert words == ["￥５００", "剩下的", "the 15th", "月底"]
    assert all(text[leg.span.start : leg.span.end].strip() for offer in terms.offers for leg in offer.legs)


def test_a_clipped_word_has_its_place_in_the_reply_as_typed() -> None:
    text = "cud u do 2 hunderd b4 nxt fri + 50 bux evry 2 wks"
    terms = read(text)
    words = [text[one.span.start : one.span.end] for one in (*terms.money, *terms.times)]
    assert words == ["2 hunderd", "50 bux", "nxt fri", "evry 2 wks"]
    assert [one.act for one in terms.offers] == ["asks"]


def test_no_place_begins_or_ends_with_punctuation_or_blanks() -> None:
    for row in ROWS:
        for offer in read(row["say"]).offers:
            words = row["say"][offer.span.start : offer.span.end]
            assert words[0].isalnum() or words[0] in "$£€¥￥", words
            assert words[-1].isalnum() or words[-1] in "%％$£€¥￥", words


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("You paid 300 on Monday", date(2026, 6, 8)),
        ("You paid 300 on the 20th", date(2026, 5, 20)),
        ("We received 240 on 5 June", date(2026, 6, 5)),
        ("您周五已经还了三百", date(2026, 6, 5)),
        ("您5号已经还了三百", date(2026, 6, 5)),
    ],
)
def test_a_payment_already_made_was_on_the_last_such_day(text: str, day: date) -> None:
    assert [leg.on for offer in read(text).offers for leg in offer.legs] == [day]


def test_a_share_of_several_payments_is_worked_out_as_all_of_them() -> None:
    rest = (Leg(amount=20000), Leg(whole="rest", count=4))
    assert worked_out(rest, 100000)[1][0] == worked_out([Leg(share=800, count=4)], 100000)[0][0]


PIECES = [
    *(
        "half",
        "the rest",
        "500",
        "no, make that 350",
        "each month",
        "or",
        "either",
        "by Friday",
        "if you can",
    ),
    *(
        "三百五",
        "三五百",
        "下周五",
        "15号",
        "每月",
        "分六期",
        "剩下的",
        "余款",
        "不对",
        "要么",
        "两成",
        "打折",
    ),
    *(
        "and then",
        ",",
        ".",
        "?",
        "0",
        "1/3",
        "31/2",
        "打零折",
        "everything",
        "a couple of grand",
        "%",
        "-",
        "to",
    ),
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join), st.dates())
def test_no_reply_raises_and_every_value_has_its_place(text: str, today: date) -> None:
    terms = read(text, today)
    spans = [one.span for one in (*terms.money, *terms.times, *terms.offers)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.amount is None or one.amount > 0 for one in terms.money)
    assert all(offer.act in ("offer", "asks", "demand", "past", "recap", "none") for offer in terms.offers)


def test_no_labelled_reply_raises_and_none_takes_long() -> None:
    lines = (HERE / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    replies = [row["reply"] for row in map(json.loads, lines) if "reply" in row]
    begin = time.process_time()
    assert all(read(reply) is not None for reply in replies)
    assert time.process_time() - begin < 0.01 * len(replies)


@pytest.mark.parametrize("piece", ["500 no, ", "1 ", "0-", "三百五", "actually 500 ", "每月1号"])
def test_a_reply_that_says_one_thing_for_ever_is_still_read_in_time(piece: str) -> None:
    begin = time.process_time()
    read(piece * (2000 // len(piece)))
    assert time.process_time() - begin < 2


def test_reading_costs_less_than_a_millisecond_at_the_median() -> None:
    said = [(clean := normalise(row["say"]), tokenise(clean.text)) for row in ROWS]
    taken = []
    for _ in range(3):
        for clean, words in said:
            begin = time.process_time()
            read_terms(clean, words, date(2026, 6, 10))
            taken.append(time.process_time() - begin)
    assert statistics.median(taken) < 0.001


@pytest.mark.parametrize(
    "text",
    [
        "24 payments is beyond what I can agree.",
        "二十四期超出我的权限了。",
        "24期我这儿点不出来。",
        "三十六期我没有这个权限。",
    ],
)
def test_a_plan_that_somebody_may_not_agree_is_not_offered(text: str) -> None:
    assert set(acts(text)) <= {"none"}
