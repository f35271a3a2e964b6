"""English words cut to their stem, so that "threatened" and "threatening" are one word to the ear."""

from __future__ import annotations

from functools import lru_cache

from simulator.hearing.data import table

_VOWELS = frozenset("aeiouy")
_SMALL = frozenset(
    [
        "not",
        "no",
        "nor",
        "but",
        "if",
        "or",
        "and",
        "so",
        "for",
        "on",
        "in",
        "to",
        "at",
        "by",
        "us",
        "we",
        "you",
        "it",
    ]
)  # words that turn or join a sentence: nothing else may become one of them ("noted" is not "not")


def _irregular() -> dict[str, str]:
    groups: dict[str, str] = table("english.toml")["stems"]
    return {form: stem for stem, forms in groups.items() for form in (stem, *forms.split())}


_IRREGULAR: dict[str, str] = _irregular()


def _undouble(word: str) -> str:
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lszaeiou":
        return word[:-1]
    return word


def _restored(rest: str) -> str:
    """Return what stood before -ing or -ed: "stopp" was stop, "car" was care."""
    if len(rest) == 3 and rest[0] not in "aeiou" and rest[1] in "aeiou" and rest[2] not in "aeiouwxy":
        return rest + "e"
    return _undouble(rest)


def _cut(word: str, ending: str) -> str | None:
    rest = word[: -len(ending)]
    if word.endswith(ending) and len(rest) >= 3 and not _VOWELS.isdisjoint(rest):
        return rest
    return None


@lru_cache(maxsize=20000)
def stem(word: str) -> str:
    """Return the stem of a lower-case English word; anything else comes back as it is."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= 3 or not word.isascii() or not word.isalpha():
        return word
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith("sses"):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in ("ing", "ied", "ed"):
        rest = _cut(word, ending)
        if rest is not None:
            word = rest + "y" if ending == "ied" else _restored(rest)
            break
    else:
        if len(word) > 5 and word.endswith("ly"):
            word = word[:-2]
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word.endswith("y") and word[-2] not in _VOWELS:
        word = word[:-1] + "i"
    word = _IRREGULAR.get(word, word)
    return word + "e" if word in _SMALL else word
