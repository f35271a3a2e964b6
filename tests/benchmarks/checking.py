"""Checking: a library of many scenarios against the bare parse and validation of the same files.

`python -m tests.benchmarks.checking [COUNT]`: writes COUNT scenarios (2,000), no two alike, and measures
`duecourse check` of their folder, as a process of its own on all processors, cold (nothing remembered) and
warm (nothing changed since), and the floor.

The floor is libyaml and pydantic alone, in this process: no place of anything, no sentence for a trainer,
no reference followed. Reading and shapes as we do them, still without any deep check, are told beside it.
The warm check is held to the bar. The cold one, which plays every test and hears every line, is far over it.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from simulator.authoring.findings.examples import base_text
from simulator.authoring.library import Library
from simulator.authoring.shapes.scenario import ScenarioShape
from tests.benchmarks.library import write_library

COUNT = 2000
ROUNDS = 3
BAR = 2.5
CHECK = "import sys; from simulator.cli import main; sys.exit(main())"


def floor(files: list[Path]) -> float:
    """Return the seconds that reading, parsing and validating the files takes, and nothing else."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    begin = time.perf_counter()
    for path in files:
        ScenarioShape.model_validate(yaml.load(path.read_bytes(), loader))  # noqa: S506 - every scalar stays text
    return time.perf_counter() - begin


def shapes(files: list[Path], library: Library) -> float:
    """Return the seconds that our own reading takes: places, shapes, references, and no deep check."""
    begin = time.perf_counter()
    for path in files:
        library.check(path)
    return time.perf_counter() - begin


def check(folder: Path, cache: Path) -> float:
    """Return the seconds that `duecourse check` of a folder takes, as a process of its own."""
    environment = {**os.environ, "DUECOURSE_CACHE": str(cache), "DUECOURSE_LANG": "en"}
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", CHECK, "check", str(folder)],
        env=environment,
        stdout=subprocess.PIPE,
        check=False,
    )
    taken = time.perf_counter() - begin
    if done.returncode == 2:
        raise SystemExit("the check could not run")
    print(f"  {taken:.2f} s: {done.stdout.decode().splitlines()[-1]}")
    return taken


def main() -> None:
    """Print the ratios, cold and warm."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as name:
        folder, cache = Path(name) / "library", Path(name) / "cache"
        files = write_library(folder, count, random.Random(7), base_text)
        lines = [path.read_bytes().count(b"\n") for path in files]
        print(f"{count} scenarios of {min(lines)} to {max(lines)} lines, {os.cpu_count()} processors")
        os.environ["DUECOURSE_CACHE"] = str(cache)
        for language in ("en", "zh"):
            Library.usual().ear(language)  # what hears is compiled when the program is installed
        bare = [floor(files)]
        ours = shapes(files, Library.usual()) / bare[0]
        cold = check(folder, cache)
        warm = []
        for _ in range(ROUNDS):
            bare.append(floor(files))
            warm.append(check(folder, cache))
        base = statistics.median(bare)
        print(f"bare parse and validation: {base:.2f} s ({base / count * 1000:.2f} ms a file)")
        print(f"our reading and shapes: {ours:.2f} times the floor")
        print(f"check, cold: {cold / base:.2f} times the floor, {cold / count * 1000:.2f} ms a file")
        ratio = statistics.median(a / b for a, b in zip(warm, bare[1:], strict=True))
        print(f"check, warm: {ratio:.2f} times the floor (bar {BAR})")


if __name__ == "__main__":
    main()
