"""duecourse play: practise a call, in the terminal interface or line by line."""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

from simulator.call import MODES
from simulator.catalogue import t
from simulator.errors import CannotPlay
from simulator.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `play`."""
    parser.add_argument("id", nargs="?", help="the scenario (see: duecourse list), or its file")
    parser.add_argument(
        "--plain", action="store_true", help="one line per event; for pipes and screen readers"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="with --plain: one JSON event per line"
    )
    parser.add_argument(
        "--mode", choices=MODES, default="practice", help="practice coaches, guided hints, exam is silent"
    )
    parser.add_argument(
        "--seed", type=_seed, default=None, help="repeat a call exactly (default: a new one each time)"
    )
    parser.add_argument("--from", dest="beat", metavar="BEAT", help="start at this beat")
    parser.add_argument(
        "--set", dest="mood", action="append", default=[], metavar="MOOD=N", help="start with e.g. trust=8"
    )
    parser.add_argument(
        "--watch", action="store_true", help="play every saved change of the scenario file at once"
    )
    parser.add_argument(
        "--author", action="store_true", help="the file's findings, tree, tests and a box to try sentences in"
    )
    parser.add_argument(
        "--continue", dest="resume", nargs="?", const="", metavar="CALL", help="go on with an unfinished call"
    )


def run(args: argparse.Namespace) -> int:
    """Play one call; without --plain on a terminal, in the terminal interface."""
    settings: Settings = args.settings
    terminal = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    plain = args.plain or args.format == "json"
    if not plain and not terminal:
        print(t("cli.not_a_terminal", settings.language), file=sys.stderr)
        return 2
    seed = args.seed if args.seed is not None else _new_seed()
    mood = _mood(args.mood)
    if (args.watch or args.author) and args.id is None:
        raise CannotPlay("Watch", t("watch.choose", settings.language))
    if not plain:
        from simulator.shells.tui import run as run_tui

        return run_tui(
            settings, args.id, seed, args.mode, args.beat, mood, args.resume, args.watch, args.author
        )
    if args.id is None and args.resume is None:
        raise CannotPlay("Play", t("plain.choose", settings.language))
    return _plain(args, settings, seed, mood)


def _plain(args: argparse.Namespace, settings: Settings, seed: int, mood: dict[str, int]) -> int:
    from simulator.authoring.library import Library
    from simulator.shells.plain import Plain
    from simulator.shells.printing import streams
    from simulator.shells.session import Session, open_records, scenario_file, stage_for, stage_of, unfinished
    from simulator.shells.trial import Trial
    from simulator.shells.watching import Watched

    library = Library.usual()
    if not library.ready(settings.language):
        print(t("plain.preparing", settings.language), file=sys.stderr)
    records = open_records()
    source, sink = streams()
    watched = None
    if args.resume is not None:
        recorded = unfinished(records, settings.trainee, args.resume)
        stage = stage_of(library, recorded)
        session, events = Session.resume(stage, records, recorded)
        print(t("plain.continuing", settings.language, id=recorded.id), file=sys.stderr)
    else:
        stage = stage_for(library, args.id, settings.language)
        file = scenario_file(args.id, library, settings.language)
        kind = Trial if args.watch or args.beat or mood else Session
        session, events = kind.begin(stage, records, settings.trainee, seed, args.mode, args.beat, mood, file)
        if args.watch:
            path = Path(file) if file else library.scenario_file(args.id, settings.language)
            watched = Watched(library, path, session.call.stage)
    try:
        Plain(session, settings.language, source, sink, args.format == "json", watched).run(events)
    except KeyboardInterrupt:
        if not isinstance(session, Trial):
            print("\n" + t("cli.interrupted", settings.language), file=sys.stderr)
        raise
    finally:
        records.close()
    return 0


def _seed(text: str) -> int:
    if not re.fullmatch("[0-9]{1,18}", text):
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number of at most 18 digits")
    return int(text)


def _mood(pairs: list[str]) -> dict[str, int]:
    mood = {}
    for pair in pairs:
        name, sign, number = pair.partition("=")
        if name not in ("anger", "trust", "openness") or not sign or not re.fullmatch("[0-9]{1,2}", number):
            raise CannotPlay(
                "Mood",
                f"'{pair}' is not a mood.",
                "Write for example --set trust=8 (anger, trust, openness; 0 to 10).",
            )
        mood[name] = int(number)
    return mood


def _new_seed() -> int:
    import secrets

    return secrets.randbelow(1_000_000)
