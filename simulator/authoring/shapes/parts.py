"""Parts of a file as it was written, whatever is wrong with it: blocks, lists and texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simulator.authoring.reading.page import Page
from simulator.authoring.reading.tree import Path


def block(value: Any) -> dict[str, Any]:
    """Return a block, an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> list[Any]:
    """Return a list, an empty one for anything else."""
    return value if isinstance(value, list) else []


def texts(page: Page, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every text at or under a path."""
    value = page.tree.at(path)
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index in range(len(value)):
            yield from texts(page, (*path, index))
    elif isinstance(value, dict):
        for key in value:
            yield from texts(page, (*path, key))
