"""duecourse graph: a scenario as a tree in the terminal or as a picture, with the heat of one's own calls."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from simulator.settings import Settings

if TYPE_CHECKING:
    from simulator.authoring.library import Library

FORMATS = ("text", "mermaid", "dot", "html", "svg")
IN_A_PIPE = 160
"""Cells of a line where nobody says how wide the terminal is."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `graph`."""
    parser.add_argument("target", nargs="?", metavar="ID|FILE", help="a scenario (default: all, as text)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="html and svg need nothing else")
    parser.add_argument("--heat", action="store_true", help="how often your own calls came to each beat")


def run(args: argparse.Namespace) -> int:
    """Print the chart of one scenario, or the trees of all in the language."""
    from simulator.authoring.library import Library
    from simulator.errors import CannotPlay

    settings: Settings = args.settings
    library = Library.usual()
    targets = [args.target] if args.target else [one.id for one in library.cards(settings.language)]
    if len(targets) != 1 and args.format != "text":
        raise CannotPlay(
            "Graph", "a picture shows one scenario.", "Say which: duecourse graph ID --format html"
        )
    for number, target in enumerate(targets):
        if number:
            print("\n")
        print(_drawn(library, target, settings, args.format, args.heat))
    return 0


def _drawn(library: Library, target: str, settings: Settings, form: str, heat: bool) -> str:
    from simulator.authoring.exploring.exploration import explore
    from simulator.authoring.graph import chart_of, dot, html, mermaid, svg, tree_text
    from simulator.commands.walk import path_of

    language = settings.language
    path = path_of(library, target, language)
    script = library.script(path, library.language_of(path, language))
    counts = visits(settings, script.id, script.language) if heat else None
    chart = chart_of(script, explore(script), counts)
    if form == "text":
        wide = shutil.get_terminal_size().columns if sys.stdout.isatty() else IN_A_PIPE
        return tree_text(chart, language, wide)
    if form in ("html", "svg"):
        return (html if form == "html" else svg)(chart, language)
    return (mermaid if form == "mermaid" else dot)(chart)


def visits(settings: Settings, scenario: str, language: str) -> Mapping[str, int]:
    """Return in how many of this trainee's calls each beat and ending of a scenario was reached."""
    from simulator.shells.session import open_records

    found: Counter[str] = Counter()
    records = open_records()
    try:
        for call in records.find(trainee=settings.trainee):
            if call.scenario == scenario and call.language == language:
                events = records.events(call.id)
                came = {str(one.get("beat")) for one in events if one.get("event") == "says"}
                came |= {str(one.get("ending")) for one in events if one.get("event") == "ended"}
                found.update(came)
    finally:
        records.close()
    return found
