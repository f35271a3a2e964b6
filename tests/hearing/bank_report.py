"""What the phrase files hear of themselves: `python -m tests.hearing.bank_report en [behaviour …]`.

Lists pattern errors with their line, examples that are not heard, counter-examples that are, and
examples of other behaviours in which a bad or a breach is heard. Exit code 1 when there are findings.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import yaml

from scoring.evidence import Kind
from simulator.hearing.behaviours import BEHAVIOURS
from simulator.hearing.ear import Ear
from simulator.hearing.hearing import Hearing, PhraseBank, Phrases
from simulator.hearing.pattern import PatternError, WordLists, parse
from tests.hearing.banks import FOLDER, load_file, phrases

TODAY = date(2026, 6, 10)
HARD = (Kind.BREACH, Kind.BAD)


def line_of(path: Path, text: str) -> int:
    """Return the line of a text in a file, 0 when it is folded over lines."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if text in line:
            return number
    return 0


def load(language: str) -> tuple[PhraseBank, list[str]]:
    """Return the bank without its broken patterns, and what is broken."""
    folder, errors, packs = FOLDER / language, [], []
    shared: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.yaml"), key=lambda path: path.stem != "lists"):
        try:
            data = load_file(path)
            if path.stem == "lists":
                data = data.get("lists", data)
                shared = {name: tuple(words) for name, words in data.items() if isinstance(words, list)}
                continue
            if data.get("behaviour") != path.stem or path.stem not in BEHAVIOURS:
                errors.append(f"{path.name}: behaviour is {data.get('behaviour')!r}, file is {path.stem!r}")
                continue
            for key in ("hears", "except", "examples", "counter"):
                for entry in data.get(key) or ():
                    if not isinstance(entry, str):
                        errors.append(f"{path.name}: quote this entry of {key}, it is no text: {entry}")
                data[key] = [entry for entry in data.get(key) or () if isinstance(entry, str)]
            pack = phrases(data)
        except (yaml.YAMLError, AttributeError, KeyError, TypeError, ValueError) as error:
            errors.append(f"{path.name}: {' '.join(str(error).split())}")
            continue
        packs.append(pack)
    order = list(BEHAVIOURS)
    packs.sort(key=lambda pack: order.index(pack.behaviour))
    checked = tuple(without_errors(pack, shared, folder / f"{pack.behaviour}.yaml", errors) for pack in packs)
    return PhraseBank(language, checked, shared), errors


def without_errors(
    pack: Phrases, shared: dict[str, tuple[str, ...]], path: Path, errors: list[str]
) -> Phrases:
    """Return a pack with only those patterns that can be read."""
    lists = WordLists(pack.lists, shared)
    for name, entries in pack.lists.items():
        if not all(isinstance(entry, str) for entry in entries):
            errors.append(f"{path.name}: list {name} holds something that is not text")
    good: dict[str, list[str]] = {"hears": [], "excepts": []}
    for key, patterns in (("hears", pack.hears), ("excepts", pack.excepts)):
        for text in patterns:
            try:
                parse(text, lists)
                good[key].append(text)
            except (PatternError, TypeError, AttributeError) as error:
                errors.append(f"{path.name}:{line_of(path, str(text))}: {error}")
    return replace(pack, hears=tuple(good["hears"]), excepts=tuple(good["excepts"]))


def explain(heard: Hearing, behaviour: str) -> str:
    """Return why a behaviour was or was not heard."""
    for match in heard.behaviours:
        if match.name == behaviour:
            return f"heard {match.words!r} by {match.how}: {match.because[:110]}"
    for cancelled in heard.cancelled:
        if cancelled.match.name == behaviour:
            match = cancelled.match
            return f"cancelled: {cancelled.why} by {cancelled.by!r} ({match.words!r}: {match.because[:80]})"
    return "no pattern" + (" (came near)" if any(m.name == behaviour for m in heard.possibly) else "")


def findings(bank: PhraseBank, only: set[str], ear: Ear | None = None) -> Iterator[tuple[str, str]]:
    """Yield (group, line) for everything that is not heard as its file says; `ear` is that of the bank, if
    somebody compiled it already."""
    ear = ear or Ear(bank)
    beat = ear.listening(())
    for pack in bank.phrases:
        mine = not only or pack.behaviour in only
        for example in pack.examples:
            heard = ear.hear_without(example, example, beat, TODAY)
            if mine and all(match.name != pack.behaviour for match in heard.behaviours):
                yield "NOT HEARD", f"{pack.behaviour}: {example}  <- {explain(heard, pack.behaviour)}"
            for match in heard.behaviours:
                crosses = match.kind in HARD and match.name != pack.behaviour and pack.kind not in HARD
                if crosses and (not only or mine or match.name in only):
                    yield (
                        "CROSS",
                        f"{pack.behaviour}: {example}  <- {match.name} {explain(heard, match.name)}",
                    )
        for counter in pack.counter if mine else ():
            heard = ear.hear(counter, beat, TODAY)
            if any(match.name == pack.behaviour for match in heard.behaviours):
                yield "COUNTER", f"{pack.behaviour}: {counter}  <- {explain(heard, pack.behaviour)}"


def main(arguments: list[str]) -> int:
    """Print the report and return the exit code."""
    if not arguments or arguments[0] not in ("en", "zh"):
        print("usage: python -m tests.hearing.bank_report en|zh [behaviour …]")
        return 2
    bank, errors = load(arguments[0])
    only = set(arguments[1:])
    shown = [
        error for error in errors if not only or any(error.startswith(name) for name in (*only, "lists"))
    ]
    for error in shown:
        print("SYNTAX    ", error)
    counts: dict[str, int] = {}
    for group, line in findings(bank, only):
        counts[group] = counts.get(group, 0) + 1
        print(f"{group:10} {line}")
    examples = sum(len(pack.examples) for pack in bank.phrases if not only or pack.behaviour in only)
    summary = ", ".join(f"{count} {group.lower()}" for group, count in sorted(counts.items()))
    print(
        f"{len(bank.phrases)} files, {examples} examples:",
        ", ".join(filter(None, [f"{len(shown)} syntax", summary])),
    )
    return 1 if shown or counts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
