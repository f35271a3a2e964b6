"""duecourse export: score sheets for training leads, as CSV for spreadsheets or JSON for programs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from simulator.errors import Unreadable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `export`."""
    parser.add_argument("--format", choices=("csv", "json"), default="csv")
    parser.add_argument(
        "--of", metavar="TRAINEE", help="only this trainee's calls (default: all on this computer)"
    )
    parser.add_argument("--scenario", help="only calls of this scenario")
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="write to this file instead of standard output"
    )


def run(args: argparse.Namespace) -> int:
    """Write the score sheets of finished calls, oldest first; trials of authors are left out."""
    from simulator.reports import as_csv, as_json
    from simulator.shells.session import open_records

    records = open_records(reading=True)
    try:
        calls = [
            call
            for call in records.find(trainee=args.of, scenario=args.scenario)
            if call.sheet is not None and not call.trial
        ]
    finally:
        records.close()
    calls.reverse()
    data = (as_csv(calls) if args.format == "csv" else as_json(calls)).encode("utf-8")
    if args.output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return 0
    _write(args.output, data)
    return 0


def _write(path: Path, data: bytes) -> None:
    """Write whole or not at all: beside the file first, then in its place."""
    beside = path.with_name(path.name + ".part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Unreadable(
            "Export", f"{path} cannot be written: {error.strerror}.", "Choose another --output."
        ) from error
