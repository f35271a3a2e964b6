"""A large table of text by key, kept so that loading it costs next to nothing and one look-up little.

The entries lie in blocks by the checksum of their key (CRC-32, the same on every machine), each block one
text "|key=value|key=value|": JSON reads a few thousand texts, and nothing is cut up before it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zlib import crc32

_EACH = 12  # entries of a block, on average


def pack(lines: Mapping[str, str]) -> list[str]:
    """Return the blocks of a table; no key and no text may hold "|" or "="."""
    count = max(1, len(lines) // _EACH)
    blocks: list[list[str]] = [[] for _ in range(count)]
    for key, line in lines.items():
        blocks[crc32(key.encode()) % count].append(f"{key}={line}|")
    return ["|" + "".join(block) for block in blocks]


class Table:
    """Finds the text of a key in the blocks of `pack`."""

    def __init__(self, blocks: Sequence[str]) -> None:
        self._blocks, self._count = blocks, len(blocks)

    def get(self, key: str) -> str | None:
        """Return the text of a key, None if there is none."""
        block = self._blocks[crc32(key.encode()) % self._count]
        start = block.find(f"|{key}=")
        if start < 0:
            return None
        start += len(key) + 2
        return block[start : block.find("|", start)]
