# ruff: noqa: E501 - a rule of the grammar is read as one line
"""Terms: every amount, date, count and frequency of a reply, each read once."""

from __future__ import annotations

import re
from datetime import date

from simulator.hearing.dates import read_dates, read_every
from simulator.hearing.hearing import Day, Terms, Value
from simulator.hearing.matcher import Range
from simulator.hearing.money import read_amounts, read_counts
from simulator.hearing.normalise import Clean
from simulator.hearing.numbers import DIGITS, HAN, WORDS
from simulator.hearing.reading import Place, Reading
from simulator.hearing.tokens import Speech

_METHODS = (
    ("direct_debit", r"direct debit|standing order|auto(?:matic)? ?(?:pay|debit)|自动扣款|代扣|自动还款"),
    ("transfer", r"bank transfer|\bwire|\btransfer|\bbacs\b|\bach\b|转账|汇款|网银"),
    (
        "card",
        r"\b(?:by|with|via|using|through|over|on|use|pay) (?:a |the |your |my |our )?(?:debit |credit |bank )?card\b|\bcard payment|by phone|(?<!您)(?<!你)(?:用|走|从|绑|拿|来|能|以)(?:您的|你的)?(?:刷卡|银行卡)|(?:刷卡|银行卡)(?:付|还|支付|缴|交|扣)",
    ),
    ("cheque", r"\b(?:cheques?|checks? by mail|money orders?)\b|支票"),
    ("wallet", r"paypal|apple pay|venmo|zelle|支付宝|微信"),
    ("app", r"(?<![a-z])(?:app|online|website|portal|link)(?![a-z])|官方渠道|手机银行|公众号|网站"),
    ("cash", r"\bcash\b(?! flow| out)|现金|柜台"),
)
_METHOD_RULES = tuple((name, re.compile(rule)) for name, rule in _METHODS)
_NUMBER = re.compile(rf"{DIGITS}|\b{WORDS}\b|{HAN}")
_WORTH_READING = re.compile(
    r"\d|teen|th\b|晚|早|今|周|礼拜|一|二|两|三|四|五|六|七|八|九|十|百|千|万|半|天|月|周|期|号|星期|明|日|成|工资|圣诞|元旦|ten|one|two|three|four|five|six|seven|eight|nine|eleven|twel|thir"
    r"|twenty|forty|fifty|half|hundred|thousand|grand|day|week|month|year|quarter|third|couple|few|first|second|christmas|now|away|night|end of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|fiver|tenner|lump|go\b|once"
)


def read_terms(clean: Clean, said: Speech, today: date) -> tuple[Terms, dict[str, list[Range]]]:
    """Return the terms of a reply and, for the patterns, which words are money, dates and numbers."""
    method = next((name for name, rule in _METHOD_RULES if rule.search(clean.text)), None)
    if not _WORTH_READING.search(clean.text):
        return Terms(method=method), {}
    reading = Reading(clean.text, today)
    read_counts(reading)
    read_every(reading)
    read_dates(reading)
    read_amounts(reading)
    places = {
        "{money}": [place for place, _ in reading.amounts],
        "{date}": [place for place, _ in (*reading.dates, *reading.days)],
        "{number}": [found.span() for found in _NUMBER.finditer(clean.text)],
    }
    slots = {slot: _words(said, found) for slot, found in places.items() if found}

    def values(found: list[tuple[Place, int]]) -> tuple[Value, ...]:
        return tuple(Value(value, clean.span(*place)) for place, value in sorted(found))

    every = sorted(reading.every)
    terms = Terms(
        amounts=values(reading.amounts),
        dates=tuple(Day(value, clean.span(*place)) for place, value in sorted(reading.dates)),
        counts=values(reading.counts),
        fractions=values(reading.fractions),
        every=next((name for _, name in every if name != "once"), every[0][1] if every else None),
        day=next((day for _, day in sorted(reading.days, key=lambda item: item[0]) if day), None),
        method=method,
        unclear=tuple(reading.unclear),
    )
    return terms, slots


def _words(said: Speech, places: list[Place]) -> list[Range]:
    """Return the words that lie in the given places of the text, as ranges without doubles."""
    out: set[Range] = set()
    for start, end in places:
        inside = [i for i in range(len(said.words)) if said.starts[i] < end and start < said.ends[i]]
        if inside:
            out.add((inside[0], inside[-1] + 1))
    return sorted(out)
