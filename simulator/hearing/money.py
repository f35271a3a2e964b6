# ruff: noqa: E501 - a rule of the grammar is read as one line
"""Amounts, shares and numbers of payments."""

from __future__ import annotations

import re
from fractions import Fraction

from simulator.hearing.numbers import DIGITS, HAN, WORDS, chinese, digits, spoken
from simulator.hearing.reading import Place, Reading

_N = rf"(\d{{1,3}}|{HAN}|{WORDS})"
_NOISE = re.compile(
    r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<![\d$£€¥.,])\d{3,4}[- ]\d{3,4}(?:[- ]\d{3,4})*(?!\d)|\b\d{8,}\b"
    r"|(?:account|reference|ref|card|case|file|policy|extension|ending(?: in)?|number|no\.?|id|编号|尾号|工号|卡号|单号|账号|热线|拨打|拨|\bdial|\bcall|打(?:到)?)(?: number| no\.?| is)?[ :#是为]*\d[\d ]{2,}"
    r"|\b24/7\b|\d{1,2}:\d{2}(?: ?[ap]\.?m\b)?|\b\d{1,2} ?[ap]\.?m\b|\bat \d{1,2}(?= ?(?:o'clock|[.,!?]|$))"
    rf"|(?:早上|上午|中午|下午|晚上|凌晨|今晚)?(?:{HAN}|\d{{1,2}})点(?:半|钟|整|(?:{HAN}|\d{{1,2}})分?)?(?!钱)"
    rf"|(?:{HAN}|\d+)个?(?:小时|钟头|分钟|秒)|\b(?:\d+|{WORDS})[ -](?:hours?|minutes?|mins?|seconds?|hrs?)\b"
    rf"|打(?:{HAN}|\d(?:\.\d)?)折|(?:19|20)\d\d年|\b(?:in|since|from) (?:19|20)\d\d\b(?! ?(?:in|a|per|over))|百分之百|十分(?!之)|万一|千万别|一万个"
)
_PARTS = r"(?:equal |monthly |weekly |smaller |small |even )*(?:instal?lments?|payments?|parts|chunks|portions|goes|bits|pieces|rounds|months|weeks)"
_COUNTS = tuple(
    re.compile(rule)
    for rule in (
        rf"\b{_N} ?(?:x|×|times) ?(?=[$£€¥\d])",
        rf"\b{_N} (?:equal |monthly |weekly |smaller |small |even )*(?:instal?lments?|payments?|parts|chunks|portions|goes|bits)\b",
        rf"(?:(?<=\d)|(?<=hundred)|(?<=thousand)|(?<=grand)|(?<=dollars)|(?<=pounds)) (?:in|over|across) {_N}(?= *(?:[,.;?!]|$|and\b|then\b|so\b|one a\b))",
        rf"\b(?:over|for|across|during|spread over) (?:the )?(?:next |coming |about |around |maybe )?{_N}[- ](?:months|mths|mos)\b",
        rf"\b{_N}[- ](?:months?|mths?) (?:plan|arrangement|term|schedule)\b",
        rf"(?:分|共|摊|拆|做|成|为|办|改|延长|延)(?:成|为|了|到|作|开)?(?:个)?{_N}(?:期|次|批|笔|份|回|个月)(?!后|内|之|以)",
        rf"(?:连着|连续|接下来|未来|头|用|花|在)[还转打付这]?{_N}个月(?!后)",
        rf"(?:^|[,.、 ]){_N}个月(?=[吧呢行可怎好,.?!]|$)",
        rf"(?<![第头首上下这百千万]){_N}(?:期)(?!间|待|望|限)",
        rf"{_N}(?:次|笔|回|个月)(?=(?:之内|内|就|里|时间|能|可以)*(?:还清|付清|结清|还完|付完|搞定|分期|平摊|的分期|的方案|方案))",
    )
)
_WEEKS = re.compile(rf"\b(?:over|for|across|next) (?:the )?(?:next |coming )?{_N} (?:weeks|wks)\b")
_HALF_YEAR = re.compile(r"(?:分|用|在|over |for |across )?(半年|half a year|six months)(?!后|前|没|了)")
_YEARS = re.compile(rf"\b(?:over|for|across) (a|{WORDS}|\d) years?\b|(?:分|用|摊){_N}年")
_SHARE = (
    (re.compile(rf"百分之({HAN}|\d+(?:\.\d+)?)"), 100),
    (re.compile(r"(\d+(?:\.\d+)?) ?(?:%|percent|per cent)"), 100),
    (re.compile(rf"\b({WORDS}) (?:percent|per cent)\b"), 100),
    (re.compile(rf"({HAN}|\d)成(?!为|了|本|功|立|年)"), 10),
)
_OVER = re.compile(rf"({HAN}|\d+)分之({HAN}|\d+)")
_HALF = re.compile(
    r"(?<!and a )\bhalf(?: of it| now| today| upfront)?\b(?! ?(?:a |an |past|hour|year|grand|the time|way))|一半|半数|fifty[- ]fifty"
)
_THIRD = re.compile(
    r"\b(?:a|one) (third|quarter)\b(?! (?:party|person|time))|\b(?<!per )(third|quarter) of (?:it|that|the)\b|\b(two thirds|three quarters)\b"
)
_SIGN = re.compile(
    rf"(?:us|hk|a)?[$£€¥] ?({DIGITS})(?: ?(k\b|grand|万|thousand))?|({DIGITS})(?: ?(k|万))? ?(?:usd|gbp|eur|rmb|cny|人民币)"
)
_COINS = re.compile(rf"({HAN}|\d+)块({HAN}|\d)(?:毛|角)?(?!钱|号|月)")
_UNIT = re.compile(rf"({HAN}|{DIGITS})(?:来|多)?(?:块钱|块|元钱|元|刀|圆|大洋)")
_NAMED = re.compile(rf"({DIGITS}|{WORDS}) ?(?:dollars?|bucks?|pounds?|quid|euros?|yuan|usd)\b")
_TIMES = re.compile(
    rf"({DIGITS}) ?(?:(k|grand|thousand)|(hundred))\b(?: (?:dollars?|bucks?|pounds?|quid|euros?))?"
)
_SLANG = re.compile(
    r"\b(?:a )?(fiver|tenner)\b|\bhalf a (grand|thousand)\b|\b(?:a )?few (hundred|thousand|grand)\b|十来块|几(?:百|千|万)块?"
)
_WORDY = re.compile(rf"\b{WORDS}\b")
_BARE = re.compile(rf"(?<![\d.,:/#a-z\-]){DIGITS}(?![\d:/a-z%\-])")
_HAN_BARE = re.compile(HAN)
_NOT_MONEY = re.compile(
    r"\s*(?:-|st\b|nd\b|rd\b|th\b|(?:staff|people|persons?|days?|years?|months?|weeks?|hours?|minutes?|times?|calls?|letters?|messages?|texts?|emails?|kids?|children|"
    r"miles?|km|floors?|street|road|avenue|lane|digits?|of us|others?|missed|late|old|instal\w*|payments?|parts|accounts?|cards?|jobs?|other|more (?:days|weeks|months)|in ten|mouths?)\b|[分期次个天月周号年成点人岁楼层栋室位条遍通级倍折家名份件只张户下起切定样直些般再会种边方面回趟封代辈声岁刻瓶双对句小半]|%)"
)
_NOT_AFTER = re.compile(
    r"(?:\b(?:flat|apartment|apt|room|aged?|section|line|option|page|level|covid|route|question|step|top|chapter|unit|floor|bus|code|pin|under|over the age of|turned|day)|第|同|万|统|唯|星期|周|礼拜|初|号码|楼|说)\s*$"
)


def read_counts(reading: Reading) -> None:
    """Blank what is no amount, then take how many payments or months were named."""
    for _ in reading.take(_NOISE):
        pass
    for found in reading.take(_YEARS):
        number = found[1] or found[2]
        value = 1 if number == "a" else _value(number)
        reading.counts.append((found.span(), int(value * 12)))
    for found in reading.take(_HALF_YEAR):
        reading.counts.append((found.span(), 6))
    for rule in _COUNTS:
        for found in reading.take(rule, 0):
            value = _value(found[1])
            if 0 < value <= 600:
                reading.counts.append((found.span(), int(value)))
                if "month" in found[0] or "个月" in found[0]:
                    reading.every.append((found.span(), "month"))
                elif "weekly" in found[0]:
                    reading.every.append((found.span(), "week"))
    for found in reading.take(_WEEKS):
        reading.counts.append((found.span(), int(_value(found[1]))))
        reading.every.append((found.span(), "week"))


def _value(text: str) -> Fraction:
    if text.isascii():
        return digits(text) if text[0].isdigit() else spoken(text)
    return chinese(text)


def read_amounts(reading: Reading) -> None:
    """Take shares, then amounts: with a currency first, bare numbers last and only when nothing speaks against."""
    for rule, whole in _SHARE:
        for found in reading.take(rule):
            share = _thousandths(_value_any(found[1]), Fraction(whole))
            if share <= 1000:  # what somebody else's loan costs is no part of a debt
                reading.fractions.append((found.span(), share))
    for found in reading.take(_OVER):
        if below := _value_any(found[1]):
            reading.fractions.append((found.span(), _thousandths(_value_any(found[2]), below)))
    for found in reading.take(_THIRD):
        reading.fractions.append(
            (
                found.span(),
                {"third": 333, "quarter": 250, "two thirds": 667, "three quarters": 750}[
                    next(filter(None, found.groups()))
                ],
            )
        )
    for found in reading.take(_HALF):
        reading.fractions.append((found.span(), 500))
    for found in reading.take(_SIGN):
        value = digits(found[1] or found[3])
        _add(
            reading,
            found.span(),
            value * {"万": 10000}.get(found[2] or found[4] or "", 1000 if found[2] or found[4] else 1),
        )
    for found in reading.take(_COINS):
        _add(reading, found.span(), _value_any(found[1]) + _value_any(found[2]) / 10)
    for found in reading.take(_UNIT):
        _add(reading, found.span(), _value_any(found[1]))
    for found in reading.take(_SLANG):
        small = {"fiver": 5, "tenner": 10, "grand": 500, "thousand": 500}
        if worth := small.get(found[1] or found[2] or ""):
            _add(reading, found.span(), Fraction(worth))
        else:
            reading.unclear.append(found[0])
    for found in reading.take(_TIMES):
        _add(reading, found.span(), digits(found[1]) * (1000 if found[2] else 100))
    for found in reading.take(_NAMED):
        _add(reading, found.span(), _value(found[1]))
    for rule in (_BARE, _WORDY, _HAN_BARE):
        for found in list(rule.finditer(reading.text)):
            _bare(reading, found)


def _value_any(text: str) -> Fraction:
    return digits(text) if re.fullmatch(DIGITS, text) else _value(text)


def _thousandths(part: Fraction, whole: Fraction) -> int:
    return round(part / whole * 1000)


def _bare(reading: Reading, found: re.Match[str]) -> None:
    text, (start, end) = found[0], found.span()
    value = _value_any(text)
    short = not text.isascii() and len(text) < 2
    after = _NOT_MONEY.match(reading.text, end)
    long = text.isdigit() and len(text) >= 5 and value % 100
    if value < 10 or short or after or long or _NOT_AFTER.search(reading.text[max(0, start - 20) : start]):
        return
    reading.blank((start, end))
    _add(reading, (start, end), value)


def _add(reading: Reading, place: Place, value: Fraction) -> None:
    if 0 < value < 10**10:
        reading.amounts.append((place, int(value * 100)))
