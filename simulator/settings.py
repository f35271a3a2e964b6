"""What the person chose: flags over environment over settings file over default."""

from __future__ import annotations

import getpass
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from simulator.catalogue import LANGUAGES, system_language
from simulator.errors import Unreadable
from simulator.paths import user_config
from simulator.text import clean


@dataclass(frozen=True, slots=True)
class Settings:
    """`language` of interface and scenarios, `trainee` whose records these are, and whether the
    terminal's own cursor is shown for input methods ("auto", "on", "off")."""

    language: str
    trainee: str
    terminal_cursor: str = "auto"

    @property
    def shows_cursor(self) -> bool:
        """Whether the terminal's own cursor must stay visible."""
        return self.terminal_cursor == "on" or (self.terminal_cursor == "auto" and self.language == "zh")


def load(language: str | None = None, trainee: str | None = None) -> Settings:
    """Return the settings; arguments are what the command line said, None where it said nothing.

    Raises Unreadable for a settings file that cannot be read and for an unknown language.
    """
    file = _file()
    chosen = language or os.environ.get("DUECOURSE_LANG") or file.get("language") or system_language()
    chosen = chosen.lower().replace("_", "-").split("-")[0]
    if chosen not in LANGUAGES:
        raise Unreadable(
            "Language", f"'{chosen}' is not one of {', '.join(LANGUAGES)}.", "Use --lang en or --lang zh."
        )
    named = trainee or os.environ.get("DUECOURSE_TRAINEE") or file.get("trainee") or _login()
    return Settings(chosen, clean(named, 80).strip() or "trainee", file.get("terminal_cursor", "auto"))


def _file() -> dict[str, str]:
    path: Path = user_config() / "settings.toml"
    if not path.is_file():
        return {}
    try:
        with path.open("rb") as file:
            return {key: str(value) for key, value in tomllib.load(file).items()}
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise Unreadable(
            "Settings", f"{path} cannot be read: {error}.", "Correct or delete the file."
        ) from error


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no login name in this environment
        return "trainee"
