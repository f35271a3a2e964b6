"""How a language puts a label, an aside or a quotation around words."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.catalogue import catalogue, t


def labelled(label: str, text: str, language: str) -> str:
    """Return "label: text" as the language writes it."""
    return f"{label}：{text}" if language == "zh" else f"{label}: {text}".rstrip()


def aside(text: str, language: str) -> str:
    """Return a text in brackets, to stand behind another."""
    return f"（{text}）" if language == "zh" else f" ({text})"


def quoted(words: str, language: str) -> str:
    """Return the trainee's own words in quotation marks, to stand behind a title."""
    return ("" if language == "zh" else " ") + t("sheet.your_words", language, words=words)


def fact(name: str, text: str, language: str) -> str:
    """Return a text behind the label that the sheet has for `name`."""
    return labelled(t(f"sheet.{name}", language), text, language)


def named(section: str, name: str, language: str, **values: object) -> str:
    """Return the message of a name, the name itself where the catalogue has none."""
    key = f"{section}.{name}"
    return t(key, language, **values) if key in catalogue(language) else name.replace("_", " ")


def joined(parts: Iterable[str], language: str) -> str:
    """Return parts as one line, between semicolons."""
    return ("；" if language == "zh" else "; ").join(parts)


def listed(parts: Iterable[str], language: str) -> str:
    """Return the parts of one thing as one line, between commas."""
    return ("，" if language == "zh" else ", ").join(part.strip() for part in parts if part)
