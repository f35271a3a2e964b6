"""Hearing one reply, and loading what hears it: `python -m tests.benchmarks.hearing [en|zh]`.

Wall and CPU time side by side with a floor that does the same work in every run: on a busy machine all
three grow together. "Steady" takes the best of the rounds of each reply: what others did is left out.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from simulator.authoring.cache import Cache
from simulator.hearing import Ear, compile_bank
from tests.benchmarks.learning_curve import newest
from tests.hearing.banks import load_bank

TODAY = date(2026, 6, 10)
ROUNDS = 7
FLOOR = "I understand that this is a hard time for you, and there is no rush at all."


def clocked(work: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds that work takes by the wall and of this process."""
    wall, own = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - own) * 1000


def floor() -> float:
    """Return the milliseconds of CPU of a thousand times the cheapest thing that reads a reply."""
    return min(clocked(lambda: [FLOOR.lower().split() for _ in range(1000)])[1] for _ in range(5))


def loading(language: str, folder: Path) -> tuple[Ear, list[tuple[float, float]], int]:
    """Return an ear out of a cache on disk, the times of loading it, and the bytes that it takes there."""
    cache = Cache(folder)
    cache.put(f"ear-{language}", "key", compile_bank(load_bank(language)))
    taken = []
    for _ in range(ROUNDS):
        gc.collect()
        taken.append(clocked(lambda: Ear.from_compiled(cache.get(f"ear-{language}", "key"))))
    size = sum(path.stat().st_size for path in folder.glob(f"ear-{language}-*"))
    return Ear.from_compiled(cache.get(f"ear-{language}", "key")), taken, size


def told(name: str, taken: Sequence[float]) -> str:
    """Return median and p99 of some milliseconds."""
    ordered = sorted(taken)
    return f"{name} median {statistics.median(ordered):.2f}, p99 {ordered[len(ordered) * 99 // 100]:.2f} ms"


def measured(language: str) -> None:
    """Print the figures of one language."""
    with tempfile.TemporaryDirectory() as folder:
        ear, loads, size = loading(language, Path(folder))
    rows = [json.loads(line) for line in newest(language).read_text(encoding="utf-8").splitlines()]
    replies = [row["reply"] for row in rows if "reply" in row]
    beat = ear.listening(())

    def hear(reply: str) -> tuple[float, float]:
        return clocked(lambda: ear.hear(reply, beat, TODAY))

    first = hear(replies[0])[0]
    gc.collect()
    gc.freeze()
    rounds = [list(map(hear, replies)) for _ in range(ROUNDS)]
    walls, own = ([pair[clock] for one in rounds for pair in one] for clock in (0, 1))
    steady = [min(pair[1] for pair in times) for times in zip(*rounds, strict=True)]
    print(
        f"{language}: hearing {len(replies)} replies (bars: median 0.7, p99 3 ms), the first {first:.0f} ms"
    )
    print(f"  {told('wall', walls)}; {told('CPU', own)}; {told('steady', steady)}")
    wall, cpu = (min(pair[clock] for pair in loads) for clock in (0, 1))
    print(f"  loading {size // 1000} kB: wall {wall:.0f}, CPU {cpu:.0f} ms (bar 60); floor {floor():.2f} ms")


def main(arguments: list[str]) -> None:
    """Print median and p99 of hearing, and the milliseconds of loading."""
    print(f"floor, 1,000 times lower().split(): {floor():.2f} ms")
    for language in arguments or ["en", "zh"]:
        measured(language)


if __name__ == "__main__":
    main(sys.argv[1:])
