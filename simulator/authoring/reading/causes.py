"""Why a text is no YAML, or another YAML than its author thinks: the usual causes, line by line.

A parser reports effects: an unclosed quote at the end of the file, a full-width colon on the next line.
These checks look at the lines as an author does and name the cause at its own place. Each must be sure:
what is reported here could not have been meant.
"""

from __future__ import annotations

import re

from simulator.authoring.reading.lexing import Cause, Row, neutral, quoted, row_of
from simulator.authoring.reading.page import Edit
from simulator.authoring.reading.spacing import spacing_causes
from simulator.authoring.reading.starts import value_of

_WIDE_COLON = re.compile(r"(?P<key>[^\W\d]\w*)\s*：\s*")
_NAME_WIDE_COLON = re.compile(r"[^\s\"'\[{#:：][^:：]*：$")
_TIGHT_COLON = re.compile(r"(?P<key>[^\W\d]\w*):(?P<rest>[^\s/].*)$")
_LONE_WORD = re.compile(r"(?P<key>[^\W\d]\w*)(?P<rest>\s+\S.*)?$")
_OTHER_DASH = re.compile(r"(?P<sign>[－–—•])\s*(?=\S)")


def causes_of(lines: list[str], known: frozenset[str]) -> list[Cause]:
    """Return the causes that are sure, in the order of the lines."""
    causes, plain = spacing_causes(lines, known)
    moved = {cause.line for cause in causes if cause.edits}
    found = _Scan(plain, known).run()
    # A line whose length was changed has other columns now: only its first cause can be shown right.
    return [*causes, *(cause for cause in found if cause.line not in moved)]


class _Scan:
    """One pass over the lines of a file."""

    def __init__(self, lines: list[str], known: frozenset[str]) -> None:
        self.lines = lines
        self.known = known
        self.causes: list[Cause] = []
        self.trail: list[Row] = []
        self.skip_to = 0

    def run(self) -> list[Cause]:
        """Look at every line that is not inside a longer text."""
        for number, text in enumerate(self.lines):
            if number < self.skip_to:
                continue
            row = row_of(number, text)
            if row is None or row.text.startswith("---") or row.text.rstrip() == "...":
                continue
            row = self._signs(row)
            if self._continues(row):
                continue
            moved = row.text != text
            self.lines[number] = row.text
            value = value_of(row, self.lines, self.known)
            # A repaired line has other columns than the written one: its value can wait for the next run.
            self.causes += [one for one in value.causes if not (moved and one.line == number)]
            self.skip_to = value.next_line
            self.trail.append(row)
        return self.causes

    @property
    def before(self) -> Row | None:
        """The entry above the line that is looked at."""
        return self.trail[-1] if self.trail else None

    def _add(
        self, code: str, row: Row, start: int, end: int, edits: tuple[Edit, ...] = (), **details: str
    ) -> None:
        hides = code.startswith(("D005", "D010"))
        self.causes.append(Cause(code, row.line, start, end, details, edits, hides))

    def _again(self, row: Row, edit: Edit) -> Row:
        """Look at a line as it is after an edit; the rest of it is judged by the parser and the shape."""
        return row_of(row.line, row.text[: edit.start] + edit.new + row.text[edit.end :]) or row

    def _signs(self, row: Row) -> Row:
        """Dashes and colons that are not the ones that YAML knows, or without their space."""
        before = self.before
        if before and not before.opens and row.indent > before.own:
            return row  # more of the text above
        body = row.text[row.indent :]
        lists = before is not None and (
            (before.indent == row.indent and bool(before.dashes))
            or (before.opens and row.indent >= before.indent)
        )
        if lists and not row.dashes and (found := _OTHER_DASH.match(body)) and not body.startswith("——"):
            edit = Edit(row.line, row.indent, row.indent + found.end(), "- ")
            self._add("D003-dash", row, row.indent, row.indent + 1, (edit,), sign=found["sign"])
            return self._again(row, edit)
        if lists and not row.dashes and re.match(r"-[^\s\d-]", body):
            edit = Edit(row.line, row.indent + 1, row.indent + 1, " ")
            self._add("D004", row, row.indent, row.indent + 2, (edit,), fixed=f"- {body[1:].strip()}")
            return self._again(row, edit)
        place = row.key_start if row.key_start >= 0 else row.start
        rest = row.text[place:]
        if (found := _WIDE_COLON.match(rest)) and found["key"] in self.known:
            colon = place + found[0].index("：")
            edit = Edit(row.line, colon, place + found.end(), ": ")
            self._add("D003-colon", row, colon, colon + 1, (edit,), sign="：", key=found["key"])
            return self._again(row, edit)
        if row.key_start < 0 and _NAME_WIDE_COLON.match(rest.rstrip()) and self._deeper_follows(row):
            colon = place + rest.index("：")
            edit = Edit(row.line, colon, colon + 1, ":")
            self._add("D003-colon", row, colon, colon + 1, (edit,), sign="：", key=rest[: rest.index("：")])
            return self._again(row, edit)
        if (found := _TIGHT_COLON.match(rest)) and found["key"] in self.known:
            colon = place + len(found["key"])
            edit = Edit(row.line, colon + 1, colon + 1, " ")
            fixed = f"{found['key']}: {found['rest']}"
            self._add("D004-colon", row, place, colon + 1, (edit,), fixed=fixed)
            return self._again(row, edit)
        return row

    def _deeper_follows(self, row: Row) -> bool:
        for number in range(row.line + 1, len(self.lines)):
            if after := row_of(number, self.lines[number]):
                return after.indent > row.indent or bool(after.dashes and after.indent == row.indent)
        return False

    def _continues(self, row: Row) -> bool:
        """Whether a line goes on with the text of the line above; it must not look like a new entry then."""
        before = self.before
        if before is None or before.opens:
            return False
        if row.indent > before.own:
            if row.key_start < 0 and not row.dashes:
                return before.value[:1] not in "\"'[{"
            if row.dashes and row.key_start < 0:
                edits = tuple(Edit(at, 0, 0, "# ") for at in self._deeper(row, before.own))
                self._add("D012-orphan", row, row.indent, row.end, edits)
                self.skip_to = row.line + len(edits)
                return True
            if row.key in self.known or row.dashes:
                if self._outdented(before, row):
                    return False
                level, above = self._level_for(row, before)
                details = {"found": str(row.indent), "expected": str(level), "above": str(above + 1)}
                self._add("D012-deep", row, 0, row.indent, self._moved(row, level), **details)
                return False
            edits = neutral(row.line, row.text, row.key_start, row.end)
            whole = quoted(f"{before.value} {row.text.strip()}")
            self._add("D005-colon", row, row.key_start, row.end, edits, quoted=whole)
            return True
        if row.key_start < 0 and not row.dashes and not self._in_list(row):
            found = _LONE_WORD.match(row.value)
            if found and found["key"] in self.known:
                end = row.start + len(found["key"])
                fixed = f"{found['key']}:{found['rest'] or ''}"
                edit = Edit(row.line, end, end, ":")
                self._add("D004-missing", row, row.start, end, (edit,), key=found["key"], fixed=fixed)
            else:
                edit = Edit(row.line, row.indent, row.indent, "# ")
                self._add("D012-text", row, row.start, row.end, (edit,))
            return True
        return False

    def _deeper(self, row: Row, column: int) -> list[int]:
        """The lines from `row` on that stand right of a column."""
        found = []
        for number in range(row.line, len(self.lines)):
            text = self.lines[number]
            if text.strip() and len(text) - len(text.lstrip()) <= column:
                break
            found.append(number)
        return found

    def _level_for(self, row: Row, before: Row) -> tuple[int, int]:
        """Where a line that stands too far right belongs, and the line that it should line up with."""
        if row.dashes:
            for above in reversed(self.trail):
                if above.dashes and above.dashes[-1] < row.indent:
                    return above.dashes[-1], above.line
        return (before.key_start if before.key_start >= 0 else before.indent), before.line

    def _outdented(self, row: Row, after: Row) -> bool:
        """Whether a line stands left of the two around it, which fit each other; then it is at fault."""
        if len(self.trail) < 2 or row.dashes:
            return False
        first = self.trail[-2]
        level = after.indent if first.opens and first.own < after.indent else first.key_start
        if level != after.indent or row.indent >= after.indent:
            return False
        following = (row_of(number, self.lines[number]) for number in range(after.line + 1, len(self.lines)))
        if (third := next(filter(None, following), None)) and first.opens and third.indent == row.indent:
            return False  # then it is the line after it that stands too far right
        edits = (Edit(row.line, 0, row.indent, " " * after.indent),)
        details = {"found": str(row.indent), "expected": str(after.indent)}
        self._add("D012-shallow", row, 0, max(row.indent, 1), edits, **details)
        return True

    def _in_list(self, row: Row) -> bool:
        return row.value[:1] in "\"'[{&*!%@`|>?"

    def _moved(self, row: Row, level: int) -> tuple[Edit, ...]:
        """Edits that put a line, and what belongs to it, at another depth."""
        edits = []
        for number in range(row.line, len(self.lines)):
            text = self.lines[number]
            if text.strip():
                if len(text) - len(text.lstrip()) < row.indent:
                    break
                edits.append(Edit(number, 0, row.indent, " " * level))
        return tuple(edits)
