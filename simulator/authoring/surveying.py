"""Many files examined: what did not change since the last time is remembered, the rest is shared out.

What is found in a file depends on it, on what stands around it (persona, other language, transcripts,
project) and on the program. All of that goes into the key under which findings are kept.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from simulator.authoring.examining import Examiner
from simulator.authoring.findings.finding import Finding, Severity, in_order
from simulator.authoring.library import Library
from simulator.authoring.reading.neighbours import Neighbours, engine_key

MANY = 24
"""Files for each process from which on it pays to start several."""
KEPT = 20_000
"""Files whose findings are remembered."""
_NAME = "findings"
Rows = list[list[Any]]


@dataclass(slots=True)
class Survey:
    """Examines many files; `workers` is how many processes at most, 0 for one for each processor.

    `examined` is how many files could not be answered from memory.
    """

    library: Library
    workers: int = 0
    examined: int = 0

    def findings(self, files: Mapping[Path, str]) -> Iterator[tuple[Path, list[Finding]]]:
        """Yield each file with its findings; `files` are the names that they are shown under."""
        engine = engine_key(self.library)
        kept: dict[str, Rows] = self.library.cache.get(_NAME, engine) or {}
        around = Neighbours(self.library)
        keys = {path: around.key(path) for path in files}
        new = [(path, shown) for path, shown in files.items() if keys[path] not in kept]
        fresh = dict(zip((path for path, _ in new), self.examine(new), strict=True))
        self.examined = len(new)
        if new:
            now = {keys[path]: [_row(one) for one in found] for path, found in fresh.items()}
            recent = dict([*kept.items(), *now.items()][-KEPT:])
            self.library.cache.put(_NAME, engine, recent)
        twins = around.twins(files)
        for path, shown in files.items():
            known = fresh[path] if path in fresh else [_finding(row, shown) for row in kept[keys[path]]]
            yield path, in_order([*known, *twins.get(path, ())])

    def examine(self, files: Sequence[tuple[Path, str]]) -> list[list[Finding]]:
        """Return the findings of files with the names that they are shown under, nothing remembered."""
        workers = min(self.workers or os.cpu_count() or 1, len(files) // MANY)
        if workers < 2:
            return _examined(Examiner(self.library), files)
        for language in ("en", "zh"):
            self.library.ear(language)  # compiled once, before everybody needs it
        shares = [files[at : at + MANY] for at in range(0, len(files), MANY)]
        method = "fork" if os.name == "posix" else "spawn"
        with ProcessPoolExecutor(workers, get_context(method), _begin, (self.library,)) as pool:
            return [found for done in pool.map(_work, shares) for found in done]


_examiner: list[Examiner] = []
"""The one of a process of its own."""


def _begin(library: Library) -> None:
    _examiner[:] = [Examiner(library)]


def _work(files: Sequence[tuple[Path, str]]) -> list[list[Finding]]:
    return _examined(_examiner[0], files)


def _examined(examiner: Examiner, files: Sequence[tuple[Path, str]]) -> list[list[Finding]]:
    return [list(examiner.examine(path, shown).findings) for path, shown in files]


def _row(finding: Finding) -> list[Any]:
    place = [finding.line, finding.column, finding.end, finding.text]
    return [finding.key, *place, dict(finding.details), finding.level]


def _finding(row: list[Any], shown: str) -> Finding:
    key, line, column, end, text, details, level = row
    return Finding(key, shown, line, column, end, text, details, Severity(level) if level else None)
