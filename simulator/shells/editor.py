"""The author's own editor: which one it is, and how it is told the line to open."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from pathlib import Path, PurePath

_COLON = {"hx", "helix", "subl", "zed"}
"""Editors that take FILE:LINE."""
_GOTO = {"code", "code-insiders", "codium", "cursor", "windsurf"}
"""Editors that take --goto FILE:LINE; --wait keeps the terminal for them until the file is closed."""


def editor_command(path: Path, line: int, environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the command that opens a file at a line (from 1) in $VISUAL or $EDITOR; empty without one."""
    chosen = (environment.get("VISUAL") or environment.get("EDITOR") or "").strip()
    if not chosen:
        return []
    try:
        words = shlex.split(chosen, posix=os.name != "nt")
    except ValueError:  # an open quotation mark
        return []
    name = PurePath(words[0].strip('"')).stem.lower()
    if name in _GOTO:
        waits = [] if {"--wait", "-w"} & set(words) else ["--wait"]
        return [*words, *waits, "--goto", f"{path}:{line}"]
    if name in _COLON:
        return [*words, f"{path}:{line}"]
    return [*words, f"+{line}", str(path)]
