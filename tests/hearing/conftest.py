"""Ears for the tests: of the phrase files, and of small banks of bare acts that leave all to scope."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from simulator.authoring.cache import Cache
from simulator.authoring.library import Library
from simulator.hearing import BAD, BEHAVIOURS, BREACH, Ear, Hearing, PhraseBank, Phrases

TODAY = date(2026, 6, 10)
Hear = Callable[[str], Hearing]

ENGLISH = {
    "threatens_legal": ("(sue|suing) you", "take you to court", "garnish your wages", "legal action"),
    "threatens_exposure": ("(call|tell) your (boss|family)", "call people's bosses"),
    "threatens_arrest": (
        "arrest (you|anyone)",
        "be arrested",
        "(go|goes) to (jail|prison)",
        "~police ... (you|your door)",
        "you with jail",
    ),
    "harasses": ("calling (you|until)",),
    "dismisses_feeling": ("do not care", "not my problem"),
    "acknowledges_feeling": ("sorry to hear", "i understand how"),
    "acknowledges_hardship": ("not easy", "(hard|tough) year"),
}
CHINESE = {
    "threatens_legal": ("起诉", "查封", "去法院"),
    "threatens_visit": ("上门", "去(你|您)家"),
    "threatens_exposure": ("去 单位", "联系您的家人", "告诉 家人"),
    "threatens_arrest": ("报警", "抓你"),
    "insults": ("老赖",),
    "acknowledges_feeling": ("不容易", "理解您", "心里难受"),
    "offers_relief": ("减少 利息",),
}


def small_bank(language: str, packs: dict[str, tuple[str, ...]]) -> PhraseBank:
    """Return a bank of patterns alone."""
    phrases = tuple(Phrases(name, BEHAVIOURS[name], name, "", hears=hears) for name, hears in packs.items())
    return PhraseBank(language, phrases, {"police": ("police", "officers")})


def hearing(ear: Ear) -> Hear:
    """Return a function that hears one reply outside any beat."""
    beat = ear.listening(())
    return lambda reply: ear.hear(reply, beat, TODAY)


def names(heard: Hearing) -> set[str]:
    """Return the behaviours that were heard."""
    return {match.name for match in heard.behaviours}


def hard(heard: Hearing) -> set[str]:
    """Return the bad behaviours and breaches that were heard."""
    return names(heard) & {*BAD, *BREACH}


@pytest.fixture(scope="session")
def ears(compiled: Path) -> dict[str, Ear]:
    """The ears of the phrase files in the repository, out of the cache that all tests share."""
    library = replace(Library.usual(), cache=Cache(compiled))
    return {language: library.ear(language) for language in ("en", "zh")}


@pytest.fixture(scope="session")
def english() -> Hear:
    """Hears with a small English bank."""
    return hearing(Ear(small_bank("en", ENGLISH)))


@pytest.fixture(scope="session")
def chinese() -> Hear:
    """Hears with a small Chinese bank."""
    return hearing(Ear(small_bank("zh", CHINESE)))
