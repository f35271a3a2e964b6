"""Build hook: compile the phrase files into the wheel, so that the first start need not."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileEars(BuildHookInterface):  # type: ignore[type-arg]  # the interface is generic without need
    """Adds simulator/data/compiled/{en,zh}.json to a wheel; an editable install compiles at first start."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile both languages before the files are gathered."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        from simulator.authoring.compiled import write
        from simulator.authoring.library import Library

        folder = Path(tempfile.mkdtemp())
        library = Library.usual()
        for language in ("en", "zh"):
            target = folder / f"{language}.json"
            write(target, library.phrase_files(language), library.compiled(language))
            build_data["force_include"][str(target)] = f"simulator/data/compiled/{language}.json"
