"""Walking: ten thousand calls find what was planted, and `duecourse play` accepts the shortest way to it.

`python -m tests.benchmarks.walking [COUNT]`: a dead end, a farm and a path on which cruelty pays are each
planted into the short call, COUNT calls (10,000) are played, and the replies of the fault are given to
`duecourse play`, which must take every one of them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from simulator.authoring.findings.examples import base_text
from simulator.authoring.library import Library
from simulator.authoring.walk import Fault, walk
from tests.authoring.planted import CRUELTY, DEAD_END, FARM, staged

COUNT = 10_000
PLANTED = {
    "dead end": (DEAD_END, ("dead_end",)),
    "farm": (FARM, ("mood_farm", "points_farm")),
    "cruelty pays": (CRUELTY, ("cruelty_pays", "cruelty_passes")),
}
PROGRAM = "import sys; from simulator.cli import main; sys.exit(main())"


def plays(path: Path, fault: Fault, data: Path) -> tuple[int, str]:
    """Return how many of a fault's replies `duecourse play` takes, and where the call is after them."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "play", str(path), "--format", "json", "--seed", str(fault.seed)],
        input="\n".join(fault.replies) + "\n",
        env={**os.environ, "DUECOURSE_DATA": str(data), "DUECOURSE_LANG": "en"},
        capture_output=True,
        text=True,
        check=True,
    )
    events = [json.loads(line) for line in done.stdout.splitlines()]
    heard = [event for event in events if event["event"] == "heard"]
    ended = next(event for event in events if event["event"] == "ended")
    places = [event["beat"] for event in events if event["event"] == "says"]
    return len(heard), ended["ending"] if ended["ending"] != "you_hung_up" else places[-1]


def main() -> None:
    """Print for each planted fault whether it was found, how long that took, and the shortest way to it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    library = Library.usual()
    bank = library.bank("en")
    missed = []
    with tempfile.TemporaryDirectory() as name:
        for number, (what, (edits, keys)) in enumerate(PLANTED.items()):
            folder = Path(name) / str(number)
            (folder / "personas/en").mkdir(parents=True)
            (folder / "personas/en/mei-lin.yaml").write_text(base_text("persona"), encoding="utf-8")
            path, stage, model = staged(library, folder, edits)
            begin, cpu = time.perf_counter(), time.process_time()
            found = walk(stage, model, bank, count)
            wall, cpu = time.perf_counter() - begin, time.process_time() - cpu
            fault = next((one for one in found.faults if one.key in keys), None)
            if fault is None:
                missed.append(what)
                print(f"{what}: NOT FOUND in {count} calls, {wall:.1f} s")
                continue
            taken, place = plays(path, fault, folder / "data")
            if taken != len(fault.replies):
                missed.append(what)
            print(f"{what}: {fault.key} in {count} calls, {wall:.1f} s ({cpu:.1f} s of the processor)")
            print(f"  {taken} of {len(fault.replies)} replies taken by play, then at '{place}':")
            for text in fault.replies:
                print(f"  > {text}")
    print(f"walking: {len(PLANTED) - len(missed)} of {len(PLANTED)} planted faults found and played again")
    if missed:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
