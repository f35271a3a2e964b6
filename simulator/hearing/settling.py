"""What a payment's date comes to once it is known what is done with it: a monthly day, a day already past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from simulator.hearing.calendar_words import MONTH, WEEKDAY, on
from simulator.hearing.hearing import Leg, When
from simulator.hearing.numbers import ORDINAL
from simulator.hearing.rule import Rule

_NTH_ALONE = Rule(
    rf"(?:(?:on )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?|{ORDINAL})|\d{{1,2}}[号日]|[一二三十]{{1,3}}[号日])$"
)
_FROM = Rule(
    r"\b(?:from|starting|start|starts|beginning|begin|first (?:one|payment)|as of|commencing|effective|until|till|by|before)(?: on| from)?(?: the)? ?$|(?:从|自|打|由|首期|第一期|第一笔|头期|首次)(?:是|在)?$"
)
_ONWARDS = Rule(r"^ ?(?:开始|起|首期|第一[期笔次]|onwards?|first\b|to start|as the first)")
_NAMED_MONTH = Rule(rf"\b(?:{MONTH})|月")
_NAMED_WEEKDAY = Rule(rf"\b(?:{WEEKDAY})|周|星期|礼拜")


def monthly(leg: Leg, times: list[When], text: str) -> Leg:
    """Return a leg paid monthly "on the 28th" with that day of every month; "from the 28th" keeps its date."""
    when = _of(leg, times)
    if (
        leg.every != "month"
        or leg.day is not None
        or when is None
        or not isinstance(when.on, date)
        or when.by
    ):
        return leg
    start, end = when.span.start, when.span.end
    words = text[start:end]
    if not _NTH_ALONE.match(words):
        return leg
    if _FROM.search(text[max(0, start - 26) : start]) or _ONWARDS.match(text[end : end + 12]):
        return leg
    return replace(leg, day=when.on.day, on=None)


def already(leg: Leg, times: list[When], text: str, today: date) -> Leg:
    """Return a payment already made with the last such day before today."""
    when = _of(leg, times)
    if when is None or not isinstance(when.on, date) or when.on < today:
        return leg
    words = text[when.span.start : when.span.end]
    day: date | None = when.on
    if _NAMED_MONTH.search(words):
        day = on(when.on.year - 1, when.on.month, when.on.day)
    elif _NTH_ALONE.match(words):
        months = 1 if when.on.month != today.month or when.on > today else 0
        day = on(when.on.year, when.on.month - months, when.on.day)
    elif _NAMED_WEEKDAY.search(words):
        day = when.on - timedelta(days=7 * ((when.on - today).days // 7 + 1))
    return leg if day is None else replace(leg, on=day)


def _of(leg: Leg, times: list[When]) -> When | None:
    return next((one for one in times if leg.on is not None and one.on == leg.on), None)
