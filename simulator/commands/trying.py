"""`duecourse try`: what is heard in a sentence at a beat, and why; nothing is recorded."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.catalogue import t
from simulator.errors import CannotPlay, NotFound, Unreadable

if TYPE_CHECKING:
    from simulator.call import Stage

_NAME = re.compile(r"[A-Za-z0-9_-]+")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `try`."""
    parser.add_argument("scenario", metavar="ID|FILE", help="the scenario (see: duecourse list), or its file")
    parser.add_argument("rest", nargs="*", metavar='[BEAT] ["SENTENCE"]', help="where, and what is said")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--set", dest="given", action="append", default=[], metavar="NAME=N", help="trust=8, plan=yes …"
    )


def run(args: argparse.Namespace) -> int:
    """Explain one sentence, or one after the other as they are typed."""
    language: str = args.settings.language
    stage = _stage(args.scenario, language)
    beat, sentence = _placed(args.rest, stage, language)
    desk = Desk(stage, beat, _given(args.given), language, args.format == "json")
    try:
        if sentence:
            desk.explain(sentence)
        else:
            desk.talk(_typed(language))
    except KeyboardInterrupt:
        print(file=sys.stderr)
        raise
    return 0


@dataclass(slots=True)
class Desk:
    """One scenario, the beat that is tried and how the debtor feels there."""

    stage: Stage
    beat: str
    given: Mapping[str, int]
    language: str
    as_json: bool

    def explain(self, sentence: str) -> None:
        """Print what a sentence comes to at the beat; every sentence is the first that is said there."""
        from simulator.authoring.teaching.trace import as_data, traced
        from simulator.authoring.testing.scenario_tests import call_at
        from simulator.shells.printing import columns, say
        from simulator.shells.tracing import WIDTH, trace_lines

        mood = {name: value for name, value in self.given.items() if name != "plan"}
        call = call_at(self.stage, self.beat, mood, bool(self.given.get("plan")), mode="practice")
        _, trace = traced(call, sentence)
        if self.as_json:
            print(json.dumps(as_data(trace), ensure_ascii=False), flush=True)
            return
        width = columns(sys.stdout)
        shown = min(WIDTH, width - 4) if width else WIDTH
        for line in trace_lines(trace, self.language, self.stage.script.setting.date, shown):
            say(sys.stdout, line)

    def talk(self, lines: Iterable[str]) -> None:
        """Explain sentences until there are no more."""
        self._where()
        for line in lines:
            text = line.strip()
            name, _, rest = text.partition(" ")
            if name in (":quit", ":q", "：quit", "：q"):
                return
            if name in (":beat", ":b", "：beat", "：b"):
                self._move(rest.strip())
            elif text.startswith((":", "：")):
                print(t("try.no_command", self.language, name=name), file=sys.stderr)
            elif text:
                self.explain(text)
                if not self.as_json:
                    print()

    def _move(self, name: str) -> None:
        try:
            self.beat = _beat(name, self.stage, self.language)
        except NotFound as error:
            print(error.line(), file=sys.stderr)
        else:
            self._where()

    def _where(self) -> None:
        from simulator.authoring.testing.scenario_tests import call_at

        mood = {name: value for name, value in self.given.items() if name != "plan"}
        call = call_at(self.stage, self.beat, mood)
        print(t("try.talk", self.language, beat=self.beat), file=sys.stderr)
        name = self.stage.script.persona.name
        print(t("try.debtor_says", self.language, name=name, text=call.state.said), file=sys.stderr)


def _typed(language: str) -> Iterator[str]:
    """Yield what is typed or piped in, line by line, until it ends."""
    from simulator.shells.printing import streams

    streams()
    if not sys.stdin.isatty():
        yield from sys.stdin
        return
    with suppress(ImportError):  # Windows has its own
        import readline  # noqa: F401 - importing it gives input() a history and arrow keys
    while True:
        try:
            yield input(f"{t('try.ask', language)} ")
        except EOFError:
            print(file=sys.stderr)
            return


def _stage(scenario: str, language: str) -> Stage:
    from simulator.authoring import Library, ScenarioShape
    from simulator.commands.check import shown

    library = Library.usual()
    path = Path(scenario)
    if not path.is_file():
        if path.suffix in (".yaml", ".yml"):
            raise NotFound("File", f"{scenario}: no such file.")
        return library.stage(scenario, language)
    checked = library.check(path, shown(path))
    if not isinstance(checked.model, ScenarioShape):
        raise Unreadable(
            "Scenario", f"{shown(path)} cannot be played.", f"See: duecourse check {shown(path)}"
        )
    return library.stage_of(path, checked.model.language)


def _placed(rest: list[str], stage: Stage, language: str) -> tuple[str, str]:
    """Return the beat and the sentence of the arguments; a sentence alone is said at the start."""
    if not rest:
        return stage.script.start, ""
    first, *words = rest
    if not words and first not in stage.script.beats and not _NAME.fullmatch(first):
        return stage.script.start, first
    return _beat(first, stage, language), " ".join(words)


def _beat(name: str, stage: Stage, language: str) -> str:
    from simulator.authoring.shapes.suggest import nearest

    if name in stage.script.beats:
        return name
    near = nearest(name, stage.script.beats)
    hint = t("cli.did_you_mean", language, name=near) if near else ""
    hint = hint or t("try.beats", language, names=", ".join(stage.script.beats))
    raise NotFound(t("try.beat", language), t("try.no_beat", language, name=name), hint)


def _given(pairs: list[str]) -> dict[str, int]:
    """Return moods, and 1 for a plan that is agreed already."""
    given: dict[str, int] = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        if name == "plan" and value in ("yes", "no"):
            given[name] = int(value == "yes")
        elif name in ("anger", "trust", "openness") and re.fullmatch("[0-9]|10", value):
            given[name] = int(value)
        else:
            raise CannotPlay(
                "Mood",
                f"'{pair}' is not a mood.",
                "Write: --set trust=8 (anger, trust, openness) or plan=yes",
            )
    return given
