"""Bytes into lines of text, or the reason why they are none."""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path

from simulator.authoring.reading.page import Page
from simulator.authoring.reading.tree import MAX_BYTES

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Refused(Exception):
    """A file that is not text for us: the code of the finding, its place and its details."""

    def __init__(self, key: str, page: Page, line: int = 0, column: int = 0, **details: str) -> None:
        super().__init__(key)
        self.finding = page.finding(key, line, column, column + 1, details)


def read_bytes(path: Path, shown: str) -> bytes:
    """Return the content of a file; raises Refused when it cannot be opened or is too large."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
            size = len(content) if len(content) <= MAX_BYTES else path.stat().st_size
    except OSError as error:
        raise Refused("D001-unreadable", Page(shown, []), reason=error.strerror or "?") from None
    if size > MAX_BYTES:
        raise Refused("D013", Page(shown, []), size=f"{size:,}", limit=f"{MAX_BYTES:,}")
    return content


def decoded(content: bytes, shown: str) -> tuple[list[str], bool]:
    """Return the lines of a file and whether it began with a byte order mark.

    Raises Refused for what is not UTF-8, with the encoding that it seems to be saved in.
    """
    if content.startswith(_UTF16):
        raise Refused("D001-utf16", Page(shown, []))
    marked = content.startswith(codecs.BOM_UTF8)
    if marked:
        content = content[len(codecs.BOM_UTF8) :]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        lines = lines_of(content[: error.start].decode("utf-8", "replace"))
        place = len(lines) - 1, len(lines[-1])
        page = Page(shown, lines_of(content.decode("utf-8", "replace")))
        raise Refused("D001-gbk" if _is_gbk(content) else "D001", page, *place) from None
    if not text.strip():
        raise Refused("D001-empty", Page(shown, []))
    return lines_of(text), marked


def lines_of(text: str) -> list[str]:
    """Split text into lines as an editor does; other line breaks of Unicode are not ones."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _is_gbk(content: bytes) -> bool:
    """Whether bytes read as GB18030 and give Chinese text: GB18030 alone also fits other encodings."""
    as_utf8 = content.decode("utf-8", "replace")
    broken = as_utf8.count("\ufffd")
    if sum(ch > "\x7f" for ch in as_utf8) - broken > 3 * broken:
        return False  # UTF-8 with a few damaged bytes
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    foreign = [ch for ch in text if ord(ch) > 127]
    ranges = (("\u4e00", "\u9fff"), ("\u3000", "\u303f"), ("\uff00", "\uffef"))
    chinese = [ch for ch in foreign if any(first <= ch <= last for first, last in ranges)]
    return len(chinese) * 10 >= len(foreign) * 9


def digest(content: bytes) -> str:
    """Return the sha256 of a file's content; line ends and a byte order mark make no difference."""
    content = content.removeprefix(codecs.BOM_UTF8)
    return hashlib.sha256(content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")).hexdigest()
