"""What is left when the parser stops and no usual cause was seen: depths that do not fit, and the rest."""

from __future__ import annotations

from typing import Any

from simulator.authoring.reading.lexing import Cause, Row, row_of
from simulator.authoring.reading.page import Edit


def parser_cause(lines: list[str], error: Exception) -> Cause:
    """Name the cause at or just before the place where the parser stopped."""
    mark: Any = getattr(error, "problem_mark", None)
    line = min(mark.line if mark else 0, len(lines) - 1)
    row = next((one for at in range(line, -1, -1) if (one := row_of(at, lines[at]))), None)
    if row is None:
        return Cause("D014", line, 0, len(lines[line]))
    return _depth(lines, row) or _mixed(lines, row) or _unknown(row, line, mark)


def _unknown(row: Row, line: int, mark: Any) -> Cause:
    start = mark.column if mark and line == row.line else row.indent
    return Cause("D014", row.line, min(start, max(len(row.text) - 1, 0)), len(row.text))


def _levels(lines: list[str], row: Row) -> list[tuple[int, bool]]:
    """The depths that are open above a line: column, and whether a list stands there."""
    levels: list[tuple[int, bool]] = []
    for number in range(row.line):
        above = row_of(number, lines[number])
        if above is None or (above.key_start < 0 and not above.dashes):
            continue
        levels = [one for one in levels if one[0] < above.indent or one == (above.indent, not above.dashes)]
        if not above.dashes:
            levels = [one for one in levels if one[0] <= above.indent and one != (above.indent, True)]
        for dash in above.dashes:
            if (dash, True) not in levels:
                levels.append((dash, True))
        if above.key_start >= 0 and (above.key_start, False) not in levels:
            levels.append((above.key_start, False))
    return levels


def _depth(lines: list[str], row: Row) -> Cause | None:
    """A line that stands between two depths."""
    levels = sorted({column for column, _ in _levels(lines, row)})
    if not levels or row.indent in levels or row.indent > levels[-1]:
        return None
    nearest = min(levels, key=lambda column: (abs(column - row.indent), -column))
    edits = []
    for number in range(row.line, len(lines)):
        text = lines[number]
        if text.strip():
            if len(text) - len(text.lstrip()) < row.indent:
                break
            edits.append(Edit(number, 0, row.indent, " " * nearest))
    details = {"found": str(row.indent), "levels": ", ".join(map(str, levels))}
    return Cause("D012-uneven", row.line, 0, max(row.indent, 1), details, tuple(edits))


def _mixed(lines: list[str], row: Row) -> Cause | None:
    """A list entry among keys, or a key among list entries."""
    at = [is_list for column, is_list in _levels(lines, row) if column == row.indent]
    if not at or any(is_list == bool(row.dashes) for is_list in at):
        return None
    key = "D012-dash" if row.dashes else "D012-nodash"
    return Cause(key, row.line, row.indent, len(row.text.rstrip()))
