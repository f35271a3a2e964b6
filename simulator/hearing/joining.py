"""Sentences that go on with one another: what is said of the same offer is put into it."""

from __future__ import annotations

from dataclasses import replace

from scoring.evidence import Span
from simulator.hearing.explaining import joined
from simulator.hearing.hearing import Leg, SaidOffer, Sum
from simulator.hearing.rule import Rule
from simulator.hearing.waivers import read_given

LIVE = frozenset(("offer", "asks", "demand", "recap"))
"""What is done with terms that are on the table."""
OTHER_WAY = Rule(
    r"\bor\b(?! (?:so|thereabouts|else(?! (?:[$£€\d]|half (?:now|today|tomorrow|up|on|by|this|next)|you can|we can|just)))\b)|\balternatively\b|\botherwise\b|\binstead\b|\bif not\b|\bthe other (?:option|way|is|one|would|being)\b|\b(?:option|plan|choice) (?:two|2|b|three|3|c)\b|\b(?:second|third) option\b|\bsecondly\b|或者|或是|[,、;](?:您|你|咱们?|我们)?[也还](?:可以|能|行)(?=分|每|按|一次|先)|也[好行可],?(?=[\d一二两三四五六七八九])|要么|还是(?=按|每|分|一|二|两|三|四|五|六|七|八|九|十|先|月|\d|下|您)|要不(?!然)|另一(?:种|个)|第二(?:种|个)|方案二|不行的?话|不然就?(?=分|每|一|先)|[二三]是|(?:方案|选项|计划|选择|办法)(?:[b二2两c三3](?![\d百千万期个]))"
)
"""Words between alternatives."""
NEXT_WAY = Rule(
    r"\W*(?:(?:option|plan|choice) (?:two|2|b|three|3|c)|(?:the )?(?:second|third|other) (?:option|way|one|choice|plan)|alternatively|otherwise|if not|or else|(?:方案|选项|计划|选择|办法)[二2两三3bc]|第[二三](?:种|个)(?:方案|办法|选择)?|或者|要么|不行的?话)(?: is| would be|是|呢|的话)?[\s,:]*$"
)
"""Words that open an alternative by themselves."""
_REVISES = Rule(
    r"\b(?:make (?:it|that)|(?:up|raise|push|bump|increase|stretch|lower|drop) (?:it |that )?to|go (?:up |down )?to|bring (?:it|that) (?:up|down) to|call it)\b|(?:改|加|提|涨|升|降|调|提高|增加|减)[成到为至]"
)


def put(found: list[SaidOffer], said: list[SaidOffer], text: str) -> list[SaidOffer]:
    """Return the offers with a sentence's added: one that goes on with the last is put into it."""
    for place, one in enumerate(said):
        last = found[-1] if found else None
        if (
            last is None
            or (place and said[place - 1].act in LIVE)
            or last.act not in LIVE
            or one.act not in LIVE
        ):
            found = [*found, one]
            continue
        words = text[one.span.start : one.span.end]
        if len(last.legs) == len(one.legs) == 1 and _bare(one.legs[0]) and _REVISES.search(words):
            found = [*found[:-1], replace(one, legs=(_completed(one.legs[0], last.legs[0]),))]
            continue
        if last.legs and one.legs and timed_only(last.legs) and last.act in (one.act, "asks"):
            legs = [_completed(one.legs[0], last.legs[0]), *one.legs[1:]]
            found = [
                *found[:-1],
                replace(one, act=last.act, legs=tuple(legs), span=Span(last.span.start, one.span.end)),
            ]
            continue
        sums = any(leg.amount is not None or leg.share or leg.whole for leg in one.legs)
        other = OTHER_WAY.search(words[:30]) is not None
        if not sums or (
            not other
            and len(one.legs) == 1
            and one.legs[0].whole == "balance"
            and one.legs[0].count
            and one.legs[0].amount is None
            and last.legs
        ):
            legs = list(last.legs)
            legs[-1] = _completed(legs[-1], one.legs[0])
            found = [
                *found[:-1],
                replace(
                    last,
                    legs=tuple(legs),
                    span=Span(last.span.start, one.span.end),
                    condition=last.condition or one.condition,
                ),
            ]
        elif one.act == last.act and len(said) == 1 and not other and one.who == last.who:
            legs = joined([*last.legs, *one.legs], text)
            found = [
                *found[:-1],
                replace(
                    last,
                    legs=tuple(legs),
                    span=Span(last.span.start, one.span.end),
                    condition=last.condition or one.condition,
                ),
            ]
        else:
            found = [*found, one]
    return found


def timed_only(legs: tuple[Leg, ...]) -> bool:
    """Return whether one date or frequency stands alone, waiting for its sum ("The 15th? 200?")."""
    one = legs[0]
    named = one.amount is not None or one.share or one.whole or one.count or one.approx
    return len(legs) == 1 and not named


def _bare(leg: Leg) -> bool:
    return leg.amount is not None and not (leg.count or leg.every or leg.on)


def _completed(leg: Leg, more: Leg) -> Leg:
    return replace(
        leg,
        count=leg.count or more.count,
        every=leg.every or more.every,
        day=leg.day or more.day,
        weekday=leg.weekday if leg.weekday is not None else more.weekday,
        on=leg.on or more.on,
        by=leg.by if leg.on else more.by,
    )


def finished(one: SaidOffer, text: str, waived: list[Sum], method: str | None) -> SaidOffer:
    """Return an offer with what it gives up and how it is paid."""
    one = replace(one, span=bared(one.span, text))
    if one.act not in LIVE:
        return replace(one, method=method) if one.act == "past" else one
    given = read_given(waived, text)
    return replace(one, waive=given.waive, waive_amount=given.amount, eases=given.eases, method=method)


def bared(span: Span, text: str) -> Span:
    """Return a place without the blanks and punctuation at its ends."""
    start, end = span.start, span.end
    while start < end - 1 and not (text[start].isalnum() or text[start] in "$£€¥"):
        start += 1
    while end > start + 1 and not (text[end - 1].isalnum() or text[end - 1] in "%$£€¥"):
        end -= 1
    return Span(start, end)
