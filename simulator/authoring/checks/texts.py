"""Every text of a page with its path, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simulator.authoring.reading.page import Page
from simulator.authoring.reading.tree import Path


def texts(page: Page, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text at or under a path."""
    stack: list[tuple[Path, Any]] = [(path, page.tree.at(path))]
    while stack:
        where, value = stack.pop()
        if isinstance(value, str):
            yield where, value
        elif isinstance(value, list):
            stack += [((*where, index), one) for index, one in reversed(list(enumerate(value)))]
        elif isinstance(value, dict):
            stack += [((*where, key), one) for key, one in reversed(value.items())]
