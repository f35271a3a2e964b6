"""What a rulebook says in one place against what it says in another: names, conditions, sources of law.

These checks read the tree, not the model, so that they also work on a file that has other faults.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scoring.acts import GROUPS
from scoring.conditions import ConditionError, read
from scoring.rulebook import AS_LAW, CONFIDENCES
from scoring.standing import DERIVED, FLAGS
from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.page import Page
from simulator.authoring.reading.tree import Path
from simulator.authoring.shapes.patterns import Lists, rulebook_patterns
from simulator.authoring.shapes.suggest import nearest
from simulator.hearing.behaviours import BEHAVIOURS

BAD_CITATIONS = (
    ("公约", "第十八条", "筹资"),
    ("治安管理处罚法", "第四十二条"),
    ("1006.6", "7-in-7"),
    ("CONC 7.9.4", "visit"),
    ("CONC 7.3.3", "pressure"),
    ("CONC 7.5", "dispute"),
    ("CONC 7.11", "dispute"),
)
"""Citations in circulation that are wrong: the clause, and the words in its rule that give it away."""
_TRANSLATED = ("title", "requirement", "say")
_ACTS = ("any", "with", "unless_says")
_STATES = ("when", "unless")


def rulebook_checks(page: Page, shared: Lists) -> Iterator[Finding]:
    """Yield what is wrong with a rulebook beside the shape of its blocks."""
    rules = _list(page.tree.at(("rules",)))
    groups, facts = _dict(page.tree.at(("groups",))), _dict(page.tree.at(("facts",)))
    known = {*BEHAVIOURS, *GROUPS, *groups}
    yield from rulebook_patterns(page, shared)
    yield from _conditions(page, ("early_exit",), facts)
    for name in groups:
        yield from _acts(page, ("groups", name, "any"), known)
        if not isinstance(groups[name], dict):
            yield from _acts(page, ("groups", name), known)
    ids = [str(rule.get("id", "")) for rule in rules if isinstance(rule, dict)]
    strict = page.tree.at(("format",)) == "2"
    seen: dict[str, set[str]] = {"id": set(), "name": set()}
    for index, rule in enumerate(rules):
        if not isinstance(rule, dict):
            continue
        path: Path = ("rules", index)
        for key, names in seen.items():
            if (value := str(rule.get(key, ""))) and value in names:
                yield page.at_value("D824", (*path, key), {"name": value})
            names.add(str(rule.get(key, "")))
        yield from _rule(page, path, rule, known, facts)
        if page.tree.at(("extends",)) is None:
            for key in ("yields_to", "see"):
                yield from _references(page, (*path, key), ids)
        if strict:
            yield from _written(page, path, rule)


def _rule(
    page: Page, path: Path, rule: dict[str, Any], known: set[str], facts: dict[str, Any]
) -> Iterator[Finding]:
    yield from _acts(page, (*path, "behaviours"), known)
    yield from _acts(page, (*path, "mends"), known)
    for key in ("applies", "not_applicable"):
        yield from _conditions(page, (*path, key), facts)
    for place in ("forbids", "requires"):
        for at, one in enumerate(_list(rule.get(place))):
            if not isinstance(one, dict):
                continue
            here = (*path, place, at)
            for key in _ACTS:
                yield from _acts(page, (*here, key), known)
            for key in _STATES:
                yield from _conditions(page, (*here, key), facts)
            yield from _acts(page, (*here, "before"), {*known, "end"})
            yield from _after(page, (*here, "after"), known, facts)


def _written(page: Page, path: Path, rule: dict[str, Any]) -> Iterator[Finding]:
    """What a rule must say of itself: in both languages, what decides it, how sure we are of it."""
    for key in _TRANSLATED:
        value = rule.get(key)
        missing = [one for one in ("en", "zh") if not (isinstance(value, dict) and value.get(one))]
        if missing and not (key == "say" and not (rule.get("forbids") or rule.get("requires"))):
            where = (*path, key) if key in rule else (*path, "id")
            yield page.at_value("D823", where, {"key": key, "missing": ", ".join(missing)})
    if not (rule.get("forbids") or rule.get("requires") or rule.get("behaviours") or rule.get("note")):
        yield page.at_value("D821", (*path, "id"), {"name": str(rule.get("id", ""))})
    confidence, source = str(rule.get("confidence", "")), rule.get("source")
    if confidence and confidence not in CONFIDENCES:
        near = nearest(confidence, CONFIDENCES)
        details = {"value": confidence, "known": ", ".join(CONFIDENCES), "near": near}
        yield page.at_value("D109", (*path, "confidence"), details)
    elif source == "law" and (confidence not in AS_LAW or not rule.get("citation")):
        yield page.at_value("D822", (*path, "source"), {"value": confidence or "-"})
    told = " ".join(_texts(rule))
    for clause, *words in BAD_CITATIONS:
        if clause in str(rule.get("citation", "")) and all(
            word.casefold() in told.casefold() for word in words
        ):
            yield page.at_value("D826", (*path, "citation"), {"clause": " ".join((clause, *words))})


def _acts(page: Page, path: Path, known: set[str]) -> Iterator[Finding]:
    for at, name in page.texts_at(path):
        if name not in known:
            yield page.at_value("D820", at, {"name": name, "near": nearest(name, known)})


def _conditions(page: Page, path: Path, facts: dict[str, Any]) -> Iterator[Finding]:
    for at, text in page.texts_at(path):
        try:
            read(text, facts)
        except ConditionError as error:
            near = nearest(error.name, {*FLAGS, *DERIVED, *facts}) if error.name else ""
            yield page.at_value("D825", at, {"part": error.part, "near": near})


def _after(page: Page, path: Path, known: set[str], facts: dict[str, Any]) -> Iterator[Finding]:
    """A duty runs from a fact or from an act; what is neither is told as an unknown condition."""
    if not all(text in known for _, text in page.texts_at(path)):
        yield from _conditions(page, path, facts)


def _references(page: Page, path: Path, ids: list[str]) -> Iterator[Finding]:
    for at, name in page.texts_at(path):
        if name not in ids:
            yield page.at_value("D827", at, {"name": name, "near": nearest(name, ids)})


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
