"""Text as a terminal must receive it: cleaned at every ingest, measured and wrapped in cells."""

from __future__ import annotations

import re
import unicodedata

from rich.cells import cell_len

LONGEST = 4000
"""Characters kept of one typed or imported text."""

_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1: a terminal would obey them
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible, bidi
    "\u2028\u2029\ud800-\udfff\U000e0000-\U000e007f]"
)
_NOT_AT_START = set("，。、；：？！）》】」』”’…—·,.;:?!)]}%")
_NOT_AT_END = set("（《【「『“‘([{")
_CHUNK = re.compile(
    "[ \t]+"
    "|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
    "|[^ \t\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]+"
)


def clean(text: str, longest: int = LONGEST) -> str:
    """Return `text` in NFC without anything that a terminal could obey or a reader not see.

    Controls, zero-width and bidi characters and lone surrogates go; line ends become "\\n"; at most
    `longest` characters stay. Idempotent.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text[: longest * 2]))[:longest]


def cells(text: str) -> int:
    """Return how many terminal cells `text` takes: Chinese characters take two."""
    return cell_len(text)


def pad(text: str, width: int) -> str:
    """Return `text` clipped and filled with spaces to exactly `width` cells."""
    text = clip(text, width)
    return text + " " * (width - cell_len(text))


def clip(text: str, width: int) -> str:
    """Return as much of `text` as fits into `width` cells, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    head = _head(text, width - 1) if width > 1 else ""
    return (head if cell_len(head) < width else "") + "…"  # one wide character may be all there is room for


def wrap(text: str, width: int) -> list[str]:
    """Return `text` as lines of at most `width` cells.

    Breaks at spaces and between Chinese characters; a line neither begins with closing punctuation
    nor ends with an opening bracket; a word wider than the line is cut.
    """
    width = max(width, 2)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in _pieces(paragraph):
            if not line or cell_len(line) + cell_len(piece.rstrip()) <= width:
                line += piece
            else:
                lines.append(line.rstrip())
                line = piece.lstrip()
            while cell_len(line.rstrip()) > width:
                head = _head(line, width)
                lines.append(head)
                line = line[len(head) :]
        lines.append(line.rstrip())
    return lines


def _pieces(paragraph: str) -> list[str]:
    pieces: list[str] = []
    for chunk in _CHUNK.findall(paragraph):
        glued = (
            pieces
            and not chunk.isspace()
            and not pieces[-1][-1:].isspace()
            and (chunk[0] in _NOT_AT_START or pieces[-1][-1] in _NOT_AT_END)
        )
        if glued:
            pieces[-1] += chunk
        else:
            pieces.append(chunk)
    return pieces


def _head(text: str, width: int) -> str:
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return text[: max(index, 1)]
    return text
