# ruff: noqa: E501 - a rule of the grammar is read as one line
"""Days and frequencies: what date was named, how often, on which day of the month."""

from __future__ import annotations

import calendar
import re
from datetime import date

from simulator.hearing.numbers import HAN, ORDINAL, WORDS, chinese, ordinal, spoken
from simulator.hearing.reading import Reading

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join((*_MONTHS, *(f"{name[:3]}" for name in _MONTHS if name != "may"), "sept"))
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_WEEKDAY = "|".join((*_WEEKDAYS, "mon", "tues?", "weds?", "thurs?", "thu", "fri"))
_N = rf"(\d{{1,3}}|{HAN}|an?|{WORDS})"
_NTH = rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?|({ORDINAL}))"
_DAY = rf"(\d{{1,2}}|{HAN})[号日]"


def _rule(text: str) -> re.Pattern[str]:
    return re.compile(text)


_EVERY = (
    ("half-month", r"twice (?:a|per|each) month|semi-?monthly|bi-?monthly|every half month|每半个?月|半个?月一次|一个?月两次|每月两次"),
    ("fortnight", rf"every (?:other|second|2nd) (?:week|{_WEEKDAY})s?|every (?:two|2|couple of) weeks|bi-?weekly|fortnightly|(?<!in )(?:a|per|each|every) fortnight|each fortnight|每(?:两|二|2|隔一|隔)个?(?:周|星期|礼拜)|隔周|两周一次|每隔一周"),
    ("quarter", r"(?:per|each|every) quarter(?! of)|quarterly|every (?:three|3) months|每季度?|每(?:三|3)个月"),
    ("week", rf"(?<!in )(?:a|per|each|every) ?/?(?:week|wk)\b|/ ?(?:week|wk)\b|weekly|(?:on )?(?:every|each) (?:{_WEEKDAY})s?\b|(?:{_WEEKDAY})s\b|每(?:个)?(?:周|星期|礼拜)(?:[一二三四五六日天](?![十百千万块元]))?|/周|一(?:周|个?星期|个?礼拜)(?!后|内|之)|按周|周付"),
    ("month", r"(?<!in )(?:a|per|each|every|/) ?(?:month|mo|mth)\b|monthly|(?:per|each|every) pay(?:day|check|cheque)|a pay(?:check|cheque)|每个?月(?!底|初)|(?<![上下这本])(?<!下个)一个月(?!后|内|之)|按月|月供|每月|/月"),
)  # fmt: skip
_EVERY_RULES = tuple((name, _rule(text)) for name, text in _EVERY)
_ONCE = _rule(
    r"in one go|in full today|all at once|lump sum|one[- ]off payment|one payment|single payment|一次性|一把|一笔头|全款"
)
_EACH_DAY = _rule(
    rf"(?:the )?{_NTH} (?:of|day of) (?:every|each|the) month|monthly (?:on|by) the {_NTH}|(?:every|each) month on the {_NTH}"
    rf"|(?:每个?月|按月)的?(?:第)?{_DAY}|每个?月的?(底|月底|初)"
)
_ISO = _rule(r"(?<![\d.])(20\d\d)(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})(?!\d)[日号]?")
_NUMERIC = _rule(r"(?<![\d./$£€¥])(\d{1,2})/(\d{1,2})(?:/(?:20)?\d\d)?(?![\d/])")
_NAMED = _rule(
    rf"\b({_MONTH})\.? (?:the )?{_NTH}(?![\d:])(?! ?(?:dollars|pounds|bucks|quid))|\b(?:the )?{_NTH} (?:of )?({_MONTH})\b"
)
_HAN_DATE = _rule(
    rf"(?:({HAN}|\d{{1,2}})月|(下个?月|这个?月|本月))(?:份的?|的)?(?:{_DAY}|(初|月初)|(底|末|月底))"
)
_MONTH_END = _rule(
    r"(?:the )?(?:end|last day) of (this |next |the )?month|month[- ]end|(下个?)?月底|(下个?)?月末|这个?月底"
)
_IN = _rule(
    rf"\b(?:with)?in (?:the next )?{_N} ?(days?|weeks?|wks?|months?|mths?|fortnights?)(?:' time)?|{_N} ?(days?|weeks?|months?) from (?:now|today)"
)
_WHAT_HAPPENED = _rule(r"(?:calls?|times|letters|messages|texts|emails|visits|voicemails)[ ,]*$")
_HAN_IN = _rule(rf"({HAN}|\d{{1,3}}|半)(天|日|个?星期|个?礼拜|周|个月|个?半月)(?:之?后|以后|之?内|以内)")
_RELATIVE = {
    "the day after tomorrow": 2, "day after tomorrow": 2, "tomorrow": 1, "today": 0, "tonight": 0, "right now": 0, "right away": 0,
    "大后天": 3, "后天": 2, "明天": 1, "明日": 1, "明早": 1, "明晚": 1, "今天": 0, "今日": 0, "今晚": 0, "今儿": 0, "明儿": 1, "现在就": 0,
}  # fmt: skip
_NEAR = _rule("|".join(sorted(_RELATIVE, key=len, reverse=True)))
_ON = _rule(rf"\b(?:(next|this|coming|following) )?({_WEEKDAY})\b(?!s)")
_HAN_ON = _rule(r"(下下|下|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天])(?![个次十百千])")
_NTH_ALONE = _rule(
    rf"\bthe {_NTH}(?= |[,!?;]|\.(?!\d)|$|\x00)(?! (?:one|of|time|month|week|day|payment|step|thing|half|quarter|instal\w+|place|call|person|party|part|year))|\b(\d{{1,2}})(?:st|nd|rd|th)\b(?! (?:time|floor|street|of|payment|month|instal))|(?<![\d月]){_DAY}(?!楼|线|院|公馆)"
)
_FESTIVE = _rule(r"christmas(?: day| eve)?|圣诞节?|元旦|new year'?s?(?: day)?")
VAGUE = _rule(
    r"next (?:week|month)|this (?:week|month|weekend|evening)|later this|pay ?day|下个?(?:月|周|星期|礼拜)|这个?(?:月|周|星期)|本周|本月|周末|发工资|年底|年前|月初"
)


def _number(text: str) -> int:
    if text in ("a", "an"):
        return 1
    if text.isdigit():
        return int(text)
    return int(spoken(text) if text.isascii() else chinese(text))


def _on(year: int, month: int, day: int) -> date | None:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= day <= 31 or not 1 <= year <= 9998:
        return None
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _coming(today: date, day: int) -> date | None:
    if not 1 <= day <= 31:
        return None
    found = _on(today.year, today.month, day)
    return found if found and found >= today else _on(today.year, today.month + 1, day)


def _yearly(today: date, month: int, day: int) -> date | None:
    if not 1 <= month <= 12:
        return None
    found = _on(today.year, month, day)
    return found if found is None or found >= today else _on(today.year + 1, month, day)


def _weekday(text: str) -> int:
    return (
        next(i for i, name in enumerate(_WEEKDAYS) if name.startswith(text[:2]))
        if text.isascii()
        else "一二三四五六日天".index(text) % 7
    )


def _nth(first: str | None, second: str | None) -> int:
    return int(first) if first else ordinal(second or "first")


def read_every(reading: Reading) -> None:
    """Take frequencies and recurring days, the most specific first."""
    for found in reading.take(_EACH_DAY):
        values = [value for value in found.groups() if value]
        last = values[-1] if values else ""
        if last in ("底", "月底", "初"):
            day: int | None = 1 if last == "初" else 31
        else:
            day = int(last) if last.isdigit() else int(chinese(last)) if not last.isascii() else ordinal(last)
        reading.days.append((found.span(), day if day and 1 <= day <= 31 else None))
        reading.every.append((found.span(), "month"))
    for name, rule in _EVERY_RULES:
        for found in reading.take(rule):
            reading.every.append((found.span(), name))
            weekday = re.search(rf"({_WEEKDAY})s?$|[一二三四五六日天]$", found[0])
            if weekday:
                reading.days.append((found.span(), None))
    for found in reading.take(_ONCE):
        reading.every.append((found.span(), "once"))


def read_dates(reading: Reading) -> None:
    """Take every date; a day already past is the next such day."""
    today = reading.today

    def add(found: re.Match[str], value: date | None) -> None:
        if value is None:
            reading.days.append((found.span(), None))
        else:
            reading.dates.append((found.span(), value))

    for found in reading.take(_ISO):
        add(found, _on(int(found[1]), int(found[2]), int(found[3])) if 1 <= int(found[2]) <= 12 else None)
    for found in reading.take(_NUMERIC):
        first, second = int(found[1]), int(found[2])
        add(found, _yearly(today, first, second) or _yearly(today, second, first))
    for found in reading.take(_NAMED):
        name, day = (found[1], _nth(found[2], found[3])) if found[1] else (found[6], _nth(found[4], found[5]))
        add(found, _yearly(today, [month[:3] for month in _MONTHS].index(name[:3]) + 1, day))
    for found in reading.take(_HAN_DATE):
        day = 1 if found[4] else 31 if found[5] else _number(found[3])
        if found[1]:
            add(found, _yearly(today, _number(found[1]), day))
        else:
            add(found, _on(today.year, today.month + found[2].startswith("下"), day))
    for found in reading.take(_MONTH_END):
        add(found, _on(today.year, today.month + (found[1] == "next " or bool(found[2] or found[3])), 31))
    for found in reading.take(_IN):
        if not _WHAT_HAPPENED.search(reading.text[: found.start()]):
            add(found, _ahead(today, _number(found[1] or found[3]), found[2] or found[4]))
    for found in reading.take(_HAN_IN):
        half = found[1] == "半"
        add(found, _after(today, 15) if half else _ahead(today, _number(found[1]), found[2]))
    for found in reading.take(_NEAR):
        add(found, _after(today, _RELATIVE[found[0]]))
    for found in reading.take(_ON):
        if found[1] == "next":
            reading.unclear.append(found[0])
        add(found, _next_weekday(today, _weekday(found[2]), 1 if found[1] == "next" else 0))
    for found in reading.take(_HAN_ON):
        weeks = {"下下": 2, "下": 1}.get(found[1] or "", 0)
        add(found, _next_weekday(today, _weekday(found[2]), weeks))
    for found in reading.take(_NTH_ALONE):
        values = [value for value in found.groups() if value]
        add(
            found,
            _coming(
                today,
                _number(values[0]) if values[0].isdigit() or not values[0].isascii() else ordinal(values[0]),
            ),
        )
    for found in reading.take(_FESTIVE):
        add(found, _yearly(today, *((12, 25) if found[0][0] in "c圣" else (1, 1))))
    for found in reading.take(VAGUE):
        reading.days.append((found.span(), None))


def _ahead(today: date, count: int, unit: str) -> date | None:
    if count > 999:
        return None
    if "月" in unit or unit.startswith(("mo", "mt")):
        return _on(today.year, today.month + count, today.day)
    days = 14 if unit.startswith("fort") else 7 if unit.startswith("w") or unit[-1] in "周期拜" else 1
    return _after(today, days * count)


def _after(today: date, days: int) -> date | None:
    """Return the date so many days on, None beyond the calendar."""
    ordinal_day = today.toordinal() + days
    return date.fromordinal(ordinal_day) if ordinal_day <= date.max.toordinal() else None


def _next_weekday(today: date, weekday: int, weeks: int) -> date | None:
    """`weeks` 0 is the next such day; 1 that day of the next calendar week."""
    if weeks == 0:
        return _after(today, (weekday - today.weekday()) % 7)
    return _after(today, 7 * weeks + weekday - today.weekday())
