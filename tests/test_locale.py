"""Two catalogues that say the same things, and nothing that is said is missing from them."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from simulator.catalogue import LANGUAGES, catalogue, system_language, t

ROOT = Path(__file__).parents[1]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_messages_with_the_same_places() -> None:
    english, chinese = catalogue("en"), catalogue("zh")
    assert english.keys() == chinese.keys()
    for key, text in english.items():
        assert places(text) == places(chinese[key]), key


def test_every_message_that_the_program_asks_for_exists() -> None:
    asked = set()
    for path in (ROOT / "simulator").rglob("*.py"):
        asked |= set(
            re.findall(
                r'\b(?:t|word|words)\(\s*"([a-z]+\.[a-zA-Z_-]*[a-z])"[,)]', path.read_text(encoding="utf-8")
            )
        )
    assert asked
    assert not asked - catalogue("en").keys()


def test_every_message_is_used_somewhere() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "simulator").rglob("*.py"))
    prefixes = ("file.", "sheet.every_", *set(re.findall(r"""["']([a-z]+\.[a-z]*_?)(?:["'] \+|\{)""", code)))
    used = set(re.findall(r"""["']([a-z]+\.[a-zA-Z_-]+)["']""", code))
    unused = [key for key in catalogue("en") if key not in used and not key.startswith(prefixes)]
    assert not unused


def test_chinese_is_written_in_chinese() -> None:
    for key, text in catalogue("zh").items():
        said = re.sub(r"\{\w+\}", "", text)
        assert re.search("[\u4e00-\u9fff]", said) or not re.search("[a-zA-Z]{4}", said), key


@pytest.mark.parametrize(
    ("value", "language"),
    [("zh_CN.UTF-8", "zh"), ("zh_TW", "zh"), ("en_US.UTF-8", "en"), ("C", "en"), ("de_DE", "en")],
)
def test_the_language_of_the_system_is_followed(
    value: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", value)
    assert system_language() == language
    assert language in LANGUAGES


def test_values_are_put_in_their_places() -> None:
    assert "x1" in t("plain.continuing", "en", id="x1")
