"""The kinds of field that files are made of: each turns written text into a checked value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, StringConstraints

from scoring.evidence import COMPETENCIES
from simulator.authoring.shapes import values
from simulator.authoring.shapes.suggest import nearest
from simulator.authoring.shapes.values import Misread
from simulator.call.script import BANDS, MOODS, Condition, Line


class Shape(BaseModel):
    """A block of a file: every key known, every value of its kind, nothing changed afterwards."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", arbitrary_types_allowed=True)


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
MaybeText = Annotated[str, StringConstraints(strip_whitespace=True)]


def _scalar(read: Callable[[str], Any], value: Any) -> Any:
    """Read a value that must be one text."""
    if not isinstance(value, str):
        raise Misread(
            "D103", {"expected": "@a_text", "found": "@a_list" if isinstance(value, list) else "@a_block"}
        )
    if not value.strip():
        raise Misread("D104")
    return read(value)


def reads(read: Callable[[str], Any]) -> PlainValidator:
    """Make a field out of a function that reads text."""
    return PlainValidator(partial(_scalar, read))


def _one_of(names: tuple[str, ...], text: str) -> str:
    if text not in names and (sign := re.search("[，、；]", text)):
        raise Misread("D003-comma", {"sign": sign[0]})
    if text not in names:
        raise Misread("D109", {"value": text, "known": ", ".join(names), "near": nearest(text, names)})
    return text


def one_of(*names: str) -> PlainValidator:
    """Make a field that holds one of some words."""
    return reads(partial(_one_of, names))


def read_mood_name(text: str) -> str:
    if text not in MOODS:
        raise Misread("D401", {"name": text, "known": ", ".join(MOODS), "near": nearest(text, MOODS)})
    return text


def read_score_name(text: str) -> str:
    if text not in COMPETENCIES:
        raise Misread(
            "D402", {"name": text, "known": ", ".join(COMPETENCIES), "near": nearest(text, COMPETENCIES)}
        )
    return text


def _listed(value: Any) -> Any:
    """Take one text for a list of one."""
    return [value] if isinstance(value, str) else value


def read_texts(value: Any, at: tuple[str | int, ...] = (), empty: bool = False) -> tuple[str, ...]:
    """Read a text or a list of texts."""
    if isinstance(value, str):
        if not value.strip():
            raise Misread("D104", at=at)
        return (value.strip(),)
    if not isinstance(value, list):
        raise Misread("D103", {"expected": "@text_or_list", "found": "@a_block"}, at)
    for index, one in enumerate(value):
        if not isinstance(one, str):
            found = "@a_list" if isinstance(one, list) else "@a_block"
            raise Misread("D103", {"expected": "@a_text", "found": found}, (*at, index))
        if not one.strip():
            raise Misread("D104", at=(*at, index))
    if not value and not empty:
        raise Misread("D104", at=at)
    return tuple(one.strip() for one in value)


def read_line(value: Any) -> Line:
    """Read what is said: a text, a list of texts, or one of these for each mood band."""
    if not isinstance(value, dict):
        return Line(any=read_texts(value))
    bands: dict[str, tuple[str, ...]] = {}
    if not value:
        raise Misread("D104")
    for name, said in value.items():
        if name not in (*BANDS, "any") and said == "" and len(value) == 1:
            raise Misread("D103", {"expected": "@text_or_list", "found": "@a_block"})
        if name not in (*BANDS, "any"):
            raise Misread(
                "D109-band",
                {"value": name, "known": ", ".join(BANDS), "near": nearest(name, BANDS)},
                (name,),
            )
        bands[name] = read_texts(said, (name,))
    spoken_always = bands.pop("any", ())
    if not spoken_always and (missing := [band for band in BANDS if band not in bands]):
        raise Misread("D101-band", {"key": ", ".join(missing)})
    return Line(any=spoken_always, bands=bands)


def read_format(text: str) -> str:
    if text.strip() != "1":
        raise Misread("D107", {"value": text})
    return text


MoodName = Annotated[str, reads(read_mood_name)]
ScoreName = Annotated[str, reads(read_score_name)]
Signed = Annotated[int, reads(values.read_signed)]
MoodEffects = dict[MoodName, Signed]
ScoreEffects = dict[ScoreName, Signed]
Level10 = Annotated[int, reads(partial(values.read_whole, low=0, high=10))]
MoodLevels = dict[MoodName, Level10]
Lines = Annotated[Line, PlainValidator(read_line)]
Texts = Annotated[tuple[str, ...], PlainValidator(read_texts)]
TextsOrNone = Annotated[tuple[str, ...], PlainValidator(partial(read_texts, empty=True))]
Names = Annotated[list[Text], BeforeValidator(_listed)]
When = Annotated[Condition, reads(values.read_condition)]
YesNo = Annotated[bool, reads(values.read_yes)]
Money = Annotated[tuple[int, str], reads(values.read_money)]
Monthly = Annotated[Decimal, reads(values.read_monthly)]
Amount = Annotated[Decimal, reads(values.read_amount)]
Months = Annotated[int, reads(values.read_months)]
Days = Annotated[int, reads(values.read_days)]
Share = Annotated[float, reads(values.read_share)]
Day = Annotated[date, reads(values.read_date)]
Clock = Annotated[str, reads(values.read_time)]
Count = Annotated[tuple[int, int], reads(values.read_range)]
Language = Annotated[str, one_of("en", "zh")]
Format = Annotated[str, reads(read_format)]


def whole(low: int, high: int) -> PlainValidator:
    """Make a field that holds a whole number from `low` to `high`."""
    return reads(partial(values.read_whole, low=low, high=high))


def exactly_one(given: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """Return the one of some keys that is there; Misread when there is none or more than one."""
    there = [name for name in names if given.get(name) is not None]
    if len(there) != 1:
        raise Misread(
            "D106" if there else "D106-none", {"known": " / ".join(names), "found": ", ".join(there)}
        )
    return there[0]
