"""Patterns of `hears` and `except`, read by the engine that will use them; its complaints become findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.page import Page
from simulator.authoring.reading.tree import Path
from simulator.authoring.shapes.cross import responses
from simulator.authoring.shapes.suggest import nearest

_REGEX = re.compile(r"\\[a-zA-Z.]|\.\*|\.\+|\[[^\]]*\]|\(\?|[\^$]|[*+]")
_FIRM = re.compile(r"\{(creditor|collector)\}")
_WHY = {
    "empty-pattern": "@why_empty",
    "gap-at-edge": "@why_edge",
    "unknown-slot": "@why_slot",
    "stray-sign": "@why_sign",
    "unclosed-bracket": "@why_bracket",
    "empty-alternative": "@why_alternative",
    "gap-inside": "@why_inside",
    "too-deep": "@why_deep",
    "too-many": "@why_many",
    "empty-list": "@why_list",
}

Lists = Mapping[str, Sequence[str]]


def scenario_patterns(page: Page, shared: Lists) -> Iterator[Finding]:
    """Every pattern of a scenario can be read; `shared` are the word lists of its language."""
    for path, one in responses(page):
        for key in ("hears", "except"):
            if key in one:
                yield from _patterns(page, (*path, key), {}, shared)


def phrase_patterns(page: Page, shared: Lists) -> Iterator[Finding]:
    """Every pattern and word list of a phrase file can be read."""
    own = {name: entries for name, entries in _as_lists(page.tree.at(("lists",))).items() if entries}
    for key in ("hears", "except"):
        yield from _patterns(page, (key,), own, shared)
    for name, entries in own.items():
        for index in range(len(entries)):
            yield from _pattern(page, ("lists", name, index), entries[index], own, shared, entry=True)


def rulebook_patterns(page: Page, shared: Lists) -> Iterator[Finding]:
    """Every pattern and word list of a rulebook can be read; {creditor} and {collector} stand for names."""
    own = {name: entries for name, entries in _as_lists(page.tree.at(("lists",))).items() if entries}
    for name, entries in own.items():
        for index in range(len(entries)):
            yield from _pattern(page, ("lists", name, index), entries[index], {}, shared, entry=True)
    for path in [path for path in page.tree.values if path and path[-1] in ("hears", "except")]:
        value = page.tree.at(path)
        for index, text in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(text, str) and text:
                at = (*path, index) if isinstance(value, list) else path
                yield from _pattern(page, at, _FIRM.sub(r"(\1)", text), own, shared)


def _as_lists(value: object) -> dict[str, list[str]]:
    if not isinstance(value, dict):
        return {}
    lists: dict[str, list[str]] = {}
    for name, entries in value.items():
        if isinstance(entries, list):
            lists[name] = [one for one in entries if isinstance(one, str) and one]
        elif isinstance(entries, str) and entries:
            lists[name] = [entries]
    return lists


def _patterns(page: Page, path: Path, own: Lists, shared: Lists) -> Iterator[Finding]:
    value = page.tree.at(path)
    if isinstance(value, str) and value:
        yield from _pattern(page, path, value, own, shared)
    elif isinstance(value, list):
        for index, one in enumerate(value):
            if isinstance(one, str) and one:
                yield from _pattern(page, (*path, index), one, own, shared)


def _pattern(
    page: Page, path: Path, text: str, own: Lists, shared: Lists, entry: bool = False
) -> Iterator[Finding]:
    from simulator.hearing import PatternError, WordLists, parse

    lists = WordLists(own, shared)
    try:
        parse(f"({text})" if entry else text, lists)
    except PatternError as error:
        column = max(0, error.column - entry)
        if error.code == "unknown-list":
            known = (*own, *shared)
            details = {"name": error.detail, "near": nearest(error.detail, known)}
            yield _inside(page, "D311", path, text, column, len(error.detail) + 1, details)
        elif (sign := _REGEX.search(text)) and error.code in (
            "stray-sign",
            "gap-at-edge",
            "unclosed-bracket",
        ):
            yield _inside(page, "D317", path, text, sign.start(), len(sign[0]), {"sign": sign[0]})
        else:
            reason = _WHY.get(error.code, error.code)
            yield _inside(page, "D307", path, text, column, 1, {"reason": reason})


def _inside(
    page: Page, key: str, path: Path, text: str, column: int, length: int, details: dict[str, str]
) -> Finding:
    """Make a finding at a place inside a pattern, where the text stands in the file as it is."""
    whole = page.at_value(key, path, details)
    written = whole.text[whole.column - 1 : whole.end - 1]
    shift = written.find(text)
    if shift < 0:
        return whole
    start = whole.column - 1 + shift + min(column, max(len(text) - 1, 0))
    return page.finding(key, whole.line - 1, start, start + max(length, 1), details)
