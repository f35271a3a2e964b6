"""duecourse unmatched: replies that were not understood, grouped by beat and likeness."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from simulator.catalogue import t
from simulator.settings import Settings

if TYPE_CHECKING:
    from simulator.authoring.teaching.grouping import MissedGroup
    from simulator.records.unmatched import Unmatched


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `unmatched`."""
    parser.add_argument("id", nargs="?", help="only this scenario")
    parser.add_argument("--keep", choices=("on", "off"), help="switch the keeping of such replies on or off")
    parser.add_argument("--forget", action="store_true", help="delete what was kept")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Print the groups, largest first, or switch, or delete."""
    settings: Settings = args.settings
    language = settings.language
    log = open_log()
    if args.keep:
        log.switch(args.keep == "on")
    if args.forget:
        kept = [one for one in _read(log) if args.id in (None, one.scenario)]
        print(t("unmatched.forgotten", language, count=log.forget(kept)))
    if args.keep or args.forget:
        print(t("unmatched.on" if log.on else "unmatched.off", language))
        return 0
    found = found_groups(args.id)
    if args.format == "json":
        print(json.dumps(_data(found), ensure_ascii=False, indent=2))
        return 0
    if not found:
        print(t("unmatched.none", language))
    for (scenario, said), groups in found.items():
        print(t("unmatched.scenario", language, id=scenario, spoken=said))
        for group in groups:
            _print(group, language)
    if not log.on:
        print(t("unmatched.off", language))
    return 0


def _print(group: MissedGroup, language: str) -> None:
    print(t("unmatched.group", language, beat=group.beat, count=group.count))
    for reply in group.replies[:5]:
        print(f"    {reply}")
    if group.nearest:
        print(t("unmatched.nearest", language, names=" / ".join(group.nearest)))


def _data(found: dict[tuple[str, str], list[MissedGroup]]) -> list[dict[str, Any]]:
    return [
        {"scenario": scenario, "language": said, **asdict(group)}
        for (scenario, said), groups in found.items()
        for group in groups
    ]


def open_log() -> Any:
    """Return this person's log of replies that were not understood."""
    from simulator.paths import user_data
    from simulator.records.unmatched import UnmatchedLog

    return UnmatchedLog(user_data())


def _read(log: Any) -> list[Unmatched]:
    from datetime import date

    rows: list[Unmatched] = log.read(date.today())
    return rows


def found_groups(scenario: str | None) -> dict[tuple[str, str], list[MissedGroup]]:
    """Return the groups by scenario and language; a scenario that is gone keeps its groups, unplaced."""
    from simulator.authoring.library import Library
    from simulator.authoring.teaching.grouping import Missed, grouped, placed
    from simulator.errors import DueCourseError
    from simulator.shells.session import stage_for

    rows = [one for one in _read(open_log()) if scenario in (None, one.scenario)]
    library = Library.usual()
    found: dict[tuple[str, str], list[MissedGroup]] = {}
    for key in dict.fromkeys((one.scenario, one.language) for one in rows):
        missed = [
            Missed(one.beat, one.reply, one.meant) for one in rows if (one.scenario, one.language) == key
        ]
        groups = grouped(missed)
        try:
            stage = stage_for(library, *key)
            groups = [placed(group, stage) for group in groups]
        except DueCourseError:  # gone or broken: its replies can still be read
            pass
        found[key] = groups
    return found
