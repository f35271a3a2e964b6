"""The command line: which command, in which language, and how errors reach a person.

Only what the chosen command needs is imported, so that `--help` answers at once.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from enum import IntEnum

from simulator.catalogue import LANGUAGES, system_language, t

COMMANDS = ("play", "list", "history", "show", "verify", "export", "check", "test", "measure")


class ExitCode(IntEnum):
    """What the program ends with."""

    FINE = 0
    """It did what was asked."""
    FINDINGS = 1
    """It ran, and found something wrong: findings, failed tests, a sheet that does not verify."""
    CANNOT_RUN = 2
    """It could not run as asked."""
    INTERRUPTED = 130
    """Ctrl-C."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    top = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    top.add_argument("--lang")
    top.add_argument("--trainee")
    top.add_argument("--debug", action="store_true")
    top.add_argument("--version", action="store_true")
    known, rest = top.parse_known_args(sys.argv[1:] if argv is None else list(argv))
    try:
        return _run(known, rest)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _close_output()
        return ExitCode.FINE
    except Exception as error:
        from simulator.errors import DueCourseError

        if known.debug or not isinstance(error, DueCourseError):
            raise
        print(error.line(), file=sys.stderr)
        return ExitCode.CANNOT_RUN


def _run(known: argparse.Namespace, rest: list[str]) -> int:
    language = _language(known.lang)
    if known.version:
        from simulator import __version__

        print(f"duecourse {__version__}")
        return ExitCode.FINE
    if rest and rest[0] in ("-h", "--help", "help"):
        print(_help(language))
        return ExitCode.FINE
    if not rest:
        return _home(known, language)
    name = rest[0]
    if name not in COMMANDS:
        from difflib import get_close_matches

        print(
            t("cli.unknown_command", language, name=name),
            *_suggestion(get_close_matches(name, COMMANDS), language),
            file=sys.stderr,
        )
        return ExitCode.CANNOT_RUN
    from importlib import import_module

    from simulator.settings import load

    command = import_module(f"simulator.commands.{name}")
    parser = argparse.ArgumentParser(
        prog=f"duecourse {name}", description=t(f"cli.command_{name}", language), allow_abbrev=False
    )
    command.add_arguments(parser)
    args = parser.parse_args(rest[1:])
    args.settings = load(known.lang, known.trainee)
    args.lang = args.settings.language
    return int(command.run(args))


def _home(known: argparse.Namespace, language: str) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        print(t("cli.not_a_terminal", language), file=sys.stderr)
        return ExitCode.CANNOT_RUN
    from simulator.settings import load
    from simulator.shells.tui import run

    return run(load(known.lang, known.trainee))


def _language(chosen: str | None) -> str:
    named = (
        (chosen or os.environ.get("DUECOURSE_LANG") or system_language())
        .lower()
        .replace("_", "-")
        .split("-")[0]
    )
    return named if named in LANGUAGES else "en"


def _help(language: str) -> str:
    commands = [f"  {name:<9}{t(f'cli.command_{name}', language)}" for name in COMMANDS]
    options = [
        f"  --{name:<15}{t(f'cli.option_{name.split()[0]}', language)}"
        for name in ("lang en|zh", "trainee ID", "debug", "version")
    ]
    examples = [
        "  duecourse",
        "  duecourse play hardship-lost-her-job --plain",
        "  duecourse export --format csv",
    ]
    parts = [
        [t("cli.usage", language), "", t("cli.about", language)],
        [t("cli.examples", language) + ":", *examples],
        [t("cli.commands", language) + ":", *commands],
        [t("cli.options", language) + ":", *options],
        [t("cli.more", language)],
    ]
    return "\n\n".join("\n".join(part) for part in parts)


def _suggestion(names: list[str], language: str) -> list[str]:
    return [t("cli.did_you_mean", language, name=names[0])] if names else []


def _close_output() -> None:
    """Let the reader of our output go in peace: nothing more is flushed when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
