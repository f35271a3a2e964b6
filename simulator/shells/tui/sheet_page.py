"""The score sheet as paragraphs: the verdict, four meters, then the evidence of each competency."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from simulator.catalogue import t
from simulator.shells.evidence import checks, near_misses, rows
from simulator.shells.phrasing import aside, labelled, quoted
from simulator.shells.plan_words import pieces
from simulator.shells.standing import state_words
from simulator.shells.tui.page import HEADING, QUIET, Para, para
from simulator.shells.wording import clause_words, reason_words
from simulator.text import cells, pad

_TONES = {"heading": "bold", "good": "$success", "bad": "$error", "better": "$primary", "quiet": QUIET}
LENGTH = 20
"""Cells of a meter."""


def sheet_page(
    sheet: Mapping[str, Any], language: str, titles: Callable[[str], str], final: bool = True
) -> list[Para]:
    """Return the sheet; one that is not `final` has no outcome and no verdict yet."""
    made = [*_verdict(sheet, language)] if final else []
    made += _scores(sheet, language, titles)
    made += _breaches(sheet["breaches"], t("sheet.breaches", language), "$error", language)
    if sheet["plan"]:
        made += [para(""), para(t("sheet.plan", language), HEADING), *_plan(sheet["plan"], language)]
    column = 8 + cells(t("sheet.turn", language, number=max(sheet["turns"], 1)))
    for name, found in sheet["competencies"].items():
        if not found["evidence"]:
            continue
        values = {key: found[key] for key in ("earned", "lost", "offered")}
        score = t("sheet.not_assessed", language) if found["score"] is None else str(found["score"])
        points = t("sheet.points", language, **values)
        made += [para(""), Para(((titles(name), HEADING), (f"  {score}", "bold"), (f"  {points}", QUIET)))]
        made += _evidence(found["evidence"], language, titles, column)
    possible = sheet.get("to_look_at", ())
    made += _breaches(possible, t("sheet.to_look_at", language), "$warning", language)
    made += _near(sheet, language, titles)
    return made


def _verdict(sheet: Mapping[str, Any], language: str) -> Iterator[Para]:
    verdict, overall = sheet["verdict"], sheet["overall"]
    passed = t("sheet.passed" if verdict["passed"] else "sheet.failed", language)
    score = t("sheet.not_assessed", language) if overall is None else str(overall)
    style = "bold $success" if verdict["passed"] else "bold $error"
    yield Para(((passed, style), (f"   {t('sheet.overall', language)} ", ""), (score, "bold")))
    comma = "；" if language == "zh" else "; "
    facts = [(t("sheet.conduct", language), t("sheet.conduct_" + verdict["conduct"], language))]
    if verdict["reasons"]:
        facts.insert(0, (t("sheet.why", language), comma.join(reason_words(sheet, language))))
    if sheet["outcome"]:
        facts.append((t("sheet.outcome", language), t("sheet.outcome_" + sheet["outcome"], language)))
    column = 2 + max(cells(label) for label, _ in facts)
    for label, text in facts:
        yield para(text, label=label, label_style=QUIET, indent=column)
    yield para("")


def _scores(sheet: Mapping[str, Any], language: str, titles: Callable[[str], str]) -> Iterator[Para]:
    column = max(cells(titles(name)) for name in sheet["competencies"])
    floors = sheet["rubric"]["floors"]
    for name, found in sheet["competencies"].items():
        score = found["score"]
        full = 0 if score is None else (2 * score * LENGTH + 100) // 200
        low = score is not None and score < max(floors.get(name, 0), 1)
        style = "$error" if low else "$success" if (score or 0) >= sheet["rubric"]["bar"] else "$warning"
        shown = t("sheet.not_assessed", language) if score is None else f"{score:>3}"
        yield Para(
            (
                (pad(titles(name), column) + "  ", ""),
                ("━" * full, style),
                ("─" * (LENGTH - full), "$line"),
                (f"  {shown}", "bold" if score is not None else QUIET),
            )
        )


def _breaches(breaches: Sequence[Mapping[str, Any]], title: str, style: str, language: str) -> Iterator[Para]:
    if not breaches:
        return
    yield para("")
    yield para(title, f"bold {style}")
    for breach in breaches:
        place = t("sheet.turn", language, number=breach["turn"])
        indent = cells(place) + 2
        severity = aside(t(f"sheet.severity_{breach['severity']}", language), language)
        rule = (
            (f"{breach['title']}{severity}", style),
            (quoted(breach["words"], language), ""),
        )
        yield Para(rule, place, QUIET, indent)
        if when := state_words(breach.get("state", ""), breach.get("missed", False), language):
            yield para(when, indent=indent)
        if breach["better"]:
            yield _better(breach["better"], language, indent)
        if breach["requirement"]:
            yield para(breach["requirement"], QUIET, indent=indent)
        yield para(f"{breach['rule']}  {clause_words(breach, language)}", QUIET, indent=indent)


def _evidence(
    evidence: list[dict[str, Any]], language: str, titles: Callable[[str], str], column: int
) -> Iterator[Para]:
    shown = list(rows(evidence, language, titles))
    places = [t("sheet.turn", language, number=row.turn) for row in shown]
    for row, place in zip(shown, places, strict=True):
        style = "$error" if row.lost else QUIET if row.missed else "$success"
        words = ((row.what, QUIET if row.missed else ""), (quoted(row.words, language), QUIET))
        label = f"{row.points:<6}{place}"
        yield Para(words if row.words else words[:1], label, style, column)
        if row.better:
            yield _better(row.better, language, column)
    found = checks(evidence, language)
    comma = "；" if language == "zh" else "; "
    for points, name, listed, style in (
        (f"{found.points:+d}", "held", found.held, "$success"),
        (f"0/{found.left}", "missing", found.missing, "$warning"),
    ):
        if listed:
            text = labelled(t(f"sheet.{name}", language), comma.join(listed), language)
            yield para(text, label=points, label_style=style, indent=6)


def _plan(plan: Mapping[str, Any], language: str) -> Iterator[Para]:
    """The plan part: labels in a column of their own, the payments as they stand."""
    found = list(pieces(plan, language))
    column = 2 + max((cells(each.label) for each in found), default=0)
    for each in found:
        style = _TONES.get(each.tone, "")
        if each.label:
            yield para(each.text, style, each.label, QUIET, column)
        else:
            yield para(each.text, style, indent=0 if each.tone == "heading" else 2)


def _near(sheet: Mapping[str, Any], language: str, titles: Callable[[str], str]) -> Iterator[Para]:
    near = near_misses(sheet["possibly"], titles)
    if not near:
        return
    yield para("")
    yield para(t("sheet.possibly", language), HEADING)
    comma = "；" if language == "zh" else "; "
    places = [t("sheet.turn", language, number=turn) for turn, _ in near]
    column = 2 + max(cells(place) for place in places)
    for place, (_, found) in zip(places, near, strict=True):
        named = comma.join(title + quoted(words, language) for title, words in found)
        yield para(named, QUIET, label=place, label_style=QUIET, indent=column)


def _better(text: str, language: str, indent: int) -> Para:
    label = labelled(t("sheet.instead", language), "", language)
    gap = "" if language == "zh" else " "
    return Para(((label + gap, "$primary"), (text, "$primary")), indent=indent)
