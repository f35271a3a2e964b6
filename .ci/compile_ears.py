"""Build hook: compile phrase files and what rulebooks learn into the wheel, so that no first start need."""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_COMPILED = "simulator/data/compiled"


class CompileEars(BuildHookInterface):  # type: ignore[type-arg]  # the interface is generic without need
    """Adds simulator/data/compiled/*.json to a wheel; an editable install compiles at first start."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile both languages and all rulebooks before the files are gathered."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        from simulator.authoring.compiled import write
        from simulator.authoring.library import Library

        folder = Path(tempfile.mkdtemp())
        library = Library.usual()

        def keep(name: str, files: list[Path], data: dict[str, Any]) -> None:
            write(folder / f"{name}.json", files, data)

        for name in ("en", "zh"):
            keep(name, library.phrase_files(name), library.compiled(name))
            library.ear(name)  # the copies that learn the rulebooks find it made
            build_data["force_include"][str(folder / f"{name}.json")] = f"{_COMPILED}/{name}.json"
        names = library.books()
        for book in names:
            build_data["force_include"][str(folder / f"law-{book}.json")] = f"{_COMPILED}/law-{book}.json"

        def learn(book: str) -> None:
            keep(f"law-{book}", library.learnt_from(book), library.learnt(book))

        _side_by_side(learn, names)


def _side_by_side(make: Callable[[str], None], names: list[str]) -> None:
    """Make something of every name. Each takes half a minute of one processor, so where a process can be
    copied as it stands they run at the same time; what fails there is made again here, and says why."""
    if "fork" not in multiprocessing.get_all_start_methods():
        unmade = names
    else:
        context = multiprocessing.get_context("fork")
        at_work = {name: context.Process(target=make, args=(name,)) for name in names}
        for process in at_work.values():
            process.start()
        for process in at_work.values():
            process.join()
        unmade = [name for name, process in at_work.items() if process.exitcode]
    for name in unmade:
        make(name)
