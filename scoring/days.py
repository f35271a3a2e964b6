"""Days of the calendar as plans use them: the 31st is the last day of any month."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

HALF = 15
"""Days between the two payments of a month that is paid in halves."""
_MONTHS = {"month": 1, "quarter": 3}
_DAYS = {"week": 7, "fortnight": 14}


def on_day(day: int, year: int, month: int) -> date:
    """Return a day of a month, the last one where the month has no such day; `month` may run past 12."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if year > MAXYEAR:
        return date.max
    return date(year, month, min(day, monthrange(year, month)[1]))


def next_on(day: int, after: date) -> date:
    """Return the first `day` of a month after a date."""
    this = on_day(day, after.year, after.month)
    return this if this > after else on_day(day, after.year, after.month + 1)


def add_months(start: date, months: int) -> date:
    """Return the same day some months later."""
    return on_day(start.day, start.year, start.month + months)


def run(first: date, every: str, day: int, count: int) -> tuple[date, ...]:
    """Return `count` dates from `first` on; `day` is the day of the month that they keep to.

    Months that follow are the next calendar months, whatever day the first payment fell on.
    """
    if every in _DAYS:
        return tuple(_later(first, _DAYS[every] * number) for number in range(count))
    if every == "half-month":
        return tuple(_half(first, day, number) for number in range(count))
    step = _MONTHS.get(every, 1)
    return (
        first,
        *(on_day(day, first.year, first.month + step * number) for number in range(1, count)),
    )[:count]


def _half(first: date, day: int, number: int) -> date:
    """The days d and d + 15 of each month in turn, the second never later than the month's last day."""
    if not number:
        return first
    early = day if day <= HALF else day - HALF
    starts_late = first.day > HALF
    place = number + (1 if starts_late else 0)
    month = first.month + place // 2
    return on_day(early + HALF if place % 2 else early, first.year, month)


def _later(first: date, days: int) -> date:
    return first + timedelta(days) if days < (date.max - first).days else date.max
