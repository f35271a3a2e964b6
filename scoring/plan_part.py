"""The plan part of the sheet: offer by offer, the schedule, what was specific, whether it can be kept.

Plain data from the facts of the call alone, so that it can be computed again from the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from scoring.authority import exceeds
from scoring.better import better
from scoring.concession import best_plan, concession
from scoring.evidence import CallFacts, Heard, Kind, Turn
from scoring.judgement import SPECIFIC, Check, breaks, judge, judge_hardship, judge_vague, losses
from scoring.offer import Offer, owed, repeats
from scoring.outcome import outcome
from scoring.schedule import left_open, pace, schedule, work_out

_SAID = ("amount", "upto", "count", "every", "day", "method", "down")
_EDGES = " \t\n,;:，；：、—-"
"""What may be cut from both ends of the words of an offer."""
HELP = frozenset({"signposts_help", "offers_relief"})
"""Behaviours that help somebody who cannot pay anything now."""


def asked(call: CallFacts, today: date) -> tuple[tuple[Check, ...], tuple[str, ...]]:
    """Return the checks of the call's plan, and which losses it has: the same for score and sheet."""
    if call.hardship:
        checks = judge_hardship(call.plan is not None, call.outcome, _helped(call))
        return checks, ("will_break",) if call.plan is not None else ()
    if call.plan is None and call.left_at is not None and call.outcome not in ("", "lost"):
        return judge_vague(call.left_at, call.proposed_by_debtor), ()
    plan = call.plan
    checks = judge(
        plan, call.balance, call.authority, call.household, today, call.proposed_by_debtor, call.recapped
    )
    return checks, losses(plan, call.balance, call.authority, call.household, today)


def plan_part(call: CallFacts, today: date, language: str) -> dict[str, Any]:
    """Return everything that the sheet shows of offers and plan; {} for a call that came to neither.

    Money in minor units of `currency`, dates in ISO form, "" where none was said. `better` names the
    checks that are missing with the values for a sentence that would have met them; the sentence itself
    is the shell's. `language` is the one of the call.
    """
    offers = list(_offers(call, today))
    if not (call.plan_on_offer or offers or call.plan):
        return {}
    checks, _ = asked(call, today) if call.plan_on_offer or call.plan else ((), ())
    part: dict[str, Any] = {
        "language": language,
        "today": today.isoformat(),
        "currency": call.currency,
        "balance": call.balance,
        "hardship": call.hardship,
        "offers": offers,
        "specific": [each.name for each in checks if each.holds and each.name in SPECIFIC],
        "unspecific": [each.name for each in checks if not each.holds and each.name in SPECIFIC],
        "missing": [each.name for each in checks if not each.holds],
        "better": better(call, checks, today),
    }
    plan = call.plan
    terms = work_out(plan, call.balance) if plan is not None else None
    if plan is None or terms is None:
        return part
    return {**part, **_figures(call, plan, today)}


def _figures(call: CallFacts, plan: Offer, today: date) -> dict[str, Any]:
    """The agreed plan: its terms, its payments, whether they can be made and what was conceded."""
    terms, found = work_out(plan, call.balance), outcome(plan, call.balance, call.household, today)
    if terms is None or found is None:
        return {}
    payments, paid = [], 0
    for each in schedule(plan, call.balance, today):
        paid += each.amount
        payments.append({"on": _iso(each.on), "amount": each.amount, "paid": paid})
    short = breaks(plan, call.balance, call.household, today)
    figures: dict[str, Any] = {
        "amount": plan.amount if plan.amount is not None else payments[-1]["amount"],
        "count": terms.count,
        "every": plan.every or "",
        "pace": pace(plan, call.balance),
        "first": payments[0]["on"],
        "method": plan.method or "",
        "total": terms.total,
        "a_month": terms.a_month,
        "recovery_percent": found.recovery_percent,
        "days": found.days,
        "half_days": found.half_days,
        "agreed_turn": call.agreed_turn,
        "cornered": call.cornered,
        "schedule": payments,
        "open": left_open(plan, call.balance, today),
        "waived": call.balance - owed(plan, call.balance),
        "beyond": exceeds(plan, call.authority, today, call.balance),
        "kept": None if call.household is None else short is None,
    }
    if short is not None:
        figures["breaks"] = {
            "number": short.number,
            "on": _iso(short.on),
            "amount": short.amount,
            "short": short.short,
            "there": short.there,
            "together": short.together,
            "due": short.due,
        }
    if call.household is None:
        return figures
    figures |= {
        "affordable": call.household.affordable,
        "health_percent": found.health_percent,
        "kept_percent": found.kept_percent,
        "strained_months": found.strained_months,
    }
    best = best_plan(call.balance, call.authority, call.household, today)
    given = concession(plan, call.balance, call.authority, call.household, today)
    if given is not None:
        figures["conceded"] = {
            "waived": given.waived,
            "needed": given.needed,
            "needless": given.needless,
            "months": given.months,
            "needed_months": given.needed_months,
            "longer": given.longer,
            "smaller": given.smaller,
            "excessive": given.excessive,
        }
    if best is not None:
        figures["best"] = terms_of(best)
    return figures


def _offers(call: CallFacts, today: date) -> Iterator[dict[str, Any]]:
    """Every offer of the call: who made it, in which words, what the debtor said, what limit it passed."""
    for turn in call.turns:
        verdict = turn.verdict or ("accept" if turn.number == call.agreed_turn else "")
        if turn.offer is not None and (verdict or _is_offer(turn.offer)):
            after = 0 < call.agreed_turn < turn.number
            recap = after and call.plan is not None and repeats(call.plan, turn.offer)
            yield {
                "turn": turn.number,
                "by": "collector",
                "act": turn.act or ("recap" if recap else "offer"),
                "words": (turn.offer_words or _words(turn)).lstrip(_EDGES + ".!?。！？").rstrip(_EDGES),
                "terms": terms_of(turn.offer),
                "verdict": verdict,
                "beyond": _beyond(turn.offer, call, today),
            }
        if turn.counter is not None:
            yield {
                "turn": turn.number,
                "by": "debtor",
                "act": "offer",
                "words": "",
                "terms": terms_of(turn.counter),
                "verdict": "",
                "beyond": "",
            }


def _beyond(offer: Offer, call: CallFacts, today: date) -> str:
    """The limit that an offer passes; an amount alone may be a part payment, and implies no more."""
    implies = offer.every is not None or offer.count is not None or offer.rest
    return exceeds(offer, call.authority, today, call.balance if implies else None)


def _is_offer(offer: Offer) -> bool:
    """Whether terms that nobody answered say enough to be shown: a date or a number alone is none."""
    figures = offer.amount or offer.down or offer.conceded or offer.eases
    return bool(figures or (offer.rest and (offer.count or offer.dated)))


def terms_of(offer: Offer) -> dict[str, Any]:
    """Return the terms that were said, as plain data; what was not said is left out."""
    said = {name: getattr(offer, name) for name in _SAID}
    said |= {"first": _iso(offer.first), "down_on": _iso(offer.down_on)}
    said |= {"waive_percent": round(offer.conceded * 100), "eases": offer.eases}
    said |= {"approx": offer.approx, "rest": offer.rest}
    return {name: value for name, value in said.items() if value}


def _words(turn: Turn) -> str:
    """The words of a reply that were heard as an offer, else the reply."""
    plans = [
        each
        for each in turn.heard
        if each.kind in (Kind.GOOD, Kind.OKAY) and {"offers_plan", "confirms_plan"} & set(_named(each))
    ]
    return plans[0].words if plans and plans[0].words else turn.reply


def _named(heard: Heard) -> tuple[str, ...]:
    return heard.behaviours or ((heard.behaviour,) if heard.behaviour else ())


def _helped(call: CallFacts) -> bool:
    return any(HELP & set(_named(heard)) for turn in call.turns for heard in turn.heard)


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
