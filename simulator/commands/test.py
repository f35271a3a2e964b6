"""`duecourse test`: plays the tests inside scenario files and the transcripts beside them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.catalogue import t

if TYPE_CHECKING:
    from simulator.authoring import Library, Outcome
    from simulator.authoring.testing.blessing import Compared
    from simulator.authoring.testing.coverage import Coverage


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands to its parser."""
    parser.add_argument(
        "targets", nargs="*", metavar="PATH|ID", help="files, folders or scenario ids; without any: all"
    )
    parser.add_argument("--only", default="", metavar="TEXT", help="only tests whose name holds this text")
    parser.add_argument("--coverage", action="store_true", help="what the tests never reach, with its line")
    parser.add_argument(
        "--floor", type=float, default=None, metavar="N", help="fail below N percent (with --coverage)"
    )
    parser.add_argument("--bless", action="store_true", help="show what changed in transcripts, and ask")
    parser.add_argument("--yes", action="store_true", help="with --bless: all changes are right")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Run the tests and print failures: 0 all passed, 1 some failed, 2 a file cannot be played."""
    from simulator.authoring import Library, word

    language: str = args.settings.language
    library = Library.usual()
    files = _files(library, args.targets)
    if not files:
        print(f"duecourse test: {' '.join(args.targets)}: no such scenario", file=sys.stderr)
        return 2
    coverage = args.coverage or args.floor is not None
    played = [_play(library, path, args.only, coverage) for path in files]
    for one in played:
        if one.broken:
            text = word("test_broken", language).format(path=shown(one.path), reason=one.broken)
            print(text, file=sys.stderr)
    if args.only and not any(one.outcomes or one.compared for one in played):
        print(f"duecourse test: {t('test.no_test', language, name=args.only)}", file=sys.stderr)
        return 2
    if args.format == "json":
        print(json.dumps([row for one in played for row in _rows(one)], ensure_ascii=False, indent=2))
    else:
        _print(played, language)
    blessed = _bless(played, language, args.yes) if args.bless else 0
    low = [one for one in played if one.coverage and one.coverage.percent < (args.floor or 0)]
    for one in low:
        share = f"{one.coverage.percent:g}" if one.coverage else ""
        text = t("test.below", language, path=shown(one.path), percent=share, floor=f"{args.floor:g}")
        print(text, file=sys.stderr)
    failed = sum(not outcome.passed for one in played for outcome in one.outcomes)
    changed = sum(not each.same for one in played for each in one.compared) - blessed
    return 2 if any(one.broken for one in played) else int(bool(failed or changed or low))


@dataclass(slots=True)
class Played:
    """One scenario file after its tests; `broken` says why it could not be played."""

    path: Path
    outcomes: list[Outcome] = field(default_factory=list)
    compared: list[Compared] = field(default_factory=list)
    coverage: Coverage | None = None
    broken: str = ""


def shown(path: Path) -> str:
    """Return a path as a person would type it."""
    from simulator.commands.check import shown as relative

    return relative(path)


def _files(library: Library, targets: list[str]) -> list[Path]:
    """The scenario files that were asked for; an id means the scenario in every language that has it."""
    from simulator.authoring import kind_of
    from simulator.authoring.testing.transcript_files import FOLDER
    from simulator.commands.check import files_in

    everything = [path for code in ("en", "zh") for path in library.scenario_files(code)]
    if not targets:
        return everything
    found: list[Path] = []
    for target in targets:
        if Path(target).exists():
            below = (path for path in files_in([Path(target)]) if path.parent.name != FOLDER)
            found += [path for path in below if kind_of(path) == "scenario"]
        else:
            found += [path for path in everything if path.stem == target]
    return found


def _play(library: Library, path: Path, only: str, coverage: bool) -> Played:
    """Play the tests and transcripts of a file, or say why they cannot be played."""
    from simulator.authoring import ScenarioShape, run_tests
    from simulator.authoring.testing.blessing import compared
    from simulator.authoring.testing.coverage import Watcher
    from simulator.errors import DueCourseError

    checked = library.check(path, shown(path))
    model, page = checked.model, checked.page
    if not isinstance(model, ScenarioShape) or page is None:
        return Played(path, broken=f"duecourse check {shown(path)}")
    try:
        stage = library.stage_of(path, model.language)
        watcher = Watcher(model, page, stage) if coverage else None
        played = Played(path, list(run_tests(model, stage, only, watcher.see if watcher else None)))
        played.compared = list(compared(path, stage, only))
        if watcher is not None:
            for one in played.compared:
                watcher.follow(one.was)
            played.coverage = watcher.coverage()
    except DueCourseError as error:
        return Played(path, broken=error.message)
    return played


def _print(played: list[Played], language: str) -> None:
    from simulator.authoring import word
    from simulator.shells.test_lines import changed_lines, coverage_lines, failure_lines

    for one in played:
        for outcome in one.outcomes:
            if not outcome.passed:
                print("\n".join(failure_lines(shown(one.path), outcome, language)), end="\n\n")
        for each in one.compared:
            if not each.same:
                print("\n".join(changed_lines(shown(each.was.path), each, language)), end="\n\n")
        if one.coverage is not None:
            print("\n".join(coverage_lines(shown(one.path), one.coverage, language)), end="\n\n")
    outcomes = [outcome for one in played for outcome in one.outcomes]
    passed = sum(outcome.passed for outcome in outcomes)
    form = word("file_one" if len(played) == 1 else "file_many", language).format(n=len(played))
    counts = {"passed": passed, "failed": len(outcomes) - passed, "files": form}
    print(word("test_summary", language).format(**counts))
    compared = [each for one in played for each in one.compared]
    if compared:
        same = sum(each.same for each in compared)
        print(t("test.transcripts", language, same=same, changed=len(compared) - same))


def _bless(played: list[Played], language: str, yes: bool) -> int:
    """Ask about every transcript that changed; returns how many were blessed."""
    from simulator.authoring.testing.blessing import bless
    from simulator.shells.test_lines import changed_lines

    changed = [each for one in played for each in one.compared if not each.same]
    done = 0
    for each in changed:
        path = shown(each.was.path)
        if not yes and len(changed) > 1:
            print("\n".join(changed_lines(path, each, language)), file=sys.stderr)
        answer = True if yes else _asked(language)
        if answer is None:
            print(t("test.no_answer", language), file=sys.stderr)
            return done
        if answer:
            bless(each.now)
            done += 1
        print(t("test.blessed" if answer else "test.kept", language, path=path), file=sys.stderr)
    return done


def _asked(language: str) -> bool | None:
    """Return the answer of a person, None when there is nobody to answer."""
    while True:
        print(t("test.bless", language), end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            print(file=sys.stderr)
            return None
        said = line.strip().lower()
        if said in ("yes", "y", "是", "好", "对"):
            return True
        if said in ("no", "n", "否", "不", "不是"):
            return False
        print(t("test.answer", language), file=sys.stderr)


def _rows(one: Played) -> Iterator[dict[str, Any]]:
    """Yield what happened as plain data: a row for each test and transcript, and one of coverage."""
    from simulator.authoring.teaching.trace import as_data
    from simulator.authoring.testing.coverage import as_data as coverage_data

    for outcome in one.outcomes:
        failures = [
            {each.name: getattr(failure, each.name) for each in fields(failure) if each.name != "trace"}
            | {"trace": as_data(failure.trace) if failure.trace else None}
            for failure in outcome.failures
        ]
        yield {
            "path": shown(one.path),
            "test": outcome.name,
            "passed": outcome.passed,
            "failures": failures,
        }
    for each in one.compared:
        changes = [
            {"reply": d.reply, "you": d.you, "what": d.what, "was": d.was, "now": d.now}
            for d in each.differences
        ]
        yield {
            "path": shown(each.was.path),
            "transcript": each.was.name,
            "passed": each.same,
            "differences": changes,
        }
    if one.coverage is not None:
        yield {"path": shown(one.path), "coverage": coverage_data(one.coverage)}
