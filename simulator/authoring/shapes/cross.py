"""What a scenario says in one place against what it says in another: names and targets.

These checks read the tree, not the model, so that they also work on a file that has other faults.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from scoring.evidence import Kind
from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.page import Page
from simulator.authoring.reading.tree import Path
from simulator.authoring.shapes.braces import places, split_texts, spoken
from simulator.authoring.shapes.parts import block, items, texts
from simulator.authoring.shapes.scenario import KINDS
from simulator.authoring.shapes.suggest import listed, nearest
from simulator.hearing.behaviours import BEHAVIOURS

RUNS_OUT = "runs_out"
HANGS_UP = "hangs_up"
BUILT_IN_ENDINGS = (RUNS_OUT, HANGS_UP)
"""Endings that exist although a file does not define them; both are lost calls."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def responses(page: Page) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every response of a scenario with its path, those of `always` first."""
    for index, one in enumerate(items(page.tree.at(("always",)))):
        if isinstance(one, dict):
            yield ("always", index), one
    for name, beat in block(page.tree.at(("beats",))).items():
        for index, one in enumerate(items(block(beat).get("responses"))):
            if isinstance(one, dict):
                yield ("beats", name, "responses", index), one


def response_names(page: Page) -> dict[str, Path]:
    """The names of all responses, each with the path of the first that has it."""
    names: dict[str, Path] = {}
    for path, one in responses(page):
        for kind in KINDS:
            if isinstance(one.get(kind), str) and one[kind]:
                names.setdefault(one[kind], (*path, kind))
    return names


def identity(page: Page, folder: str = "", file: str = "") -> Iterator[Finding]:
    """The id is spelt as ids are, and is the name of the file; the language is that of the folder."""
    given = page.tree.at(("id",))
    if isinstance(given, str) and given:
        if not _ID.fullmatch(given):
            yield page.at_value("D108", ("id",), {"name": given})
        elif file and given != file:
            yield page.at_value("D108-file", ("id",), {"name": given, "file": file})
    language = page.tree.at(("language",))
    if folder in ("en", "zh") and language in ("en", "zh") and folder != language:
        yield page.at_value("D108-folder", ("language",), {"name": str(language), "file": folder})


def behaviours(page: Page, path: Path, also: tuple[str, ...] = (), keys: bool = False) -> Iterator[Finding]:
    """Every name at a path is a behaviour's id, or one of `also`."""
    value = page.tree.at(path)
    names: list[tuple[Path, str]] = []
    if keys and isinstance(value, dict):
        names = [((*path, key), key) for key in value]
    elif not keys:
        names = [(where, text) for where, text in texts(page, path) if text]
    known = (*BEHAVIOURS, *also)
    for where, name in names:
        if name in known:
            continue
        tell = page.at_key if keys else page.at_value
        if sign := re.search("[，、；]", name):
            yield tell("D003-comma", where, {"sign": sign[0]})
        else:
            yield tell("D113", where, {"name": name, "near": nearest(name, known)})


def misplaced(page: Page) -> frozenset[str]:
    """The names of beats and endings that stand at a wrong depth; that is the fault, not what leads there."""
    blocks = (
        (path, value)
        for path in page.tree.keys
        if path[:-1] not in (("beats",), ("endings",), ("tests",))
        and isinstance(value := page.tree.at(path), dict)
    )
    return frozenset(str(path[-1]) for path, value in blocks if place_of_block(value))


def place_of_block(value: Any) -> str:
    """Where a block belongs by the keys that it has: "beats", "endings", or "" for any other."""
    keys = block(value).keys()
    if "says" in keys and keys & {"responses", "negotiate", "hint", "model"}:
        return "beats"
    return "endings" if {"says", "outcome"} <= keys else ""


def _targets(page: Page) -> Iterator[tuple[Path, str]]:
    for path, one in responses(page):
        if isinstance(one.get("goto"), str):
            yield (*path, "goto"), one["goto"]
    for name, beat in block(page.tree.at(("beats",))).items():
        negotiate = block(block(beat).get("negotiate"))
        for offer, bargain in negotiate.items():
            if isinstance(goto := block(bargain).get("goto"), str):
                yield ("beats", name, "negotiate", offer, "goto"), goto
        for index, one in enumerate(items(negotiate.get("tries"))):
            if isinstance(goto := block(one).get("goto"), str):
                yield ("beats", name, "negotiate", "tries", index, "goto"), goto


def flow(page: Page) -> Iterator[Finding]:
    """Every target exists: `goto`, `start`, `ends_when`; and no name is a beat and an ending."""
    beats = block(page.tree.at(("beats",)))
    endings = block(page.tree.at(("endings",)))
    known = [*beats, *endings, *(one for one in BUILT_IN_ENDINGS if one not in endings)]
    elsewhere = misplaced(page)
    for path, target in _targets(page):
        if target and target not in known and target not in elsewhere and beats:
            details = {"name": target, "near": nearest(target, known), "known": listed(known, 16)}
            yield page.at_value("D201", path, details)
    start = page.tree.at(("start",))
    if isinstance(start, str) and start and beats and start not in beats:
        details = {"name": start, "near": nearest(start, beats), "known": listed(beats, 16)}
        yield page.at_value("D211", ("start",), details)
    for index, one in enumerate(items(page.tree.at(("ends_when",)))):
        for condition, ending in block(one).items():
            if isinstance(ending, str) and ending and ending not in (*endings, *BUILT_IN_ENDINGS):
                details = {"name": ending, "near": nearest(ending, endings), "known": listed(endings, 16)}
                yield page.at_value("D201-ending", ("ends_when", index, condition), details)
    for name in endings:
        if name in beats:
            yield page.at_key("D110-ending", ("endings", name), {"name": name})


def names(page: Page) -> Iterator[Finding]:
    """No two responses share a name; one of a beat may take the place of one in `always`."""
    first: dict[str, Path] = {}
    for path, one in responses(page):
        for kind in KINDS:
            name = one.get(kind)
            if not isinstance(name, str) or not name:
                continue
            if name in first and first[name][0] != "always":  # a beat may answer for itself
                line = page.tree.values[first[name]].line + 1
                yield page.at_value("D110", (*path, kind), {"name": name, "first": str(line)})
            elif name not in first or path[0] != "always":
                first[name] = (*path, kind)
            if name in BEHAVIOURS:
                yield page.at_value("D110-behaviour", (*path, kind), {"name": name})


def scenario(
    page: Page, folder: str, file: str, personas: Callable[[str], Collection[str]]
) -> Iterator[Finding]:
    """All checks of a scenario between its parts; `personas` gives the ids of a language."""
    yield from identity(page, folder, file)
    yield from flow(page)
    yield from names(page)
    yield from spoken(page)
    yield from split_texts(page)
    for path, one in responses(page):
        if "is" in one:
            yield from behaviours(page, (*path, "is"))
    for index in range(len(items(page.tree.at(("reveals",))))):
        yield from behaviours(page, ("reveals", index, "on"))
    language = folder if folder in ("en", "zh") else str(page.tree.at(("language",)))
    who, known = page.tree.at(("persona",)), personas(language)
    if isinstance(who, str) and who and who not in known:
        details = {"name": who, "language": language, "near": nearest(who, known)}
        yield page.at_value("D112", ("persona",), details)


def persona(page: Page, folder: str, file: str) -> Iterator[Finding]:
    """All checks of a persona between its parts."""
    yield from identity(page, folder, file)
    yield from split_texts(page)
    yield from behaviours(page, ("feels",), keys=True)
    yield from behaviours(page, ("reacts",), also=tuple(str(kind) for kind in Kind), keys=True)
    for part in ("reacts", "otherwise", "asks_meaning", "hangs_up", "voice"):
        yield from places(page, (part,))
    for index, one in enumerate(items(page.tree.at(("tactics",)))):
        for kind in block(one):
            if kind not in ("when", "chance", "at_most"):
                yield from places(page, ("tactics", index, kind))
