"""duecourse show CALL: one call's score sheet with its evidence, and what was said."""

from __future__ import annotations

import argparse
import json

from simulator.catalogue import t
from simulator.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `show`."""
    parser.add_argument(
        "call", nargs="?", default="", help="the call's id, or its beginning (default: the newest)"
    )
    parser.add_argument("--transcript", action="store_true", help="what was said as well")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Print the score sheet of one call."""
    from simulator.authoring.library import Library
    from simulator.shells.session import find_call, open_records, titles_of
    from simulator.shells.wording import sheet_lines

    settings: Settings = args.settings
    records = open_records(reading=True)
    try:
        call = find_call(records, settings.trainee, args.call)
        events = records.events(call.id)
    finally:
        records.close()
    if args.format == "json":
        kept = {
            "call": call.id,
            "trainee": call.trainee,
            "scenario": call.scenario,
            "language": call.language,
        }
        print(
            json.dumps(
                {**kept, "seed": call.seed, "mode": call.mode, "sheet": call.sheet, "events": events},
                ensure_ascii=False,
            )
        )
        return 0
    print(
        f"{t('sheet.call', settings.language)} {call.id}: {call.title} ({call.trainee}, {call.started[:10]})"
    )
    if args.transcript:
        for speaker, text in transcript(events, settings.language):
            print(f"{speaker}: {text}")
        print()
    if call.sheet is None:
        print(t("verify.unfinished", settings.language))
        return 0
    for line in sheet_lines(call.sheet, settings.language, titles_of(Library.usual(), call.language)):
        print(line)
    print()
    print(t("sheet.engine", settings.language, engine=call.engine))
    return 0


def transcript(events: list[dict[str, object]], language: str) -> list[tuple[str, str]]:
    """Return (speaker, words) of a recorded call; replies that were taken back are left out."""
    lines: list[list[tuple[str, str]]] = [[]]
    for event in events:
        kind, text = event["event"], str(event.get("text", ""))
        if kind == "undo":
            if len(lines) > 1:
                lines.pop()
        elif kind == "reply":
            lines.append([(t("plain.you", language), text)])
        elif kind in ("says", "ended"):
            lines[-1].append((t("plain.debtor", language), text))
    return [line for part in lines for line in part]
