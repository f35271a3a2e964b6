"""Labelled replies: whole replies with everything that they say, the lessons that are worth most.

They lie beside the phrase files as `replies/{en,zh}/*.jsonl`, one JSON object a line: `reply`, `labels` and
maybe `ignore` (ids that a fair judge could call either way) and `context` (the debtor's last line). A line
with `vocabulary` says that the rows below it were judged for those ids alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

LANGUAGES = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A reply, the behaviours that are in it, and those that nobody decided about; `known` are marks of
    what was known when it was said."""

    reply: str
    labels: frozenset[str]
    undecided: frozenset[str] = frozenset()
    vocabulary: frozenset[str] | None = None
    context: str = ""
    known: tuple[str, ...] = ()

    def says(self, behaviour: str) -> bool | None:
        """Return whether a behaviour is in the reply; None when nobody decided."""
        if behaviour in self.undecided or (self.vocabulary is not None and behaviour not in self.vocabulary):
            return None
        return behaviour in self.labels


def reply_files(language: str) -> list[Traversable]:
    """Return the files of labelled replies of a language, in order; none for one that has none."""
    folder = files(__package__).joinpath("replies", language)
    if not folder.is_dir():
        return []
    return sorted((one for one in folder.iterdir() if one.name.endswith(".jsonl")), key=lambda one: one.name)


def read_replies(language: str) -> tuple[Labelled, ...]:
    """Return all labelled replies of a language; raises ValueError for a line that is none."""
    return tuple(row for file in reply_files(language) for row in _rows(file))


def _rows(file: Traversable) -> Iterator[Labelled]:
    vocabulary: frozenset[str] | None = None
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if "vocabulary" in row:
                vocabulary = frozenset(row["vocabulary"])
                continue
            yield Labelled(
                str(row["reply"]),
                frozenset(row["labels"]),
                frozenset(row.get("ignore", ())),
                vocabulary,
                str(row.get("context", "")),
            )
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{file.name}:{number} is no labelled reply: {error}") from error


def replies_digest() -> str:
    """Return a short digest of all labelled replies: they are part of what the engine is."""
    whole = hashlib.sha256()
    for language in LANGUAGES:
        for file in reply_files(language):
            content = file.read_bytes().replace(b"\r\n", b"\n")
            whole.update(f"{language}/{file.name} {len(content)}\n".encode() + content)
    return whole.hexdigest()[:12]
