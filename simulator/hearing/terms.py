"""Terms: every amount, date, count and frequency of a reply, each read once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scoring.evidence import Span
from simulator.hearing.clipped import written_out
from simulator.hearing.corrections import take_back
from simulator.hearing.counts import read_counts
from simulator.hearing.dates import read_dates, read_now
from simulator.hearing.hearing import Day, SaidOffer, Sum, Terms, Value, When
from simulator.hearing.matcher import Range
from simulator.hearing.methods import read_method
from simulator.hearing.money import read_amounts
from simulator.hearing.noise import blank_noise
from simulator.hearing.normalise import Clean
from simulator.hearing.numbers import DIGITS, HAN, WORDS
from simulator.hearing.offers import read_offers
from simulator.hearing.often import read_often
from simulator.hearing.reading import Reading
from simulator.hearing.rule import Rule
from simulator.hearing.shares import read_shares
from simulator.hearing.tokens import Speech

_NUMBER = Rule(rf"{DIGITS}|\b{WORDS}|{HAN}")
_IDIOM = Rule(
    r"[一](?![个千百万]?[个月期次周年元毛成半]|块(?!儿|想|商|来|去|解|看|聊|把|帮|面|算)|[百千万]|天(?!到晚)|笔|折)|万一|十分(?!之)|千万(?!块|元)|百般|万分|万般|半天"
)
_WORTH_READING = Rule(
    r"\d|teen|th\b|晚|早|今|周|礼拜|[壹贰叁肆伍陆柒捌玖拾佰仟]|一|二|两|三|四|五|六|七|八|九|十|百|千|万|半|天|月|期|号|星期|明|日|成|工资|圣诞|元旦|几|全|剩|余|最低|年"
    r"|季|过[阵些段]|近期|改天|eom\b|eow\b|\b(?:mon|tues?|wed|thu|fri|sat|sun)|tomor|tmr|weekend|ten|one|two|three|four|five|six|seven|eight|nine|eleven|twel|thir|twenty|forty|fifty|half|hundred|thousand|grand|day|week|month|morning|afternoon|evening|year|quarter|third|couple|few|first|second|christmas|now|away|night|end of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|fiver|tenner|lump|once|soon|paid|wage|full|rest|balance|whole|lot\b|minimum|remain|everything|later|fortnight|salary|interest|fees?\b|knock"
)
_CHINESE = Rule("[\u3400-\u9fff]")
_LATIN = Rule("[a-z]")
_OFTEN = {"payday": "month"}
_UNNAMED = ("once", "daily")


def read_terms(clean: Clean, said: Speech, today: date) -> tuple[Terms, dict[str, list[Range]]]:
    """Return the terms of a reply and, for the patterns, which words are money, dates and numbers."""
    text, at = written_out(clean.text)
    if text != clean.text:
        clean = Clean(clean.typed, text, tuple([clean.at[place] for place in at]))
    method = read_method(text)
    if not _WORTH_READING.search(text):
        return Terms(method=method), {}
    reading = Reading(
        text, today, bool(_CHINESE.search(text)), bool(_LATIN.search(text) or not _CHINESE.search(text)), text
    )
    blank_noise(reading)
    read_counts(reading)
    read_often(reading)
    read_dates(reading)
    read_shares(reading)
    read_amounts(reading)
    read_now(reading, [one.span for one in reading.sums])
    slots = _slots(reading, said, at)
    take_back(reading)
    offers = read_offers(reading, method)
    return _terms(reading, clean, method, offers), slots


def _slots(reading: Reading, said: Speech, at: list[int] | range) -> dict[str, list[Range]]:
    idioms = [found.span() for found in _IDIOM.finditer(reading.whole)] if reading.han else []
    figures = [
        Span(*found.span())
        for found in _NUMBER.finditer(reading.whole)
        if not any(start <= found.start() and found.end() <= end for start, end in idioms)
    ]
    places = {
        "{money}": [one.span for one in reading.sums if one.amount is not None],
        "{date}": [
            one.span for one in reading.times if one.every is None or one.day or one.weekday is not None
        ],
        "{number}": figures,
    }
    return {
        slot: _words(said, [Span(at[one.start], at[one.end - 1] + 1) for one in found])
        for slot, found in places.items()
        if found
    }


def _terms(reading: Reading, clean: Clean, method: str | None, offers: tuple[SaidOffer, ...]) -> Terms:
    def typed(span: Span) -> Span:
        return clean.span(span.start, span.end)

    sums = sorted(reading.sums, key=lambda one: one.span.start)
    times = sorted(reading.times, key=lambda one: one.span.start)
    nows = {typed(span) for span in reading.nows}
    counts = sorted(reading.counts, key=lambda one: one.span.start)
    often = [_OFTEN.get(one.every, one.every) for one in times if one.every]
    often = (
        [name for name in often if name not in _UNNAMED]
        or [one.every for one in counts if one.every]
        or often
    )
    money: list[Sum] = [replace(one, span=typed(one.span)) for one in sums]
    said: list[When] = [replace(one, span=typed(one.span)) for one in times if one.every not in _UNNAMED]
    return Terms(
        amounts=tuple(Value(one.amount, one.span) for one in money if one.amount is not None),
        dates=tuple(
            Day(one.on, one.span) for one in said if isinstance(one.on, date) and one.span not in nows
        ),
        counts=tuple(Value(one.value, typed(one.span)) for one in counts),
        fractions=tuple(Value(one.share, one.span) for one in money if one.share is not None),
        every=often[0] if often else None,
        day=next((one.day for one in times if one.day), None),
        method=method,
        unclear=(
            *reading.unclear,
            *(
                reading.whole[one.span.start : one.span.end]
                for one in sums
                if one.amount is None and one.approx
            ),
        ),
        money=tuple(money),
        times=tuple(said),
        offers=tuple(
            replace(
                offer,
                span=typed(offer.span),
                legs=tuple(replace(leg, span=typed(leg.span)) for leg in offer.legs),
            )
            for offer in offers
        ),
    )


def _words(said: Speech, places: list[Span]) -> list[Range]:
    """Return the words that lie in the given places of the text, as ranges without doubles."""
    out: set[Range] = set()
    for place in places:
        inside = [
            i for i in range(len(said.words)) if said.starts[i] < place.end and place.start < said.ends[i]
        ]
        if inside:
            out.add((inside[0], inside[-1] + 1))
    return sorted(out)
