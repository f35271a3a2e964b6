"""The file, the terms and the score sheet in words: what every shell prints, as plain lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from simulator.call.events import Briefing, Found, MoodEvent, OfferEvent
from simulator.call.voice import money
from simulator.catalogue import t
from simulator.shells.evidence import checks, near_misses, rows
from simulator.shells.phrasing import aside, fact, joined, labelled, named, quoted
from simulator.shells.plan_words import plan_lines
from simulator.shells.standing import state_words
from simulator.shells.terms import terms_words

__all__ = [
    "aside",
    "authority_parts",
    "breach_lines",
    "clause_words",
    "evidence_lines",
    "file_lines",
    "file_rows",
    "found_words",
    "labelled",
    "mood_words",
    "offer_words",
    "plan_lines",
    "quoted",
    "reason_words",
    "sheet_lines",
]


def file_lines(briefing: Briefing, language: str) -> Iterator[tuple[str, str]]:
    """Yield (label, text) for everything the trainee may read before dialling."""
    yield from file_rows(briefing, language)
    for competency in briefing.rubric["competencies"].values():
        weight = aside(f"{competency['weight']}%", language)
        yield (
            t("plain.judged_on", language),
            labelled(competency["title"] + weight, competency["about"], language),
        )


def file_rows(briefing: Briefing, language: str) -> Iterator[tuple[str, str]]:
    """Yield (label, text) for the file alone, without how the call is judged."""
    account, setting, may = briefing.account, briefing.setting, briefing.authority
    yield t("plain.briefing", language), briefing.text
    stop = "。" if language == "zh" else ". "
    yield t("plain.person", language), f"{briefing.persona}{stop}{briefing.about}"
    yield (
        t("plain.file", language),
        (account["holder"] and t("file.holder", language, name=account["holder"]))
        + t(
            "file.account",
            language,
            product=named("file", account["product"], language),
            balance=money(account["balance"], account["currency"], language),
            creditor=account["creditor"],
            collector=account["collector"],
            days=account["overdue_days"],
        ),
    )
    yield (
        t("sheet.call", language),
        t(
            "file.answered",
            language,
            channel=named("file", setting["channel"], language),
            date=setting["date"],
            time=setting["local_time"],
            who=named("file", setting["answered_by"], language),
        ),
    )
    yield t("plain.may_agree", language), joined(authority_parts(may, language), language)


def authority_parts(may: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield what the file allows the trainee to agree."""
    if may["instalments"]:
        low, high = may["instalments"]
        yield t("file.instalments", language, low=low, high=high)
    if may["first_payment_within"] is not None:
        yield t("file.first_within", language, days=may["first_payment_within"])
    if may.get("longest") is not None:
        yield t("file.longest", language, months=may["longest"])
    if may.get("first_payment"):
        least = money(may["first_payment"], may["currency"], language)
        yield t("file.first_at_least", language, amount=least)
    if may.get("first_share"):
        yield t("file.first_share", language, percent=round(may["first_share"] * 100))
    percent = round(may["waive"] * 100)
    yield t("file.waive", language, percent=percent) if percent else t("file.no_waive", language)
    yield t("file.ease" if may["ease"] else "file.no_ease", language)


def mood_words(mood: MoodEvent, language: str) -> str:
    """Return the mood in words and numbers."""
    return t(
        "plain.mood_line",
        language,
        how=mood.how or mood.band,
        anger=mood.anger,
        trust=mood.trust,
        openness=mood.openness,
    )


def found_words(found: Found, language: str) -> str:
    """Return one thing heard with its evidence: title and the trainee's own words."""
    return found.title + quoted(found.words, language)


def offer_words(offer: OfferEvent, today: date, language: str) -> str:
    """Return the terms that were read in a reply."""
    return terms_words(offer.terms, offer.terms["currency"], today, language)


def sheet_lines(sheet: Mapping[str, Any], language: str, titles: Callable[[str], str]) -> Iterator[str]:
    """Yield the score sheet as lines: the verdict, four scores with their evidence, the rules broken,
    what came near and the plan in figures.

    `titles` gives the title of a competency or behaviour by its name.
    """
    verdict, overall = sheet["verdict"], sheet["overall"]
    yield fact("conduct", t("sheet.conduct_" + verdict["conduct"], language), language)
    yield fact("overall", t("sheet.not_assessed", language) if overall is None else str(overall), language)
    reasons = aside(joined(reason_words(sheet, language), language), language) if verdict["reasons"] else ""
    result = t("sheet.passed" if verdict["passed"] else "sheet.failed", language)
    yield fact("result", result + reasons, language)
    if sheet["outcome"]:
        yield fact("outcome", t("sheet.outcome_" + sheet["outcome"], language), language)
    for name, found in sheet["competencies"].items():
        yield ""
        values = {key: found[key] for key in ("score", "earned", "lost", "offered")}
        unknown = found["score"] is None
        score = t("sheet.not_assessed" if unknown else "sheet.of_points", language, **values)
        yield labelled(titles(name), score, language)
        for line in evidence_lines(found["evidence"], language, titles):
            yield f"  {line}"
    for title in ("breaches", "to_look_at"):
        if not sheet.get(title):
            continue
        yield ""
        yield labelled(t(f"sheet.{title}", language), "", language)
        for breach in sheet[title]:
            yield from (f"  {line}" for line in breach_lines(breach, language))
    if sheet["possibly"]:
        yield ""
        yield labelled(t("sheet.possibly", language), "", language)
        for turn, near in near_misses(sheet["possibly"], titles):
            close = joined([title + quoted(words, language) for title, words in near], language)
            yield "  " + labelled(t("sheet.turn", language, number=turn), close, language)
    if sheet["plan"]:
        yield ""
        yield labelled(t("sheet.plan", language), "", language)
        yield from (f"  {line}" for line in plan_lines(sheet["plan"], language))


def reason_words(sheet: Mapping[str, Any], language: str) -> list[str]:
    """Return what stood in the way of passing."""
    bar = sheet["rubric"]["bar"]
    return [named("sheet", f"reason_{reason}", language, bar=bar) for reason in sheet["verdict"]["reasons"]]


def evidence_lines(
    evidence: list[dict[str, Any]], language: str, titles: Callable[[str], str]
) -> Iterator[str]:
    """Yield a line for each movement of points, with the better sentence on the line below a fault, and
    the checks of the plan as two lists."""
    for row in rows(evidence, language, titles):
        what = row.what + (quoted(row.words, language) if row.words else "")
        yield f"{row.points:<4} {labelled(t('sheet.turn', language, number=row.turn), what, language)}"
        if row.better:
            yield f"     {fact('instead', row.better, language)}"
    found = checks(evidence, language)
    if found.held:
        yield f"{found.points:+d}".ljust(5) + fact("held", joined(found.held, language), language)
    if found.missing:
        yield f"0/{found.left}".ljust(5) + fact("missing", joined(found.missing, language), language)


def breach_lines(breach: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield a broken rule: severity, words, clause and how sure we are of it."""
    severity = aside(t(f"sheet.severity_{breach['severity']}", language), language)
    rule = f"{breach['rule']} {breach['title']}{severity}{quoted(breach['words'], language)}"
    yield labelled(t("sheet.turn", language, number=breach["turn"]), rule, language)
    if when := state_words(breach.get("state", ""), breach.get("missed", False), language):
        yield f"  {when}"
    yield f"  {clause_words(breach, language)}"
    if breach["requirement"]:
        yield f"  {breach['requirement']}"
    if breach["better"]:
        yield f"  {fact('instead', breach['better'], language)}"


def clause_words(breach: Mapping[str, Any], language: str) -> str:
    """Return the clause of a broken rule and how far it was checked."""
    if breach["source"] != "law":
        return t("sheet.house_policy", language)
    sure = str(breach["confidence"]).replace("+", ", " if language == "en" else "，")
    for code, key in (("V1", "sure_text"), ("V2", "sure_second"), ("M-high", "sure_memory")):
        sure = sure.replace(code, t(f"sheet.{key}", language))
    return fact("clause", breach["citation"] + (aside(sure, language) if sure else ""), language)
