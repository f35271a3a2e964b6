"""Lines on a stream: words are wrapped at the width of a terminal, and a pipe gets lines as they are."""

from __future__ import annotations

import shutil
import sys
from typing import IO

from simulator.text import wrap


def streams() -> tuple[IO[str], IO[str]]:
    """Return standard input and output, both able to carry Chinese and never failing on a character."""
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    return sys.stdin, sys.stdout


def columns(sink: IO[str]) -> int:
    """Return how many cells a line of a terminal has, 0 for anything that is no terminal."""
    return shutil.get_terminal_size().columns if sink.isatty() else 0


def say(sink: IO[str], line: str) -> None:
    """Print one line at once; on a terminal no word is broken at its edge."""
    width = columns(sink)
    sink.write("\n".join(wrap(line, width) if width else [line]) + "\n")
    sink.flush()
