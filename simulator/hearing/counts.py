"""How many payments: "six instalments", "over 12 months", "the rest in four", 分六期, 半年."""

from __future__ import annotations

import re

from scoring.evidence import Span
from simulator.hearing.calendar_words import plain
from simulator.hearing.numbers import HAN, SMALL_WORDS
from simulator.hearing.reading import Counted, Reading
from simulator.hearing.rule import Rule

_N = rf"(\d{{1,3}}|{SMALL_WORDS}|a couple of)"
_FEW = rf"(?:[1-9]|[12]\d|3[0-6]|48|60)(?![\d.,]\d|\d)|{SMALL_WORDS}|a couple of"
_NH = rf"(?!一(?:个|期|次|笔|回|批|月))(\d{{1,3}}|{HAN})"
_KIND = r"(?:equal |(?P<monthly>monthly )|(?P<weekly>weekly )|(?P<fortnightly>fortnightly |bi-?weekly )|smaller |small |even |separate |easy |regular |simple |further |more )*"
_PARTS = r"(?:inst(?:al)?l?m(?:e)?nts?|pay?m(?:e)?nts?|pmts?|parts|chunks|portions|goes|bits|pieces|lots|equal amounts|stages|halves|slices|hits)"
_LATIN = (
    Rule(r"(?:(?<=\d\d\d)|(?<=[6-9]\d)) ?(?:x|×|times) ?(?P<bare>\d|[1-5]\d)(?![\d.,]\d|\w)"),
    Rule(rf"\b{_N} ?(?:x|×|times|lots of) ?(?=[$£€¥\d])"),
    Rule(rf"\b{_N}[ -]{_KIND}{_PARTS}\b(?! (?:late|behind|overdue|missed|ago|in arrears|have|were))"),
    Rule(rf"\b(?:over|for|across|take|spread over|during|into)(?: the)?(?: next| coming| following)?(?: about| around| maybe| roughly| just)? (?P<m>{_N[1:-1]})[ -](?:months|mo?n?ths|mos|month)\b(?! time|' time|'s? time)(?<!in a month)"),
    Rule(rf"(?:(?<=, )|(?<=\d and )|(?<=for )){_N} of (?:those|them|these)\b(?= *(?:[,.;?!]|$|and\b|then\b|from\b|starting\b|please\b|in (?:all|total)\b|altogether\b|to\b|would\b|should\b|by\b))"),
    Rule(rf"\b(?:over|for|across|during|spread over)(?: the)?(?: next| coming)?(?: about| around| maybe)? (?P<w>{_N[1:-1]}) (?:weeks|wks)\b"),
    Rule(rf"\b(?:over|for|across|during)(?: the)?(?: next| coming)?(?: about| around| maybe)? (?P<f>{_N[1:-1]}) (?:fortnights)\b"),
    Rule(rf"\b(?:over|for|across|on a|a)(?: the)?(?: next)? (?P<m>{_N[1:-1]})[ -](?:months?|mths?) (?:plan|arrangement|term|schedule|basis|period|deal)\b"),
    Rule(rf"\b(?P<m>{_N[1:-1]})[ -](?:months?|mths?) (?:plan|arrangement|term|schedule|basis|period)\b"),
    Rule(rf"(?<![\d.,])\b(?P<m>{_N[1:-1]}) (?:months|mos),? (?:at|of)(?= (?:[$£€]?\d|an? hundred|{SMALL_WORDS}))"),
    Rule(rf"(?:(?<=\d, )|(?<=h, )|(?<=k, )|(?<=tops, )|(?<=max, )|(?<=each, )|(?<=offer )|(?<=tops for ))(?P<m>{_N[1:-1]}) months(?= *(?:[.?!;]|$))"),
    Rule(rf"(?<!\d)(?<!and )\b(?:in|over|across|into|by) (?P<bare>{_FEW})(?= *(?:[,.;?!](?!\d)|$|and\b|then\b|so\b|one a\b|from\b|starting\b|beginning\b|with\b|if\b|on the\b|each\b|every\b|monthly\b|weekly\b|equal\b|at\b|fortnightly\b|or\b|for\b|would\b|how\b|first\b|is\b|works?\b|\x00))"),
    Rule(r"\b(?:split|cut|break|divide|chop)\b[^,.?!]{0,16} (?P<bare>in half)\b"),
    Rule(rf"\b(?:make|split|do|break|spread)s? (?:it|this) (?:in |into |up into |over )?(?P<bare>(?<!make it )\d\d?|(?<=make it )\d|(?<=make it )1[0-2]|{SMALL_WORDS})(?= *(?:[,.;?!](?!\d)|$))"),
)  # fmt: skip
_LATIN_YEAR = Rule(
    rf"\b(?:over|for|across|within|in|during)(?: the)?(?: next)?(?: about)? (?:(half a year|half a yr)|(a|one|two|three|1|2|3|{SMALL_WORDS}) years?(?P<half> and a half)?)\b(?! ago| old|'s)|\b(?:over|for) (?P<eighteen>a year and a half)"
)
_HAN = (
    Rule(rf"(?:分期|分|共|摊成?|拆|做|成|为|办|改|延长|延|还|凑)(?:成|为|了|到|作|开|他|个|它|摊)*(?:个)?{_NH}个?(?P<what>期|次|批|笔|份|回|个月|月)(?!后|内|之|以|底|初|\d|份)"),
    Rule(rf"(?:分期|分|摊成?|拆|连着|连续|共|还|付|交)(?:成|为|了|到|作|开|够|满|上)*{_NH}个?(?P<what>周|星期|礼拜)(?!后|内|之|以)"),
    Rule(rf"(?:连着|连续|接下来|未来|头|用|花|在|前|后面?|往后|之后)[还转打付这的]?{_NH}(?P<what>个月|期)(?!后)"),
    Rule(rf"(?:^|(?<=[,.、 :也吧就分要]))(?:一?共|总共)?{_NH}(?P<what>个月|期)(?=[吧呢行可怎好,.?!的能还平分就]|$)"),
    Rule(rf"(?<![第头首上下这百千万每]){_NH}(?P<what>期)(?!间|待|望|限|没|都)"),
    Rule(rf"(?<!每){_NH}(?P<what>次|笔|回|个月)(?=(?:之内|内|就|里|时间|能|可以|把它|分摊|慢慢|给您?)*(?:还清|付清|结清|还完|付完|还|付|交清|搞定|分期|平摊|的分期|的方案|方案|摊))(?<!一次)"),
    Rule(rf"(?:^|(?<=[,.、 ])){_NH}(?P<what>次|笔|回)(?=[,、])"),
    Rule(r"(?P<two>两边|对半|两半)(?=分|还|各)"),
)  # fmt: skip
_HAN_YEAR = Rule(
    rf"(?:分|用|在|摊|花|分成|摊到|拉到|做|延长到?)?(?:(?<![上下大每])(半年|半年内)|{_NH}年(?P<half>半)?)(?!后|前|没|了|的(?:车|店|活|工|班|书|兵|老|客户|会员|邻居|夫妻|朋友|交情|感情|房)|之?内|多|以|底|初|级|轻|年|化|\d|利|还没|里?没|都)(?:时间|里)?"
)
_OFTEN = {
    "monthly": "month",
    "weekly": "week",
    "fortnightly": "fortnight",
    "m": "month",
    "w": "week",
    "f": "fortnight",
}


def read_counts(reading: Reading) -> None:
    """Take how many payments or months were named, and how often they are when the same words say so."""
    if reading.latin:
        for found in reading.take(_LATIN_YEAR):
            months = (
                6
                if found[1]
                else 18
                if found["eighteen"]
                else 12 * (1 if found[2] == "a" else plain(found[2]))
            )
            _add(reading, found, months + 6 * bool(found["half"]), "month")
        for rule in _LATIN:
            for found in reading.take(rule, 0):
                groups = found.groupdict()
                every = next((often for name, often in _OFTEN.items() if groups.get(name)), None)
                said = (
                    next(groups[name] for name in ("m", "w", "f", "bare") if groups.get(name))
                    if "m" in groups or "w" in groups or "f" in groups or "bare" in groups
                    else found[1]
                )
                _add(reading, found, 2 if said == "in half" else plain(said), every)
    if reading.han:
        for found in reading.take(_HAN_YEAR):
            months = 6 if found[1] else 12 * plain(found[2]) + 6 * bool(found["half"])
            _add(reading, found, months, "month")
        for rule in _HAN:
            for found in reading.take(rule, 0):
                groups = found.groupdict()
                value = 2 if "two" in groups else plain(found[1])
                _add(
                    reading,
                    found,
                    value,
                    "month"
                    if (groups.get("what") or "").endswith("月")
                    else "week"
                    if groups.get("what") in ("周", "星期", "礼拜")
                    else None,
                )


def _add(reading: Reading, found: re.Match[str], value: int, every: str | None) -> None:
    if 1 < value <= 600:
        reading.counts.append(Counted(value, Span(*found.span()), every))
