"""The reply as the ear reads it: one case, width and Chinese script, and a way back to what was typed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from scoring.evidence import Span
from simulator.hearing.data import lines

LONGEST = 2000
"""Characters of a reply that are read; nobody says more in one breath."""

_SIGNS = {
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "＇": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "「": '"', "」": '"',
    "『": '"', "』": '"', "《": '"', "》": '"',
    "。": ".", "｡": ".", "！": "!", "？": "?", "；": ";", "，": ",", "：": ":", "（": "(", "）": ")",
    "—": "-", "–": "-", "‐": "-", "‑": "-", "−": "-", "…": "…", "⋯": "…",
    "～": "~", "￥": "¥", "\u2028": "\n", "\r": "\n",
}  # fmt: skip


class _Letters(dict[int, int | str | None]):
    """A translation table that works each new character out once; None means the character is dropped."""

    def __missing__(self, code: int) -> int | str | None:
        found = self[code] = _letter(chr(code))
        return found


def _letter(char: str) -> str | None:
    if char in _SIGNS:
        return _SIGNS[char]
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if unicodedata.category(char) in ("Cf", "Mn", "Me") or char in "\ufe0f\u115f\u3164":
        return None
    for form in (unicodedata.normalize("NFKC", char), unicodedata.normalize("NFKD", char)[:1]):
        if len(form) == 1 and len(form.lower()) == 1:
            char = form.lower()
            if not ("a" <= char <= "z") and "LATIN" in unicodedata.name(char, ""):
                continue
            break
    return _SIGNS.get(char, char)


_TABLE = _Letters()


def _simplified() -> dict[str, str]:
    joined = "".join(lines("simplified.txt"))
    return dict(zip(joined[::2], joined[1::2], strict=True))


_CHINESE: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Clean:
    """A normalised reply; character i of `text` is character `at[i]` of `typed`."""

    typed: str
    text: str
    at: tuple[int, ...] | range

    def span(self, start: int, end: int) -> Span:
        """Return where text[start:end] stands in the reply as typed."""
        if start >= end:
            return Span(0, 0)
        return Span(self.at[start], self.at[end - 1] + 1)


def normalise(typed: str) -> Clean:
    """Return the reply in lower case, half width and Simplified Chinese, without invisible characters.

    Every character stays one character or is dropped, so that evidence can be shown as it was typed.
    """
    head = typed[:LONGEST]
    if head.isascii() and "\r" not in head and "`" not in head:
        return Clean(typed, head.lower(), range(len(head)))
    if not _CHINESE:
        _CHINESE.update(_simplified())
    kept: list[str] = []
    at: list[int] = []
    for index, char in enumerate(head):
        letter = _TABLE[ord(char)]
        if letter is not None:
            kept.append(_CHINESE.get(str(letter), str(letter)))
            at.append(index)
    return Clean(typed, "".join(kept), tuple(at))
