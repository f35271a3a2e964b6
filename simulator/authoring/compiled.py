"""What phrase files compile to and rulebooks learn, made once when the wheel is built and shipped in it.

Compiling takes seconds, so a first start would wait for it. The shipped result is used only while it
is exactly what the files at hand would give: its digest is of their content and the engine.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from simulator import paths
from simulator.hearing import ENGINE_VERSION


def digest(files: Iterable[Path]) -> str:
    """Return the digest of files by name and content, and of the engine that compiles them."""
    sum_ = hashlib.sha256(ENGINE_VERSION.encode())
    for path in files:
        sum_.update(f"\n{path.name}\n".encode())
        sum_.update(path.read_bytes())
    return sum_.hexdigest()


def shipped(name: str, files: Iterable[Path]) -> dict[str, Any] | None:
    """Return what came with the program for these very files, None when there is nothing of the kind."""
    path = paths.builtin("compiled") / f"{name}.json"
    try:
        kept = json.loads(path.read_bytes())
        fits = kept["digest"] == digest(files)
        data: dict[str, Any] = kept["data"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return data if fits else None


def write(path: Path, files: list[Path], data: dict[str, Any]) -> None:
    """Write what is to be shipped."""
    text = json.dumps({"digest": digest(files), "data": data}, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
