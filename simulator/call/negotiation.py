"""Offers: what terms a reply puts on the table, and what this household can do with them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scoring.plan import Household, Offer, work_out
from simulator.call.script import Negotiation, Script
from simulator.call.voice import defaults
from simulator.hearing import Hearing


@dataclass(frozen=True, slots=True)
class Verdict:
    """The debtor's answer to the terms so far: "accept", "too_much", "vague", "counter" or ""."""

    name: str
    offer: Offer


_PLANS = {"offers_plan", "confirms_plan"}


def read_offer(hearing: Hearing, script: Script, bargaining: bool) -> Offer | None:
    """Return the terms that a reply names, None when it names none.

    A date alone is an offer only where the debtor negotiates (`bargaining`) or a plan is spoken of;
    an amount is none where it only states the debt.
    The balance itself is the debt restated, not an offer, unless nothing smaller is named with it
    and it is asked for at once. "2,000 in four" is 500 a time.
    """
    terms = hearing.terms
    said = {match.name for match in hearing.behaviours}
    relief = "offers_relief" in said
    balance = script.account.balance
    amounts = [amount.value for amount in terms.amounts if amount.value > 0]
    smaller = [amount for amount in amounts if amount < balance]
    count = terms.counts[-1].value if terms.counts else None
    amount = smaller[-1] if smaller else (amounts[-1] if amounts and count else None)
    waive = None
    if terms.fractions:
        share = terms.fractions[-1].value / 1000
        if relief:
            waive = share
        elif amount is None:
            amount = round(balance * share)
    whole = terms.every is None and amount is not None and count and amount * count > balance * 1.1
    if whole and amount and count and count > 1:
        amount = -(-amount // count)
    offer = Offer(
        amount=amount,
        count=count,
        every=terms.every,
        first=terms.dates[0].value if terms.dates else None,
        day=terms.day,
        method=terms.method,
        waive=waive,
        eases=relief and _gives_up_money(hearing, script.language),
    )
    plans = bargaining or bool(said & _PLANS)
    if "states_debt" in said and not said & _PLANS:
        offer = replace(offer, amount=None)
    figures = offer.amount or offer.count or offer.waive or offer.eases
    return offer if figures or (plans and (offer.every or offer.dated)) else None


def asks_leave(hearing: Hearing, language: str) -> bool:
    """Return whether the reply asks for leave ("let me check with my supervisor") rather than promises."""
    text = hearing.reply.lower().replace("’", "'")
    return any(hedge in text for hedge in defaults()["hedges"][language])


def says_yes(hearing: Hearing, language: str) -> bool:
    """Return whether the reply is a plain yes to what the debtor proposed."""
    text = hearing.reply.lower().replace("’", "'").strip(" .,!。，！")
    yes = defaults()["yes"][language]
    return any(
        text == word or text.startswith((f"{word},", f"{word} ", f"{word}，", f"{word}。")) for word in yes
    )


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


def _gives_up_money(hearing: Hearing, language: str) -> bool:
    relief = [match.words.lower() for match in hearing.behaviours if match.name == "offers_relief"]
    text = hearing.reply.lower() if relief else ""
    return any(word in text for word in defaults()["relief"][language])
