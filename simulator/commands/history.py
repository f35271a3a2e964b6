"""duecourse history: this trainee's calls, newest first."""

from __future__ import annotations

import argparse
import json

from simulator.catalogue import t
from simulator.records import Recorded
from simulator.settings import Settings
from simulator.text import cells, pad


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `history`."""
    parser.add_argument("--scenario", help="only calls of this scenario")
    parser.add_argument("--all", action="store_true", help="calls of every trainee on this computer")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Print the calls; one JSON object per line with --format json."""
    from simulator.shells.session import open_records

    settings: Settings = args.settings
    records = open_records(reading=True)
    try:
        calls = records.find(trainee=None if args.all else settings.trainee, scenario=args.scenario)
    finally:
        records.close()
    if args.format == "json":
        for call in calls:
            print(json.dumps(summary(call), ensure_ascii=False))
        return 0
    if not calls:
        print(t("history.none", settings.language))
        return 0
    rows = [heading(settings.language), *(row(call, settings.language) for call in calls)]
    if args.all:
        names = [t("history.columns_trainee", settings.language), *(call.trainee for call in calls)]
        rows = [[name, *its] for name, its in zip(names, rows, strict=True)]
    for line in table(rows):
        print(line)
    return 0


def summary(call: Recorded) -> dict[str, object]:
    """Return the facts of one call as plain data."""
    sheet = call.sheet or {}
    return {
        "call": call.id,
        "trainee": call.trainee,
        "scenario": call.scenario,
        "language": call.language,
        "mode": call.mode,
        "trial": call.trial,
        "seed": call.seed,
        "started": call.started,
        "ended": call.ended,
        "outcome": sheet.get("outcome"),
        "overall": sheet.get("overall"),
        "conduct": sheet["verdict"]["conduct"] if sheet else None,
        "passed": sheet["verdict"]["passed"] if sheet else None,
    }


def heading(language: str) -> list[str]:
    """Return the column titles."""
    return [
        t(f"history.columns_{name}", language)
        for name in ("id", "when", "scenario", "mode", "overall", "conduct", "passed")
    ]


def row(call: Recorded, language: str) -> list[str]:
    """Return one call as the cells of a table."""
    mode = t("history.trial", language) if call.trial else call.mode
    start = [call.id, call.started[:16].replace("T", " "), call.title, mode]
    if call.sheet is None:
        return [*start, t("history.unfinished", language), "", ""]
    verdict = call.sheet["verdict"]
    overall = call.sheet["overall"]
    passed = t("history.yes" if verdict["passed"] else "history.no", language)
    return [
        *start,
        "-" if overall is None else str(overall),
        t(f"history.conduct_{verdict['conduct']}", language),
        passed,
    ]


def table(rows: list[list[str]]) -> list[str]:
    """Return rows as lines with aligned columns, measured in cells."""
    widths = [max(cells(each[column]) for each in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(pad(text, width) for text, width in zip(each, widths, strict=True)).rstrip()
        for each in rows
    ]
