"""Frequencies: how often somebody pays, and on which day of the month or week."""

from __future__ import annotations

import re

from scoring.evidence import Span
from simulator.hearing.calendar_words import HAN_DAY, NTH, WEEKDAY, nth, plain, weekday
from simulator.hearing.hearing import When
from simulator.hearing.numbers import chinese
from simulator.hearing.reading import Reading
from simulator.hearing.rule import Rule

_PAY = r"(?:pay ?days?|pay ?(?:check|cheque|slip)s?|wages?|salary|time (?:you|u|i) (?:get|are|'re) paid|time (?:you|u)(?: a|')re paid)"
_LATIN_DAY = Rule(
    rf"\b(?:on )?(?:the )?(?P<a>1st|first|\d{{1,2}}(?:st|nd|rd|th)) (?:and|&) (?:the )?(?P<b>15th|fifteenth|\d{{1,2}}(?:st|nd|rd|th))(?: of)? (?:every|each|the) month"
    rf"|(?:\bthe )?(?P<last>last)(?: working| business)? day (?:of|in) (?:every|each) month|(?:\bthe )?(?P<end>end) of (?:every|each) month|every month[- ](?P<end2>end)|\bmonthly (?:at|on) (?:the )?(?P<end3>end|last)(?: day)?(?: of the month)?"
    rf"|(?:\bthe )?{NTH} (?:day )?(?:of |in )(?:every|each) month|\bthe {NTH} (?:every|each) month|(?:\bthe )?{NTH} (?:day )?of the month,? (?:every month|each month|monthly)|\b(?:monthly|every month|each month)(?:,? (?:on|by))? the {NTH}(?: of the month)?|\bevery {NTH}(?= |$|[,.?!])(?! (?:week|month|day|{WEEKDAY}|payment|call))",
    "month",
)
_LATIN = Rule(
    rf"(?P<payday>\b(?:every|each|per|a) (?:single )?{_PAY})"
    rf"|(?P<half>\btwice (?:a|per|each|every) month|\b(?:two|2) times a month|\bsemi[- ]?monthly|\bbi[- ]?monthly|\btwice[- ]monthly|\bevery half[- ]month)"
    rf"|(?P<fortnight>\bevery (?:other|second|2nd|alternate) (?:week|(?P<d1>{WEEKDAY}))s?\b|\b(?:on )?alternate (?:weeks|(?P<d2>{WEEKDAY})s?)\b|\b(?:once )?every (?:two|2|couple of|couple) (?:weeks|wks)\b|\bbi[- ]?weekly|\b(?:fortnightly)|\b(?<!in )(?<!within )(?:a|per|each|every) fortnight(?! (?:from|ago|on|today|time))|\bonce a fortnight)"
    rf"|(?P<quarter>\b(?:(?:(?<=\d )|(?<=ty )|(?<=quid )|(?<=hundred )|(?<=dollars )|(?<=pounds )|(?<=bucks ))a|once a|per|each|every) quarter(?! of)|\bquarterly|\bevery (?:three|3) months)"
    rf"|(?P<week>(?:(?<=\d )|(?<=ty )|(?<=quid )|(?<=hundred )|(?<=dollars )|(?<=pounds )|(?<=bucks ))(?:a|per|each|every) (?:week|wk)\b|\b(?:each|every) week\b(?= from)|\b(?:once )?(?<!in )(?<!within )(?:a|per|each|every) ?(?:single )?(?:week|wk)\b(?! (?:from (?:now|today|tomorrow|(?:{WEEKDAY})\b)|ago|on (?!the|top)|today|tomorrow|late|overdue|time|later|or so|before|off|to\b))|/ ?(?:week|wk|w)\b|(?<![a-z])p/?w\b|\bweekly\b|\b(?:every|each) (?:single )?(?P<d3>{WEEKDAY})s?\b|\b(?:on )?(?P<d4>mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)\b)"
    rf"|(?P<daily>(?:(?<=\d )|(?<=ty )|(?<=quid )|(?<=dollars )|(?<=pounds )|(?<=bucks )|(?<=five )|(?<=ten )|(?<=a tenner )|(?<=a fiver ))(?:(?:a|per|each|every) (?:single )?day|daily)\b(?! (?:late|overdue|off|or so))|\bdaily(?= (?:payments?|inst\w+) of))|(?P<month>\b(?:once )?(?<!in )(?<!within )(?<!half )(?:a|per|each|every) ?(?:single |calendar )?(?:month|mo|mo?n?th|mnth)\b(?! (?:from (?:now|today)|ago|on (?!the|top)|today|late|overdue|time|later|or so|behind|before|off|to\b|and\b))|/ ?(?:month|mo|mth|m)\b|\bp/?c?m\b|(?<=\d)pcm\b|\bmonthly\b|\bevery (?:4|four) (?:weeks|wks)\b|\bfour[- ]weekly\b|\bmonth by month|\bmonth on month)",
    "week",
    "month",
    "fortnight",
    "quarter",
    "pay",
    "wage",
    "salary",
    "mth",
    "mo",
    "wk",
    "day",
    "/",
    "every",
    "each",
    "pw",
    "pm",
    "paid",
    "alternate",
)
_HAN_DAYS = Rule(
    rf"(?:每个?月|按月|每月里?|每逢)(?:的|都|固定|在|逢|是)*(?:第)?{HAN_DAY}|每个?月的?(月?底|月?末|最后一天|月初|初)|(?:每个?月|按月)(?:的)?(?:发(?:了)?(?:工资|薪水?)|领工资)(?:那天|当天|日|后)?|逢{HAN_DAY}"
)
_BARE_DAY = r"([12]?\d|3[01]|二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])"
_HAN_PAIR = Rule(
    rf"(?:每个?月|按月)(?:的|都|在)*(?:{HAN_DAY}(?:和|、|跟|,|与)|{_BARE_DAY}(?:和|、|跟|与))(?:每月)?{HAN_DAY}",
    "每月",
    "每个月",
    "按月",
)
_HAN_OFTEN = Rule(
    r"(?P<payday>每次?(?:个月)?(?:发了?工资|发薪|工资)(?:日|那天|当天|到账|后|的时候|时)?|每个发薪日|逢发工资)"
    r"|(?P<half>(?:每|按)半个?月(?:[还付交]?一[次期笔付回])?|半个?月[还付交]?一[次期笔付回还]|(?<![每一\d])半个?月[还付交]?(?=[一二两三四五六七八九\d][百千\d])|每个?月(?:的)?(?:1|一)号?(?:和|、|跟)(?:15|十五)号?|一个?月(?:还|付|打)?两[次回笔]|每个?月(?:分|还|付)?两[次回笔]|每十五天|每15天)"
    r"|(?P<fortnight>每(?:两|二|2|隔一|隔)个?(?:周|星期|礼拜)(?:的?(?:周|星期|礼拜)(?P<d4>[一二三四五六日天]))?|隔一?(?:周|个?星期|个?礼拜)(?![再后]|之后|以后)(?:(?P<d3>[一二三四五六日天])(?![百千万块元十]))?|(?:两|二|2)个?(?:周|星期|礼拜)(?:还|付)?(?:一[次回笔]|(?=[一二三四五六七八九十\d]{1,4}[百千块元十\d]))|每逢?双周|每14天|双周(?:还|付)?)"
    r"|(?P<quarter>每(?:个)?季度?|一个季度|按季度?|每(?:三|3)个月)"
    r"|(?P<week>每逢?个?(?:周|星期|礼拜)(?:一[次回笔期趟]|[一二三四五六](?:[、和]?[二三四五六日]){1,2}(?![十百千万块元\d成月])|(?P<d1>[一二三四五六日天])(?![十百千万块元次回笔期趟个]))?|[/／]周|(?<![百千万\d十周期])(?:一三五|二四六)(?![百千万块元十个号月\d])|(?<![下上这本隔])一(?:周|个?星期|个?礼拜)(?!后|内|之|以|左右|前|没|了|多)(?:一次)?|按周|逢周(?P<d2>[一二三四五六日]))"
    r"|(?P<daily>每天(?=(?:先|就|给我们?)?(?:还|付|交|给|转|打|存)?(?:款)?[\d一二两三四五六七八九十百]+(?![个次点通遍\d一二两三四五六七八九十百]))|(?<=[块元钱\d])一天(?![\d内后]))|(?P<month>每个?月(?!底|初)|(?<![上下这本前头第])(?<!下个)(?<!第)一个月(?:[还付交]?一[次回笔]|(?!后|内|之|以|左右|前|没|了|多|的时间|来|工资))|一月一[次期付还份笔回]|按月|逐月|(?<![本个这下上当每])月月(?![底末初])|月供|[/／]月|每月)"
)
_BOTH = Rule(r"\b(?:on )?(?:the )?(?:1st|first) and (?:the )?(?:15th|fifteenth)\b(?= |$|[,.?!])(?! of)")
_ONCE = Rule(
    r"\bin one go\b|\ball at once\b|\blump sum\b|\bone[- ]off payment\b|\b(?:in )?(?:one|a single|single) payment\b|一次性|一把|一笔头|一笔付清",
    "one",
    "once",
    "lump",
    "single",
    "一",
)
_WEEKDAY_OF = Rule(rf"(?:{WEEKDAY})$")
_FIFTY = Rule(r"\bfifty[- ]fifty\b|\b50[/-]50\b")


def read_often(reading: Reading) -> None:
    """Take frequencies, those with a day first."""
    if reading.latin:
        for found in reading.take(_LATIN_DAY):
            _day(reading, found)
        if "twice" in reading.text or "semi" in reading.text:
            for found in reading.take(_BOTH):
                _add(reading, found, When(_span(found), every="half-month", day=1))
        for found in reading.take(_LATIN):
            _often(reading, found, [name for name in ("d1", "d2", "d3", "d4") if found[name]])
    if reading.han:
        for found in reading.take(_HAN_PAIR):
            _add(reading, found, When(_span(found), every="half-month", day=plain(found[1] or found[2])))
        for found in reading.take(_HAN_DAYS):
            said = found[1] or found[3]
            day = (
                31
                if found[2] and found[2][0] in "月底末最" and "初" not in found[2]
                else 1
                if found[2]
                else 0
            )
            if said:
                day = int(said) if said.isdigit() else int(chinese(said))
            _add(
                reading,
                found,
                When(
                    _span(found),
                    every="month" if "工资" not in found[0] and "薪" not in found[0] else "payday",
                    day=day if 1 <= day <= 31 else None,
                ),
            )
        for found in reading.take(_HAN_OFTEN):
            _often(reading, found, [name for name in ("d1", "d2", "d3", "d4") if found[name]])
    for found in reading.take(_ONCE):
        _add(reading, found, When(_span(found), every="once"))


def _span(found: re.Match[str]) -> Span:
    return Span(*found.span())


def _add(reading: Reading, found: re.Match[str], when: When) -> None:
    reading.times.append(when)


def _day(reading: Reading, found: re.Match[str]) -> None:
    groups = found.groupdict()
    if groups["a"]:
        day = nth(groups["a"][:-2], None) if groups["a"][0].isdigit() else 1
        when = When(_span(found), every="half-month", day=day)
    elif any(groups[name] for name in ("last", "end", "end2", "end3")):
        when = When(_span(found), every="month", day=31)
    else:
        said = [value for value in found.groups() if value]
        day = nth(said[0], None) if said and said[0].isdigit() else nth(None, said[0]) if said else 0
        when = When(_span(found), every="month", day=day if 1 <= day <= 31 else None)
    _add(reading, found, when)


def _often(reading: Reading, found: re.Match[str], days: list[str]) -> None:
    name = next(
        name for name in ("payday", "half", "fortnight", "quarter", "week", "daily", "month") if found[name]
    )
    every = "half-month" if name == "half" else name
    day = weekday(found[days[0]].rstrip("s") if len(found[days[0]]) > 4 else found[days[0]]) if days else None
    start, end = found.span()
    if found[0].startswith("on "):
        start += 3
    _add(reading, found, When(Span(start, end), every=every, weekday=day))
