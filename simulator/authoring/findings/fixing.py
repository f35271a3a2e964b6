"""Safe corrections: one line, one way to write it right, nothing else in the file touched.

A correction is made of the finding that names it. The file is read again after every one, and a
correction after which the file has more wrong with it than before is taken back.
"""

from __future__ import annotations

import difflib
import os
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.authoring.findings.corrections import edit_of
from simulator.authoring.findings.finding import Finding, Severity
from simulator.authoring.reading.page import Edit

PASSES = 200
"""Corrections of one file before the rest is left to its author."""
Look = Callable[[bytes], Sequence[Finding]]
"""Returns what is found in the content of a file."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file after its corrections: what it holds now and which findings were corrected."""

    content: bytes
    done: tuple[Finding, ...]


def fixed(content: bytes, look: Look) -> Fixed:
    """Return the content of a file with everything corrected that can be corrected without a doubt."""
    done: list[Finding] = []
    refused: set[tuple[str, str]] = set()
    found = list(look(content))
    for _ in range(PASSES):
        better = next(_better(content, found, refused, look), None)
        if better is None:
            break
        finding, content, found = better
        done.append(finding)
    return Fixed(content, tuple(done))


def _better(
    content: bytes, found: list[Finding], refused: set[tuple[str, str]], look: Look
) -> Iterator[tuple[Finding, bytes, list[Finding]]]:
    for finding in found:
        mark = (finding.key, finding.text)
        edit = edit_of(finding)
        if edit is None or mark in refused:
            continue
        changed = _made(content, edit)
        after = list(look(changed))
        if _weight(after) < _weight(found):
            yield finding, changed, after
        refused.add(mark)


def _weight(found: Sequence[Finding]) -> tuple[int, int]:
    """How bad a file is: what cannot be played first. A file that can be read shows more than one that
    cannot, so notes do not count."""
    levels = [finding.severity for finding in found]
    unread = any(finding.code.startswith("D0") and finding.severity is Severity.ERROR for finding in found)
    return (levels.count(Severity.ERROR) + 1000 * unread, levels.count(Severity.WARNING))


def _made(content: bytes, edit: Edit) -> bytes:
    """Return the content with one edit; every other byte, line ends too, stays what it was."""
    text = content.decode("utf-8")
    marked = text.startswith("\ufeff")
    lines = re.split(r"(?<=\r\n)|(?<=\n)|(?<=\r)(?!\n)", text[marked:])
    line = lines[edit.line]
    lines[edit.line] = line[: edit.start] + edit.new + line[edit.end :]
    return (text[:marked] + "".join(lines)).encode()


def difference(before: bytes, after: bytes, shown: str) -> str:
    """Return what was changed, line by line, as a unified diff."""
    old, new = (content.decode("utf-8-sig").splitlines(keepends=True) for content in (before, after))
    lines = difflib.unified_diff(old, new, shown, shown, n=1)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def keep(path: Path, content: bytes) -> Path:
    """Write a corrected file in one step; what was there is kept beside it. Returns the backup."""
    backup = path.with_name(f"{path.name}.bak")
    _replace(backup, path.read_bytes(), path)
    _replace(path, content, path)
    return backup


def _replace(path: Path, content: bytes, like: Path) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).chmod(like.stat().st_mode & 0o777)
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)
