"""The first keys of a scenario or persona file, read without reading it as YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

READ = 20_000
"""Bytes of a file in which these keys must stand."""
_KEY = re.compile(rb"^(id|language|persona|style|beats)[ \t]*:[ \t]*[\"']?([^\s\"'#]*)", re.MULTILINE)


def head_of(path: Path) -> dict[str, str]:
    """Return id, language, persona and style, and "beats" if there is this key; {} if it cannot be read."""
    try:
        with path.open("rb") as file:
            found = _KEY.findall(file.read(READ))
    except OSError:
        return {}
    return {name.decode(): value.decode("utf-8", "replace") for name, value in reversed(found)}


def personas_named(scenarios: Iterable[Path]) -> frozenset[str]:
    """Return the ids of the personas that some scenarios are played by."""
    return frozenset(head_of(path).get("persona", "") for path in scenarios)
