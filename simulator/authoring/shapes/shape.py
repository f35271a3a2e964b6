"""A page against its shape: pydantic finds what is wrong, and its sentences stop here.

Every kind of its errors becomes a finding of ours, with the place where the author wrote it. One cause
gives one finding: a known word at the wrong depth does not also miss where it belongs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.lexing import quoted
from simulator.authoring.reading.page import Page
from simulator.authoring.reading.tree import Path
from simulator.authoring.shapes.cross import place_of_block
from simulator.authoring.shapes.fields import Shape
from simulator.authoring.shapes.known import keys_at, known_words, model_at, names_of, places_of
from simulator.authoring.shapes.suggest import listed, nearest
from simulator.authoring.shapes.values import Misread

S = TypeVar("S", bound=Shape)

_EXPECTED = {
    "string_type": "@a_text",
    "list_type": "@a_list",
    "tuple_type": "@a_list",
    "dict_type": "@a_block",
    "model_type": "@a_block",
    "model_attributes_type": "@a_block",
}


def shaped(page: Page, shape: type[S]) -> tuple[S | None, list[Finding]]:
    """Return the checked model of a page, None with the findings when it has not this shape."""
    if not isinstance(page.tree.plain, dict):
        return None, [page.finding("D103-file", 0, 0, 1)]
    try:
        return shape.model_validate(page.tree.plain), []
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=False)
        return None, list(_one_per_cause(page, shape, problems))


def _one_per_cause(page: Page, shape: type[Shape], problems: list[Any]) -> Iterator[Finding]:
    excused: set[Path] = set()
    found: list[tuple[Path, str, Finding]] = []
    for problem in problems:
        path: Path = tuple(problem["loc"])
        if problem["type"] == "extra_forbidden":
            finding, belongs = _unknown_key(page, shape, path)
            if belongs is not None:
                if belongs in excused:
                    continue  # the same block moved: its first key has said so
                excused.add(belongs)
            found.append((path, "unknown", finding))
        else:
            found.append((path, problem["type"], _told(page, shape, path, problem)))
    near = {
        (path[:-1], finding.details.get("near", "")) for path, kind, finding in found if kind == "unknown"
    }
    empty = {path for path, _, finding in found if finding.code == "D104"}
    for path, kind, finding in found:
        if kind == "missing" and ((path[:-1], str(path[-1])) in near or path[:-1] in empty):
            continue  # misspelt, and said so already
        if any(path[: len(one)] == one for one in excused) and (kind == "missing" or finding.code == "D104"):
            continue
        yield finding


def _told(page: Page, shape: type[Shape], path: Path, problem: Any) -> Finding:
    kind, context = problem["type"], problem.get("ctx", {})
    if kind == "value_error" and isinstance(misread := context.get("error"), Misread):
        at = (*path, *misread.at)
        if misread.key == "D103":
            return _wrong_kind(page, shape, at, misread.details["expected"])
        if at and at[-1] == "[key]":
            return page.at_key(misread.key, at[:-1], misread.details)
        if misread.key in ("D106", "D106-none", "D101-heard"):
            return _at_item(page, at, misread)
        if misread.key == "D105":
            return page.at_value("D105", at, {**misread.details, "sign": _sign_of(page, at)})
        if misread.at and misread.key in ("D109-band",):
            return page.at_key(misread.key, at, misread.details)
        return page.at_value(misread.key, at, misread.details)
    if kind == "missing":
        where = page.tree.nearest(path)
        named = _name_of(page, where)
        key = "D101-in" if named else "D101"
        return page.at_value(key, where, {"key": str(path[-1]), "where": named})
    if kind in _EXPECTED:
        return _wrong_kind(page, shape, path, _EXPECTED[kind])
    if kind in ("string_too_short", "too_short"):
        return page.at_value("D104", path)
    return page.at_value("D103-other", path)


def _sign_of(page: Page, path: Path) -> str:
    """The sign that points surely have: what is good earns, a fault costs; "" for a mood."""
    block = page.tree.at(path[:-2])
    if len(path) < 2 or path[-2] != "score" or not isinstance(block, dict):
        return ""
    if {"good", "okay"} & block.keys() or path[-3] == "accept":
        return "+"
    return "-" if {"bad", "breach"} & block.keys() else ""


def _at_item(page: Page, path: Path, misread: Misread) -> Finding:
    place = page.tree.nearest(path)
    block = page.tree.at(place)
    first = (*place, next(iter(block))) if isinstance(block, dict) and block else place
    if misread.key == "D106":
        second = misread.details["found"].split(", ")[1]
        first = (*place, second)
    return page.at_key(misread.key, first, misread.details)


def _name_of(page: Page, path: Path) -> str:
    """How a block is called in a sentence: its key, or for an item the list and its number."""
    if not path:
        return ""
    if isinstance(path[-1], int):
        block = page.tree.at(path)
        if isinstance(block, dict):
            for kind in ("good", "okay", "bad", "breach", "you"):
                if isinstance(block.get(kind), str):
                    return str(block[kind])
        return f"{path[-2] if len(path) > 1 else ''} {path[-1] + 1}".strip()
    return str(path[-1])


def _wrong_kind(page: Page, shape: type[Shape], path: Path, expected: str) -> Finding:
    """A list where a text belongs, and its like; often the reason is a sign that YAML understands."""
    place = page.tree.nearest(path)
    value = page.tree.at(place)
    if value == "":
        return page.at_value("D104", place)
    line = _line_of(page, place)
    if expected in ("@a_text", "@text_or_list") and isinstance(value, dict):
        flow = page.tree.styles.get(place) == "flow"
        said = _written_item(page, line, flow)
        if flow and len(value) == 1 and next(iter(value.values())) == "":
            return page.at_value("D005-start", place, {"sign": "{", "quoted": quoted(said)})
        if not flow and len(value) == 1 and (key := next(iter(value))) not in known_words(shape):
            return page.at_key("D005-colon", (*place, key), {"quoted": quoted(said)})
    if isinstance(value, str) and value[:1] in "［｛":
        plain = "[" if value[0] == "［" else "{"
        return page.at_value("D003-bracket", place, {"sign": value[0], "plain": plain})
    if isinstance(value, str) and place and isinstance(place[-1], str) and place[-1] in known_words(shape):
        deep = _belongs(page, shape, place)
        if deep:
            return page.at_key("D012", place, {"key": str(place[-1]), "where": deep})
    found = "@a_list" if isinstance(value, list) else "@a_block" if isinstance(value, dict) else "@a_text"
    example = {"@a_list": "@example_list", "@a_block": "@example_block"}.get(expected, "")
    return page.at_value("D103", place, {"expected": expected, "found": found, "example": example})


def _line_of(page: Page, path: Path) -> int:
    spot = page.tree.values.get(path)
    return spot.line if spot else 0


def _written_item(page: Page, line: int, flow: bool) -> str:
    text = page.lines[line] if line < len(page.lines) else ""
    text = re.sub(r"^\s*(-\s+)*", "", text)
    if flow:
        text = re.sub(r"^[\w ]+:\s+(?=\{)", "", text)
    return text.strip()


def _unknown_key(page: Page, shape: type[Shape], path: Path) -> tuple[Finding, Path | None]:
    """Say what an unknown key is: misspelt, at the wrong depth, or cut off by a comma.

    Also returns the path where it belongs, when it is known there and stands elsewhere.
    """
    key = str(path[-1])
    place = page.tree.nearest(path)
    block = place[:-1] if place == path else place
    here = keys_at(shape, path[:-1])
    if page.tree.at(place) == "" and page.tree.styles.get(block) == "flow" and key not in known_words(shape):
        if (colon := re.match(r"([a-z_]+)[:：]", key)) and colon[1] in here:
            return page.at_key("D004-colon", place, {"fixed": f"{colon[1]}: {key[colon.end() :]}"}), None
        return page.at_key("D011-block", place, {"rest": key}), None
    if "：" in key:
        return page.at_key("D003-colon", place, {"sign": "：", "key": key.partition("：")[0]}), None
    if belongs := place_of_block(page.tree.at(place)):
        return page.at_key("D012", place, {"key": key, "where": belongs}), None
    near = nearest(key, here)
    if key in known_words(shape) and (not near or near.casefold() != key.casefold()):
        deep = _belongs(page, shape, place)
        if deep:
            parent = _parent_beside(page, shape, place)
            return page.at_key("D012", place, {"key": key, "where": deep}), parent or (*block, f"@{deep}")
    return page.at_key("D102", place, {"key": key, "near": near, "known": listed(here, 40)}), None


def _belongs(page: Page, shape: type[Shape], place: Path) -> str:
    """Name the block a key belongs in, when that is another one than where it stands."""
    key = str(place[-1])
    model = model_at(shape, place[:-1])
    if model is not None and key in names_of(model):
        return ""
    parents = places_of(shape).get(key, ())
    before = _parent_beside(page, shape, place)
    if before is not None:
        return str(before[-1])
    for name in parents:
        if name:
            return name.rstrip("/")
    return "@top" if "" in parents else ""


def _parent_beside(page: Page, shape: type[Shape], place: Path) -> Path | None:
    """The block just before a key, beside it, that would take the key."""
    block = page.tree.at(place[:-1])
    if not isinstance(block, dict):
        return None
    before: Path | None = None
    for key in block:
        if key == place[-1]:
            break
        candidate = (*place[:-1], key)
        model = model_at(shape, candidate)
        if model is not None and place[-1] in names_of(model):
            before = candidate
    return before
