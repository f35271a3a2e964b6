"""duecourse rule ID: one rule explained, with its clause, how sure it is, its examples and its tests."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from simulator.catalogue import t
from simulator.commands.rules_measured import JURISDICTIONS, LANGUAGES
from simulator.errors import NotFound
from simulator.settings import Settings

if TYPE_CHECKING:
    from scoring.rulebook import Rule, Rulebook
    from simulator.authoring.library import Library
    from simulator.authoring.testing.rule_tests import Played

SHOWN = 8
"""Examples that are shown of one rule, unless all are asked for."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `rule`."""
    parser.add_argument("rule", metavar="ID", help="US-14, us-third-party, or a rulebook: cn, us, uk")
    parser.add_argument("--tests", action="store_true", help="all tests, those that fail first")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Explain a rule and play its tests, or play all tests of a rulebook: 0, or 1 when a test fails."""
    from simulator.authoring.library import Library

    settings: Settings = args.settings
    language = settings.language
    library = Library.usual()
    if args.rule.casefold() in JURISDICTIONS:
        return _book(library, args.rule.casefold(), language, args)
    book, rule = _found(library, args.rule)
    played = list(_played(library, book, rule.id))
    if args.format == "json":
        print(
            json.dumps({**rule_data(book, rule), "tests": [_test(one) for one in played]}, ensure_ascii=False)
        )
    else:
        for line in _lines(rule, language):
            print(line)
        for line in _tests(played, language, args.tests):
            print(line)
    return int(any(not one.passed for one in played))


def rule_data(book: Rulebook, rule: Rule) -> dict[str, Any]:
    """Return a rule as plain data, in both languages."""
    return {
        "jurisdiction": book.id,
        "id": rule.id,
        "name": f"{book.id}-{rule.name}" if rule.name else "",
        "title": dict(rule.titles) or {book.language: rule.title},
        "requirement": dict(rule.requirement),
        "citation": rule.citation,
        "confidence": rule.confidence,
        "status": rule.status,
        "source": rule.source,
        "as_law": rule.as_law,
        "severity": rule.severity,
        "checked": rule.checked,
        "say": dict(rule.say),
        "behaviours": list(rule.behaviours),
        "see": list(rule.see),
        "replaces": rule.replaces,
        "note": rule.note,
        "judged": bool(rule.bans or rule.requires),
    }


def _found(library: Library, name: str) -> tuple[Rulebook, Rule]:
    books = [library.rulebook(place) for place in JURISDICTIONS]
    for book in books:
        if (rule := book.rule(name)) is not None:
            return book, rule
    from simulator.authoring.shapes.suggest import nearest

    known = [one for book in books for rule in book.rules for one in (rule.id, f"{book.id}-{rule.name}")]
    near = nearest(name, known)
    hint = f"Did you mean '{near}'?" if near else "See: duecourse list rules"
    raise NotFound("Rule", f"there is no rule '{name}'.", hint)


def _played(library: Library, book: Rulebook, only: str = "") -> list[Played]:
    from simulator.authoring.testing.bench import Bench
    from simulator.authoring.testing.rule_tests import FOLDER, play, read_rule_tests

    place = book.rules[0].id.partition("-")[0].casefold() if book.id not in JURISDICTIONS else book.id
    path = library.rulebooks / FOLDER / f"{place}.yaml"
    if not path.is_file():
        return []
    bench = Bench(library, book, LANGUAGES.get(place, book.language))
    return list(play(bench, read_rule_tests(path), only))


def _book(library: Library, name: str, language: str, args: argparse.Namespace) -> int:
    book = library.rulebook(name)
    played = _played(library, book)
    failed = [one for one in played if not one.passed]
    if args.format == "json":
        print(json.dumps([_test(one) for one in played], ensure_ascii=False, indent=1))
        return int(bool(failed))
    for one in failed:
        print(_failure(one, language))
    print(t("rules.tests", language, passed=len(played) - len(failed), of=len(played)))
    for rule in book.rules:
        own = sum(one.rule == rule.id for one in played)
        if (rule.bans or rule.requires) and own < SHOWN:
            print(t("rules.few_tests", language, rule=rule.id, n=own))
    return int(bool(failed))


def _lines(rule: Rule, language: str) -> list[str]:
    law = rule.as_law
    clause = rule.citation if law else t("sheet.house_policy", language)
    sure = rule.status if rule.status.startswith(rule.confidence) else f"{rule.confidence} ({rule.status})"
    rows = [
        ("severity", t(f"sheet.severity_{rule.severity}", language)),
        ("requirement", _in(rule.requirement, language)),
        ("clause", clause),
        ("rests_on", rule.citation if not law else ""),
        ("status", sure),
        ("checked", rule.checked),
        ("behaviours", ", ".join(rule.behaviours)),
        ("say", _in(rule.say, language)),
        ("replaces", rule.replaces),
        ("see", ", ".join(rule.see)),
        ("note", rule.note),
    ]
    told = [f"{rule.id} {rule.called(language)}"]
    told += [t(f"rules.{key}", language, value=value) for key, value in rows if value]
    if not (rule.bans or rule.requires):
        told.append(t("rules.not_judged", language))
    return told


def _tests(played: list[Played], language: str, every: bool) -> list[str]:
    if not played:
        return [t("rules.no_tests", language)]
    failed = [one for one in played if not one.passed]
    lines = [_failure(one, language) for one in failed]
    passed = [one for one in played if one.passed]
    for one in passed if every else passed[:SHOWN]:
        lines.append(t(f"rules.{one.wanted}", language, words=one.reply, kind=one.kind))
    return [*lines, t("rules.tests", language, passed=len(passed), of=len(played))]


def _failure(one: Played, language: str) -> str:
    found = one.words or t("rules.nothing", language)
    return t("rules.failed", language, name=one.name, wanted=one.wanted, problem=one.problem, found=found)


def _test(one: Played) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "number": one.number,
        "kind": one.kind,
        "names": one.names,
        "wanted": one.wanted,
        "reply": one.reply,
        "sure": list(one.sure),
        "possible": list(one.possible),
        "passed": one.passed,
        "problem": one.problem,
        "found": one.words,
    }


def _in(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or texts.get("en", "")
