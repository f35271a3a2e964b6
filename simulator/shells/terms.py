"""The terms of an offer in words, as far as they were said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from simulator.call.voice import day_of, money, ordinal
from simulator.catalogue import t
from simulator.shells.phrasing import listed, named


def terms_words(terms: Mapping[str, Any], currency: str, today: date, language: str) -> str:
    """Return terms in words; `terms` are those of an offer event or of the sheet, money in minor units."""
    return listed(_parts(terms, currency, today, language), language)


def _parts(terms: Mapping[str, Any], currency: str, today: date, language: str) -> Iterator[str]:
    def said(amount: int) -> str:
        return money(amount, currency, language)

    def day(name: str) -> str:
        return day_of(date.fromisoformat(terms[name]), today, language)

    if terms.get("down"):
        on = {"day": day("down_on")} if terms.get("down_on") else {}
        yield t("plan.terms_down_on" if on else "plan.terms_down", language, amount=said(terms["down"]), **on)
    every = named("sheet", f"every_{terms['every']}", language) if terms.get("every") else ""
    amount = _amount(terms, said, language)
    if amount and terms.get("rest"):
        yield amount
        if every and terms["every"] != "once":
            yield t("plan.terms_each", language, every=every)
    elif amount:
        yield f"{every} {amount}" if language == "zh" else f"{amount} {every}"
    elif every:
        yield every
    if terms.get("count") and not (terms["count"] == 1 and terms.get("every") == "once"):
        yield t("sheet.terms_count", language, count=terms["count"])
    if terms.get("first"):
        yield t("sheet.terms_first", language, day=day("first"))
    elif terms.get("day"):
        every_day = f"{terms['day']}号" if language == "zh" else ordinal(terms["day"])
        yield t("sheet.terms_day", language, day=every_day)
    percent = terms.get("waive_percent") or round((terms.get("waive") or 0) * 100)
    if percent:
        yield t("sheet.terms_waive", language, percent=percent)
    if terms.get("eases"):
        yield t("plan.terms_ease", language)


def _amount(terms: Mapping[str, Any], said: Any, language: str) -> str:
    if terms.get("amount") is None:
        return t("plan.terms_rest", language) if terms.get("rest") else ""
    amount = str(said(terms["amount"]))
    if terms.get("upto"):
        return t("plan.terms_range", language, amount=amount, upto=said(terms["upto"]))
    return t("plan.terms_about", language, amount=amount) if terms.get("approx") else amount
