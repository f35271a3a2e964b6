"""duecourse adopt: teach a scenario the replies that it did not understand, one group after the other."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.catalogue import t
from simulator.errors import CannotPlay, DueCourseError, NotFound
from simulator.settings import Settings

if TYPE_CHECKING:
    from simulator.authoring.library import Library
    from simulator.authoring.teaching.grouping import MissedGroup
    from simulator.call import Stage


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `adopt`."""
    parser.add_argument("id", help="the scenario, or its file")
    parser.add_argument("--reply", help="teach this one reply instead of walking the list")
    parser.add_argument("--at", dest="beat", metavar="BEAT", help="with --reply: where it was said")
    parser.add_argument("--as", dest="response", metavar="RESPONSE", help="with --reply: what it was")
    parser.add_argument("--hears", metavar="PATTERN", help="with --reply: teach it by this pattern")
    parser.add_argument("--like", action="store_true", help="with --reply: teach it as an example sentence")


def run(args: argparse.Namespace) -> int:
    """Teach one reply, or ask for each group what it was."""
    from simulator.authoring.library import Library
    from simulator.shells.session import stage_for

    settings: Settings = args.settings
    library = Library.usual()
    stage = stage_for(library, args.id, settings.language)
    path = Path(args.id) if args.id.endswith((".yaml", ".yml")) else None
    path = path or library.scenario_file(args.id, settings.language)
    _own(path, settings.language)
    if args.reply:
        return _one(args, library, stage, path)
    from simulator.commands.unmatched import found_groups

    groups = found_groups(stage.script.id).get((stage.script.id, stage.script.language), [])
    if not groups:
        print(t("unmatched.none", settings.language))
        return 0
    return Walk(library, path, stage, settings.language).run(groups)


def _own(path: Path, language: str) -> None:
    """Refuse files that belong to the program: the next version would take the lesson away."""
    from simulator.paths import builtin

    inside = builtin("scenarios").resolve()
    if path.resolve().is_relative_to(inside) and "site-packages" in str(inside):
        raise CannotPlay("Adopt", t("adopt.shipped", language, path=path), t("adopt.copy", language))


def _one(args: argparse.Namespace, library: Library, stage: Stage, path: Path) -> int:
    from simulator.authoring.teaching.adopting import Lesson, adopt, propose, response_of

    language = args.settings.language
    if not args.response:
        raise CannotPlay("Adopt", t("adopt.which", language), "--as RESPONSE")
    beat = args.beat or stage.script.start
    response = response_of(stage.script, beat, args.response)
    key, text = propose(args.reply, response, stage.script.language)
    if args.hears or args.like:
        key, text = ("hears", args.hears) if args.hears else ("like", args.reply)
    copy = adopt(library, path, Lesson(beat, args.reply, args.response, key, text))
    print(t("adopt.taught", language, how=key, text=text, path=path))
    print(t("adopt.backup", language, path=copy))
    return 0


class Walk:
    """The list of groups, asked one by one on the terminal."""

    def __init__(self, library: Library, path: Path, stage: Stage, language: str) -> None:
        self._library = library
        self._path = path
        self._stage = stage
        self._language = language
        self._gone: set[tuple[str, str]] = set()
        self._taught = 0

    def run(self, groups: list[MissedGroup]) -> int:
        """Ask for every group what it was; at the end of input, as at "q", says what was kept till then."""
        done = 0
        try:
            for number, group in enumerate(groups, 1):
                print(t("adopt.group", self._language, number=number, of=len(groups), count=group.count))
                if not self._ask(group):
                    break
                done = number
        except EOFError:
            print()
        finally:
            self._forget()
        if done < len(groups):
            left = len(groups) - done
            print(t("adopt.stopped", self._language, taught=self._taught, left=left, path=self._path))
        return 0

    def _ask(self, group: MissedGroup) -> bool:
        """Ask about one group; returns whether to go on."""
        from simulator.authoring.teaching.grouping import unmasked

        script = self._stage.script
        if group.beat not in script.beats:
            print(t("adopt.no_beat", self._language, beat=group.beat))
            return True
        beat = script.beats[group.beat]
        line = next(iter((*beat.says.any, *(one for said in beat.says.bands.values() for one in said))), "")
        print(f"  {script.persona.name}: {line}")
        for reply in group.replies[:5]:
            print(f"  > {reply}")
        names = [one.name for one in self._stage.responses(beat)]
        names.sort(
            key=lambda name: group.nearest.index(name) if name in group.nearest else len(group.nearest)
        )
        for number, name in enumerate(names, 1):
            print(f"  {number:2} {name}")
        chosen = self._choice(names)
        if chosen == "":
            return True
        if chosen is None:
            return False
        if chosen == "-":
            self._gone |= {(group.beat, reply) for reply in group.replies}
            return True
        self._teach(group, chosen, unmasked(group.replies[0]))
        return True

    def _choice(self, names: list[str]) -> str | None:
        """Return a response, "" to skip, "-" to forget the group, None to stop."""
        while True:
            typed = _input(t("adopt.choose", self._language)).strip()
            if typed in ("", "-"):
                return typed
            if typed.lower() in ("q", "quit"):
                return None
            if typed.isdigit() and 1 <= int(typed) <= len(names):
                return names[int(typed) - 1]
            if typed in names:
                return typed
            print(t("adopt.unknown", self._language, typed=typed, most=len(names)))

    def _teach(self, group: MissedGroup, name: str, reply: str) -> None:
        from simulator.authoring.teaching.adopting import Lesson, adopt, propose, response_of

        try:
            response = response_of(self._stage.script, group.beat, name)
        except NotFound as error:
            print(error.line())
            return
        key, text = propose(reply, response, self._stage.script.language)
        while True:
            typed = _input(t(f"adopt.edit_{key}", self._language, text=text), text).strip()
            if typed == "-":
                return
            if typed.startswith(("hears:", "like:")):
                key, _, typed = typed.partition(":")
                typed = typed.strip() or (reply if key == "like" else text)
            text = typed or text
            try:
                copy = adopt(self._library, self._path, Lesson(group.beat, reply, name, key, text))
            except DueCourseError as error:
                print(error.line())
                continue
            print(t("adopt.taught", self._language, how=key, text=text, path=self._path))
            print(t("adopt.backup", self._language, path=copy))
            self._gone |= {(group.beat, one) for one in group.replies}
            self._taught += 1
            return

    def _forget(self) -> None:
        """Take what was taught or waved away off the list."""
        from datetime import date

        from simulator.commands.unmatched import open_log

        script, log = self._stage.script, open_log()
        gone = [
            one
            for one in log.read(date.today())
            if (one.scenario, one.language) == (script.id, script.language)
            and (one.beat, one.reply) in self._gone
        ]
        if gone:
            log.forget(gone)


def _input(prompt: str, given: str = "") -> str:
    """Ask for a line; where the terminal can, the given text stands in it to be edited."""
    if given and sys.stdin.isatty():
        try:
            import readline
        except ImportError:  # not on every system; the text is shown in the prompt then
            return input(prompt)
        readline.set_startup_hook(lambda: readline.insert_text(given))
        try:
            return input(prompt)
        finally:
            readline.set_startup_hook(None)
    return input(prompt)
