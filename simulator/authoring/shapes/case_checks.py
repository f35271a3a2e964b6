"""The tests inside a scenario file: each expects something, and names only what exists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.page import Page
from simulator.authoring.reading.tree import Path
from simulator.authoring.shapes.cross import BUILT_IN_ENDINGS, misplaced, response_names
from simulator.authoring.shapes.suggest import listed, nearest
from simulator.call.bargain import ANSWERS
from simulator.hearing.behaviours import BEHAVIOURS

EXPECTATIONS = ("hits", "misses", "possibly", "goes", "stays", "ends", "mood", "says", "steers")


def tests(page: Page) -> Iterator[Finding]:
    """Return what is wrong with the tests of a scenario."""
    cases = page.tree.at(("tests",))
    if not isinstance(cases, dict):
        return
    heard = (*response_names(page), *BEHAVIOURS)
    elsewhere = tuple(misplaced(page))
    beats = (*_keys(page.tree.at(("beats",))), *elsewhere)
    endings = (*_keys(page.tree.at(("endings",))), *BUILT_IN_ENDINGS, *elsewhere)
    for name, case in cases.items():
        path: Path = ("tests", name)
        if isinstance(case, dict):
            if isinstance(start := case.get("from"), str):
                yield from _known(page, (*path, "from"), start, beats)
            path = (*path, "steps")
        steps = page.tree.at(path)
        if isinstance(steps, list):
            yield from _steps(page, path, steps, heard, beats, endings)


def _keys(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, dict) else ()


def _steps(
    page: Page,
    path: Path,
    steps: list[Any],
    heard: tuple[str, ...],
    beats: tuple[str, ...],
    endings: tuple[str, ...],
) -> Iterator[Finding]:
    ended = ""
    for index, step in enumerate(steps):
        if not isinstance(step, dict):
            continue
        here = (*path, index)
        if ended:
            yield page.at_value("D703", here, {"name": ended})
            ended = ""
        if not any(key in step for key in EXPECTATIONS) and index == len(steps) - 1 and "you" in step:
            yield page.at_value("D702", (*here, "you"))
        for key in ("hits", "misses", "possibly", "steers"):
            value = step.get(key)
            known = (*heard, *ANSWERS) if key == "steers" else heard
            if isinstance(value, str):
                yield from _known(page, (*here, key), value, known)
            elif isinstance(value, list):
                for number, one in enumerate(value):
                    yield from _known(page, (*here, key, number), one, known)
        for key in ("goes", "stays"):
            yield from _known(page, (*here, key), step.get(key), beats)
        yield from _known(page, (*here, "ends"), step.get("ends"), endings)
        if isinstance(step.get("ends"), str):
            ended = step["ends"]


def _known(page: Page, path: Path, name: Any, known: tuple[str, ...]) -> Iterator[Finding]:
    if isinstance(name, str) and name and name not in known:
        details = {"name": name, "near": nearest(name, known), "known": listed(known)}
        yield page.at_value("D701", path, details)
