"""Amounts: with a currency, a scale or bare; ranges, "about" and "a few hundred"."""

from __future__ import annotations

import re
from fractions import Fraction

from scoring.evidence import Span
from simulator.hearing.amount_words import Candidate, candidates
from simulator.hearing.hearing import Sum
from simulator.hearing.reading import Reading
from simulator.hearing.rule import Rule

_HEDGED = Rule(
    r"(?:\b(?:around|(?<!how )(?<!what )(?<!calling )(?<!this is )(?<!ringing )(?<!speak )(?<!talk )(?<!spoke )(?<!letter )(?<!asking )(?<!call )about|roughly|approx(?:imately)?\.?|circa|something like|somewhere (?:around|near|close to|in the region of)|in the region of|in the ballpark of|nearly|almost|close to|say about|near enough|ballpark|maybe around|or so)(?: an?)? |~ ?|大概(?:是|也就)?|大约|大致|差不多(?:是|有)?|(?:大概|大约|差不多|大致)(?:先)?(?:还|付|交|转|给)(?:个|我们)?|约莫?|将近|接近|小|近)$"
)
_ABOUT = Rule(
    r"^(?:[ ,]*(?:or so|or thereabouts|give or take|more or less|-?ish|odd|approximately|roughly|ballpark|at a guess)\b| ?(?:左右|上下|出头|前后|的样子))"
)
_RANGE = Rule(r"^ ?(?:-|~|to|or|到|至|或|,or) ?$")
_BETWEEN = Rule(r"^ ?(?:and|到|至|-|to) ?$")
_NOT_AFTER_LATIN = Rule(
    r"(?:\b(?:flat|apartment|apt|room|aged?|section|line|option|page|level|covid|route|question|step|top|chapter|unit|floor|bus|code|pin|turned|day|week|month|year|(?<!er )(?<!er, )(?<!um )(?<!uh )(?<!oh )(?<!wait )(?<!, )(?<!- )no|nr|number|part|phase|plan|since|#|times|year|born in|next|our|my|agent|window|windows|season|size|all of|version))[ .]*$"
)
_NOT_BEFORE_LATIN = Rule(
    r"(?:-(?!ish|odd|dollar|pound|a\b)|st\b|nd\b|rd\b|th\b| ?%|[-\s]+(?:(?:more |other |different |small |young |little |separate |missed |unanswered |business |working |whole |long |full |straight |consecutive |of (?:our|my|the) )*(?:staff|people|persons?|days?|years?|months?|mths?|weeks?|wks?|hours?|minutes?|times?|calls?|letters?|messages?|texts?|emails?|kids?|children|instal?l?ments?|payments?|parts|"
    r"miles?|km|kg|floors?|street|road|avenue|lane|drive|digits?|of us|of you|of them|others?|missed|late|old|accounts?|cards?|jobs?|other|in ten|mouths?|customers?|clients?|callers?|options?|things|questions?|reasons?|occasions?|percent|per cent|points?|steps?|colleagues|employees|shops|branches|figures|visits|attempts|reminders|overdue|past due|boxes|pages|employees|weekends|nights|seconds|fortnights|kinds?|sorts|ways|sides?|big|ago|voicemails|conversations|notices|grams|degrees|numbers?|more|left|lots)\b))"
)
_NOT_BEFORE_HAN = Rule(
    r"(?!成功)[期次个天月周号年成点人岁楼层栋室位条遍通级倍折家名份件只张户趟回封代辈声刻瓶双句日秒度届旬路站世多种方边半]|分(?![期批次成几\d一二三四五六七八九十几开])|小时|点|星期|礼拜|公里|平米?|不(?:是|管|论)?[一二三四五六七八九十]|[a-z]"
)
_SMALL_HAN = Rule(r"[下起切定样直些般再会面段辆段间起查看想听说问讲谈聊试声共旦律致]")
_NOT_AFTER_HAN = Rule(
    r"(?:第|同|统|唯|星期|周|礼拜|初|号码|楼|尾号|编号|工号|电话|.\d|每|单|某|进|逐|万|其|不|查|看|想|等|聊|试|说|(?<![还付转打存交汇])了|这|那|哪|任何|专|十分|多|好|周|百分之|约|国|满|约定)$"
)

_NEVER_BEFORE_HAN = Rule(
    r"[期次个天月周号年人岁楼层栋室位条遍级名份件张户趟封步米斤里度字]|分(?:钟|数)|小时|公里|平(?:米|方)|点(?![钱儿])|多?(?:个|天|人|次|岁)"
)
_NEVER_AFTER_HAN = Rule(r"(?:第|楼|尾号|编号|工号|号码|电话|逾期|其)$")


def read_amounts(reading: Reading) -> None:
    """Take amounts: with a currency or a scale, and bare numbers only when nothing speaks against."""
    found = list(candidates(reading))
    text, kept, index = reading.text, [], 0
    while index < len(found):
        one = found[index]
        if index + 1 < len(found) and _ranges(text, one, found[index + 1]):
            index += 1
        if one.sure or _may_be(reading, one):
            kept.append(one)
        index += 1
    for one in kept:
        start, end = one.start, one.end
        if one.value is not None and not 0 < one.value < 10**8:
            continue
        about = (
            one.approx
            or bool(_HEDGED.search(reading.whole[max(0, start - 26) : start]))
            or bool(_ABOUT.match(reading.whole[end : end + 16]))
        )
        reading.blank(start, end)
        reading.sums.append(Sum(_cents(one.value), Span(start, end), upto=_cents(one.upto), approx=about))


def _cents(value: Fraction | None) -> int | None:
    return None if value is None else int(value * 100)


def _ranges(text: str, low: Candidate, high: Candidate) -> bool:
    """Put two numbers together when the words between make them a range: "two to three hundred"."""
    between = text[low.end : high.start]
    if (
        low.value is None
        or high.value is None
        or low.upto is not None
        or high.upto is not None
        or len(between) > 5
    ):
        return False
    opened = re.search(r"(?:\bbetween |\bfrom |从|在|介于)$", text[: low.start])
    if not (_RANGE.match(between) or (opened and _BETWEEN.match(between))):
        return False
    value, scale = (
        low.value,
        high.scale
        if high.scale > 1
        else 100
        if not text[high.start].isdigit() and high.value >= 100 and low.value < 10 and not high.value % 100
        else 1,
    )
    if low.value < high.value / scale and low.value < 100 and scale > 1 and low.scale == 1:
        value = low.value * scale
    if value >= high.value or not (high.sure or low.sure or high.value >= 10):
        return False
    if opened and opened[0] in ("between ", "介于"):
        low.start = opened.start()
    low.value, low.upto, low.end = value, high.value, high.end
    low.sure, low.small, low.approx = low.sure or high.sure, False, low.approx or high.approx
    return True


def _may_be(reading: Reading, one: Candidate) -> bool:
    """Return whether a bare number can be money where it stands."""
    text, words = reading.text, reading.text[one.start : one.end]
    value = one.value or Fraction(0)
    if one.small or value < 10:
        return False
    before, behind = text[max(0, one.start - 20) : one.start], text[one.end : one.end + 28]
    if words[0].isdigit():
        if re.search(r"[a-z:/#.]$|[a-z]-$|\x00-$", text[: one.start][-3:]) or re.match(
            r"[:/]\d|[a-z](?!\w*\b)", behind
        ):
            return False
        if words.isdigit() and len(words) >= 5 and value % 100:
            return False
        if words[0] == "0":
            return False
    if re.match(r" ?[%％]|-\d", behind):
        return False
    if any("一" <= char <= "鿿" for char in words) or any(
        "一" <= char <= "鿿" for char in before[-2:] + behind[:2]
    ):
        if (
            _NEVER_BEFORE_HAN if one.scale > 1 or re.search("[百千万佰仟]", words) else _NOT_BEFORE_HAN
        ).match(behind) or (_NEVER_AFTER_HAN if one.scale > 1 or value >= 100 else _NOT_AFTER_HAN).search(
            before
        ):
            return False
        if len(words) < 2 or (one.scale == 1 and value < 100 and _SMALL_HAN.match(behind)):
            return False
        return not (words in ("十一", "十二", "十五") and not before.endswith(("还", "付", "转")))
    return not (_NOT_BEFORE_LATIN.match(behind) or _NOT_AFTER_LATIN.search(before))
