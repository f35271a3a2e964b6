"""The room's own data files: word lists and character tables, read once and kept."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def read(name: str) -> str:
    """Return the text of a data file of this room."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def lines(name: str) -> list[str]:
    """Return the lines of a data file, without comments and empty lines."""
    return [line for line in read(name).splitlines() if line and not line.startswith("#")]


@cache
def table(name: str) -> dict[str, Any]:
    """Return a TOML data file, parsed once; callers must not change it."""
    return tomllib.loads(read(name))
