"""Where in a scenario file something stands, for an editor to open it there."""

from __future__ import annotations

from pathlib import Path

from simulator.authoring.reading.opening import read_file
from simulator.authoring.shapes.known import known_words
from simulator.authoring.shapes.scenario import ScenarioShape


def line_of_beat(path: Path, beat: str) -> int:
    """Return the line (from 1) of a beat in a scenario file; the first when it cannot be found."""
    page = read_file(path, str(path), known_words(ScenarioShape)).page
    spot = page.tree.keys.get(("beats", beat)) if page is not None else None
    return spot.line + 1 if spot is not None else 1
