"""A rule of a grammar, compiled when it is first used: a call in one language never pays for the other's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any


class Rule:
    """A regular expression with `search`, `match` and `finditer`, which cost nothing until they are used.

    `needs` are stretches of which every match holds one: a text without any need not be searched.
    """

    __slots__ = ("_text", "finditer", "match", "needs", "search")
    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]

    def __init__(self, text: str, *needs: str) -> None:
        self._text = text
        self.needs = needs

    def may_match(self, text: str) -> bool:
        """Return whether a text holds what every match needs."""
        if not self.needs:
            return True
        return any(need in text for need in self.needs)

    def __getattr__(self, name: str) -> Any:
        if name not in ("search", "match", "finditer"):
            raise AttributeError(name)
        compiled = re.compile(self._text)
        self.search, self.match, self.finditer = compiled.search, compiled.match, compiled.finditer
        return getattr(compiled, name)
