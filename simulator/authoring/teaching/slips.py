"""What the ear made of words that it did not take as they were typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]+(?:['’][^\W\d_\u3400-\u9fff]+)*|[\u3400-\u9fff]|[\d,.]*\d%?")


@dataclass(frozen=True, slots=True)
class Slip:
    """Words as typed and as they were heard."""

    typed: str
    heard: str


def slips(typed: str, tokens: tuple[str, ...]) -> tuple[Slip, ...]:
    """Return the words of a reply that were heard otherwise than typed, in order."""
    words: list[tuple[str, str]] = []  # as typed, and as it would be heard without a slip
    for found in _WORD.finditer(typed):
        words += [(found[0], plain) for plain in _opened(found[0].lower().replace("’", "'"))]
    plain = [one for _, one in words]
    heard = [token for token in tokens if any(char.isalnum() for char in token)]
    changes = []
    for tag, a, b, c, d in SequenceMatcher(None, plain, heard, autojunk=False).get_opcodes():
        kept = [word for word, _ in words[a:b]]
        short = all("'" in word or "’" in word for word in kept)  # "I'm" is no slip
        if tag != "equal" and not short and c < d and _joined(plain[a:b]) != _joined(heard[c:d]):
            changes.append(Slip(_spaced(list(dict.fromkeys(kept))), _spaced(heard[c:d])))
    return tuple(changes)


def _opened(word: str) -> list[str]:
    """Return the words of a short form."""
    if word in ("won't", "can't", "shan't"):
        return [{"won't": "will", "can't": "can", "shan't": "shall"}[word], "not"]
    if word.endswith("n't"):
        return [word[:-3], "not"]
    stem, sign, end = word.rpartition("'")
    full = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would", "s": "is"}.get(end)
    return [stem, full] if sign and full else [word]


def _joined(words: list[str]) -> str:
    return re.sub(r"\W", "", "".join(words))


def _spaced(words: list[str]) -> str:
    text = " ".join(words)
    return re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", text)
