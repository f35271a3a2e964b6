"""Examples of findings: small files that have one and files that do not, kept beside the code's definition.

An example is `text`, or a `base` of `findings/bases` with `edits` in it. They are the tests of a code
and its documentation. How to write them stands in `findings/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.authoring.findings.finding import Finding
from simulator.authoring.findings.wording import FOLDER, tables

if TYPE_CHECKING:
    from simulator.authoring.examining import Examiner

BASES = FOLDER / "bases"
WHICH = ("fails", "passes")


@dataclass(frozen=True, slots=True)
class Example:
    """One file of an example: where it lies in its library, what is in it and the line (from 1) that is
    meant, 0 for any. `beside` are the other files that it needs, by path."""

    key: str
    path: str
    content: bytes
    line: int
    beside: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The file as text, when it is one."""
        return self.content.decode("utf-8-sig", "replace")


def example_of(key: str, which: str) -> Example | None:
    """Return the example of a code or variant that "fails" or "passes", None when it has none."""
    table = tables()[key].get(which)
    if table is None:
        return None
    text, line = _text(table, f"{key}.{which}")
    beside = {
        path: base_text(base).encode()
        for path, base in (
            ("personas/en/mei-lin.yaml", "persona"),
            ("personas/zh/lin-mei.yaml", "persona-zh"),
        )
    }
    for path, other in table.get("beside", {}).items():
        beside[path] = (
            other if isinstance(other, str) else _text(other, f"{key}.{which}.beside")[0]
        ).encode()
    if "project" in table:
        beside["duecourse.toml"] = table["project"].encode()
    path = table.get("path") or place_of(table.get("text") or base_text(table["base"]))
    return Example(key, path, text.encode(table.get("encoding", "utf-8")), line, beside)


def base_text(name: str) -> str:
    """Return the text of a base."""
    return (BASES / f"{name}.yaml").read_text(encoding="utf-8")


def place_of(text: str) -> str:
    """Return where a file belongs in a library, by its kind, language and id."""
    kind = "scenarios" if re.search("^beats", text, re.MULTILINE) else "personas"
    told = dict(re.findall(r"^(id|language):\s*([\w-]+)", text, re.MULTILINE))
    return f"{kind}/{told.get('language', 'en')}/{told.get('id', 'short-call')}.yaml"


def _text(table: Mapping[str, Any], name: str) -> tuple[str, int]:
    """Return the text of an example and the line that is meant: of `at`, else of the first change."""
    text = table["text"] if "text" in table else base_text(table["base"])
    line = 0
    for old, new in table.get("edits", ()):
        if text.count(old) != 1:
            raise ValueError(f"{name}: {old!r} is {text.count(old)} times in the base")
        if not line:
            pairs = zip(old, new, strict=False)
            same = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))
            below = new[same : same + 1] == "\n"  # a line that is added: it is the one that is meant
            line = text.count("\n", 0, text.index(old) + same) + 1 + below
        text = text.replace(old, new)
    if "at" in table:
        if table["at"] not in text:
            raise ValueError(f"{name}: {table['at']!r} is not in the text")
        line = text.count("\n", 0, text.index(table["at"])) + 1
    return text, table.get("line", line)


def lay(example: Example, folder: Path) -> Path:
    """Write the files of an example into an empty folder; returns the file that it is about."""
    for name, content in {**example.beside, example.path: example.content}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / example.path


def findings_in(example: Example, folder: Path) -> list[Finding]:
    """Return everything that `check --all` finds in the file of an example, laid out in a folder."""
    return list(_examiner().examine(lay(example, folder), example.path).findings)


@cache
def _examiner() -> Examiner:
    """One for all examples: an ear takes longer to load than a hundred of them to examine."""
    from simulator.authoring.examining import Examiner
    from simulator.authoring.library import Library

    return Examiner(Library.usual())
