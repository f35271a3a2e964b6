"""Where somebody else's words stand in quotation marks."""

from __future__ import annotations

import re

_SINGLE = re.compile(r"(?<![a-z0-9])'(?=[a-z])([^'\n]*(?:'[a-z][^'\n]*)*)(?<=[a-z0-9.!?,])'(?![a-z0-9])")
_MINE = re.compile(
    r"\b(?:i|we)(?: am| are| will)? (?:say|said|told you|tell you|telling you|repeat|mean)[ ,:]*$"
    r"|我(?:说|告诉你|再说一遍)[ ,:]*$"
)


def quoted(text: str) -> list[tuple[int, int]]:
    """Return the quoted stretches of a clean text; a quote of the whole reply or of oneself is none."""
    ranges: list[tuple[int, int]] = []
    if '"' in text:
        marks = [index for index, char in enumerate(text) if char == '"']
        ranges.extend((start, end + 1) for start, end in zip(marks[::2], marks[1::2], strict=False))
    if "'" in text:
        ranges.extend(found.span() for found in _SINGLE.finditer(text) if " " in found[1])
    whole = len(text.strip(" .!?")) - 1
    return [
        (start, end)
        for start, end in ranges
        if end - start < whole and not _MINE.search(text[:start].rstrip(" ,:"))
    ]
