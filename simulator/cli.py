"""The command line: which command, in which language, and how errors reach a person.

Only what the chosen command needs is imported, so that `--help` answers at once.
"""

from __future__ import annotations

import os
import sys

from simulator.catalogue import LANGUAGES, system_language, t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (
    *("play", "list", "rule", "history", "show", "verify", "export"),
    *("new", "check", "try", "test", "walk", "graph", "schema", "unmatched", "adopt", "measure"),
)
MODULES = {"try": "trying"}
"""Where a command is a word of Python, the name of its file."""


class ExitCode:
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
    arguments = list(sys.argv[1:] if argv is None else argv)
    known, rest = _globals(arguments)
    try:
        return _run(known, rest)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _close_output()
        return ExitCode.FINE
    except Exception as error:  # everything is looked at: ours becomes a line, the rest is raised again
        from simulator.errors import DueCourseError

        if known["debug"] or not isinstance(error, DueCourseError):
            raise
        print(error.line(), file=sys.stderr)
        return ExitCode.CANNOT_RUN


def _globals(arguments: list[str]) -> tuple[dict[str, str], list[str]]:
    """Return the options that stand before or after any command, and the other arguments."""
    known = {"lang": "", "trainee": "", "debug": "", "version": ""}
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        name, sign, value = argument.removeprefix("--").partition("=")
        if not argument.startswith("--") or name not in known:
            rest.append(argument)
        elif name in ("debug", "version"):
            known[name] = "yes"
        else:
            known[name] = value if sign else next(waiting, "")
    return known, rest


def _run(known: dict[str, str], rest: list[str]) -> int:
    language = _language(known["lang"])
    if known["version"]:
        from simulator import __version__

        print(f"duecourse {__version__}")
        return ExitCode.FINE
    if rest and rest[0] in ("-h", "--help", "help"):
        _print_help(language)
        return ExitCode.FINE
    if not rest:
        return _home(known, language)
    name = rest[0]
    if name not in COMMANDS:
        from difflib import get_close_matches

        near = get_close_matches(name, COMMANDS)
        meant = [t("cli.did_you_mean", language, name=near[0])] if near else []
        print(t("cli.unknown_command", language, name=name), *meant, file=sys.stderr)
        return ExitCode.CANNOT_RUN
    return _command(name, rest[1:], known, language)


def _command(name: str, rest: list[str], known: dict[str, str], language: str) -> int:
    import argparse
    from importlib import import_module

    from simulator.settings import load

    command = import_module(f"simulator.commands.{MODULES.get(name, name)}")
    parser = argparse.ArgumentParser(
        prog=f"duecourse {name}", description=t(f"cli.command_{name}", language), allow_abbrev=False
    )
    command.add_arguments(parser)
    args = parser.parse_args(rest)
    args.settings = load(known["lang"], known["trainee"])
    return int(command.run(args))


def _home(known: dict[str, str], language: str) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        print(t("cli.not_a_terminal", language), file=sys.stderr)
        return ExitCode.CANNOT_RUN
    from simulator.settings import load
    from simulator.shells.tui import run

    return run(load(known["lang"], known["trainee"]))


def _language(chosen: str) -> str:
    named = chosen or os.environ.get("DUECOURSE_LANG") or system_language()
    named = named.lower().replace("_", "-").split("-")[0]
    return named if named in LANGUAGES else "en"


def _print_help(language: str) -> None:
    """Print the page of help, a text file, so that nothing else need be loaded for it."""
    page = os.path.join(os.path.dirname(os.path.abspath(__file__)), "locale", f"help.{language}.txt")  # noqa: PTH118, PTH120, PTH100 - pathlib would double the time
    with open(page, encoding="utf-8") as file:  # noqa: PTH123 - as above
        sys.stdout.write(file.read())


def _close_output() -> None:
    """Let the reader of our output go in peace: nothing more is flushed when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
