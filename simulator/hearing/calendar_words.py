"""What every reader of dates shares: the names of months and weekdays, and the days they come to."""

from __future__ import annotations

import calendar
from datetime import date

from simulator.hearing.numbers import HAN, ORDINAL, number, ordinal

MONTHS = [
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
MONTH = "|".join((*MONTHS, *(name[:3] for name in MONTHS if name != "may"), "sept"))
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SAT = (
    r"(?<!\bi )(?<!we )(?<!you )(?<!he )(?<!she )(?<!it )(?<!has )(?<!have )(?<!been )(?<!just )"
    r"sat(?! (?:down|in|with|here|there|through))"
)
_SUN = r"(?<!the )sun(?! (?:is|was|shine|cream|set|out))"
WEEKDAY = "|".join((*WEEKDAYS, "mon", "tues?", "weds?", "thurs?", "thu", "fri", _SAT, _SUN))
NTH = rf"(?:(?<![\d.,])([12]?\d|3[01]|0\d)(?!\d)(?:st|nd|rd|th)?|({ORDINAL}))"
HAN_DAY = rf"(\d{{1,2}}|{HAN})[号日]"


def weekday(text: str) -> int:
    """Return 0 for Monday to 6 for Sunday."""
    if text.isascii():
        return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(text[:2]))
    return 6 if text == "天" else "一二三四五六日".index(text)


def nth(figure: str | None, word: str | None) -> int:
    """Return the day of NTH's two groups."""
    return int(figure) if figure else ordinal(word or "first")


def on(year: int, month: int, day: int) -> date | None:
    """Return a day, the last of the month when there are not so many; months beyond 12 are of later years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= day <= 31 or not 1 <= year <= 9998:
        return None
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def coming(today: date, day: int) -> date | None:
    """Return the next such day of a month, today included."""
    found = on(today.year, today.month, day)
    return found if found is None or found >= today else on(today.year, today.month + 1, day)


def yearly(today: date, month: int, day: int) -> date | None:
    """Return the next such day of a year, today included."""
    if not 1 <= month <= 12:
        return None
    found = on(today.year, month, day)
    return found if found is None or found >= today else on(today.year + 1, month, day)


def after(today: date, days: int) -> date | None:
    """Return the date so many days on, None beyond the calendar."""
    day = today.toordinal() + days
    return date.fromordinal(day) if 1 <= day <= date.max.toordinal() else None


def ahead(today: date, count: int, unit: str) -> date | None:
    """Return the date so many days, weeks, fortnights, months or years on."""
    if count > 999:
        return None
    if unit.startswith(("mo", "mt", "y")) or unit[-1] in "月年":
        months = 12 if unit[0] == "y" or unit[-1] == "年" else 1
        return on(today.year, today.month + count * months, today.day)
    days = 14 if unit.startswith("fort") else 7 if unit.startswith("w") or unit[-1] in "周期拜" else 1
    return after(today, days * count)


def next_weekday(today: date, day: int, weeks: int | None) -> date | None:
    """Return the next such weekday after today, or that of the week (Monday to Sunday) so many weeks on."""
    if weeks is None:
        return after(today, (day - today.weekday() - 1) % 7 + 1)
    return after(today, 7 * weeks + day - today.weekday())


def plain(text: str) -> int:
    """Return a small number in digits or words as an int."""
    return int(number(text))
