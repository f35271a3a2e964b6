"""Lines put into an author's file as text: everything that was there stays byte for byte.

Each edit is proved: the file is read again, and must say what it said before and the addition, nothing else.
"""

from __future__ import annotations

import codecs
import copy
from collections.abc import Callable
from typing import Any

from simulator.authoring.reading.opening import read
from simulator.authoring.reading.page import Page
from simulator.authoring.reading.tree import Path
from simulator.errors import CannotPlay

QUOTES = ("'", '"')
_NEEDS_QUOTES = set("\"'[]{}>|*&!%#`@,?-:~")


def quoted(text: str) -> str:
    """Return a text as YAML that says just that on one line."""
    plain = (
        text == text.strip() and not set(text[:1]) & _NEEDS_QUOTES and ": " not in text and " #" not in text
    )
    if plain and text and not set(text) & set('[]{},"') and not text.endswith(":") and text.isprintable():
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def add_to_list(content: bytes, path: Path, text: str) -> bytes:
    """Return a file with a text added to the list at `path` (its key may be missing, or hold one text).

    Raises CannotPlay when the place is written in a way that cannot be added to.
    """
    page = _page(content)
    styles, values = page.tree.styles, page.tree.values
    held = page.tree.at(path)
    if held is None:
        return _proved(content, _new_key(page, path, text), _put(path, [text], "new"))
    wanted = [*held, text] if isinstance(held, list) else [held, text]
    spot = values[path]
    line = page.lines[spot.line]
    if isinstance(held, list) and styles.get(path) == "flow":
        closing = _closing(page, path)
        inside = line[:closing].rstrip()
        between = "" if inside.endswith("[") else " " if inside.endswith(",") else ", "
        lines = _replaced(page.lines, spot.line, f"{inside}{between}{quoted(text)}{line[closing:]}")
    elif isinstance(held, list):
        first = values[(*path, 0)]
        indent = page.lines[first.line][: first.column].rindex("-")
        lines = _inserted(page.lines, _last_line(page, path) + 1, [f"{' ' * indent}- {quoted(text)}"])
    elif isinstance(held, str) and spot.line == spot.end_line:
        old = line[spot.column : spot.end_column]
        both = f"[{old if old[:1] in QUOTES else quoted(held)}, {quoted(text)}]"
        lines = _replaced(page.lines, spot.line, line[: spot.column] + both + line[spot.end_column :])
    else:
        raise _cannot(spot.line)
    return _proved(content, lines, _put(path, wanted, "set"))


def add_test(content: bytes, name: str, body: list[str], data: Any) -> bytes:
    """Return a file with a test added at the end of its tests; `body` are its lines, without indentation,
    and `data` what they say."""
    page = _page(content)
    tests = page.tree.at(("tests",))
    if not tests:
        if ("tests",) in page.tree.keys:
            raise _cannot(page.tree.keys[("tests",)].line)
        lines = [
            *_trimmed(page.lines),
            "",
            "tests:",
            f"  {quoted(name)}:",
            *(f"    {one}" for one in body),
            "",
        ]
        return _proved(content, lines, _put(("tests",), {name: data}, "new"))
    first = page.tree.keys[("tests", next(iter(tests)))]
    indent = " " * first.column
    new = [f"{indent}{quoted(name)}:", *(f"{indent}  {one}" for one in body)]
    at = _last_line(page, ("tests",)) + 1
    return _proved(content, _inserted(page.lines, at, new), _put(("tests", name), data, "new"))


def _last_line(page: Page, path: Path) -> int:
    """Return the last line that a value is written on; the end of a block of text stands one below."""
    ends = [
        spot.end_line - (spot.end_column == 0 and spot.end_line > spot.line)
        for place, spot in page.tree.values.items()
        if place[: len(path)] == path
    ]
    last = max(ends)
    while last and not page.lines[last].strip():
        last -= 1
    return last


def _closing(page: Page, path: Path) -> int:
    """Return where the bracket closes that opens a value in [ ] or { }, when it does so on the same line."""
    spot = page.tree.values[path]
    line = page.lines[spot.line]
    texts = [
        (one.column, one.end_column)
        for place, one in page.tree.values.items()
        if one.line == one.end_line == spot.line and page.tree.styles.get(place) == "quoted"
    ]
    texts += [
        (one.column, one.end_column)
        for one in page.tree.keys.values()
        if one.line == spot.line and line[one.column : one.column + 1] in QUOTES
    ]
    depth = 0
    for column in range(spot.column, len(line)):
        if any(begin <= column < end for begin, end in texts):
            continue
        depth += (line[column] in "[{") - (line[column] in "]}")
        if depth == 0:
            return column
    raise _cannot(spot.line)


def _new_key(page: Page, path: Path, text: str) -> list[str]:
    block, key = path[:-1], str(path[-1])
    spot = page.tree.values[block]
    value = f"{key}: [{quoted(text)}]"
    if page.tree.styles.get(block) == "flow":
        line, closing = page.lines[spot.line], _closing(page, block)
        return _replaced(page.lines, spot.line, f"{line[:closing].rstrip()}, {value}{line[closing:]}")
    keys = list(page.tree.at(block))
    after = "is" if "is" in keys else keys[0]
    column = page.tree.keys[(*block, after)].column
    return _inserted(page.lines, _last_line(page, (*block, after)) + 1, [f"{' ' * column}{value}"])


def _page(content: bytes) -> Page:
    page = read(content, "", frozenset()).page
    if page is None:
        raise CannotPlay("Adopt", "the file cannot be read.", "See: duecourse check")
    return page


def _trimmed(lines: list[str]) -> list[str]:
    lines = list(lines)
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def _inserted(lines: list[str], at: int, new: list[str]) -> list[str]:
    return [*lines[:at], *new, *lines[at:]]


def _replaced(lines: list[str], at: int, new: str) -> list[str]:
    return [*lines[:at], new, *lines[at + 1 :]]


def _put(path: Path, value: Any, how: str) -> Callable[[Any], None]:
    def change(tree: Any) -> None:
        for part in path[:-1]:
            tree = tree[part]
        assert how != "new" or path[-1] not in tree
        tree[path[-1]] = value

    return change


def _proved(content: bytes, lines: list[str], change: Callable[[Any], None]) -> bytes:
    """Return the lines as a file, once they say just what was wanted."""
    ending = b"\r\n" if b"\r\n" in content else b"\n"
    if b"\r" in content.replace(b"\r\n", b"") or (
        ending == b"\r\n" and b"\n" in content.replace(ending, b"")
    ):
        raise CannotPlay("Adopt", "the file mixes line endings.", "Save it with one kind of line ending.")
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    made = mark + ending.join(line.encode("utf-8") for line in lines)
    wanted = copy.deepcopy(_page(content).tree.plain)
    change(wanted)
    again = read(made, "", frozenset()).page
    if again is None or again.tree.plain != wanted:
        raise CannotPlay(
            "Adopt", "this place of the file cannot be added to safely.", "Add the line by hand."
        )
    return made


def _cannot(line: int) -> CannotPlay:
    return CannotPlay("Adopt", f"line {line + 1} cannot be added to safely.", "Add the line by hand.")
