"""Libraries for tests: the shipped rulebooks and phrase files, without scenarios or with the samples."""

from __future__ import annotations

from pathlib import Path

from simulator import paths
from simulator.authoring.cache import Cache
from simulator.authoring.library import Library

SAMPLES = Path(__file__).parent / "authoring" / "library"


def books(compiled: Path) -> Library:
    """Return a library without scenarios, for what only judges replies."""
    return _library(compiled)


def samples(compiled: Path) -> Library:
    """Return a library of the sample scenarios and personas."""
    return _library(compiled, SAMPLES)


def _library(compiled: Path, *folders: Path) -> Library:
    return Library(
        scenarios=tuple(folder / "scenarios" for folder in folders),
        personas=tuple(folder / "personas" for folder in folders),
        phrases=paths.phrases(),
        rubrics=paths.scoring_data("rubrics"),
        rulebooks=paths.scoring_data("rulebooks"),
        cache=Cache(compiled),
    )
