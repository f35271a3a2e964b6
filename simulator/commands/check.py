"""`duecourse check`: what is wrong with scenario and persona files, in words a trainer can act on."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.authoring import Library

SUFFIXES = (".yaml", ".yml")
FORMATS = ("text", "concise", "json", "github")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands to its parser."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files, folders or ids of scenarios; without any: everything"
    )
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--all", action="store_true", help="also show notes on good practice")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--explain", metavar="CODE", help="say what a code such as D201 means")
    parser.add_argument("--fix", action="store_true", help="correct what is safe to correct, with a backup")
    parser.add_argument("--dry-run", action="store_true", help="with --fix: only show what would be done")


def run(args: argparse.Namespace) -> int:
    """Check files and print what was found: 0 clean, 1 findings, 2 cannot run."""
    from simulator.authoring import Library

    language: str = args.settings.language
    if args.explain:
        return _explain(args.explain, language)
    library = Library.usual()
    targets = [place for path in args.paths for place in _places(library, path)] or library.everything()
    missing = [path for path in targets if args.paths and not path.exists()]
    if missing:
        print(f"duecourse check: {missing[0]}: no such file or folder", file=sys.stderr)
        return 2
    files = {path: shown(path) for path in files_in(targets)}
    if args.dry_run and not args.fix:
        print("duecourse check: --dry-run needs --fix", file=sys.stderr)
        return 2
    if args.fix:
        changed = _fix(library, files, language, args.dry_run)
        if not changed:
            _nothing_to_fix(len(files), language)
        if args.dry_run:
            return int(changed)
    return report(library, files, args)


def _nothing_to_fix(count: int, language: str) -> None:
    from simulator.authoring.findings.wording import word

    form = word("file_one" if count == 1 else "file_many", language).format(n=count)
    print(word("nothing_to_fix", language).format(files=form), file=sys.stderr)


def _places(library: Library, named: str) -> list[Path]:
    """Return the file or folder of that name, else the files of the scenario with that id."""
    path = Path(named)
    if path.exists():
        return [path]
    return [file for code in ("en", "zh") for file in library.scenario_files(code) if file.stem == named] or [
        path
    ]


def _fix(library: Library, files: dict[Path, str], language: str, dry_run: bool) -> bool:
    """Correct files, or show as a diff what would be corrected; returns whether there was anything."""
    from functools import partial

    from simulator.authoring.examining import Examiner
    from simulator.authoring.findings import render
    from simulator.authoring.findings.fixing import difference, fixed, keep

    examiner = Examiner(library)
    changed = False
    for path, name in files.items():
        try:
            before = path.read_bytes()
        except OSError:  # the report says why
            continue
        after = fixed(before, partial(examiner.findings_in, path, name))
        if not after.done:
            continue
        changed = True
        if dry_run:
            print(difference(before, after.content, name), end="")
            continue
        backup = keep(path, after.content)
        for finding in after.done:
            print(render.as_fixed(finding, language), file=sys.stderr)
        print(render.backup_line(name, backup.name, language), file=sys.stderr)
    return changed


def report(library: Library, files: dict[Path, str], args: argparse.Namespace) -> int:
    """Print what is found in files, as asked; returns 1 when something counts as an error."""
    from simulator.authoring import Severity
    from simulator.authoring.findings import render
    from simulator.authoring.surveying import Survey

    language: str = args.settings.language
    findings = [
        finding
        for _, found in Survey(library).findings(files)
        for finding in found
        if args.all or finding.severity is not Severity.INFO
    ]
    if args.format == "json":
        data = [render.as_data(finding, language) for finding in findings]
        print(json.dumps({"files": len(files), "findings": data}, ensure_ascii=False, indent=2))
    elif args.format == "text":
        if findings:
            print(render.report(findings, language), end="\n\n")
        print(render.summary(findings, len(files), language))
    else:
        as_one = render.as_line if args.format == "concise" else render.as_annotation
        for finding in findings:
            print(as_one(finding, language))
    counted = (Severity.ERROR, Severity.WARNING) if args.strict else (Severity.ERROR,)
    return int(any(finding.severity in counted for finding in findings))


def files_in(targets: Iterable[Path]) -> Iterable[Path]:
    """Yield every YAML file of some files and folders, in order, each once."""
    seen: set[Path] = set()
    for target in targets:
        found = [target]
        if target.is_dir():
            below = (path for path in target.rglob("*") if path.suffix in SUFFIXES and path.is_file())
            found = sorted(path for path in below if not _hidden(path.relative_to(target)))
        for path in found:
            if path.resolve() not in seen:
                seen.add(path.resolve())
                yield path


def _hidden(path: Path) -> bool:
    """Whether a file lies in a folder that no trainer means, such as .venv."""
    return any(part.startswith(".") for part in path.parts)


def shown(path: Path) -> str:
    """Return a path as a person would type it."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return str(path) if relative.startswith("..") else relative


def _explain(code: str, language: str) -> int:
    from simulator.authoring.findings.explaining import explanation

    text = explanation(code.upper(), language)
    if not text:
        print(f"duecourse check: there is no code {code}", file=sys.stderr)
        return 2
    print(text)
    return 0
