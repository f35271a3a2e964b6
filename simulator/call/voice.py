"""How a line is spoken: the variant of the mood, dressed as this person talks, with the figures in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from simulator.call.script import Line, Persona

OPENS = 0.6
"""How often a line begins with one of the person's own openers."""
CLOSES = 0.2
"""How often it ends with one of their closers."""

_FIRST_WORD = re.compile(r"[\s,.!?，。！？、…]")
_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€"}


@lru_cache(maxsize=1)
def defaults() -> dict[str, dict[str, Any]]:
    """Return the words used when scenario and persona have none, per language and purpose."""
    with (Path(__file__).resolve().parent / "lines.toml").open("rb") as file:
        return tomllib.load(file)


def chance(seed: int, turn: int, purpose: str) -> Random:
    """Return the dice for one purpose in one turn: the same for the same seed, on every machine."""
    return Random(f"{seed}/{turn}/{purpose}")


def pick(variants: Sequence[str], seed: int, turn: int, purpose: str, avoid: str = "") -> str:
    """Return one of `variants` by the seed, none that stands in `avoid` (what was just said) when
    there is a choice; "" of none."""
    free = [variant for variant in variants if not avoid or variant not in avoid] or list(variants)
    return chance(seed, turn, purpose).choice(free) if free else ""


def variant(line: Line, band: str, seed: int, turn: int, purpose: str) -> str:
    """Return the words of `line` for a mood band: the band's own, else the common, else the nearest."""
    words = line.bands.get(band) or line.any
    if not words and line.bands:
        words = line.bands.get("tense") or next(iter(line.bands.values()))
    return pick(words, seed, turn, purpose)


def dress(text: str, persona: Persona, band: str, seed: int, turn: int, before: str = "") -> str:
    """Return `text` as this person says it in this mood.

    `before` is what they said last: no opener or closer of it comes again at once, nor one whose
    first word is in the text already. A sound or a silence (in brackets, or dots) stays as it is.
    """
    voice = persona.voice.get(band)
    if voice is None or not text or text[0] in "(（…":
        return text
    dice = chance(seed, turn, "voice")
    opener = closer = ""
    if dice.random() < OPENS:
        opener = pick(_fresh(voice.opens, text, before), seed, turn, "opener")
    if dice.random() < CLOSES:
        closer = pick(_fresh(voice.closes, text, before), seed, turn, "closer")
    return join((opener, text, closer), persona.language)


def _fresh(phrases: Sequence[str], text: str, before: str) -> list[str]:
    return [phrase for phrase in phrases if phrase not in before and _FIRST_WORD.split(phrase)[0] not in text]


def join(parts: Sequence[str], language: str) -> str:
    """Return spoken parts as one text: with spaces in English, without in Chinese."""
    return ("" if language == "zh" else " ").join(part for part in parts if part)


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return `text` with `{name}` places filled; an unknown place stays as it is."""
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text


def money(amount: int, currency: str, language: str) -> str:
    """Return minor units as people say them: "$1,450", "$12.50", "1450元"."""
    whole, rest = divmod(abs(amount), 100)
    digits = f"{whole:,}" if language == "en" else str(whole)
    if rest:
        digits += f".{rest:02d}"
    if language == "zh":
        return digits + {"CNY": "元", "USD": "美元", "GBP": "英镑"}.get(currency, currency)
    return _SIGNS.get(currency, currency + " ") + digits


def day_of(day: date, today: date, language: str) -> str:
    """Return a date as people say it on the phone: "15th", "3rd of July", "15号", "7月3号"."""
    near = (day.year, day.month) == (today.year, today.month)
    if language == "zh":
        return f"{day.day}号" if near else f"{day.month}月{day.day}号"
    return ordinal(day.day) if near else f"{ordinal(day.day)} of {_MONTHS[day.month - 1]}"


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 11th …"""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
