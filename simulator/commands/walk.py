"""duecourse walk: simulated trainees play thousands of calls and show where a scenario is out of balance."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.catalogue import t
from simulator.errors import Unreadable

if TYPE_CHECKING:
    from simulator.authoring.library import Library
    from simulator.authoring.walk import Walked

KINDS = ("kind", "pushy", "clumsy", "silent", "learning")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `walk`."""
    parser.add_argument("target", nargs="?", metavar="ID|FILE", help="a scenario (default: all)")
    parser.add_argument("--runs", type=_count, default=2000, help="how many calls are played (2000)")
    parser.add_argument("--seed", type=_count, default=1, help="the same number plays the same calls (1)")
    parser.add_argument(
        "--trainee", dest="who", action="append", choices=KINDS, help="only this kind; may be repeated"
    )
    parser.add_argument("--exact", action="store_true", help="no calls: explore everything that can happen")
    parser.add_argument("--save", metavar="DIR", help="write the replies of every fault and ending to DIR")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Walk through one scenario or all of the language: 0 in balance, 1 faults found."""
    from simulator.authoring.library import Library

    library = Library.usual()
    language: str = args.settings.language
    targets = [args.target] if args.target else [one.id for one in library.cards(language)]
    rows: list[object] = []
    faulty = False
    for target in targets:
        if args.exact:
            faulty |= _explore(library, target, language, rows, args.format)
        else:
            faulty |= _walk(library, target, args, rows)
    if args.format == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    return int(faulty)


def _walk(library: Library, target: str, args: argparse.Namespace, rows: list[object]) -> bool:
    from simulator.authoring.walk import walk
    from simulator.authoring.walk.report import data_of, text_of

    language: str = args.settings.language
    path = path_of(library, target, language)
    stage = library.stage_of(path, library.language_of(path, language))
    if sys.stderr.isatty():
        print(t("walk.playing", language, count=args.runs, id=stage.script.id), file=sys.stderr)
    bank = library.bank(stage.script.language)
    model = library.check(path).model
    from simulator.authoring.shapes.scenario import ScenarioShape

    shape = model if isinstance(model, ScenarioShape) else None
    walked = walk(stage, shape, bank, args.runs, args.seed, tuple(args.who or KINDS))
    if args.format == "json":
        rows.append(data_of(walked, target))
    else:
        print(("\n" if rows else "") + text_of(walked, target, language))
        rows.append(None)
    if args.save:
        _save(walked, Path(args.save))
    return bool(walked.faults)


def _explore(library: Library, target: str, language: str, rows: list[object], form: str) -> bool:
    from simulator.authoring.exploring.exploration import explore
    from simulator.authoring.walk.report import exact_data, exact_text

    path = path_of(library, target, language)
    script = library.script(path, library.language_of(path, language))
    explored = explore(script)
    if form == "json":
        rows.append(exact_data(script, explored))
    else:
        print(("\n\n" if rows else "") + exact_text(script, explored, language))
        rows.append(None)
    return bool(explored.never_beats or explored.never_endings or explored.trapped)


def path_of(library: Library, target: str, language: str) -> Path:
    """Return the file of a scenario that was named by its id or its file; raises NotFound."""
    from simulator.shells.session import scenario_file

    return Path(scenario_file(target) or library.scenario_file(target, language))


def _save(walked: Walked, folder: Path) -> None:
    """Write the replies of every fault and of the shortest way to every ending, one reply a line."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, fault in enumerate(walked.faults, 1):
            where = fault.details.get("beat", "")
            _write(folder / _name(walked.scenario, f"{number:02d}", fault.key, where), fault.replies)
        for end in walked.summary.ends:
            _write(folder / _name(walked.scenario, "ending", end.name), end.replies)
    except OSError as error:
        raise Unreadable("Save", f"{folder} cannot be written: {error.strerror}.") from error


def _name(*parts: str) -> str:
    return "-".join(re.sub(r"[^\w]+", "-", part) for part in parts if part) + ".txt"


def _write(path: Path, replies: Sequence[str]) -> None:
    if replies:
        beside = path.with_suffix(".part")
        beside.write_text("\n".join(replies) + "\n", encoding="utf-8", newline="\n")
        beside.replace(path)


def _count(text: str) -> int:
    if not re.fullmatch("[0-9]{1,7}", text) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from 1 to 9999999")
    return int(text)
