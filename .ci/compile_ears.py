"""Build hook: compile phrase files and what rulebooks learn into the wheel, so that no first start need."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


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
        made = [(name, library.phrase_files(name), library.compiled(name)) for name in ("en", "zh")]
        for book in library.books():
            made.append((f"law-{book}", library.learnt_from(book), library.learnt(book)))
        for name, files, data in made:
            target = folder / f"{name}.json"
            write(target, files, data)
            build_data["force_include"][str(target)] = f"simulator/data/compiled/{name}.json"
