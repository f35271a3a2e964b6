"""The words of the interface: two flat catalogues, one language chosen at start.

Imports nothing at the top, so that `--help` can ask for the language at no cost.
"""

from __future__ import annotations

import os

LANGUAGES = ("en", "zh")

_READ: dict[str, dict[str, str]] = {}


def catalogue(language: str) -> dict[str, str]:
    """Return all messages of a language, keyed "section.name"."""
    if language not in _READ:
        import tomllib
        from pathlib import Path

        path = Path(__file__).resolve().parent / "locale" / f"{language}.toml"
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        _READ[language] = {
            f"{section}.{name}": text for section, table in tables.items() for name, text in table.items()
        }
    return _READ[language]


def t(key: str, language: str, **values: object) -> str:
    """Return the message `key` in `language` with `{name}` places filled from `values`."""
    return catalogue(language)[key].format(**values)


def system_language() -> str:
    """Return "zh" where the system speaks Chinese, else "en"."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    if not named:
        import locale

        named = locale.getlocale()[0] or ""
    return "zh" if named.lower().startswith(("zh", "chinese")) else "en"
