"""The plan part of the sheet in words: offers, payments, whether they can be made, what to say next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from simulator.call.voice import day_of, money
from simulator.catalogue import t
from simulator.shells.phrasing import aside, joined, labelled, named, quoted
from simulator.shells.terms import terms_words
from simulator.text import cells, clip, pad

LONGEST = 44
"""Cells of an offer's own words: the turn says where the rest stands."""
PAYMENTS = 13
"""Payments that are listed one by one; of more the first, and the last."""
_MONEY = ("amount", "balance", "left", "least", "spare")
_DAYS = ("day", "last")


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of the plan part: a heading, or a text, behind a label or without one.

    `tone` is "heading", "plain", "quiet", "good", "bad" or "better".
    """

    text: str
    label: str = ""
    tone: str = "plain"


def pieces(plan: Mapping[str, Any], language: str) -> Iterator[Piece]:
    """Yield the plan part, line by line; nothing for a call that came to no offer and no plan."""
    if plan.get("offers"):
        yield Piece(t("plan.offers", language), tone="heading")
        for offer in plan["offers"]:
            yield _offer(offer, plan, language)
    if "total" in plan:
        yield Piece(_agreed(plan, language), t("plan.agreed", language), "heading")
        yield from _payments(plan, language)
        yield from _kept(plan, language)
        yield from _given(plan, language)
    elif not plan.get("hardship"):
        yield Piece(t("plan.none", language))
    if plan.get("specific"):
        parts = joined([t(f"plan.part_{name}", language) for name in plan["specific"]], language)
        yield Piece(parts, t("plan.definite", language))
    if plan.get("unspecific") and ("total" in plan or plan["specific"]):
        parts = joined([t(f"plan.part_{name}", language) for name in plan["unspecific"]], language)
        yield Piece(parts, t("plan.indefinite", language))
    if plan.get("hardship"):
        yield Piece(t("plan.hardship", language))
    said = list(sentences(plan, language))
    if said:
        yield Piece(t("plan.better", language), tone="heading")
        yield from (Piece(sentence, tone="better") for sentence in said)


def plan_lines(plan: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield the plan part as plain lines."""
    for piece in pieces(plan, language):
        line = labelled(piece.label, piece.text, language) if piece.label else piece.text
        alone = piece.tone == "heading" and not piece.label
        yield labelled(line, "", language) if alone else line if piece.label else f"  {line}"


def sentences(plan: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield the sentences that the trainee could have said, in the language of the call."""
    spoken = str(plan.get("language", language))
    today = _today(plan)
    for each in plan.get("better", ()):
        values: dict[str, object] = {}
        for name, value in each["values"].items():
            if name in _MONEY:
                values[name] = money(value, plan["currency"], spoken)
            elif name in _DAYS and value:
                values[name] = day_of(date.fromisoformat(value), today, spoken)
            else:
                values[name] = value
        yield t(f"plan.better_{each['say']}", spoken, **values)


def _offer(offer: Mapping[str, Any], plan: Mapping[str, Any], language: str) -> Piece:
    terms = terms_words(offer["terms"], plan["currency"], _today(plan), language)
    words = quoted(clip(offer["words"], LONGEST), language).strip() if offer["words"] else ""
    if offer["by"] == "debtor":
        words = t("plan.debtor", language)
    said = [labelled(words, terms, language) if words and terms else words or terms]
    if offer["verdict"]:
        said.append(named("plan", f"verdict_{offer['verdict']}", language))
    elif offer["act"] == "recap":
        said.append(t("plan.recap", language))
    if offer["beyond"]:
        limit = t(f"plan.limit_{offer['beyond']}", language)
        said.append(labelled(t("plan.beyond", language), limit, language))
    tone = "bad" if offer["beyond"] else "good" if offer["verdict"] == "accept" else "quiet"
    return Piece(joined(said, language), t("sheet.turn", language, number=offer["turn"]), tone)


def _agreed(plan: Mapping[str, Any], language: str) -> str:
    return t(
        "sheet.plan_line",
        language,
        amount=_said(plan["amount"], plan, language),
        every=named("sheet", f"every_{plan.get('pace') or plan['every'] or 'once'}", language),
        count=plan["count"],
        total=_said(plan["total"], plan, language),
        balance=_said(plan["balance"], plan, language),
        percent=plan["recovery_percent"],
        days=plan["days"],
    )


def _payments(plan: Mapping[str, Any], language: str) -> Iterator[Piece]:
    """The payments as a table: number, date, amount, running total."""
    payments = plan.get("schedule", ())
    if len(payments) < 2:
        return
    rows = [tuple(t(f"plan.{name}", language) for name in ("payment", "date", "amount", "paid"))]
    listed = payments if len(payments) <= PAYMENTS else payments[: PAYMENTS - 1]
    for number, each in enumerate(listed, 1):
        sums = (_said(each["amount"], plan, language), _said(each["paid"], plan, language))
        rows.append((str(number), each["on"] or t("plan.no_date", language), *sums))
    widths = [max(cells(row[column]) for row in rows) for column in range(4)]
    for at, row in enumerate(rows):
        left = [pad(cell, width) for cell, width in zip(row[:2], widths[:2], strict=True)]
        right = [" " * (width - cells(cell)) + cell for cell, width in zip(row[2:], widths[2:], strict=True)]
        yield Piece("  ".join((*left, *right)), tone="quiet" if not at else "plain")
    if len(listed) < len(payments):
        last = payments[-1]
        yield Piece(
            t(
                "plan.more",
                language,
                count=len(payments) - len(listed),
                amount=_said(last["amount"], plan, language),
                day=last["on"] or t("plan.no_date", language),
            ),
            tone="quiet",
        )


def _kept(plan: Mapping[str, Any], language: str) -> Iterator[Piece]:
    """Whether the household can make the payments, and what they leave it."""
    if plan.get("kept") is not None:
        label, short = t("plan.can_keep", language), plan.get("breaks")
        if short is None:
            yield Piece(t("plan.kept", language), label, "good")
        else:
            sums = ("amount", "there", "short", "due")
            values = {name: _said(short[name], plan, language) for name in sums}
            values |= {"number": short["number"], "together": short["together"]}
            values["day"] = day_of(date.fromisoformat(short["on"]), _today(plan), language)
            key = "plan.breaks_together" if short["together"] > 1 else "plan.breaks"
            yield Piece(t(key, language, **values), label, "bad")
    if plan.get("cornered"):
        yield Piece(t("plan.cornered", language), tone="bad")
    if "affordable" in plan:
        health = t(
            "sheet.plan_health",
            language,
            a_month=_said(plan["a_month"], plan, language),
            affordable=_said(plan["affordable"], plan, language),
            percent=plan["health_percent"],
        )
        months = plan.get("strained_months")
        tight = aside(t("plan.strained", language, count=months), language) if months else ""
        yield Piece(health + tight)


def _given(plan: Mapping[str, Any], language: str) -> Iterator[Piece]:
    """What was conceded, and how much of it was needless."""
    given = plan.get("conceded")
    if given is None and not plan.get("waived"):
        return
    found = []
    if plan["waived"]:
        needed = given["needed"] if given else plan["waived"]
        values = {"waived": plan["waived"], "needed": min(needed, plan["waived"])}
        values["needless"] = given["needless"] if given else 0
        said = {name: _said(value, plan, language) for name, value in values.items()}
        found.append(t("plan.waived", language, **said))
    if plan["open"]:
        found.append(t("plan.open", language, open=_said(plan["open"], plan, language)))
    if given and given["longer"]:
        months = {"months": given["months"], "needed": given["needed_months"]}
        found.append(t("plan.longer", language, **months))
    if given and given["smaller"]:
        found.append(t("plan.smaller", language))
    text = joined(found, language) if found else t("plan.nothing", language)
    yield Piece(text, t("plan.conceded", language), "bad" if given and given["excessive"] else "plain")


def _said(amount: int, plan: Mapping[str, Any], language: str) -> str:
    return money(amount, plan["currency"], language)


def _today(plan: Mapping[str, Any]) -> date:
    """The day of the call; sheets of old have none, and then every date is told with its month."""
    return date.fromisoformat(plan["today"]) if plan.get("today") else date.min
