"""Writing an author's file: whole or not at all, and never over something that was there by accident."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from simulator.errors import Unreadable


def write_text(path: Path, text: str) -> None:
    """Write a text file beside its place and move it there; raises Unreadable when it cannot be kept."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                Path(beside).chmod(path.stat().st_mode & 0o777)
            else:
                Path(beside).chmod(0o666 & ~_mask())
            Path(beside).replace(path)
        except BaseException:  # an interrupt too must not leave half a file beside the author's
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Unreadable(
            "Write", f"{path} cannot be written: {error.strerror or error}.", "Nothing was changed."
        ) from error


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def backup(path: Path) -> Path:
    """Copy a file to `<name>.bak` beside it, the newest copy winning, and return where it lies."""
    copy = path.with_name(path.name + ".bak")
    write_text(copy, path.read_bytes().decode("utf-8"))
    return copy
