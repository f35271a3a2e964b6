"""What stands around a file and decides what is found in it, read without reading it as YAML."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from simulator.authoring.cache import code_key, quick_key
from simulator.authoring.examining import scenarios_beside, sibling_files
from simulator.authoring.findings.finding import Finding
from simulator.authoring.library import Library
from simulator.authoring.project import project_file
from simulator.authoring.reading.page import Page
from simulator.authoring.reading.source import lines_of
from simulator.authoring.shared import yaml_in

TRANSCRIPTS = "transcripts"
"""The folder beside scenario files in which their transcripts lie."""
_HEAD = re.compile(rb"^(id|language|persona)[ \t]*:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)


class Neighbours:
    """Reads every file once, and says what its findings depend on."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._read = cache(self._really_read)
        self._digest = cache(lambda path: hashlib.sha256(self._read(path)).hexdigest())
        self._project = cache(lambda folder: project_file(folder / "x.yaml"))
        self._personas = cache(lambda language, folder: library.persona_files(language, folder / "x.yaml"))
        self._transcripts = cache(_by_call)

    def key(self, path: Path) -> str:
        """Return a key of a file and of everything around it."""
        head = self._head(path)
        folder, language = path.resolve().parent, head.get("language", "")
        near = [*sibling_files(path, language)]
        near += self._transcripts(folder).get(path.stem, ())
        parts = [str(folder / path.name), self._digest(path)]
        if name := head.get("persona"):
            personas = self._personas(language, folder)
            near += [personas[name]] if name in personas else []
            parts += [] if name in personas else sorted(personas)
        for one in scenarios_beside(path, language):  # a persona that none of them names is told of
            named = self._head(one).get("persona") == head.get("id")
            parts += ["called"] if named else []
            if named:
                break
        if project := self._project(folder):
            near.append(project)
        parts += [f"{one} {self._digest(one)}" for one in near]
        return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:40]

    def twins(self, files: Mapping[Path, str]) -> dict[Path, list[Finding]]:
        """Return a finding for every file whose id another one in the same folder has before it."""
        first: dict[tuple[Path, str, str], str] = {}
        found: dict[Path, list[Finding]] = {}
        for path, shown in files.items():
            head = self._head(path)
            if "id" not in head or "language" not in head:
                continue
            place = (path.resolve().parent, head["language"], head["id"])
            before = first.setdefault(place, shown)
            if before != shown:
                page = Page(shown, lines_of(self._read(path).decode("utf-8-sig", "replace")))
                line = next(n for n, text in enumerate(page.lines) if text.startswith("id"))
                start = page.lines[line].index(head["id"])
                details = {"name": head["id"], "file": before}
                found[path] = [page.finding("D108-twice", line, start, start + len(head["id"]), details)]
        return found

    def _head(self, path: Path) -> dict[str, str]:
        found = _HEAD.findall(self._read(path))
        return {name.decode(): value.decode("utf-8", "replace") for name, value in reversed(found)}

    def _really_read(self, path: Path) -> bytes:
        try:
            return path.read_bytes()
        except OSError:  # what is wrong with it is found when it is examined
            return b""


def _by_call(folder: Path) -> dict[str, list[Path]]:
    """The transcripts in a folder of scenarios, by the id of the call that each begins its name with."""
    found: dict[str, list[Path]] = {}
    for path in yaml_in(folder / TRANSCRIPTS):
        found.setdefault(path.name.partition(".")[0], []).append(path)
    return found


def engine_key(library: Library) -> str:
    """Return a key of the program and of everything that all files are examined with."""
    here = Path(__file__).parents[1]
    rooms = (here, here.parent / "hearing", here.parent / "call")
    files = [path for language in ("en", "zh") for path in library.phrase_files(language)]
    for folder in (library.rubrics, library.rulebooks):
        files += sorted(folder.glob("*.y*ml"))
    return quick_key(files, code_key(*rooms, here.parents[1] / "scoring"))
