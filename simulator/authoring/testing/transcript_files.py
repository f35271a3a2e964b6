"""Transcript files: `transcripts/<id>.<name>.yaml` beside a scenario file, read strictly, written whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field

from simulator.authoring.findings.finding import Finding
from simulator.authoring.findings.render import as_line
from simulator.authoring.reading.opening import read_file
from simulator.authoring.shapes.fields import (
    Format,
    Language,
    MoodLevels,
    Names,
    ScoreEffects,
    Shape,
    Text,
    YesNo,
    whole,
)
from simulator.authoring.shapes.known import known_words
from simulator.authoring.shapes.shape import shaped
from simulator.authoring.shared import yaml_in
from simulator.authoring.testing.transcripts import Decided, Transcript
from simulator.errors import Unreadable
from simulator.text import clean

FOLDER = "transcripts"
"""The folder beside a scenario file in which its transcripts lie."""


class DecidedShape(Shape):
    """One reply and what was decided about it; without decisions it waits to be blessed.

    `possibly` is written no more: what came near was compared once, and decides nothing.
    """

    you: Text
    heard: Names | None = None
    possibly: Names = Field(default_factory=list)
    steers: str = ""
    beat: str = ""
    mood: MoodLevels = Field(default_factory=dict)
    points: ScoreEffects = Field(default_factory=dict)
    ends: str = ""


class GivenShape(Shape):
    """The state that a transcript begins in."""

    anger: Annotated[int, whole(0, 10)] | None = None
    trust: Annotated[int, whole(0, 10)] | None = None
    openness: Annotated[int, whole(0, 10)] | None = None
    plan: YesNo = False


class TranscriptShape(Shape):
    """A transcript file."""

    format: Format
    scenario: Text
    language: Language
    from_: Text | None = Field(default=None, alias="from")
    with_: GivenShape = Field(default=GivenShape(), alias="with")
    replies: list[DecidedShape] = Field(min_length=1)


def folder_of(scenario: Path) -> Path:
    """Return where the transcripts of a scenario file lie."""
    return scenario.parent / FOLDER


def files_beside(scenario: Path) -> Iterator[Path]:
    """Yield the transcript files of a scenario file."""
    for path in yaml_in(folder_of(scenario)):
        if path.stem.startswith(f"{scenario.stem}."):
            yield path


def check_transcript(path: Path, shown: str) -> tuple[TranscriptShape | None, list[Finding]]:
    """Return a transcript file as written, or what is wrong with it."""
    reading = read_file(path, shown, known_words(TranscriptShape))
    if reading.page is None or reading.findings:
        return None, list(reading.findings)
    return shaped(reading.page, TranscriptShape)


def read_transcript(path: Path) -> Transcript:
    """Return one transcript; raises Unreadable when the file has errors."""
    shape, findings = check_transcript(path, str(path))
    if shape is None:
        raise Unreadable("Transcript", as_line(findings[0], "en"))
    given = {
        name: value
        for name in ("anger", "trust", "openness")
        if (value := getattr(shape.with_, name)) is not None
    }
    replies = tuple(
        Decided(
            clean(one.you),
            tuple(one.heard) if one.heard is not None else None,
            one.steers,
            one.beat,
            dict(one.mood),
            dict(one.points),
            one.ends,
        )
        for one in shape.replies
    )
    return Transcript(
        path, shape.scenario, shape.language, replies, shape.from_ or "", given, shape.with_.plan
    )


def as_yaml(transcript: Transcript) -> str:
    """Return a transcript as the text of its file."""
    lines = [
        "format: 1",
        f"scenario: {transcript.scenario}",
        f"language: {transcript.language}",
    ]
    if transcript.beat:
        lines.append(f"from: {_text(transcript.beat)}")
    given = [f"{name}: {value}" for name, value in (transcript.mood or {}).items()]
    given += ["plan: yes"] if transcript.plan else []
    if given:
        lines.append(f"with: {{{', '.join(given)}}}")
    lines.append("replies:")
    for one in transcript.replies:
        lines.append(f"  - you: {_text(one.you)}")
        if one.heard is None:
            continue
        lines.append(f"    heard: {_list(one.heard)}")
        if one.steers:
            lines.append(f"    steers: {_text(one.steers)}")
        lines.append(f"    ends: {_text(one.ends)}" if one.ends else f"    beat: {_text(one.beat)}")
        lines.append(f"    mood: {{{', '.join(f'{name}: {n}' for name, n in (one.mood or {}).items())}}}")
        if one.points:
            points = ", ".join(f"{name}: {n:+d}" for name, n in one.points.items())
            lines.append(f"    points: {{{points}}}")
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)  # a JSON text is a YAML text in double quotes


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(_text(value) for value in values)}]"
