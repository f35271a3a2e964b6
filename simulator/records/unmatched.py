"""Replies that were not understood, kept for the trainer: only if switched on, on this computer, for a while.

They are a trainee's own words, so they are masked before they are written: digits, the names in the call
and names that people give themselves. The file can be read, deleted and switched off at any time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from simulator.errors import Unreadable

DAYS = 90
"""How long a reply is kept."""
NAME = "▢"
"""Stands for a name, as `#` stands for a digit."""

_DIGIT = re.compile(r"\d")
_OWN_NAME = re.compile(
    r"((?:\b(?:my name is|my name's|name is|this is|it's|i am|i'm)\s+)|(?:我叫|我姓|我是小|我是老|叫我))"
    r"((?:[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?)|(?:[\u3400-\u9fff]{1,2}(?=[，。,.\s、的先女经客]|$)))",
    re.IGNORECASE,
)
_LOWER = re.compile(r"[a-z]")


@dataclass(frozen=True, slots=True)
class Unmatched:
    """One reply: where it was said, masked, on which day; `meant` is what the trainee said it was."""

    scenario: str
    language: str
    beat: str
    reply: str
    day: str
    meant: str = ""


class UnmatchedLog:
    """The file of these replies; a switch lies beside it. Raises Unreadable when it cannot be kept."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "unmatched.jsonl"
        self._switch = folder / "unmatched.on"

    @property
    def on(self) -> bool:
        """Whether replies are kept; off until somebody switches it on."""
        return self._switch.exists()

    def switch(self, on: bool) -> None:
        """Switch the keeping on or off; what was kept stays until it is forgotten."""
        try:
            if on:
                self._switch.parent.mkdir(parents=True, exist_ok=True)
                self._switch.touch()
            else:
                self._switch.unlink(missing_ok=True)
        except OSError as error:
            raise _cannot(self._switch, error) from error

    def keep(self, one: Unmatched, names: Iterable[str] = ()) -> None:
        """Keep a reply, masked, when this is switched on; `names` are those of the call and the trainee."""
        if not self.on:
            return
        row = json.dumps(asdict(one) | {"reply": masked(one.reply, names)}, ensure_ascii=False)
        try:
            with self._file.open("a", encoding="utf-8") as file:
                file.write(row + "\n")
        except OSError as error:
            raise _cannot(self._file, error) from error

    def read(self, today: date) -> list[Unmatched]:
        """Return what is kept, oldest first; what is older than DAYS is forgotten now."""
        if not self._file.exists():
            return []
        try:
            lines = self._file.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError as error:
            raise _cannot(self._file, error) from error
        kept = [one for line in lines if (one := _row(line)) is not None]
        young = [one for one in kept if one.day >= str(today - timedelta(days=DAYS))]
        if len(young) < len(lines):
            self._write(young)
        return young

    def forget(self, gone: Iterable[Unmatched] | None = None) -> int:
        """Delete some of them, or all; return how many."""
        if not self._file.exists():
            return 0
        kept = self.read(date.min + timedelta(days=DAYS))
        leaving = set(kept) if gone is None else set(gone)
        staying = [one for one in kept if one not in leaving]
        self._write(staying)
        return len(kept) - len(staying)

    def _write(self, rows: list[Unmatched]) -> None:
        beside = self._file.with_name(self._file.name + ".part")
        text = "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in rows)
        try:
            beside.write_text(text, encoding="utf-8")
            beside.replace(self._file)
        except OSError as error:
            raise _cannot(self._file, error) from error


def masked(reply: str, names: Iterable[str] = ()) -> str:
    """Return a reply without digits and names; words that are both a name and a word are masked too."""
    text = _OWN_NAME.sub(_without_name, reply)
    parts = {part for name in names for part in (name, *name.split())}
    for part in sorted((one for one in parts if len(one) > 1 or one >= "\u3400"), key=len, reverse=True):
        edges = r"\b" if part.isascii() else ""
        text = re.sub(f"{edges}{re.escape(part)}{edges}", NAME, text, flags=re.IGNORECASE)
    return _DIGIT.sub("#", text)


def _without_name(found: re.Match[str]) -> str:
    if found[2].isascii() and _LOWER.match(found[2]):  # "this is about", not a name
        return found[0]
    return found[1] + NAME


def _row(line: str) -> Unmatched | None:
    """Return the reply that a line holds, None for a line cut off by a crash."""
    try:
        return Unmatched(**{key: str(value) for key, value in json.loads(line).items()})
    except (ValueError, TypeError, AttributeError):
        return None


def _cannot(path: Path, error: OSError) -> Unreadable:
    return Unreadable("Unmatched", f"{path}: {error.strerror or error}.", "The call itself is not affected.")
