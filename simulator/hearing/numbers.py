"""Numbers as people say them: 1,250.50, two hundred and fifty, seven fifty, 三百五, 1.5万, 2万5."""

from __future__ import annotations

import re
from fractions import Fraction

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_SMALL = {word: value for value, word in enumerate(("zero", *_ONES, *_TEENS))}
_TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
_TENS["fourty"] = 40
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_SCALE = "hundred|thousand|grand"
SMALL_WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES)})(?![a-z]))?|{'|'.join(reversed(_TEENS))}|{'|'.join(_ONES)})(?![a-z])"
"""An English number below a hundred in words."""
WORDS = (
    rf"(?:(?:an? )?(?:{_SCALE})(?![a-z])|{SMALL_WORDS})(?:[ -](?:(?:{_SCALE})(?![a-z])|{SMALL_WORDS})"
    rf"|(?<=thousand), (?=(?:{'|'.join(_ONES)}) hundred and ){SMALL_WORDS}|(?:(?<=hundred)|(?<=thousand)|(?<=grand)) (?:and|n|&) {SMALL_WORDS})*"
)
"""An English number in words; read it with `spoken`."""
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d])"
_HAN = {
    char: value
    for value, chars in enumerate(
        ["零〇", "一壹", "二贰两俩", "三叁仨", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"]
    )
    for char in chars
}
_UNITS = {
    "十": 10,
    "拾": 10,
    "百": 100,
    "佰": 100,
    "千": 1000,
    "仟": 1000,
    "万": 10000,
    "w": 10000,
    "k": 1000,
}
_EACH = r"(?!(?:(?<=[百千万]一)|(?<=[百千万][一二两三四五六七八九]一))(?:个月|月|期|次|周|个?星期|个?礼拜|天|年|笔|趟))"
HAN = (
    r"(?:\d+(?:\.\d+)?[万千百][一二三四五六七八九\d]?(?![\d万千百])|[零〇一壹二贰两俩三叁仨四肆五伍六陆七柒八捌九玖十拾百佰千仟万]{1,12}半?)"
    + _EACH
)
"""A Chinese number, also with digits before 万, 千 or 百, without the "one" of 三百一个月; read it with `chinese`."""
ORDINAL = "|".join(
    (
        "twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)",
        "thirty[ -]first",
        "twentieth",
        "thirtieth",
        *sorted(_ORDINALS, key=len, reverse=True),
    )
)


def digits(text: str) -> Fraction:
    """Return a number written in digits."""
    return Fraction(text.replace(",", ""))


def ordinal(text: str) -> int:
    """Return the number of an English ordinal in words ("twenty-first")."""
    if text in ("twentieth", "thirtieth"):
        return 20 if text == "twentieth" else 30
    head, _, tail = re.sub(r"[\s-]+", " ", text).rpartition(" ")
    return _TENS.get(head, 0) + _ORDINALS.index(tail) + 1


def spoken(text: str) -> Fraction:
    """Return an English number in words; "seven fifty" is 750, "twelve hundred" 1200."""
    total, part = 0, 0
    for word in text.replace("-", " ").replace(",", "").split():
        if word in _SMALL or word in _TENS:
            value = _SMALL.get(word, 0) + _TENS.get(word, 0)
            two = 0 < part < 100 and value >= 10  # seven fifty
            part = (part * 100 if two else part) + value
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in ("thousand", "grand"):
            total, part = total + (part or 1) * 1000, 0
    return Fraction(total + part)


def chinese(text: str) -> Fraction:
    """Return a Chinese number; a last digit after 百, 千 or 万 counts the next lower place (三百五 is 350)."""
    mixed = re.fullmatch(r"(\d+(?:\.\d+)?)([万千百wk])(.?)", text)
    if mixed:
        unit = _UNITS[mixed[2]]
        last = _HAN[mixed[3]] if mixed[3] in _HAN else int(mixed[3] or 0)
        return Fraction(mixed[1]) * unit + last * unit // 10
    half = text.endswith("半")
    text = text.rstrip("半")
    if not any(char in _UNITS for char in text):
        return Fraction(int("".join(str(_HAN[char]) for char in text) or 0))
    total, part, digit, unit, zero = 0, 0, 0, 1, False
    for char in text:
        if char in _HAN:
            zero = zero or char in "零〇"
            digit = _HAN[char]
        elif _UNITS[char] == 10000:
            total, part, digit, unit, zero = total + (part + digit or 1) * 10000, 0, 0, 10000, False
        else:
            unit = _UNITS[char]
            part, digit, zero = part + (digit or (0 if part and unit == 1 else 1)) * unit, 0, False
    if digit:
        part += digit * (unit // 10) if unit >= 100 and not zero else digit
    if half:
        part += unit // 2
    return Fraction(total + part)


def number(text: str) -> Fraction:
    """Return a number in digits, English words or Chinese; "a" and "an" are one, a couple two."""
    if text in ("a", "an"):
        return Fraction(1)
    if "couple" in text:
        return Fraction(2)
    if text.isascii() and not (text[:1].isdigit() and ("k" in text or "w" in text)):
        return digits(text) if text[:1].isdigit() else spoken(text)
    return chinese(text)
