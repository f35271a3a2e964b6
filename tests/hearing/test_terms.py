"""Amounts, dates, counts and frequencies as people say them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.hearing import Terms
from simulator.hearing.normalise import normalise
from simulator.hearing.terms import read_terms
from simulator.hearing.tokens import tokenise

TODAY = date(2026, 6, 10)  # a Wednesday
LINES = (Path(__file__).parent / "offers.jsonl").read_text(encoding="utf-8").splitlines()
OFFERS = [json.loads(line) for line in LINES]
EVERY = {
    "monthly": "month",
    "weekly": "week",
    "biweekly": "fortnight",
    "semimonthly": "half-month",
    "quarterly": "quarter",
}


def read(text: str, today: date = TODAY) -> Terms:
    clean = normalise(text)
    return read_terms(clean, tokenise(clean.text), today)[0]


def wholly_right(offer: dict[str, Any]) -> bool:
    terms = read(offer["text"], date.fromisoformat(offer["today"]))
    dates = [day.value.isoformat() for day in terms.dates]
    for wanted in offer.get("dates", []):
        right = next(
            (one for one in (wanted if isinstance(wanted, list) else [wanted]) if one in dates), None
        )
        if right is None:
            return False
        dates.remove(right)
    return (
        not dates
        and sorted(one.value for one in terms.amounts)
        == sorted(round(one * 100) for one in offer.get("amounts", []))
        and sorted(one.value for one in terms.fractions)
        == sorted(round(one * 1000) for one in offer.get("fractions", []))
        and (terms.counts[0].value if terms.counts else None) == offer.get("instalments")
        and (terms.every or "once") == EVERY.get(offer.get("frequency", ""), "once")
        and terms.day == offer.get("day_of_month")
    )


def test_at_least_107_of_110_offers_are_read_wholly_right() -> None:
    wrong = [offer["text"] for offer in OFFERS if not wholly_right(offer)]
    assert len(OFFERS) == 110
    assert len(wrong) <= 3, wrong


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("1.5万", [15000]), ("2万5", [25000]), ("1万2", [12000]), ("三百五", [350]),
        ("三百零五", [305]), ("两千四", [2400]), ("88块8", [88.8]),
        ("seven fifty", [750]), ("twelve hundred", [1200]), ("a hundred and fifty", [150]),
        ("a couple of hundred", [200]), ("one and a half thousand", [1500]),
        ("5 dollars", [5]), ("$1,250.50", [1250.5]), ("2.4k", [2400]), ("$500 and £20", [500, 20]),
        ("40 staff", []), ("24小时", []), ("17:30", []), ("at 5:30 pm", []), ("020 7946 0018", []),
        ("call 116 123", []), ("打12348", []),
        ("account number 4455 6677", []), ("工号6088", []), ("I am 45 years old", []),
        ("in 2025", []), ("三个月没还", []), ("15号500", [500]),
    ],
)  # fmt: skip
def test_amounts(text: str, amounts: list[float]) -> None:
    assert [one.value / 100 for one in read(text).amounts] == amounts


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the fifteenth", "2026-06-15"), ("by the 3rd", "2026-07-03"), ("15日", "2026-06-15"),
        ("15/7", "2026-07-15"), ("2026-07-15", "2026-07-15"),
        ("twenty-first of July", "2026-07-21"), ("within a fortnight", "2026-06-24"),
        ("in a month", "2026-07-10"), ("大后天", "2026-06-13"),
        ("今晚", "2026-06-10"), ("end of the month", "2026-06-30"), ("下个月底", "2026-07-31"),
        ("next Friday", "2026-06-19"), ("下周五", "2026-06-19"),
        ("2026年7月15日", "2026-07-15"), ("31st", "2026-06-30"), ("Feb 30", "2027-02-28"),
    ],
)  # fmt: skip
def test_dates(text: str, day: str) -> None:
    assert [one.value.isoformat() for one in read(text).dates] == [day]


@pytest.mark.parametrize(
    ("text", "count", "every"),
    [
        ("over the next 6 months", 6, "month"), ("12个月", 12, "month"), ("半年还清", 6, None),
        ("分12期", 12, None), ("4 x 150", 4, None),
        ("six monthly payments of 120", 6, None), ("隔周", None, "fortnight"),
        ("every other week", None, "fortnight"), ("£20 a week", None, "week"),
        ("一个月五百", None, "month"), ("in one go", None, "once"),
        ("twice a month", None, "half-month"),
    ],
)  # fmt: skip
def test_counts_and_frequencies(text: str, count: int | None, every: str | None) -> None:
    terms = read(text)
    assert (terms.counts[0].value if terms.counts else None) == count
    assert every is None or terms.every == every


def test_the_recurring_day_is_no_date() -> None:
    for text in ("每月的15号还", "on the 15th of every month", "monthly on the 15th"):
        assert (read(text).day, read(text).dates) == (15, ())


def test_what_could_mean_two_things_is_handed_back() -> None:
    assert read("next Friday").unclear == ("next friday",)
    assert read("a few hundred").unclear == ("a few hundred",)


def test_values_know_where_they_stand() -> None:
    text = "Maybe ￥５００ on the 15th"
    terms = read(text)
    span = terms.amounts[0].span
    assert text[span.start : span.end] == "￥５００"
    assert text[terms.dates[0].span.start : terms.dates[0].span.end] == "the 15th"


@pytest.mark.parametrize(
    "text",
    [
        "She can call me at 555 0142",
        "call me tomorrow at ten instead",
        "紧急就打110、120。",
        "正和信息，3086，请他回电话。",
        "跑了十二年的车，换谁心里都难受。",
    ],
)
def test_telephone_and_staff_numbers_hours_and_years_of_life_are_no_terms(text: str) -> None:
    terms = read(text)
    assert not terms.money and not terms.counts


def test_the_way_of_paying_is_read() -> None:
    assert read("by bank transfer").method == "transfer"
    assert read("微信转给我们公司账户").method in ("wallet", "transfer")
    assert read("hello").method is None


ODD = "٣ ² ½ 0 32 31/2 0/0 13/13 2026-13-45 2026-02-31 9999-12-31 百百 万万 一百万亿 半半 0月0号 每月32号 the 0th in 999 months 999天后 hundred hundred 0期 分零期 百分之零 零分之一 $0 99999999999999999999 12:61 feb 29 下周八 next friday tomorrow"  # noqa: E501 - one line of oddities
pieces = st.lists(st.sampled_from(ODD.split(" ")), max_size=12).map(" ".join)


@settings(max_examples=300)
@given(pieces, st.dates())
def test_no_terms_raise_on_any_day(text: str, today: date) -> None:
    read(text, today)


@pytest.mark.parametrize(
    ("text", "amounts", "counts"),
    [
        ("三百一个月可以吗", [300], []),
        ("三百五一个月", [350], []),
        ("五百一期，分六期", [500], [6]),
        ("分12期，第一期6月20号", [], [12]),
        ("三百一十块", [310], []),
        ("头三个月", [], [3]),
    ],
)
def test_a_month_is_no_part_of_the_number_before_it(text: str, amounts: list[int], counts: list[int]) -> None:
    terms = read(text)
    assert [one.value / 100 for one in terms.amounts] == amounts
    assert [one.value for one in terms.counts] == counts


def test_what_happened_so_often_in_days_is_no_date() -> None:
    assert read("Four calls in two days").dates == ()
    assert len(read("pay in two days").dates) == 1


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("your Visa credit card is in arrears", None),
        ("you can pay by credit card", "card"),
        ("用银行卡还", "card"),
        ("您刷卡垫工钱不容易", None),
        ("在APP上还就行", "app"),
    ],
)
def test_a_way_of_paying_needs_a_word_of_paying(text: str, method: str | None) -> None:
    assert read(text).method == method
