"""How well the ear hears: labelled replies against what was heard, with intervals, in one pure function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from simulator.hearing.behaviours import BEHAVIOURS
from simulator.hearing.ear import Ear
from simulator.hearing.groups import Group, Prediction, group
from simulator.hearing.hearing import Match

__all__ = ["Answer", "Group", "Hears", "Prediction", "Report", "Row", "measure_rows"]

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one reply amounted to: what was heard, what came near, the three nearest, and what steered
    (None outside a beat, "" when nothing was understood)."""

    heard: tuple[Match, ...]
    possibly: tuple[Match, ...] = ()
    ranked: tuple[Match, ...] = ()
    steers: str | None = None


Hears = Callable[[Row, str], Answer]
"""Hears a reply of a row: the second argument is the reply or its clean twin."""


@dataclass(frozen=True, slots=True)
class Report:
    """What `measure_rows` found: everything, by language, by language and note, and row by row."""

    overall: Group
    languages: Mapping[str, Group]
    predictions: tuple[Prediction, ...] = field(default=())
    notes: Mapping[str, Mapping[str, Group]] = field(default_factory=dict)


def measure_rows(
    rows: Iterable[Row], ears: Mapping[str, Ear], today: date, in_context: Hears | None = None
) -> Report:
    """Return how well the ears hear labelled replies (one mapping per line of the JSONL file).

    A row has `lang`, `reply`, `labels` and maybe `ignore`, `note`, `clean`, `steers`, `caring`; a first
    row with `vocabulary` limits the count to those ids. `in_context` hears the rows that name a beat.
    Raises KeyError for a language without an ear.
    """
    vocabulary = frozenset(BEHAVIOURS)
    predictions: list[Prediction] = []
    beats = {language: ear.listening(()) for language, ear in ears.items()}

    def alone(row: Row, reply: str) -> Answer:
        heard = ears[str(row["lang"])].hear(reply, beats[str(row["lang"])], today)
        return Answer(heard.behaviours, heard.possibly, heard.ranked)

    for number, row in enumerate(rows):
        if "vocabulary" in row:
            vocabulary = frozenset(row["vocabulary"])
            continue
        counted = vocabulary - frozenset(row.get("ignore", ()))
        hears = in_context if in_context is not None and "beat" in row else alone
        predictions.append(_prediction(number, row, counted, hears))
    languages = sorted({prediction.language for prediction in predictions})
    groups: dict[str, Group] = {}
    notes: dict[str, dict[str, Group]] = {}
    for name in languages:
        own = [one for one in predictions if one.language == name]
        groups[name] = group(own)
        kinds = sorted({one.note for one in own if one.note})
        notes[name] = {note: group([one for one in own if one.note == note]) for note in kinds}
    return Report(group(predictions), groups, tuple(predictions), notes)


def _prediction(number: int, row: Row, counted: frozenset[str], hears: Hears) -> Prediction:
    answer = hears(row, str(row["reply"]))
    labels = frozenset(row.get("labels", ())) & counted
    names = {match.name for match in answer.heard} & counted
    steers = row.get("steers")
    clean = None
    if "clean" in row:
        twin = {match.name for match in hears(row, str(row["clean"])).heard} & counted
        clean = (len(twin & labels), len(twin - labels), len(labels - twin))
    return Prediction(
        number,
        str(row["lang"]),
        str(row["reply"]),
        tuple(sorted(labels)),
        tuple(match for match in answer.heard if match.name in counted),
        tuple(match for match in answer.possibly if (match.behaviour or match.name) in counted),
        tuple(sorted(names - labels)),
        tuple(sorted(labels - names)),
        tuple(match for match in answer.ranked if match.name in counted),
        str(row.get("note", "")),
        None if steers is None else (steers,) if isinstance(steers, str) else tuple(steers),
        answer.steers,
        clean,
        row.get("caring"),
    )
