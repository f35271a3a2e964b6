"""Days in English: the 15th, next Friday, in two weeks, the end of the month; and vague ones."""

from __future__ import annotations

import re
from datetime import date

from simulator.hearing.calendar_words import (
    MONTH,
    MONTHS,
    NTH,
    WEEKDAY,
    after,
    ahead,
    coming,
    next_weekday,
    nth,
    on,
    plain,
    weekday,
    yearly,
)
from simulator.hearing.deadlines import On, add
from simulator.hearing.numbers import SMALL_WORDS
from simulator.hearing.reading import Reading
from simulator.hearing.rule import Rule

_N = rf"(\d{{1,3}}|an?|a couple of|couple of|{SMALL_WORDS})"
_NAMED = Rule(
    rf"(?:\b(?:{WEEKDAY}),? )?\b({MONTH})\.? (?:the )?{NTH}(?:,? 20\d\d)?(?![\d:])(?! ?(?:dollars|pounds|bucks|quid))|(?:\b(?:{WEEKDAY}),? )?\b(?:the )?{NTH} (?:of )?({MONTH})\b(?:,? 20\d\d)?"
    rf"|\b(?:the )?(end|last day) of ({MONTH})\b|\b(?:the )?(start|beginning) of ({MONTH})\b",
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_OF_MONTH = Rule(
    rf"(?:\b(?:{WEEKDAY}),? )?\b(?:the )?{NTH} of (this|next|the) month(?! (?:each|every))|\b(next|this) month,? (?:on )?the {NTH}"
    rf"|\b(?:the )?(?:(?:very )?end|last (?:working |business )?day) of (?:this |the )?(next |this |the )?month\b|\b(?:this |the )?month[- ]?end\b|\bend of (next )?month\b|\b(end next month)\b|\b(?:the )?(?:start|beginning) of (?:next |the (?:coming|next) |the )?(month)\b"
    rf"|\b(?:the )?end of (?:this |the )?(year|next week|week)\b|\b(?:this |the )?eom\b|\b(eow)\b",
    "month",
    "eo",
    "week",
    "year",
    " of ",
    " in ",
)
_PLACED = Rule(
    rf"\b(?:the )?(first|second|third|fourth|last|1st|2nd|3rd|4th) ({WEEKDAY}) (?:of|in) (?:(next) month|(?:this|the) month|({MONTH}))\b",
    "day",
)
_IN = Rule(
    rf"\b(?:with)?in (?:the )?(?:next |coming )?{_N} ?(?:working |business )?(days?|weeks?|wks?|months?|mths?|fortnights?|years?)\b(?:'s?)?(?: (?:time|today|from (?:now|today)))?(?! (?:of(?! (?:now|today|this call))|behind|late|arrears))"
    rf"|\b{_N} ?(days?|weeks?|months?|fortnight) (?:from (?:now|today|(tomorrow))|today|hence)|\b{_N} (?:days|weeks|months)(?:' time)(?!\w)"
    rf"|\b(?<!\d )(?<!ty )(?<!quid )(?<!hundred )(?<!dollars )(?<!pounds )(?<!bucks )(?:a|one) week (?:on|from) ({WEEKDAY})|\b(?:a|one) week (tomorrow)|\b({WEEKDAY}) week\b(?! (?:of|in))|\btwo weeks (?:on|from) ({WEEKDAY})|\b(?:the )?({WEEKDAY}) after next|\b({WEEKDAY}) fortnight|\bover the next {_N} (days)\b",
    "in ",
    "from",
    "week",
    "day",
    "fortnight",
    "time",
)
_HOURS = Rule(
    r"\b(?:with)?in (?:the )?(?:next )?(24|48|72|96|twenty[- ]four|forty[- ]eight|seventy[- ]two) ?(?:hours?|hrs?)\b",
    "hour",
    "hr",
)
_NEAR = Rule(
    r"\b(?:the )?(?:day after (tomorrow))\b|\b(tomorrow|tomorow|tommorr?ow|tmrw?|tmw|tomoz|tomoro|2moro|2morrow)\b|\b(today|tonight|right now|right away|straight away|this (?:morning|afternoon|evening))\b(?!'s)",
    "to",
    "tm",
    "2m",
    "ight",
    "now",
    "away",
    "this",
)
_ON = Rule(
    rf"\b(?:(next|this|last|coming|this coming|following) )?({WEEKDAY})\b(?!s)(?! (?:through|to) (?:{WEEKDAY}|the\b))",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "day",
)
_AFTER_IT = Rule(
    rf"\b(?:the )?({WEEKDAY}) (?:after(?: that)?|following)(?= *(?:[,.;?!]|$|and\b|then\b|for\b|\x00))|\bthe following ({WEEKDAY})\b",
    "after",
    "following",
)
_NTH_ALONE = Rule(
    rf"(?:\b(?:{WEEKDAY}),? )?\bthe {NTH}(?! ?(?:dollars|pounds|quid|bucks|k\b|percent|%|grand|hundred|thousand|a (?:month|week)))(?= |[!?;)-]|[.,](?!\d)|$|\x00)(?! (?:one|of|time|month|week|day|payment|step|thing|half|quarter|instal\w+|place|call|person|party|part|year|two|three|few|letter|option|amount|offer|date|bit|call|reminder|chunk|half|attempt|[$£€]?\d|a?[ ]?hundred|fifty|twenty|thirty|forty|sixty))|\b(\d{{1,2}})(?:st|nd|rd|th)\b(?! (?:time|floor|street|of|payment|month|instal|call|letter|day|year|attempt|missed|consecutive|reminder|century|birthday))"
)
_LATIN_VAGUE = Rule(
    r"\b(?:early |later |late |sometime |some time |mid[- ]?)?(?:next|this|the coming|the following) (?:week|month|weekend|year)\b(?:end)?|\b(?:the|over the) weekend\b|\bthe week after(?: next)?\b|\bthe month after\b|\bin (?:a few|the next few|the coming|several|a couple) (?:days|weeks|months)\b|\b(?:in |over )?the (?:next|coming) few (?:days|weeks|months)|\b(?:sometime|some time) soon\b|\b(?:pretty |very |fairly )?(?<!too )(?<!that )soon\b(?! as)|\blater (?:this|in the|on in the) (?:week|month|year)|\blater (?:on )?today\b|\bmid[- ](?:month|june|july|august|september|october|november|december|january|february|march|april|may)\b|\b(?:a|some) (?:few )?(?:days|weeks) (?:later|from now)|\bin due course\b|\bone of these days\b|\bat some point\b|\bin a (?:bit|while)\b|\b(?:early |late |some ?time )?(?:in|from|until|since) (?:january|february|march|april|june|july|august|september|october|november|december)\b(?! \d)",
    "next",
    "this",
    "coming",
    "week",
    "soon",
    "later",
    "mid",
    "few",
    "course",
    "some",
    "while",
    "bit",
    "early",
    "in ",
    "from",
    "since",
    "these",
    "following",
    "until",
    "several",
    "couple",
)
_WHAT_HAPPENED = Rule(r"(?:calls?|times|letters|messages|texts|emails|visits|voicemails)[ ,]*$")
_SHORT = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth"}
_ORDER = ("first", "second", "third", "fourth", "last")


def read_latin(reading: Reading) -> None:
    """Take the days of English words, the most specific first."""
    today = reading.today
    for found in reading.take(_PLACED):
        month = _month(found[4]) if found[4] else today.month + (found[3] == "next")
        place = _ORDER.index(_SHORT.get(found[1], found[1]))
        add(reading, found, _nth_weekday(today, month, place, weekday(found[2])))
    for found in reading.take(_NAMED):
        if found[1] or found[6]:
            name, day = (
                (found[1], nth(found[2], found[3])) if found[1] else (found[6], nth(found[4], found[5]))
            )
        else:
            name, day = (found[8], 31) if found[7] else (found[10], 1)
        add(reading, found, yearly(today, _month(name), day))
    for found in reading.take(_OF_MONTH):
        add(reading, found, _of_month(today, found))
    for found in reading.take(_IN):
        if not _WHAT_HAPPENED.search(reading.text[: found.start()]):
            add(reading, found, _in(today, found), found[0].startswith("within"))
    for found in reading.take(_HOURS):
        add(reading, found, after(today, plain(found[1]) // 24), found[0].startswith(("within", "in the")))
    for found in reading.take(_NEAR):
        add(reading, found, after(today, 2 if found[1] else 1 if found[2] else 0))
    for found in reading.take(_NTH_ALONE):
        add(reading, found, coming(today, nth(found[1] or found[3], found[2])))
    later = list(reading.take(_AFTER_IT))
    for found in reading.take(_ON):
        if found[1] == "next":
            reading.unclear.append(found[0])
        weeks = 1 if found[1] == "next" else 0 if found[1] == "this" else None
        coming_day = next_weekday(today, weekday(found[2]), weeks)
        if found[1] == "last" and coming_day:
            coming_day = after(coming_day, -7 if weekday(found[2]) != today.weekday() else -14)
        add(reading, found, coming_day)
    for found in later:
        add(reading, found, _following(reading, found))


def _following(reading: Reading, found: re.Match[str]) -> On:
    """Return the weekday that follows the day named last before it: "this Friday and the Friday after"."""
    before = [one for one in reading.times if isinstance(one.on, date) and one.span.end <= found.start()]
    day = max(before, key=lambda one: one.span.end).on if before else reading.today
    return next_weekday(day, weekday(found[1] or found[2]), None) if isinstance(day, date) else None


def read_vague_latin(reading: Reading) -> None:
    """Take the times that no calendar could take."""
    for found in reading.take(_LATIN_VAGUE):
        add(reading, found, None)


def _month(name: str) -> int:
    return [month[:3] for month in MONTHS].index(name[:3]) + 1


def _of_month(today: date, found: re.Match[str]) -> On:
    words = found[0]
    if found[1] or found[2] or found[5] or found[6]:
        day = nth(found[1] or found[5], found[2] or found[6])
        if "next month" in words:
            return on(today.year, today.month + 1, day)
        return coming(today, day) if "the month" in words else on(today.year, today.month, day)
    if found[10]:
        return coming(today, 1) if "next" not in words else on(today.year, today.month + 1, 1)
    if found[11] or found[12]:
        if found[11] == "year":
            return on(today.year, 12, 31)
        return next_weekday(today, 6, 1 if "next" in (found[11] or "") else 0)
    return on(today.year, today.month + ("next" in words), 31)


def _nth_weekday(today: date, month: int, place: int, day: int) -> On:
    first, last = on(today.year, month, 1), on(today.year, month, 31)
    if first is None or last is None:
        return None
    if place == 4:
        return after(last, -((last.weekday() - day) % 7))
    return after(first, (day - first.weekday()) % 7 + 7 * place)


def _in(today: date, found: re.Match[str]) -> On:
    for number, unit in ((1, 2), (3, 4), (13, 14)):
        if found[number]:
            start = after(today, 1) if number == 3 and found[5] else today
            return ahead(start or today, plain(found[number]), found[unit])
    if found[6]:
        return ahead(today, plain(found[6]), found[0].split()[-2].strip("'"))
    weeks = {7: 7, 9: 7, 10: 14, 11: 14, 12: 14}
    for group, days in weeks.items():
        if found[group]:
            if group == 11:
                return next_weekday(today, weekday(found[group]), 2)
            day = next_weekday(today, weekday(found[group]), None)
            return after(day, days) if day else None
    return after(today, 8)
