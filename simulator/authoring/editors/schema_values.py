"""What a written value looks like to an editor: JSON Schema for each kind of field, as the loader reads it.

The patterns say the same as `values.py`, in the regular expressions that editors know (ECMA 262), and with
the full-width signs that an input method writes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from scoring.evidence import COMPETENCIES
from simulator.authoring.shapes import fields, values
from simulator.call.script import BANDS, MOODS

Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""An editor reads 500 as a number and true as a truth value; to the loader both are text."""
_SOME: Schema = {"type": "array", "items": TEXT, "minItems": 1}
TEXTS: Schema = {"anyOf": [TEXT, _SOME]}
TEXTS_OR_NONE: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}

_DIGIT = "[0-9０-９]"
_PLUS, _MINUS = "[+＋]", "[-－−–]"
_NUMBER = rf"(?:{_DIGIT}{{1,3}}(?:[,，]{_DIGIT}{{3}})+(?:[.．]{_DIGIT}+)?|{_DIGIT}+(?:[.．]{_DIGIT}+)?)"
_OP = "(?:[>＞][=＝]|[<＜][=＝]|[=＝]{2}|[!！][=＝]|[>＞<＜=＝≥≤≠])"
_TO = rf"(?:to|{_MINUS}|到|至)"


def _pattern(inside: str, *more: str) -> Schema:
    return {"type": ["string", *more], "pattern": rf"^\s*(?:{inside})\s*$"}


def _any_case(word: str) -> str:
    return "".join(f"[{letter.upper()}{letter.lower()}]" if letter.isascii() else letter for letter in word)


def _numbers(low: int, high: int) -> str:
    """Return a pattern of the whole numbers from `low` to `high`, wide or narrow digits."""
    wide = str.maketrans({str(digit): f"[{digit}{chr(0xFF10 + digit)}]" for digit in range(10)})
    return "|".join(str(number).translate(wide) for number in range(low, high + 1))


def _whole(low: int, high: int) -> Schema:
    inside = f"{_PLUS}?[0０]*(?:{_numbers(low, high)})"
    return {**_pattern(inside, "integer"), "minimum": low, "maximum": high}


def _condition(turns: bool = True) -> Schema:
    moods = rf"(?:{'|'.join(MOODS)})\s*{_OP}\s*{_PLUS}?[0０]*(?:{_numbers(0, 10)})"
    turn = rf"|turn\s*{_OP}\s*[+＋\-－]?{_DIGIT}+"
    one = f"(?:{moods}{turn if turns else ''})"
    return _pattern(rf"{one}(?:(?:\s+(?:and|AND|且|并且)\s+|\s*[&＆]{{1,2}}\s*){one})*")


def line() -> Schema:
    """Return the schema of what is said: a text, a list, or one of these for each mood band."""
    by_mood: Schema = {
        "type": "object",
        "properties": {name: TEXTS for name in (*BANDS, "any")},
        "additionalProperties": False,
        "anyOf": [{"required": ["any"]}, {"required": list(BANDS)}],
    }
    return {"anyOf": [TEXT, _SOME, by_mood]}


def ends_when() -> Schema:
    """Return the schema of one `condition: ending`."""
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "patternProperties": {_condition()["pattern"]: TEXT},
        "additionalProperties": False,
    }


_READERS: dict[Callable[..., Any], Callable[[], Schema]] = {
    values.read_signed: lambda: {
        **_pattern(rf"(?:{_PLUS}|{_MINUS})\s?[0０]{{0,2}}(?:[1１][0０]|{_DIGIT})", "integer"),
        "minimum": -10,
        "maximum": 10,
    },
    values.read_condition: _condition,
    values.read_yes: lambda: _pattern(
        "|".join(map(_any_case, ("yes", "true", "on", "是", "no", "false", "off", "否"))), "boolean"
    ),
    values.read_money: lambda: _pattern(rf"{_NUMBER}\s*(?:{'|'.join(map(_any_case, values.DECIMALS))})"),
    values.read_monthly: lambda: _pattern(
        rf"{_NUMBER}\s*(?:(?:a|per|[/／]) ?month|元?(?:每月|每个月|[/／]月))?"
        rf"|(?:每月|每个月)\s*{_NUMBER}\s*元?",
        "number",
    ),
    values.read_days: lambda: _pattern(rf"{_DIGIT}{{1,5}}\s*(?:days?|天)"),
    values.read_months: lambda: _pattern(rf"{_DIGIT}{{1,3}}\s*(?:months?|个月)"),
    values.read_amount: lambda: _pattern(rf"{_NUMBER}\s*元?", "number"),
    values.read_share: lambda: _pattern(
        rf"[0０]*(?:[1１][0０][0０](?:[.．][0０]+)?|{_DIGIT}{{1,2}}(?:[.．]{_DIGIT}+)?)\s*[%％]"
    ),
    values.read_date: lambda: _pattern(
        rf"{_DIGIT}{{4}}{_MINUS}(?:{_months()}){_MINUS}(?:{_days()})",
    ),
    values.read_time: lambda: _pattern(
        rf"(?:[01０１]?{_DIGIT}|[2２][0-3０-３])[:：][0-5０-５]{_DIGIT}",
    ),
    values.read_range: lambda: _pattern(
        rf"{_DIGIT}{{0,2}}[1-9１-９]{_DIGIT}{{0,2}}(?:\s*{_TO}\s*{_DIGIT}{{1,3}})?\s*期?", "integer"
    ),
    fields.read_format: lambda: {"type": ["string", "integer"], "enum": [1, "1"]},
    fields.read_mood_name: lambda: {"enum": list(MOODS)},
}


def _months() -> str:
    return "[0０][1-9１-９]|[1１][0-2０-２]"


def _days() -> str:
    return f"[0０][1-9１-９]|[1-2１-２]{_DIGIT}|[3３][01０１]"


def scalar(read: Callable[..., Any]) -> Schema:
    """Return the schema of a field that is read by one of the readers of the loader."""
    if isinstance(read, partial):
        if read.func is values.read_whole:
            return _whole(read.keywords["low"], read.keywords["high"])
        return {"enum": list(read.args[0])}  # one of some words
    return _READERS[read]() if read in _READERS else {"enum": list(_names_of(read))}


def _names_of(read: Callable[..., Any]) -> tuple[str, ...]:
    assert read is fields.read_score_name  # the only reader left; a new one must be added above
    return tuple(COMPETENCIES)
