"""Numbers that look like those of a real person: a phone, a card, an identity number."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DIGITS = re.compile(r"(?<![\w.,+-])\+?\d(?:[ -]?[\dXx]){7,22}(?![\w])")
_INVENTED_US = re.compile(r"^1?\d{3}555(?:01\d{2})$")
"""Numbers that no American subscriber has: 555-0100 to 555-0199 of any area."""
_INVENTED_UK = re.compile(
    r"^(?:44|0)(?:7700900|1632960|2079460|1134960|1144960|1154960|1164960|1174960|1184960|1214960"
    r"|1314960|1414960|1514960|1614960|1914980|8081570|9098790|3069990)\d{3}$"
)
"""Numbers that Ofcom keeps free for films and books."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
"""Weights of the check sign of a Chinese identity number (GB 11643)."""


def private_data(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind ("@a_phone", "@a_card", "@an_identity") of what looks like real data."""
    for found in _DIGITS.finditer(text):
        plain = re.sub(r"[^\dX]", "", found[0].upper())
        if kind := _kind(plain, found[0]):
            yield found.start(), found.end(), kind


def _kind(plain: str, written: str) -> str:
    if _is_identity(plain) or re.fullmatch(r"\d{3}-\d{2}-\d{4}", written):
        return "@an_identity"
    if "X" in plain:
        return ""
    if 13 <= len(plain) <= 19 and _luhn(plain):
        return "@a_card"
    if _is_phone(plain, written):
        return "@a_phone"
    return ""


def _is_phone(plain: str, written: str) -> bool:
    if re.fullmatch(r"(?:86)?1[3-9]\d{9}", plain):
        return len(set(plain[-8:])) > 2  # 13800000000 is nobody's
    if re.fullmatch(r"(?:44|0)7\d{9}", plain):
        return not _INVENTED_UK.match(plain)
    if re.fullmatch(r"\+?1?[ -]?\d{3}[ -]\d{3}[ -]\d{4}", written):
        return not _INVENTED_US.match(plain) and plain[-7:-4] != "555"
    return False


def _is_identity(plain: str) -> bool:
    """Whether eighteen signs are a Chinese identity number whose check sign is right."""
    if not re.fullmatch(r"[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]", plain):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(plain, _WEIGHTS, strict=False))
    return plain[17] == "10X98765432"[total % 11]


def _luhn(plain: str) -> bool:
    """Whether the last digit is the check digit that cards have (ISO/IEC 7812)."""
    if len(set(plain)) < 3:
        return False
    total = 0
    for place, digit in enumerate(reversed(plain)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
