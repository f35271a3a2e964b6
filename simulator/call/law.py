"""What only the state of the call can show to be a breach: terms that the file does not allow, and rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from scoring.duties import judged
from scoring.evidence import Heard, Kind, Span
from scoring.plan import Offer, exceeds
from scoring.rulebook import Rulebook
from simulator.call.call import Call
from simulator.call.events import BreachEvent
from simulator.call.negotiation import PLANS, asks_leave
from simulator.call.script import Advice, Script
from simulator.call.voice import defaults, fill, money
from simulator.hearing import Hearing

UNSEEN = ("instalments", "first_payment")
"""Limits that the debtor does not know: passing them moves nobody."""


def beyond_authority(
    hearing: Hearing, offer: Offer | None, script: Script, advice: Advice | None
) -> Heard | None:
    """Return the breach of promising more than the file allows, None when nothing was promised.

    A promise is a plan or an easing that was heard as offered; asking somebody for leave is none.
    """
    if offer is None or asks_leave(hearing, script.language):
        return None
    promise = next(
        (match for match in hearing.behaviours if match.name in PLANS or match.name == "offers_relief"), None
    )
    if promise is None:
        return None
    limit = exceeds(offer, script.authority, script.setting.date)
    if not limit:
        return None
    if limit in ("waive", "ease"):
        relief = next((match for match in hearing.behaviours if match.name == "offers_relief"), None)
        if limit == "ease" and (relief is None or relief.how == "example"):
            return None  # no figure and no listed wording: what only resembles an easing promises none
        promise = relief or promise
    return Heard(
        name="exceeds_authority",
        kind=Kind.BREACH,
        span=Span(promise.span.start, promise.span.end),
        words=promise.words,
        how="offer",
        because=limit,
        behaviour="exceeds_authority",
        behaviours=("exceeds_authority",),
        coach=_advice(limit, script) or (advice.coach if advice else ""),
        better=advice.better if advice else "",
    )


def breach_events(call: Call) -> list[BreachEvent]:
    """Return the rules that the last reply surely broke, worst first, in the words of the call."""
    number, language = len(call.turns), call.stage.script.language
    found = judged(call.stage.rulebook, call.turns, call.ended, call.state.outcome == "lost")
    coached = {name for one in call.turns[-1].heard if one.coach and one.better for name in one.behaviours}
    before = {breach.rule.id for breach in found if breach.sure and breach.turn < number}
    return [
        BreachEvent(
            turn=number,
            behaviour=breach.behaviour,
            rule=breach.rule.id,
            title=breach.rule.called(language),
            citation=breach.rule.citation if breach.rule.as_law else "",
            confidence=breach.rule.confidence,
            severity=breach.rule.severity,
            words=breach.words,
            state=breach.because.get(language) or breach.because.get("en", ""),
            say=breach.say.get(language) or breach.say.get("en", ""),
            missed=breach.missed,
            again=breach.rule.id in before,
            coached=breach.behaviour in coached,
        )
        for breach in found
        if breach.sure and breach.turn == number
    ]


def _advice(limit: str, script: Script) -> str:
    words = defaults()[script.language].get(f"beyond_{limit}", "")
    low, high = script.authority.instalments or (1, 1)
    days = script.authority.first_payment_within or 0
    return fill(str(words), {"low": str(low), "high": str(high), "days": str(days)})


def told(book: Rulebook, script: Script) -> Rulebook:
    """Return a rulebook whose sentences to say instead name this file: its balance, firms and debtor."""
    account = script.account
    owes = account.holder or script.persona.name
    names = {"name": owes, "creditor": account.creditor, "collector": account.collector}

    def said(say: Mapping[str, str]) -> Mapping[str, str]:
        return {
            language: fill(text, {**names, "balance": money(account.balance, account.currency, language)})
            for language, text in say.items()
        }

    rules = tuple(
        replace(
            rule, say=said(rule.say), forbids=tuple(replace(ban, say=said(ban.say)) for ban in rule.forbids)
        )
        for rule in book.rules
    )
    return replace(book, rules=rules)
