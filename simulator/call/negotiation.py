"""Offers: what terms a reply puts on the table, and what this household can do with them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from scoring.plan import Household, Offer, work_out
from simulator.call.script import Negotiation, Script
from simulator.call.voice import defaults
from simulator.hearing import Hearing, Terms

PLANS = frozenset({"offers_plan", "confirms_plan"})
"""Behaviours that put terms on the table."""
_LATER = frozenset({"offers_writing", "sets_follow_up"})
"""Behaviours whose dates are of a letter or a call, not of a payment."""
_SOME = 0.01
"""What a reduction without a figure counts as: the smallest share that needs authority."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The debtor's answer to the terms so far: "accept", "too_much", "vague", "counter" or "differs"."""

    name: str
    offer: Offer


def read_offer(hearing: Hearing, script: Script, bargaining: bool) -> Offer | None:
    """Return the terms that a reply names, None when it names none.

    A date alone is an offer only where the debtor negotiates (`bargaining`) or a plan is spoken of,
    and not when it is the date of a letter or the next call; an amount is none where it only states
    the debt. "2,000 in four" is 500 a time; the whole balance at once is one payment of it.
    """
    terms, language, balance = hearing.terms, script.language, script.account.balance
    said = {match.name for match in hearing.behaviours}
    plans = bool(said & PLANS)
    reduces = has(hearing, "reducing", language)
    relief = "offers_relief" in said
    offer = Offer(
        amount=_amount(hearing, balance, bargaining, language),
        count=terms.counts[-1].value if terms.counts else None,
        every=terms.every,
        first=terms.dates[0].value if terms.dates else None,
        day=terms.day,
        method=terms.method,
        waive=_waived(terms, relief, reduces),
        eases=relief and has(hearing, "easing", language),
    )
    if terms.fractions and offer.waive is None and offer.amount is None:
        offer = replace(offer, amount=round(balance * terms.fractions[-1].value / 1000))
    if "states_debt" in said and not plans:
        offer = replace(offer, amount=None)
    if said & _LATER and not plans and offer.amount is None:
        offer = replace(offer, first=None, day=None)
    offer = _counted(offer, balance, has(hearing, "once", language))
    figures = offer.amount or offer.waive or offer.eases or (plans and offer.count)
    timed = offer.dated or (plans and offer.every)
    return offer if figures or ((bargaining or plans) and timed) else None


def asks_leave(hearing: Hearing, language: str) -> bool:
    """Return whether the reply asks for leave ("let me check with my supervisor") rather than promises."""
    text = _plain(hearing)
    turned = defaults()["unhedged"][language]
    for hedge in defaults()["hedges"][language]:
        at = text.find(hedge)
        if at >= 0 and not any(word in text[max(0, at - 30) : at] for word in turned):
            return True
    return False


def says_yes(hearing: Hearing, language: str) -> bool:
    """Return whether the reply is a plain yes and nothing more to what the debtor proposed."""
    yes = set(defaults()["yes"][language])
    pieces = [piece.strip() for piece in re.split(r"[,.!;，。！；、\n]+", _plain(hearing))]
    said = [piece for piece in pieces if piece]
    return bool(said) and all(piece in yes for piece in said)


def has(hearing: Hearing, words: str, language: str) -> bool:
    """Return whether the reply has one of the `words` of lines.toml."""
    text = _plain(hearing)
    return any(word in text for word in defaults()[words][language])


def weigh(
    offer: Offer, countered: Offer | None, refusals: int, negotiate: Negotiation, script: Script, agrees: bool
) -> Verdict:
    """Return what the debtor does with `offer` (the terms so far) in a negotiating beat.

    More a month than the household has left is too much, whatever else is said; an amount without
    a date, or a date without an amount, is vague; `countered` is what the debtor proposed before,
    which a yes (`agrees`) accepts.
    """
    if agrees and countered is not None and offer.amount is None:
        return Verdict("accept", countered)
    if offer.amount is None:
        return Verdict("vague", offer)
    terms = work_out(offer, script.account.balance)
    household = script.household
    if terms is not None and household is not None and terms.a_month > household.affordable:
        counter = negotiate.counter
        if counter is not None and refusals + 1 >= counter.after:
            return Verdict("counter", proposal(household))
        return Verdict("too_much", offer)
    if countered is not None and not offer.dated:
        offer = replace(offer, day=countered.day)
    if not offer.dated:
        return Verdict("vague", offer)
    return Verdict("accept", offer if offer.every or offer.count == 1 else replace(offer, every="month"))


def proposal(household: Household) -> Offer:
    """Return what the debtor would propose: all that is left in a month, on payday."""
    return Offer(amount=household.affordable, every="month", day=household.payday)


def _amount(hearing: Hearing, balance: int, bargaining: bool, language: str) -> int | None:
    """Return the one payment that a reply names: an amount in the words of a plan before any other.

    The balance itself is the debt restated, unless it is asked for at once or in parts.
    """
    amounts = [amount for amount in hearing.terms.amounts if amount.value > 0]
    smaller = [amount for amount in amounts if amount.value < balance]
    spans = [match.span for match in hearing.behaviours if match.name in PLANS]
    inside = [
        amount.value
        for amount in smaller
        if any(span.start <= amount.span.start and amount.span.end <= span.end for span in spans)
    ]
    if smaller:
        return inside[-1] if inside else smaller[-1].value
    asked = bargaining and (hearing.terms.dates or hearing.terms.counts)
    if amounts and asked:
        return amounts[-1].value
    return balance if bargaining and has(hearing, "whole", language) else None


def _waived(terms: Terms, relief: bool, reduces: bool) -> float | None:
    if terms.fractions and (relief or reduces):
        return terms.fractions[-1].value / 1000
    return _SOME if relief and reduces else None


def _counted(offer: Offer, balance: int, once: bool) -> Offer:
    """Return the offer with its payments made clear: a whole divided by its parts, or one payment."""
    amount, count = offer.amount, offer.count
    if amount is None:
        return offer
    if offer.every is None and count is not None and count > 1 and amount * count > balance * 1.1:
        return replace(offer, amount=-(-amount // count))
    if count is None and offer.every is None and (once or amount >= balance):
        return replace(offer, count=1, every="once")
    return offer


def _plain(hearing: Hearing) -> str:
    return hearing.reply.lower().replace("’", "'").strip()
