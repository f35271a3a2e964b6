"""`duecourse test`: plays the tests inside scenario files and says what was heard instead."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.authoring import Failure, Library, Outcome


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands to its parser."""
    parser.add_argument(
        "targets", nargs="*", metavar="PATH|ID", help="files, folders or scenario ids; without any: all"
    )
    parser.add_argument("--only", default="", metavar="TEXT", help="only tests whose name holds this text")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Run the tests and print failures: 0 all passed, 1 some failed, 2 a file cannot be played."""
    from simulator.authoring import Library, word

    language: str = args.settings.language
    library = Library.usual()
    files = _files(library, args.targets, language)
    if not files:
        print(f"duecourse test: {' '.join(args.targets)}: no such scenario", file=sys.stderr)
        return 2
    passed = failed = broken = 0
    rows: list[dict[str, Any]] = []
    for path in files:
        outcomes, reason = _play(library, path, args.only)
        if reason:
            broken += 1
            text = word("test_broken", language).format(path=shown(path), reason=reason)
            print(text, file=sys.stderr)
        for outcome in outcomes:
            passed += outcome.passed
            failed += not outcome.passed
            if args.format == "json":
                rows.append(_data(path, outcome))
            elif not outcome.passed:
                print(_told(path, outcome, language))
    if args.format == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        form = word("file_one" if len(files) == 1 else "file_many", language).format(n=len(files))
        print(word("test_summary", language).format(passed=passed, failed=failed, files=form))
    return 2 if broken else int(failed > 0)


def shown(path: Path) -> str:
    """Return a path as a person would type it."""
    from simulator.commands.check import shown as relative

    return relative(path)


def _files(library: Library, targets: list[str], language: str) -> list[Path]:
    """The scenario files that were asked for; an id means the scenario in every language that has it."""
    from simulator.authoring import kind_of
    from simulator.commands.check import files_in

    everything = [path for code in ("en", "zh") for path in library.scenario_files(code)]
    if not targets:
        return everything
    found: list[Path] = []
    for target in targets:
        if Path(target).exists():
            found += [path for path in files_in([Path(target)]) if kind_of(path) == "scenario"]
        else:
            found += [path for path in everything if path.stem == target]
    return found


def _play(library: Library, path: Path, only: str) -> tuple[list[Outcome], str]:
    """Return how the tests of a file went, or why they cannot be run."""
    from simulator.authoring import ScenarioShape, run_tests
    from simulator.errors import DueCourseError

    checked = library.check(path, shown(path))
    if not isinstance(checked.model, ScenarioShape):
        return [], f"duecourse check {shown(path)}"
    try:
        stage = library.stage_of(path, checked.model.language)
        return list(run_tests(checked.model, stage, only)), ""
    except DueCourseError as error:
        return [], error.message


def _data(path: Path, outcome: Outcome) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "path": shown(path),
        "test": outcome.name,
        "passed": outcome.passed,
        "failures": [asdict(failure) for failure in outcome.failures],
    }


def _told(path: Path, outcome: Outcome, language: str) -> str:
    from simulator.authoring import word

    lines = [word("test_failed", language).format(path=shown(path), name=outcome.name)]
    step = 0
    last: Failure | None = None
    for failure in outcome.failures:
        if failure.step != step:
            lines += _heard(last, language) if last else []
            lines.append(word("test_step", language).format(step=failure.step, you=failure.you))
            step = failure.step
        form = word(f"test_{failure.wanted}", language)
        lines.append(form.format(expected=failure.expected, found=failure.found))
        last = failure
    lines += _heard(last, language) if last else []
    return "\n".join(lines) + "\n"


def _heard(failure: Failure, language: str) -> list[str]:
    from simulator.authoring import word

    heard = ", ".join(failure.heard) or word("test_nothing", language)
    lines = [word("test_heard", language).format(list=heard)]
    if failure.possibly:
        lines.append(word("test_near", language).format(list=", ".join(failure.possibly)))
    if failure.cancelled:
        lines.append(word("test_cancelled", language).format(list=", ".join(failure.cancelled)))
    return lines


def main() -> int:
    """Run this command on its own."""
    from simulator.settings import load

    parser = argparse.ArgumentParser(prog="duecourse test", description=__doc__)
    add_arguments(parser)
    parser.add_argument("--lang", choices=("en", "zh"), default=None)
    args = parser.parse_args()
    args.settings = load(args.lang)
    return run(args)


if __name__ == "__main__":
    sys.exit(main())
