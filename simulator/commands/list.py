"""duecourse list: what there is to practise with."""

from __future__ import annotations

import argparse
import json
from typing import Any

from simulator.catalogue import t
from simulator.commands.rule import rule_data
from simulator.commands.rules_measured import JURISDICTIONS
from simulator.settings import Settings

KINDS = ("scenarios", "personas", "behaviours", "rules")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `list`."""
    parser.add_argument("kind", nargs="?", choices=KINDS, default="scenarios")
    parser.add_argument(
        "--jurisdiction", choices=JURISDICTIONS, help="with rules: only those of one rulebook"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Print scenarios (default), personas, behaviours or rules of the language."""
    from simulator.authoring.library import Library

    settings: Settings = args.settings
    language = settings.language
    library = Library.usual()
    rows = _ROWS[args.kind](library, language)
    if args.jurisdiction:
        rows = [row for row in rows if row.get("jurisdiction", args.jurisdiction) == args.jurisdiction]
    if args.format == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    if not rows:
        print(t("list.none", language))
    for row in rows:
        print(_line(args.kind, row, language))
    return 0


def _scenarios(library: Any, language: str) -> list[dict[str, Any]]:
    return [
        {
            "id": card.id,
            "title": card.title,
            "language": card.language,
            "level": card.level,
            "practises": list(card.practises),
            "persona": card.persona,
            "style": card.style,
            "jurisdiction": card.jurisdiction,
            "briefing": card.briefing,
        }
        for card in library.cards(language)
    ]


def _personas(library: Any, language: str) -> list[dict[str, Any]]:
    seen = {
        card.persona: {"name": card.persona, "style": card.style, "about": card.about}
        for card in library.cards(language)
    }
    return list(seen.values())


def _behaviours(library: Any, language: str) -> list[dict[str, Any]]:
    from simulator.hearing.behaviours import BEHAVIOURS

    advice = library.advice(language)
    return [
        {"id": name, "kind": kind.value, "title": advice[name].title, "about": advice[name].about}
        for name, kind in BEHAVIOURS.items()
        if name in advice
    ]


def _rules(library: Any, language: str) -> list[dict[str, Any]]:
    return [
        {
            **rule_data(book, rule),
            "jurisdiction": name,
            "title": rule.called(language),
            "requirement": rule.requirement.get(language) or rule.requirement.get("en", ""),
            "say": rule.say.get(language) or rule.say.get("en", ""),
        }
        for name in JURISDICTIONS
        for book in [library.rulebook(name)]
        for rule in book.rules
    ]


_ROWS = {"scenarios": _scenarios, "personas": _personas, "behaviours": _behaviours, "rules": _rules}


def _line(kind: str, row: dict[str, Any], language: str) -> str:
    if kind == "scenarios":
        level = t("list.level", language, level=row["level"])
        return f"{row['id']}: {row['title']} ({row['persona']}, {level}). {row['briefing']}"
    if kind == "personas":
        return f"{row['name']} ({row['style']}): {row['about']}"
    if kind == "behaviours":
        return f"{row['id']} ({row['kind']}): {row['title']}. {row['about']}"
    clause = row["citation"] if row["as_law"] else t("sheet.house_policy", language)
    called = f" {row['name']}" if row["name"] else ""
    stop = "。" if language == "zh" else "."
    rule = f"{row['jurisdiction']} {row['id']}{called} ({row['severity']}): {row['title']}{stop}"
    return f"{rule} {clause} {row['confidence']}".rstrip()
