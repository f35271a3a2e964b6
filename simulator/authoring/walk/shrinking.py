"""The shortest reproduction: replies are left out as long as the fault stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def shortest(
    replies: Sequence[str], holds: Callable[[tuple[str, ...]], bool], most: int = 600
) -> tuple[str, ...]:
    """Return the fewest of some replies, in order, for which `holds` is still true.

    Large pieces are tried first, then single replies, until none can be left out (Zeller's delta
    debugging); `most` bounds how often `holds` is asked. What does not hold at first comes back whole.
    """
    kept = tuple(replies)
    if not holds(kept):
        return kept
    size, asked = max(1, len(kept) // 2), 1
    while size and asked < most:
        place, changed = 0, False
        while place < len(kept) and asked < most:
            shorter = kept[:place] + kept[place + size :]
            asked += 1
            if holds(shorter):
                kept, changed = shorter, True
            else:
                place += size
        size = size if changed and size == 1 else size // 2
    return kept
