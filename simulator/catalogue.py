"""The words of the interface: two flat catalogues, one language chosen at start."""

from __future__ import annotations

import locale
import os
import tomllib
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("en", "zh")


@lru_cache(maxsize=4)
def catalogue(language: str) -> dict[str, str]:
    """Return all messages of a language, keyed "section.name"."""
    path = Path(__file__).resolve().parent / "locale" / f"{language}.toml"
    with path.open("rb") as file:
        tables = tomllib.load(file)
    return {f"{section}.{name}": text for section, table in tables.items() for name, text in table.items()}


def t(key: str, language: str, **values: object) -> str:
    """Return the message `key` in `language` with `{name}` places filled from `values`."""
    return catalogue(language)[key].format(**values)


def system_language() -> str:
    """Return "zh" where the system speaks Chinese, else "en"."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    if not named:
        named = locale.getlocale()[0] or ""
    return "zh" if named.lower().startswith(("zh", "chinese")) else "en"
