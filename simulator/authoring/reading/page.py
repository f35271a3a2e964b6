"""A file as its author sees it: lines, tree and the way from a path in the data to a place in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.tree import Path, Spot, Tree


@dataclass(frozen=True, slots=True)
class Edit:
    """A repair of one line: the characters from `start` to `end` become `new`."""

    line: int
    start: int
    end: int
    new: str


@dataclass(slots=True)
class Page:
    """One file; `lines` as written, `tree` as read, perhaps after repairs (`edits`) made to read on.

    Positions of the tree are led back over the edits, so that a finding always shows what was written.
    """

    path: str
    lines: list[str]
    tree: Tree = field(default_factory=Tree)
    edits: list[Edit] = field(default_factory=list)

    def finding(
        self, key: str, line: int, start: int, end: int, details: Mapping[str, str] | None = None
    ) -> Finding:
        """Make a finding at columns of a line as written, all counted from 0."""
        line = max(0, min(line, len(self.lines) - 1))
        text = self.lines[line] if self.lines else ""
        start = max(0, min(start, len(text)))
        end = max(start + 1, min(end, max(len(text), start + 1)))
        return Finding(key, self.path, line + 1, start + 1, end + 1, text, dict(details or {}))

    def at_spot(self, key: str, spot: Spot, details: Mapping[str, str] | None = None) -> Finding:
        """Make a finding at a stretch of the tree."""
        start = self._written(spot.line, spot.column)
        if spot.end_line == spot.line:
            end = self._written(spot.line, spot.end_column)
        else:
            end = len(self.lines[spot.line]) if spot.line < len(self.lines) else start
        return self.finding(key, spot.line, start, end, details)

    def at_value(self, key: str, path: Path, details: Mapping[str, str] | None = None) -> Finding:
        """Make a finding at the value of a path, at its key when the value is empty or a block."""
        path = self.tree.nearest(path)
        spot = self.tree.values.get(path)
        value = self.tree.at(path)
        if spot is None:
            return self.finding(key, 0, 0, 1, details)
        if path in self.tree.keys and (not isinstance(value, str) or not value):
            return self.at_key(key, path, details)
        if isinstance(value, dict) and value and (first := (*path, next(iter(value)))) in self.tree.keys:
            return self.at_key(key, first, details)
        return self.at_spot(key, spot, details)

    def at_key(self, key: str, path: Path, details: Mapping[str, str] | None = None) -> Finding:
        """Make a finding at the key of a path."""
        spot = self.tree.keys.get(path)
        return self.at_spot(key, spot, details) if spot else self.at_value(key, path, details)

    def texts_at(self, path: Path) -> Iterator[tuple[Path, str]]:
        """Yield the texts at a path, one or a list of them, each with its own path; no empty ones."""
        value = self.tree.at(path)
        if isinstance(value, str) and value:
            yield path, value
        elif isinstance(value, list):
            for index, one in enumerate(value):
                if isinstance(one, str) and one:
                    yield (*path, index), one

    def _written(self, line: int, column: int) -> int:
        """Lead a column of the repaired line back to the line as written."""
        moved = 0
        for edit in sorted((one for one in self.edits if one.line == line), key=lambda one: one.start):
            begins = edit.start + moved
            if column < begins:
                break
            if column < begins + len(edit.new):
                return min(edit.start + column - begins, max(edit.start, edit.end))
            moved += len(edit.new) - (edit.end - edit.start)
        return column - moved


def repaired(lines: list[str], edits: list[Edit]) -> list[str]:
    """Return lines with edits made; of two that overlap the first one given is made."""
    made = list(lines)
    done: dict[int, list[Edit]] = {}
    for edit in edits:
        if all(edit.end <= one.start or edit.start >= one.end for one in done.setdefault(edit.line, [])):
            done[edit.line].append(edit)
    for number, ones in done.items():
        text = made[number]
        for edit in sorted(ones, key=lambda one: one.start, reverse=True):
            text = text[: edit.start] + edit.new + text[edit.end :]
        made[number] = text
    return made
