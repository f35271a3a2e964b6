"""The wording of findings: one definition per code, in every language, read from `findings/*.toml`."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from simulator.authoring.findings.finding import Severity, Told

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Definition:
    """What a code means: how bad it is and what is said about it in each language.

    `help` holds templates from the best to the last resort; the first whose words are all known is
    used. `why` explains the code for `--explain`.
    """

    key: str
    severity: Severity
    message: Mapping[str, str]
    label: Mapping[str, str]
    help: Mapping[str, tuple[str, ...]]
    why: Mapping[str, str]


@cache
def tables() -> dict[str, Any]:
    """Return all definitions as they are written, by code, and the shared words under "words"."""
    merged: dict[str, Any] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        with path.open("rb") as file:
            table = tomllib.load(file)
        for language, words in table.pop("words", {}).items():
            merged.setdefault("words", {}).setdefault(language, {}).update(words)
        merged |= table
    return merged


@cache
def definition(key: str) -> Definition:
    """Return the definition of a code; KeyError when there is none."""
    table = tables()[key]
    base = tables().get(key.partition("-")[0], table)
    helps = {
        language: (told,) if isinstance(told := table[language].get("help", ()), str) else tuple(told)
        for language in LANGUAGES
    }
    return Definition(
        key=key,
        severity=Severity(table["severity"]),
        message={language: table[language]["message"] for language in LANGUAGES},
        label={language: table[language].get("label", "") for language in LANGUAGES},
        help=helps,
        why={language: table[language].get("why", base[language].get("why", "")) for language in LANGUAGES},
    )


def keys() -> list[str]:
    """Return every code that is defined, variants too, in order."""
    return sorted(key for key in tables() if key != "words")


def word(name: str, language: str) -> str:
    """Return a word of the wording ("error", "list" …) in a language."""
    return str(tables()["words"][language][name])


def _needs(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def tell(key: str, details: Mapping[str, str], language: str) -> Told:
    """Return what a finding says in a language; an unknown language is answered in English."""
    language = language if language in LANGUAGES else "en"
    known = definition(key)
    said = {
        name: word(value[1:], language) if value.startswith("@") and len(value) > 1 else value or "…"
        for name, value in details.items()
    }
    given = {name for name, value in details.items() if value}
    helps = [template for template in known.help[language] if _needs(template) <= given]
    return Told(
        message=known.message[language].format_map(said),
        label=known.label[language].format_map(said),
        help=helps[0].format_map(said) if helps else "",
    )
