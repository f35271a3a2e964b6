"""Did you mean: the nearest known name to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str], at_least: float = 0.62) -> str:
    """Return the known name nearest to `name`, or "" when none is near enough (0 to 1)."""
    # rapidfuzz is imported here because most files have nothing to suggest.
    from rapidfuzz.distance import DamerauLevenshtein

    best, score = "", at_least
    for one in dict.fromkeys(known):
        likeness = DamerauLevenshtein.normalized_similarity(_plain(name), _plain(one))
        if likeness > score or (likeness == score and not best):
            best, score = one, likeness
    return best


def _plain(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")


def listed(names: Iterable[str], at_most: int = 12) -> str:
    """Return names for a sentence, or "" when there are none or too many to read."""
    all_names = list(dict.fromkeys(names))
    return ", ".join(all_names) if 0 < len(all_names) <= at_most else ""
