"""What the listening checks know of a language, read from spoken.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "spoken.toml"


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with a place ({}) for what a pattern hears, and whether it should be heard there."""

    name: str
    heard: bool
    text: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words and frames of one language.

    `common` are words that say nothing, `negators` finds one that denies. `does` are frames for what a
    collector does (it begins with one of `verbs`, perhaps after `future`), `says` for what is said in any
    other way.
    """

    common: frozenset[str]
    negators: re.Pattern[str]
    future: re.Pattern[str]
    verbs: re.Pattern[str]
    does: tuple[Frame, ...]
    says: tuple[Frame, ...]


@cache
def spoken(language: str) -> Spoken:
    """Return what is known of a language ("en" or "zh")."""
    with _FILE.open("rb") as file:
        table = tomllib.load(file)[language]
    return Spoken(
        common=frozenset(table["common"].split()),
        negators=re.compile(table["negators"]),
        future=re.compile(table["future"], re.IGNORECASE),
        verbs=_begins(table["verbs"], language),
        does=tuple(Frame(*row) for row in table["does"]),
        says=tuple(Frame(*row) for row in table["says"]),
    )


def _begins(words: str, language: str) -> re.Pattern[str]:
    end = "" if language == "zh" else r"\b"
    return re.compile(f"(?:{'|'.join(words.split())}){end}", re.IGNORECASE)
