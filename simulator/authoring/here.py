"""The folder that somebody works in: scenarios and persons that lie there are seen without being named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from simulator.authoring.heads import head_of
from simulator.authoring.shared import yaml_in

MOST = 200
"""YAML files in a folder beyond which it is surely not a folder of scenarios."""


def working_folder() -> Path | None:
    """Return the folder that the program was started in; None when it is gone."""
    try:
        return Path.cwd()
    except OSError:
        return None


def loose_scenarios(folder: Path, language: str) -> Iterator[Path]:
    """Yield the scenario files of a language that lie in a folder itself, or in `scenarios` in it."""
    for place in (folder, folder / "scenarios"):
        for path, keys in _ours(place):
            if "beats" in keys and keys.get("language") == language:
                yield path


def loose_files(folder: Path) -> Iterator[Path]:
    """Yield the scenario and persona files that lie in a folder itself."""
    for path, _ in _ours(folder):
        yield path


def _ours(folder: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    """The YAML files that are a scenario or a persona, with the keys that say so: others may lie there."""
    files = list(yaml_in(folder))
    for path in files if len(files) <= MOST else ():
        keys = head_of(path)
        if {"id", "language"} <= keys.keys() and {"beats", "style"} & keys.keys():
            yield path, keys
