"""duecourse schema: what editors complete, explain and underline in scenario and persona files."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from simulator.catalogue import t
from simulator.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `schema`."""
    parser.add_argument("kind", nargs="?", choices=("scenario", "persona"), default="scenario")
    parser.add_argument(
        "--install",
        nargs="?",
        type=Path,
        const=Path(),
        metavar="FOLDER",
        help="write the schemas and settings for VS Code into this folder (default: here)",
    )


def run(args: argparse.Namespace) -> int:
    """Print the schema of a kind of file, or install both."""
    settings: Settings = args.settings
    language = settings.language
    if args.install is not None:
        from simulator.authoring.editors.settings import install

        written = install(args.install, language)
        for path in written:
            print(t("new.editor", language, path=path))
        if not written:
            print(t("new.nothing_new", language))
        return 0
    from simulator.authoring.editors.schema import schema_of

    json.dump(schema_of(args.kind, language), sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0
