"""The file, the terms and the score sheet in words: what every shell prints, as plain lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from simulator.call.events import Briefing, Found, MoodEvent, OfferEvent
from simulator.call.voice import day_of, money, ordinal
from simulator.catalogue import catalogue, t


def file_lines(briefing: Briefing, language: str) -> Iterator[tuple[str, str]]:
    """Yield (label, text) for everything the trainee may read before dialling."""
    account, setting, may = briefing.account, briefing.setting, briefing.authority
    yield t("plain.briefing", language), briefing.text
    yield (
        t("plain.person", language),
        f"{briefing.persona}. {briefing.about}"
        if language == "en"
        else f"{briefing.persona}。{briefing.about}",
    )
    yield (
        t("plain.file", language),
        t(
            "file.account",
            language,
            product=_named("file", account["product"], language),
            balance=money(account["balance"], account["currency"], language),
            creditor=account["creditor"],
            collector=account["collector"],
            days=account["overdue_days"],
        ),
    )
    yield (
        "",
        t(
            "file.answered",
            language,
            channel=_named("file", setting["channel"], language),
            date=setting["date"],
            time=setting["local_time"],
            who=_named("file", setting["answered_by"], language),
        ),
    )
    yield t("plain.may_agree", language), _join(authority_parts(may, language), language)
    for competency in briefing.rubric["competencies"].values():
        yield (
            t("plain.judged_on", language),
            f"{competency['title']} ({competency['weight']}%): {competency['about']}"
            if language == "en"
            else f"{competency['title']}（{competency['weight']}%）：{competency['about']}",
        )


def authority_parts(may: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield what the file allows the trainee to agree."""
    if may["instalments"]:
        low, high = may["instalments"]
        yield t("file.instalments", language, low=low, high=high)
    if may["first_payment_within"] is not None:
        yield t("file.first_within", language, days=may["first_payment_within"])
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
    quoted = t("sheet.your_words", language, words=found.words)
    return f"{found.title} {quoted}" if language == "en" else f"{found.title}{quoted}"


def offer_words(offer: OfferEvent, today: date, language: str) -> str:
    """Return the terms that were read in a reply."""
    terms = offer.terms
    parts = []
    if terms["amount"] is not None:
        parts.append(money(terms["amount"], terms["currency"], language))
    if terms["count"] is not None:
        parts.append(f"× {terms['count']}")
    if terms["every"]:
        parts.append(_named("sheet", f"every_{terms['every']}", language))
    if terms["first"]:
        parts.append(day_of(date.fromisoformat(terms["first"]), today, language))
    elif terms["day"]:
        parts.append(f"{terms['day']}号" if language == "zh" else ordinal(terms["day"]))
    if terms["waive"]:
        parts.append(f"-{round(terms['waive'] * 100)}%")
    return _join(parts, language)


def sheet_lines(sheet: Mapping[str, Any], language: str, titles: Callable[[str], str]) -> Iterator[str]:
    """Yield the score sheet as lines: the verdict, four scores with their evidence, the rules broken,
    what came near and the plan in figures.

    `titles` gives the title of a competency or behaviour by its name.
    """
    verdict = sheet["verdict"]
    yield f"{t('sheet.conduct', language)}: {t('sheet.conduct_' + verdict['conduct'], language)}"
    overall = sheet["overall"]
    yield f"{t('sheet.overall', language)}: {overall if overall is not None else t('sheet.not_assessed', language)}"
    reasons = [
        t(f"sheet.reason_{reason}", language, bar=sheet["rubric"]["bar"]) for reason in verdict["reasons"]
    ]
    outcome = t("sheet.passed" if verdict["passed"] else "sheet.failed", language)
    yield f"{t('sheet.result', language)}: {outcome}" + (f" ({_join(reasons, language)})" if reasons else "")
    if sheet["outcome"]:
        yield f"{t('sheet.outcome', language)}: {t('sheet.outcome_' + sheet['outcome'], language)}"
    for name, result in sheet["competencies"].items():
        yield ""
        score = (
            t("sheet.not_assessed", language)
            if result["score"] is None
            else t(
                "sheet.of_points",
                language,
                **{key: result[key] for key in ("score", "earned", "lost", "offered")},
            )
        )
        yield f"{titles(name)}: {score}"
        for line in evidence_lines(result["evidence"], language, titles):
            yield f"  {line}"
    if sheet["breaches"]:
        yield ""
        yield t("sheet.breaches", language) + ":"
        for breach in sheet["breaches"]:
            yield from (f"  {line}" for line in breach_lines(breach, language))
    if sheet["possibly"]:
        yield ""
        yield t("sheet.possibly", language) + ":"
        for near in sheet["possibly"]:
            place = t("sheet.turn", language, number=near["turn"])
            yield f"  {place}: {titles(near['name'])} {t('sheet.your_words', language, words=near['words'])}"
    if sheet["plan"]:
        yield ""
        yield from plan_lines(sheet["plan"], language)


def evidence_lines(
    evidence: list[dict[str, Any]], language: str, titles: Callable[[str], str]
) -> Iterator[str]:
    """Yield one line for each movement of points, and for each offer that nothing was earned of."""
    earned = {line["group"] for line in evidence if line["points"] > 0 and line.get("group")}
    for line in evidence:
        place = t("sheet.turn", language, number=line["turn"])
        if line["source"] == "beat":
            if line["group"] not in earned:
                better = f" {t('sheet.instead', language)}: {line['better']}" if line.get("better") else ""
                yield f"+0/{line['offered']}  {place}: {t('sheet.on_offer', language)}.{better}"
            continue
        name = _evidence_name(line, language, titles)
        text = f"{line['points']:+d}  {place}: {name}"
        if line.get("words"):
            text += f" {t('sheet.your_words', language, words=line['words'])}"
        if line["points"] < 0 and line.get("better"):
            text += f" {t('sheet.instead', language)}: {line['better']}"
        yield text


def breach_lines(breach: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield a broken rule: severity, words, clause and how sure we are of it."""
    place = t("sheet.turn", language, number=breach["turn"])
    severity = t(f"sheet.severity_{breach['severity']}", language)
    yield f"{place}: {breach['rule']} {breach['title']} ({severity}) {t('sheet.your_words', language, words=breach['words'])}"
    if breach["source"] == "law":
        yield f"  {t('sheet.clause', language)}: {breach['citation']} ({t('sheet.confidence', language)}: {breach['confidence']})"
    else:
        yield f"  {t('sheet.house_policy', language)}"
    if breach["requirement"]:
        yield f"  {breach['requirement']}"
    if breach["better"]:
        yield f"  {t('sheet.instead', language)}: {breach['better']}"


def plan_lines(plan: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield the agreed plan in figures."""

    def said(amount: int) -> str:
        return money(amount, plan["currency"], language)

    yield t("sheet.plan", language) + ":"
    yield "  " + t(
        "sheet.plan_line",
        language,
        amount=said(plan["amount"]),
        every=_named("sheet", f"every_{plan['every'] or 'once'}", language),
        count=plan["count"],
        total=said(plan["total"]),
        balance=said(plan["balance"]),
        percent=plan["recovery_percent"],
        days=plan["days"],
    )
    if "affordable" in plan:
        yield "  " + t(
            "sheet.plan_health",
            language,
            a_month=said(plan["a_month"]),
            affordable=said(plan["affordable"]),
            percent=plan["health_percent"],
        )


def _evidence_name(line: Mapping[str, Any], language: str, titles: Callable[[str], str]) -> str:
    if line["source"] == "plan":
        return t(f"sheet.check_{line['name']}", language)
    if line["source"] == "provocation":
        return t(f"sheet.provocation_{line['name']}", language)
    if line["source"] == "rule":
        return f"{line['name']} {line.get('because', '')}".strip()
    return titles(line["name"])


def _named(section: str, name: str, language: str) -> str:
    key = f"{section}.{name}"
    return t(key, language) if key in catalogue(language) else name.replace("_", " ")


def _join(parts: Any, language: str) -> str:
    return ("；" if language == "zh" else "; ").join(parts)
