"""`duecourse check`: what is wrong with scenario and persona files, in words a trainer can act on."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

SUFFIXES = (".yaml", ".yml")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands to its parser."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; without any: everything")
    parser.add_argument("--format", choices=("text", "concise", "json"), default="text")
    parser.add_argument("--all", action="store_true", help="also show notes on good practice")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--explain", metavar="CODE", help="say what a code such as D201 means")


def run(args: argparse.Namespace) -> int:
    """Check files and print what was found: 0 clean, 1 findings, 2 cannot run."""
    from simulator.authoring import Library, Severity, render

    language: str = args.settings.language
    if args.explain:
        return _explain(args.explain, language)
    library = Library.usual()
    targets = [Path(path) for path in args.paths] or library.folders()
    missing = [path for path in targets if args.paths and not path.exists()]
    if missing:
        print(f"duecourse check: {missing[0]}: no such file or folder", file=sys.stderr)
        return 2
    files = list(files_in(targets))
    findings = [
        finding
        for path in files
        for finding in library.check(path, shown(path)).findings
        if args.all or finding.severity is not Severity.INFO
    ]
    if args.format == "json":
        data = [render.as_data(finding, language) for finding in findings]
        print(json.dumps({"files": len(files), "findings": data}, ensure_ascii=False, indent=2))
    elif args.format == "concise":
        for finding in findings:
            print(render.as_line(finding, language))
    else:
        if findings:
            print(render.report(findings, language), end="\n\n")
        print(render.summary(findings, len(files), language))
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
    from simulator.authoring import definition, keys

    matching = [key for key in keys() if key.partition("-")[0] == code.upper()]
    if not matching:
        print(f"duecourse check: there is no code {code}", file=sys.stderr)
        return 2
    why = definition(matching[0]).why[language]
    for key in matching:
        known = definition(key)
        print(f"{code.upper()} {known.severity}: {known.message[language]}")
    if why:
        print(f"\n{why}")
    return 0


def main() -> int:
    """Run this command on its own."""
    from simulator.settings import load

    parser = argparse.ArgumentParser(prog="duecourse check", description=__doc__)
    add_arguments(parser)
    parser.add_argument("--lang", choices=("en", "zh"), default=None)
    args = parser.parse_args()
    args.settings = load(args.lang)
    return run(args)


if __name__ == "__main__":
    sys.exit(main())
