"""Reloading: a scenario is saved while a call is played from it; how long until the new version stands.

`python -m tests.benchmarks.reloading`: the largest shipped scenario of each language, a call of eight
replies, twenty saves. Measured from the moment the save is noticed to the call replayed on the new version
(and, for the trainer's screen, to its findings of form, tree and tests).
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from simulator import __version__
from simulator.authoring.library import Library
from simulator.paths import builtin
from simulator.records import Records
from simulator.shells.trial import Trial
from simulator.shells.watching import Watched, after_save
from simulator.shells.workbench import Kept, Outcomes, Version, Workbench

SAVES = 20
BAR = 0.3
REPLIES = 8


def saved(path: Path, number: int) -> None:
    """Save the file as an editor does, with a line of the debtor changed."""
    text = path.read_text(encoding="utf-8")
    beside = path.with_suffix(".part")
    beside.write_text(text.rstrip() + f"\n# {number}\n", encoding="utf-8")
    beside.replace(path)


def measured(name: str, path: Path, once: Callable[[], None]) -> None:
    """Print the wall and processor seconds of twenty saves."""
    walls, cpus = [], []
    for number in range(SAVES):
        saved(path, number)
        begin, cpu = time.perf_counter(), time.process_time()
        once()
        walls.append(time.perf_counter() - begin)
        cpus.append(time.process_time() - cpu)
    median, least, cost = statistics.median(walls), min(walls), statistics.median(cpus)
    print(
        f"{name}: median {median * 1000:.0f} ms, least {least * 1000:.0f} ms, "
        f"processor {cost * 1000:.0f} ms (bar {BAR * 1000:.0f} ms)"
    )


def main() -> None:
    """Print what a save costs in a call, and on the trainer's screen."""
    library = Library.usual()
    for language in ("en", "zh"):
        largest = max((builtin("scenarios") / language).glob("*.yaml"), key=lambda one: one.stat().st_size)
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / largest.name
            shutil.copy(largest, path)
            stage = library.stage_of(path, language, engine=__version__)
            records = Records(Path(name) / "records.sqlite3")
            trial, _ = Trial.begin(stage, records, "bench", 7, file=str(path))
            said = [beat.model for beat in stage.script.beats.values() if beat.model][:REPLIES]
            for text in said:
                if not trial.call.ended:
                    trial.reply(text)
            watched = Watched(library, path, trial.call.stage)

            def reload(watched: Watched = watched, trial: Trial = trial, language: str = language) -> None:
                assert watched.changed()
                assert not after_save(trial, watched.load(), language).broken

            label = f"{language}/{largest.stem}, {len(trial.replies)} replies"
            measured(f"call, {label}", path, reload)
            bench = Workbench(library, path)
            for _ in bench.look():
                pass

            def look(kinds: tuple[type, ...], bench: Workbench = bench) -> None:
                assert bench.changed()
                for step in bench.look():
                    if isinstance(step, kinds):
                        return

            measured(f"screen, {label}: findings and tree", path, partial(look, (Version, Kept)))
            measured(f"screen, {label}: tests too", path, partial(look, (Outcomes,)))
            records.close()


if __name__ == "__main__":
    main()
