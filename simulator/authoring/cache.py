"""Compiled things kept as JSON between two starts. It may vanish, break or be unwritable at any time."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_MANY = 300
"""Files after which the oldest are deleted."""


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of JSON files, named by what they hold and the key of what it was made from."""

    folder: Path | None

    def get(self, name: str, key: str) -> Any:
        """Return what was kept, None when there is nothing usable."""
        if self.folder is None:
            return None
        try:
            with self._path(name, key).open("rb") as file:
                kept = json.loads(file.read())
        except (OSError, ValueError, RecursionError):
            return None
        return kept["data"] if isinstance(kept, dict) and kept.get("key") == key else None

    def holds(self, name: str, key: str) -> bool:
        """Return whether something is kept, without reading it."""
        return self.folder is not None and self._path(name, key).is_file()

    def put(self, name: str, key: str, data: Any) -> None:
        """Keep something; a folder that cannot be written is no error."""
        if self.folder is None:
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._tidy()
            handle, temporary = tempfile.mkstemp(dir=self.folder, suffix=".part")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    json.dump({"key": key, "data": data}, file, ensure_ascii=False, separators=(",", ":"))
                Path(temporary).replace(self._path(name, key))
            except OSError:
                Path(temporary).unlink(missing_ok=True)
        except OSError:
            return

    def _path(self, name: str, key: str) -> Path:
        assert self.folder is not None
        return self.folder / f"{name}-{key[:24]}.json"

    def _tidy(self) -> None:
        assert self.folder is not None
        kept = list(self.folder.glob("*.json"))
        if len(kept) > _MANY:
            for path in sorted(kept, key=lambda one: one.stat().st_mtime)[: _MANY // 2]:
                path.unlink(missing_ok=True)


NOWHERE = Cache(None)
"""A cache that keeps nothing."""


def quick_key(files: Iterable[Path], *more: str) -> str:
    """Return a key of files by path, size and time of change, without reading them."""
    parts = list(more)
    for path in files:
        try:
            stat = path.stat()
        except OSError:
            parts.append(f"{path} -")
        else:
            parts.append(f"{path} {stat.st_size} {stat.st_mtime_ns}")
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def code_key(*folders: Path) -> str:
    """Return a key of the code and data of rooms: a checkout that was edited must not use old results."""
    suffixes = (".py", ".toml", ".txt", ".jsonl")
    found: list[Path] = []
    for folder in folders:
        for here, below, names in os.walk(folder):
            below[:] = [name for name in below if name != "__pycache__"]
            found += [Path(here, name) for name in names if name.endswith(suffixes)]
    return quick_key(sorted(found))
