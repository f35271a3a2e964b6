"""Exploring: everything that can happen in a scenario, as a ratio to reading and checking its file once."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from simulator.authoring.exploring.exploration import explore
from simulator.authoring.library import Library

ROOT = Path(__file__).parents[2]
ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """Return the processor seconds that something takes, the best of a few rounds."""
    taken = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return min(taken)


def main() -> None:
    """Print the time of each shipped scenario, whether it was complete, and the ratio to the bare check."""
    library = Library.usual()
    ratios = []
    for path in sorted((ROOT / "scenarios").glob("*/*.yaml")):
        script = library.script(path, path.parent.name)
        ours, floor = (
            seconds(lambda script=script: explore(script)),
            seconds(lambda path=path: library.check(path)),
        )
        ratios.append(ours / floor)
        done = "complete" if explore(script).complete else "not complete"
        print(
            f"explore {path.parent.name}/{path.stem}: {ours:.3f} s (bar 2), {done}, "
            f"{ours / floor:.2f} times read and check"
        )
    print(f"exploring: {statistics.median(ratios):.2f} times reading and checking the file")


if __name__ == "__main__":
    main()
