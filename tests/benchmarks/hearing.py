"""Hearing one reply, and loading what hears it: `python -m tests.benchmarks.hearing`."""

from __future__ import annotations

import gc
import json
import statistics
import time
from datetime import date

from simulator.hearing import Ear, compile_bank
from tests.benchmarks.learning_curve import newest
from tests.hearing.banks import load_bank

TODAY = date(2026, 6, 10)
ROUNDS = 5


def main() -> None:
    """Print median and p99 of hearing, and the milliseconds of loading."""
    for language in ("en", "zh"):
        begin = time.process_time()
        text = json.dumps(compile_bank(load_bank(language)), ensure_ascii=False)
        compiled = time.process_time() - begin
        loads = []
        for _ in range(ROUNDS):
            begin = time.perf_counter()
            ear = Ear.from_compiled(json.loads(text))
            loads.append((time.perf_counter() - begin) * 1000)
        rows = [json.loads(line) for line in newest(language).read_text(encoding="utf-8").splitlines()]
        beat, taken = ear.listening(()), []
        gc.collect()
        gc.freeze()
        for _ in range(ROUNDS):
            for row in rows:
                begin = time.perf_counter()
                ear.hear(row["reply"], beat, TODAY)
                taken.append((time.perf_counter() - begin) * 1000)
        taken.sort()
        print(
            f"{language}: hearing median {statistics.median(taken):.2f} ms, "
            f"p99 {taken[len(taken) * 99 // 100]:.2f} ms (bars 0.7, 3); "
            f"loading {min(loads):.0f} ms (bar 60); compiling {compiled:.1f} s; {len(text) // 1000} kB"
        )


if __name__ == "__main__":
    main()
