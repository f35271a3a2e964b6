"""A payment that only explains the one before it: "2,000 in four, 500 each"."""

from __future__ import annotations

import re
from dataclasses import replace

from scoring.evidence import Span
from simulator.hearing.hearing import Leg
from simulator.hearing.rule import Rule

_EACH = Rule(r"\b(?:each|apiece|a time|per (?:payment|instal?lment))\b|每[期次笔回]|一[期次笔](?!性)|各")
_DETAIL = Rule(
    r"(?:\bat|\bof|\bso|\bthat's|\bthat is|\bthat'd be|\bmeaning|\bi\.e\.?|\bwhich (?:is|comes to|works out at)|\beach|\bcoming to|\bworks out (?:at|to)|\bmaking it|\bpaying|也就是|就是|相当于|等于|合|每[期次笔月回]个?(?:月|期)?|一[期次笔](?!性)个?月?|平均|一个月|每人)[^,.?!]{0,12}$"
)
_SAME = Rule(r"^ ?(?:的|of|amount of|,|\(|是|为|部分|,? which is|is|that is|-)? ?$")


def details(first: Leg, second: Leg, text: str) -> bool:
    """Return whether the second sum says what the parts of the first come to."""
    if (
        first.whole == "rest"
        and second.share is not None
        and _SAME.match(text[first.span.end : second.span.start])
    ):
        return True
    if second.amount is None:
        return False
    between = text[first.span.end : second.span.start]
    if first.whole and first.count is None and first.on is None and _SAME.match(between):
        return True
    marked = bool(_DETAIL.search(between)) or bool(_EACH.match(text[second.span.end :].lstrip(" ,")))
    if first.amount is None:
        if (
            first.whole == "rest"
            and not (first.on or first.every or first.count)
            and (second.every or second.count)
        ):
            return "then" not in between
        return marked and first.count is not None and second.count is None
    if first.count and first.amount == first.count * second.amount:
        return True
    if second.count and first.amount == second.count * second.amount and not (first.on or first.every):
        return True
    return (
        marked
        and first.amount > second.amount
        and bool(first.count or second.every)
        and not first.on
        and not re.search(r"\bthen\b|然后|之后|剩", between)
        and first.every in (None, "month", "week")
        and (first.count is not None)
    )


def joined(legs: list[Leg], text: str) -> list[Leg]:
    """Return payments with each that only explains the one before put into it."""
    out: list[Leg] = []
    for leg in legs:
        explains = bool(out) and details(out[-1], leg, text)
        out.append(together(out.pop(), leg) if explains else leg)
    return out


def together(first: Leg, second: Leg) -> Leg:
    if first.whole in ("rest", "balance") and not second.every:
        second = replace(second, amount=None, share=None, whole=first.whole)
    return replace(
        second,
        count=second.count or first.count,
        every=second.every or first.every,
        day=second.day or first.day,
        weekday=second.weekday if second.weekday is not None else first.weekday,
        on=second.on or first.on,
        by=second.by or first.by,
        span=Span(first.span.start, second.span.end),
    )
