"""Numbers that may be money, as they are said in both languages, each with what speaks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from simulator.hearing.numbers import DIGITS, SMALL_WORDS, WORDS, chinese, digits, number, spoken
from simulator.hearing.reading import Reading
from simulator.hearing.rule import Rule

_UNIT = r"(?:dollars?|bucks?|pounds?|quid|euros?|yuan|rmb|usd|gbp|eur|cny|pence|p|cents?|dollar)\b"
_LATIN = Rule(
    rf"(?P<half>\bhalf a (?:grand|thousand|k)\b)|(?:[$£€¥] ?)?(?<![\d.,a-z])(?P<kilo>\d{{1,3}})k(?P<hundreds>\d)(?![\d\w])|\b(?P<mixed>an?|{DIGITS}|{SMALL_WORDS}) (?:and a half|1/2) (?P<mixedunit>hundred|thousand|grand|k)\b|\ba (?P<andahalf>thousand|grand|hundred) and a half\b"
    rf"|(?P<few>\b(?:an? )?(?:few|several|good few) (?:hundreds?|thousands?|grand)(?: (?:of )?(?:dollars|bucks|pounds|quid|euros))?\b|\b(?:a )?few (?:dollars|bucks|pounds|quid|euros)\b|\bhundreds of (?:pounds|dollars)\b)"
    rf"|\b(?:an? )?couple (?:of )?(?P<couple>hundred|thousand|grand|k|dollars|bucks|pounds|quid)s?\b(?: (?:dollars|bucks|pounds|quid)\b)?|\ba (?P<slang>fiver|tenner)\b|\b(?P<slang2>fiver|tenner)\b"
    rf"|(?P<sign>(?:us|hk|a|ca|nz)?[$£€¥] ?|\b(?:gbp|usd|eur|rmb|cny) ?)?(?:(?<!\d)(?<!\d[.,:])(?P<figure>{DIGITS})(?: ?(?P<scale>k|grand|thousand|hundred|m)\b)?|(?P<words>\b{WORDS}))"
    rf"(?P<unit>[ -]?{_UNIT})?(?:(?<=pounds|ollars) (?:and )?(?P<cents>{SMALL_WORDS}|\d\d)(?: (?:cents|pence|p))?\b(?! (?:a|per|each)))?(?P<ish>-?ish\b| ?-?odd\b| or so\b| or thereabouts\b| give or take\b|\+(?= |$))?(?:(?<=odd) (?:dollars|pounds|quid|bucks|euros)\b)?"
)
_NUMBER_HAN = "零〇一壹二贰两俩三叁仨四肆五伍六陆七柒八捌九玖十拾百佰千仟万"
_HAN = Rule(
    rf"(?P<sign>[$£€¥] ?|人民币 ?|(?<![a-z])(?:rmb|cny|usd|hkd) ?)?(?P<number>[百千万]把|千儿八百|百八十(?=块)|百十来|[好大]?几(?:[十百千万]+)|(?:(?<=rmb)|(?<=cny)|(?<=usd)|(?<=hkd)|(?<![a-z\d]))(?<!\d[.,])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?:[万千百]|[wk](?![a-z]))?(?:(?<=[万千百wk])[一二三四五六七八九\d](?![\d万千百十个.]))?|上[百千万]|[{_NUMBER_HAN}]{{1,12}}半?)"
    r"(?P<more>来|多|几|余(?!下|款|额|的))?(?:(?P<unit>块大洋|块钱|块(?!儿)|元钱|元整?|圆|刀|大洋|毛钱?|角钱?|分钱|美元|美金|港币|欧元|英镑|人民币|百块|千块)(?:(?<=块)(?P<small>[一二三四五六七八九\d](?!\d|[十百千万号日月期次个]))(?:(?:毛|角)(?:零?(?P<fen>[一二三四五六七八九\d])(?![\d十百千万号日月期次个天周])分?)?)?|(?<=元)(?P<jiao>[一二三四五六七八九\d])角(?:零?(?P<fen2>[一二三四五六七八九\d])分)?)?(?:多(?!久|少))?)?(?P<about>左右|上下|出头|前后|的样子)?"
)
_PAIR = Rule(r"^([一二两三四五六七八])([二两三四五六七八九])([十百千万])(.*)$")
_TWO = Rule(r"^([一二两三四五六七八]([百千万]))([两三四五六七八九]\2)$")
_EACH = Rule(r"一(?=(?:个月|月|期|次|周|个?星期|个?礼拜|天|年|笔|趟))")

_GETS = Rule(r"[凑拿掏挤腾弄匀抽]得?出$")  # 凑出八百来: 来 belongs to the verb


@dataclass(slots=True)
class Candidate:
    """A number that may be money: `sure` by its unit, sign or scale; `small` without any scale."""

    start: int
    end: int
    value: Fraction | None
    sure: bool
    small: bool
    approx: bool = False
    scale: int = 1
    upto: Fraction | None = None


def candidates(reading: Reading) -> list[Candidate]:
    """Return every number of a text that may be money, in order."""
    found: list[Candidate] = []
    if reading.han:
        found = [one for match in _HAN.finditer(reading.text) if (one := _han(match)) is not None]
    if reading.latin and not (reading.han and found):
        found += [_latin(match) for match in _LATIN.finditer(reading.text)]
    elif reading.latin and re.search(r"[a-z]{3}", reading.text):
        taken = [(one.start, one.end) for one in found]
        found += [
            _latin(match)
            for match in _LATIN.finditer(reading.text)
            if not any(match.start() < end and start < match.end() for start, end in taken)
        ]
        found.sort(key=lambda one: one.start)
    return found


def _latin(match: re.Match[str]) -> Candidate:
    start, end = match.span()
    if match["half"]:
        return Candidate(start, end, Fraction(500), True, False)
    if match["kilo"]:  # 2k5
        return Candidate(start, end, Fraction(match["kilo"] + match["hundreds"]) * 100, True, False)
    if match["mixed"] or match["andahalf"]:
        unit = match["mixedunit"] or match["andahalf"]
        value = (number(match["mixed"] or "a") + Fraction(1, 2)) * (100 if unit == "hundred" else 1000)
        return Candidate(start, end, value, True, False)
    if match["few"]:
        return Candidate(start, end, None, True, False, approx=True)
    if unit := match["couple"]:
        scale = 100 if unit == "hundred" else 1000 if unit in ("thousand", "grand", "k") else 1
        return Candidate(start, end, Fraction(2 * scale), True, False, approx=True)
    if slang := match["slang"] or match["slang2"]:
        return Candidate(start, end, Fraction(5 if slang == "fiver" else 10), True, False)
    if match["words"] in ("grand", "thousand"):
        return Candidate(start, end, Fraction(0), False, True)
    if match["figure"]:
        scale = {"k": 1000, "grand": 1000, "thousand": 1000, "hundred": 100, "m": 10**6}.get(
            match["scale"] or "", 1
        )
        value = digits(match["figure"]) * scale
    else:
        value = spoken(match["words"])
        scale = (
            1000
            if re.search(r"(?:thousand|grand)$", match["words"])
            else 100
            if match["words"].endswith("hundred")
            else 1
        )
    unit = (match["unit"] or "").strip(" -")
    if unit in ("p", "pence", "cent", "cents"):
        value /= 100
    if match["cents"]:
        value += number(match["cents"]) / 100
    written = re.search(r",\d{3}|[2-9]\d\.\d\d$", match["figure"] or "") is not None
    sure = bool(match["sign"] or unit or written or (scale > 1 and (match["figure"] or value >= 100)))
    return Candidate(start, end, value, sure, value < 10 and scale == 1, bool(match["ish"]), scale)


def _han(match: re.Match[str]) -> Candidate | None:
    start, end = match.span()
    text, unit = match["number"], match["unit"] or ""
    more = match["more"] and not (
        match["more"] == "来" and not unit and _GETS.search(match.string[:start][-4:])
    )
    about = bool(more or match["about"]) or text.startswith("上")
    if loose := {
        "百把": 100,
        "千把": 1000,
        "万把": 10000,
        "千儿八百": 1000,
        "百八十": 100,
        "百十来": 100,
    }.get(text):
        return Candidate(start, end, Fraction(loose), True, False, True)
    if text.startswith(("几", "好几", "大几", "上")):
        if text[-1] == "十" and not unit:
            return None
        much = {"上百": 100, "上千": 1000, "上万": 10000}.get(text)
        return Candidate(start, end, None if much is None else Fraction(much), True, False, True)
    if (twice := _TWO.match(text)) and chinese(twice[1]) < chinese(twice[3]):
        return Candidate(start, end, chinese(twice[1]), True, False, about, 1, upto=chinese(twice[3]))
    if pair := _PAIR.match(text):
        scale = {"十": 10, "百": 100, "千": 1000, "万": 10000}[pair[3]]
        if chinese(pair[1]) < chinese(pair[2]):
            low, high = chinese(pair[1]) * scale, chinese(pair[2]) * scale
            return Candidate(start, end, low, bool(unit) or scale >= 100, False, about, scale, upto=high)
    each = None if unit else _EACH.search(text + match.string[start + len(text) :][:3])
    if each and each.start() == len(text) - 1 and re.search("[百千万]", text[:-1]):
        text, end, about = text[:-1], match.start("number") + len(text) - 1, False
    if match["more"] == "几" and not unit and not text.endswith(("十", "百", "千", "万")):
        return None
    figure = text[0].isdigit()
    value = (
        number(text)
        if not figure or text[-1] in "万千百wk" or not re.fullmatch(DIGITS, text)
        else digits(text)
    )
    scale = {"百": 100, "千": 1000, "万": 10000, "k": 1000, "w": 10000}.get(text[-1], 1)
    if unit.startswith(("毛", "角")):
        value /= 10
    elif unit == "分钱":
        value /= 100
    elif unit in ("百块", "千块"):
        value *= 100 if unit[0] == "百" else 1000
    if small := match["small"] or match["jiao"]:
        value += number(small) / 10
    if fen := match["fen"] or match["fen2"]:
        value += number(fen) / 100
    if (
        unit == "块"
        and text == "一"
        and not match["small"]
        and (
            re.match(r"[^,.?!\s\d]", match.string[end : end + 1])
            or match.string[max(0, start - 1) : start] in ("这", "那", "哪")
        )
    ):
        return None
    scaled = any(char in "百佰千仟万wk" for char in text[1:]) or (text[0] in "百千万" and len(text) > 1)
    sure = bool(match["sign"] or unit)
    if match["more"] == "几" and not unit:
        sure = False
    return Candidate(start, end, value, sure, not scaled and value < 10, about, scale if scaled else 1)
