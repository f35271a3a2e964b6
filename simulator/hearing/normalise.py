"""The reply as the ear reads it: one case, width and Chinese script, and a way back to what was typed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

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


class _Letters(dict[str, str]):
    """A table that works each new character out once; "" means the character is dropped."""

    def __missing__(self, char: str) -> str:
        letter = _letter(char) or ""
        found = self[char] = _chinese().get(letter, letter)
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


@cache
def _chinese() -> dict[str, str]:
    """Return the Simplified form of each Traditional character."""
    joined = "".join(lines("simplified.txt"))
    return dict(zip(joined[::2], joined[1::2], strict=True))


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
    letters = list(map(_TABLE.__getitem__, head))
    kept = range(len(head)) if all(letters) else tuple([at for at, one in enumerate(letters) if one])
    return Clean(typed, "".join(letters), kept)
