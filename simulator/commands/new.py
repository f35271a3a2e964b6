"""duecourse new: a commented scenario of a kind of debtor, with its persona and help for the editor."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from simulator.catalogue import t
from simulator.settings import Settings

STYLES = ("angry", "evasive", "hardship")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `new`."""
    parser.add_argument("name", help="the id of the new scenario, for example lost-his-van")
    parser.add_argument(
        "--from", dest="style", choices=STYLES, default="hardship", help="the kind of debtor to begin from"
    )
    parser.add_argument(
        "--to", type=Path, metavar="FOLDER", help="where to write it (default: your own scenarios)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Write the files and say what to do next."""
    from simulator.authoring.starting import begin
    from simulator.paths import user_data

    settings: Settings = args.settings
    language = settings.language
    begun = begin(args.name, args.style, language, args.to or user_data())
    if args.format == "json":
        files = {"scenario": begun.scenario, "persona": begun.persona}
        told = {name: str(path) for name, path in files.items()}
        print(json.dumps({**told, "editor": [str(path) for path in begun.editor]}, ensure_ascii=False))
        return 0
    # one's own scenarios are known by id, all others by their file
    named = str(begun.scenario) if args.to else args.name
    print(t("new.written", language, path=begun.scenario))
    print(t("new.persona", language, path=begun.persona))
    for path in begun.editor:
        print(t("new.editor", language, path=path))
    print(t("new.next", language, named=named))
    return 0
