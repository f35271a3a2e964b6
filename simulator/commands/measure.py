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
    from simulator.hearing.measure import Group, Prediction, Report, Score

TODAY = date(2026, 6, 10)
"""The day that dates in the replies are read from, so that a measurement can be repeated."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `measure`."""
    parser.add_argument("file", type=Path, help="one JSON object per line: lang, reply, labels, …")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--predictions", type=Path, metavar="FILE", help="write what was heard, row by row")
    parser.add_argument(
        "--misses", type=Path, metavar="FILE", help="write the rows that were not heard rightly"
    )


def run(args: argparse.Namespace) -> int:
    """Print precision, recall and F1 per language, kind and behaviour."""
    from simulator.authoring.library import Library
    from simulator.hearing.measure import measure_rows

    rows = list(read_rows(args.file))
    library = Library.usual()
    ears = {
        language: library.ear(language) for language in sorted({row["lang"] for row in rows if "lang" in row})
    }
    report = measure_rows(rows, ears, TODAY)
    if args.predictions:
        _write(args.predictions, (prediction_row(one) for one in report.predictions))
    if args.misses:
        _write(args.misses, (prediction_row(one) for one in report.predictions if one.wrong or one.missed))
    if args.format == "json":
        print(json.dumps(as_data(report), ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_text(report)))
    return 0


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


def as_data(report: Report) -> dict[str, Any]:
    """Return the figures as plain data: those of everything at the top, then per language."""
    return {
        **_group(report.overall),
        "languages": {name: _group(group) for name, group in report.languages.items()},
    }


def as_text(report: Report) -> Iterator[str]:
    """Yield the figures as lines, the summary of each language before its behaviours."""
    groups: list[tuple[str, Group]] = [("all", report.overall), *report.languages.items()]
    for name, group in groups:
        low, high = group.micro.f1_interval or (0.0, 1.0)
        yield (
            f"{name}: n {group.replies}, micro F1 {group.micro.f1:.3f} [{low:.3f}-{high:.3f}] "
            f"(P {group.micro.precision:.3f}, R {group.micro.recall:.3f}), macro F1 {group.macro:.3f}"
        )
        yield (
            f"  unjust {group.unjust:.1%} of {group.innocent}, wrong breaches {group.wrong_breaches}, "
            f"nothing heard {group.abstained}, among heard and nearest three {group.top_three:.3f}"
        )
        for kind, score in group.kinds.items():
            yield f"  {kind}: {_line(score)}"
    for name, group in groups[1:]:
        yield ""
        for behaviour, score in group.behaviours.items():
            yield f"{name} {behaviour}: {_line(score)}"


def prediction_row(one: Prediction) -> dict[str, Any]:
    """Return one row of predictions as plain data."""
    return {
        "row": one.row,
        "lang": one.language,
        "reply": one.reply,
        "labels": list(one.labels),
        "heard": [
            {
                "id": match.name,
                "how": match.how,
                "score": match.sureness,
                "span": [match.span.start, match.span.end],
            }
            for match in one.heard
        ],
        "possibly": [
            {"id": match.name, "score": match.sureness, "span": [match.span.start, match.span.end]}
            for match in one.possibly
        ],
        "wrong": list(one.wrong),
        "missed": list(one.missed),
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "n": group.replies,
        "micro": {**_score(group.micro), "f1_interval": group.micro.f1_interval},
        "macro": {"f1": round(group.macro, 4)},
        "kinds": {name: _score(score) for name, score in group.kinds.items()},
        "behaviours": {name: _score(score) for name, score in group.behaviours.items()},
        "unjust": {"share": round(group.unjust, 4), "n": group.innocent},
        "wrong_breaches": group.wrong_breaches,
        "abstained": group.abstained,
        "top_three": round(group.top_three, 4),
    }


def _score(score: Score) -> dict[str, Any]:
    return {
        "n": score.right + score.missed,
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
        "precision_interval": score.precision_interval,
        "recall_interval": score.recall_interval,
    }


def _line(score: Score) -> str:
    return f"n {score.right + score.missed}, P {score.precision:.2f}, R {score.recall:.2f}, F1 {score.f1:.2f}"


def _write(path: Path, rows: Iterator[Mapping[str, Any]]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unreadable("Measure", f"{path} cannot be written: {error.strerror}.") from error
