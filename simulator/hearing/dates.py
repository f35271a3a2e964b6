"""Days: what date was named, or that it was named too vaguely for a calendar."""

from __future__ import annotations

from scoring.evidence import Span
from simulator.hearing.calendar_words import on, yearly
from simulator.hearing.dates_han import read_han, read_vague_han
from simulator.hearing.dates_latin import read_latin, read_vague_latin
from simulator.hearing.deadlines import add
from simulator.hearing.hearing import When
from simulator.hearing.reading import Reading
from simulator.hearing.rule import Rule

_ANY = Rule(
    r"(?<![\d.])(20\d\d)(?:[-/.年] ?)(\d{1,2})(?:[-/.月] ?)(\d{1,2})(?!\d)[日号]?|(?<![\d./$£€¥])(?:(?<=on )|(?<=by )|(?<=from )|(?!1/[2-5](?!\d)|2/3(?!\d)|3/4(?!\d)))(\d{1,2})/(\d{1,2})(?:/(?:20)?\d\d)?(?![\d/])",
    *"0123456789",
)
_NOW = Rule(
    r"\b(?<!for )now\b(?! (?:that|and again|you|i|we|if|it|listen|look|then,|about|on ))|\bimmediately\b|(?<!all )\bat once\b|\bthis instant\b|现在就?|马上|立刻|立即|当场|即刻"
)
_FESTIVE = Rule(
    r"\b(?:christmas(?: day| eve)?|xmas)\b|圣诞节?|元旦|\bnew year'?s?(?: day)?\b|国庆节?|五一(?!十|百)(?:劳动节)?",
    "christmas",
    "xmas",
    "圣诞",
    "元旦",
    "new year",
    "国庆",
    "五一",
)
_PAYDAY = Rule(
    r"(?:\b(?:your |the |my )?(?:next )?(?:pay|wage)[ -]?(?:day|check|cheque|packet)\b)|\b(?:when|once|after|the day|as soon as|the minute|day) (?:you|u|i)(?:'ve been| have been| get|'re| are| next get|'ve got|'ll be| got)? ?(?:next )?paid\b|\b(?:when|once|after|as soon as|the day) (?:your |the |his |her )?(?:next )?(?:pay|wages?|salary|paycheck|paycheque)(?: \w+)? (?:comes?|lands?|clears?|hits?|arrives?|goes|is|gets?|has|drops?)(?: (?:in|through|your account|paid|landed|cleared|come in))?"
    r"|(?:下次|下个月|这个月|本月|等您?你?)?(?:(?<!不)发了?(?:工资|薪水?|工钱|钱)|(?:等您?)?工资(?:一)?(?:发下来|到账|下来|到手|到了|一到|发了|发)|开工资|开支|领工资|发薪|拿到工资|领了工资)(?:日|那天|当天|的时候|那日|的那天|的日子|时|之?后|以后|了)?",
    "pay",
    "paid",
    "wage",
    "salary",
    "工资",
    "薪",
    "开支",
    "发",
)

_NO_PAYDAY = Rule(
    r"[吧吗没么嘛](?:$|[,.?!有呀啊])|的?(?:节奏|周期|频率|规律)"
)  # asked whether it came, or how often


def read_dates(reading: Reading) -> None:
    """Take every date and every vague time; a day already past is the next such day."""
    for found in reading.take(_ANY):
        if found[1]:
            value = on(int(found[1]), int(found[2]), int(found[3])) if 1 <= int(found[2]) <= 12 else None
        else:
            first, second = int(found[4]), int(found[5])
            value = yearly(reading.today, first, second) or yearly(reading.today, second, first)
        add(reading, found, value)
    if reading.latin:
        read_latin(reading)
    if reading.han:
        read_han(reading)
    for found in reading.take(_PAYDAY):
        if not _NO_PAYDAY.match(reading.whole[found.end() :][:4]) or found[0][0] == "等":
            add(reading, found, "payday")
    for found in reading.take(_FESTIVE):
        name = found[0]
        month, day = (
            (12, 25)
            if name[0] in "cx圣"
            else (10, 1)
            if name[0] == "国"
            else (5, 1)
            if name[0] == "五"
            else (1, 1)
        )
        add(reading, found, yearly(reading.today, month, day))
    if reading.latin:
        read_vague_latin(reading)
    if reading.han:
        read_vague_han(reading)


def read_now(reading: Reading, sums: list[Span]) -> None:
    """Take "now" as a date where it stands beside money: "500 now", 现在先还一半."""
    for found in _NOW.finditer(reading.text):
        start, end = found.span()
        if reading.whole[max(0, start - 9) : start].endswith(
            ("pay it ", "pay this ", "pay that ", "pay up ")
        ) or any(0 <= start - span.end <= 12 or 0 <= span.start - end <= 8 for span in sums):
            reading.blank(start, end)
            reading.nows.add(Span(start, end))
            reading.times.append(When(Span(start, end), on=reading.today))
