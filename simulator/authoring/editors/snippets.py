"""What an editor offers to fill in: a beat, a response, an ending, a test."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_TABLE = Path(__file__).with_name("snippets.toml")


def snippets(table: str, key: str, language: str) -> list[dict[str, Any]]:
    """Return the snippets for a key of a block, as the YAML language server takes them."""
    found = []
    for offered in _offered():
        if (offered["table"], offered["key"]) == (table, key):
            label, *words = offered[language]
            body: str = offered["body"]
            for number, text in enumerate(words, 1):
                body = body.replace(f"@{number}", text)
            found.append({"label": label, "body": json.loads(body)})
    return found


@cache
def _offered() -> list[dict[str, Any]]:
    with _TABLE.open("rb") as file:
        table: list[dict[str, Any]] = tomllib.load(file)["offered"]
    return table
