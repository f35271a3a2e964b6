"""The chart as a tree in the terminal: indented, each beat once, loops as references."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from simulator.authoring.graph.chart import Chart, Entry
from simulator.catalogue import t

SIGNS = {"good": "+", "okay": "~", "bad": "-", "breach": "!", "offer": "$"}
NARROWEST = 30
"""Cells that are left to a line however deep it stands."""


def tree_text(chart: Chart, language: str, width: int = 100) -> str:
    """Return the chart as lines of at most `width` cells where they can be cut."""
    lines = [t("graph.title", language, title=chart.title, id=chart.id), t("graph.signs", language), ""]
    seen: set[str] = set()
    lines += _beat(chart, chart.start, "", "", (), seen, language, width)
    lines += ["", t("graph.anywhere", language)]
    for when, ending in chart.anywhere:
        lines.append(f"  {when} ⇒ {ending} {_outcome(chart, ending, language)}".rstrip())
    for one in chart.always:
        lines.append(
            _cut(f"  {SIGNS[one.kind]} {one.name}" + (f" → {one.target}" if one.target else ""), width)
        )
    for key, left in (
        ("from_anywhere", [name for name, box in chart.beats.items() if box.dead != "never"]),
        ("apart", list(chart.beats)),
    ):
        if any(name not in seen for name in left):
            lines += ["", t(f"graph.{key}", language)]
        for name in left:
            if name not in seen:
                lines += _beat(chart, name, "", "", (), seen, language, width)
    unused = [box for box in chart.endings.values() if box.dead]
    if unused:
        lines += ["", t("graph.dead_endings", language, list=", ".join(box.name for box in unused))]
    if chart.heat:
        lines += ["", t("graph.heat", language)]
        for box in (*chart.beats.values(), *chart.endings.values()):
            lines.append(f"  {set_cell_size(box.name, 24)} {_bar(chart, box.visits or 0)}")
    return "\n".join(lines)


def _beat(
    chart: Chart,
    name: str,
    first: str,
    rest: str,
    by: tuple[Entry, ...],
    seen: set[str],
    language: str,
    width: int,
) -> Iterator[str]:
    """The line of a beat or ending, what leads to it, and everything below; `first` and `rest` are what
    stands before its own line and before those under it."""
    box = chart.box(name)
    visits = f" ({box.visits})" if box.visits is not None else ""
    if box.outcome:
        yield _cut(f"{first}■ {name} {_outcome(chart, name, language)}{visits}{_by(by)}", width)
        return
    if name in seen:
        yield _cut(f"{first}↺ {name}{_by(by)}", width)
        return
    seen.add(name)
    dead = f" ✗ {t(f'graph.{box.dead}', language)}" if box.dead else ""
    yield _cut(f"{first}{name}{visits}{dead}{_by(by)}", width)
    stays = tuple(one for one in box.entries if not one.target or one.target == name)
    leads = list(chart.leads(name).items())
    bar = "│ " if leads else "  "
    if box.line:
        yield _cut(f"{rest}{bar} “{box.line}”", width)
    if stays:
        yield _cut(f"{rest}{bar} {t('graph.stays', language)}{_names(stays)}", width)
    for number, (target, entries) in enumerate(leads):
        last = number == len(leads) - 1
        yield from _beat(
            chart,
            target,
            rest + ("└─" if last else "├─"),
            rest + ("  " if last else "│ "),
            entries,
            seen,
            language,
            width,
        )


def _outcome(chart: Chart, name: str, language: str) -> str:
    box = chart.endings.get(name)
    return f"[{t(f'graph.{box.outcome}', language)}]" if box is not None else ""


def _by(entries: tuple[Entry, ...]) -> str:
    return f"  ← {_names(entries)}" if entries else ""


def _names(entries: tuple[Entry, ...]) -> str:
    return "  ".join(f"{SIGNS[one.kind]}{one.name}" for one in entries)


def _cut(text: str, width: int) -> str:
    """Cut a line to a width in cells; never inside of a wide character."""
    width = max(width, NARROWEST)
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"


def _bar(chart: Chart, visits: int) -> str:
    most = max([box.visits or 0 for box in (*chart.beats.values(), *chart.endings.values())] or [0])
    return f"{'█' * round(20 * visits / most) if most else ''} {visits}".strip()
