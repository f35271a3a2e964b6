"""A date taken from a text, with the words around it that make it a deadline."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from scoring.evidence import Span
from simulator.hearing.hearing import When
from simulator.hearing.reading import Reading
from simulator.hearing.rule import Rule

_BEFORE = Rule(
    r"(?:\b(?:by|before|no later than|not later than|on or before|until|till|til|up to|ahead of|latest|deadline(?: is| of)?|deadline:|by no later than|within)(?: the| this| your| next)?(?: end of(?: the)?)? (?:(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?|noon|midday|midnight|close of (?:play|business)|lunchtime|(?:the )?end of (?:play|day|business)|cob|eod)(?: on| this)? )?|最迟|最晚|至迟|截止到?|赶在|截至)(?:at )?$"
)
_AFTERWARDS = Rule(
    r"^(?:的)?(?:下班|中午|晚上|早上|上午|下午|傍晚|零点|凌晨|午夜|[\d一二三四五六七八九十]{1,3}点半?钟?)?(?:之前|以前|前(?!天|后|面)|为止|之内|以内|内|截止|到期)|^ (?:at the (?:very )?latest|latest|or (?:sooner|earlier|before))\b"
)
On = date | Literal["payday"] | None
"""A date, the payday, or None where no calendar could take it."""


def add(reading: Reading, found: re.Match[str], value: On, by: bool = False) -> None:
    """Put a date into the reading, or a vague time when it is None."""
    start, end = found.span()
    text = reading.whole
    if text[max(0, start - 2) : start] in ("直到", "拖到"):  # how long, not when
        return
    by = (
        by
        or bool(_BEFORE.search(text[max(0, start - 24) : start]))
        or bool(_AFTERWARDS.match(text[end : end + 14]))
    )
    reading.times.append(When(Span(start, end), on=value, by=by))
