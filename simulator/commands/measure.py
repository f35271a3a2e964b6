"""duecourse measure FILE.jsonl: how well labelled replies are heard."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.errors import Unreadable

if TYPE_CHECKING:
    from simulator.authoring.library import Library
    from simulator.call import Call
    from simulator.call.understanding import Understanding
    from simulator.hearing.measure import Answer, Hears, Row

TODAY = date(2026, 6, 10)
"""The day that dates in the replies are read from, so that a measurement can be repeated."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `measure`."""
    parser.add_argument("file", type=Path, nargs="?", help="one JSON object per line: lang, reply, labels, …")
    parser.add_argument(
        "--rules",
        action="store_true",
        help="judge the law: jurisdiction, state, reply, breaches; without a file the rulebooks' tests",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--predictions", type=Path, metavar="FILE", help="write what was heard, row by row")
    parser.add_argument(
        "--misses", type=Path, metavar="FILE", help="write the rows that were not heard rightly"
    )


def run(args: argparse.Namespace) -> int:
    """Print precision, recall and F1 per language, kind and behaviour."""
    from simulator.authoring.library import Library

    if args.rules:
        return _rules(args, Library.usual())
    if args.file is None:
        raise Unreadable("Measure", "which file? One JSON object per line.", "See: duecourse measure --help")
    from simulator.commands.measured import as_data, as_text, prediction_row
    from simulator.hearing.measure import measure_rows

    rows = list(read_rows(args.file))
    library = Library.usual()
    ears = {
        language: library.ear(language) for language in sorted({row["lang"] for row in rows if "lang" in row})
    }
    report = measure_rows(rows, ears, TODAY, in_context(library))
    if args.predictions:
        _write(args.predictions, (prediction_row(one) for one in report.predictions))
    if args.misses:
        _write(
            args.misses,
            (prediction_row(one) for one in report.predictions if one.wrong or one.missed or one.misled),
        )
    if args.format == "json":
        print(json.dumps(as_data(report), ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_text(report)))
    return 0


def _rules(args: argparse.Namespace, library: Library) -> int:
    """Print how well the law is judged on labelled replies."""
    from simulator.commands.rules_measured import as_data, as_text, measured, shipped_rows, write_rows

    rows = list(read_rows(args.file)) if args.file is not None else list(shipped_rows(library))
    report = measured(library, rows)
    if args.predictions:
        write_rows(args.predictions, report.rows)
    if args.misses:
        unsure = [one for one in report.rows if one.wrong or set(one.labels) - set(one.sure)]
        write_rows(args.misses, unsure)
    if args.format == "json":
        print(json.dumps(as_data(report), ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_text(report)))
    return 0


def in_context(library: Library) -> Hears:
    """Return what hears a row as the answer in its beat: a call of its `scenario` that stands at `beat`."""
    from dataclasses import replace

    from simulator.call import start
    from simulator.call.understanding import understand

    calls: dict[tuple[str, str, str], Call] = {}

    def hears(row: Row, reply: str) -> Answer:
        place = str(row["lang"]), str(row["scenario"]), str(row["beat"])
        if place not in calls:
            calls[place], _ = start(library.stage(place[1], place[0]), beat=place[2])
        call = calls[place]
        if row.get("context"):
            call = replace(call, state=replace(call.state, said=str(row["context"])))
        said = understand(call, reply)
        if said.offer is not None and any(
            one.needs_plan for one in call.stage.script.beats[place[2]].responses
        ):
            # a beat that is reached with a plan is heard with one: the row does not say which, so it is
            # the one that the reply says back
            agreed = replace(call.state, agreed=said.offer, terms=said.offer)
            said = understand(replace(call, state=agreed), reply)
        return answer_of(said)

    return hears


def answer_of(said: Understanding) -> Answer:
    """Return what a reply amounted to in a call, as it is measured: also what only the file can tell."""
    from simulator.call.weighing import Verdict
    from simulator.hearing import Match
    from simulator.hearing.measure import Answer

    beyond = [
        Match("exceeds_authority", one.kind, one.span, one.words, one.how, one.because)
        for one in said.heard
        if "exceeds_authority" in one.behaviours
    ]
    heard = [match for match in said.hearing.behaviours if match.name != "exceeds_authority"]
    steering = said.steering
    name = "" if steering is None else "offer" if isinstance(steering, Verdict) else steering.name
    return Answer((*heard, *beyond[:1]), said.hearing.possibly, said.hearing.ranked, name)


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a JSONL file; raises Unreadable with the line that is not one."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable("Measure", f"{path} cannot be read: {error}.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise Unreadable("Measure", f"{path}:{number} is not JSON: {error.msg}.") from error
        whole = isinstance(row, dict) and (
            "vocabulary" in row or (row.get("lang") in ("en", "zh") and isinstance(row.get("reply"), str))
        )
        if not whole:
            raise Unreadable("Measure", f"{path}:{number} needs lang (en or zh), reply and labels.")
        yield row


def _write(path: Path, rows: Iterator[Mapping[str, Any]]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unreadable("Measure", f"{path} cannot be written: {error.strerror}.") from error
