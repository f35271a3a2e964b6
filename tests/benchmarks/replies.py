"""Replying: reply to answer, hearing included, with all phrase packs loaded."""

from __future__ import annotations

import gc
import statistics
import time
from pathlib import Path

from simulator.authoring.library import Library
from simulator.call import reply, start
from simulator.shells.session import stage_for

CALLS = Path(__file__).parents[1] / "calls"
ROUNDS = 60


def times(language: str, scenario: str) -> list[float]:
    """Return the milliseconds of every reply of the recorded calls of one scenario."""
    stage = stage_for(Library.usual(), scenario, language)
    taken = []
    gc.collect()
    gc.freeze()
    for path in sorted(CALLS.glob(f"{scenario.partition('-')[0]}.*.{language}.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for _ in range(ROUNDS):
            call, _events = start(stage, seed=7)
            for line in lines:
                begin = time.perf_counter()
                call, _events = reply(call, line)
                taken.append((time.perf_counter() - begin) * 1000)
    return taken


def floor() -> float:
    """Return the milliseconds of the cheapest thing that reads every character once."""
    text = "I understand that this is a hard time for you, and there is no rush at all."
    begin = time.perf_counter()
    for _ in range(10_000):
        text.lower().split()
    return (time.perf_counter() - begin) / 10


def main() -> None:
    """Print median and p99 per language."""
    print(f"floor, lower().split(): {floor() / 1000:.4f} ms")
    for language in ("en", "zh"):
        taken = sorted(
            taken
            for scenario in ("angry-four-calls", "evasive-next-friday", "hardship-lost-her-job")
            for taken in times(language, scenario)
        )
        median, p99 = statistics.median(taken), taken[int(len(taken) * 0.99)]
        print(f"reply to answer, {language}: median {median:.2f} ms, p99 {p99:.2f} ms (bars 3, 10)")


if __name__ == "__main__":
    main()
