"""What a reply puts on the table: the offers heard in it, worked into one offer against the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scoring.plan import Offer
from simulator.call.script import Script
from simulator.call.voice import defaults
from simulator.hearing import Hearing, Leg, SaidOffer

PLANS = frozenset({"offers_plan", "confirms_plan"})
"""Behaviours that put terms on the table."""
_LATER = frozenset({"offers_writing", "sets_follow_up"})
"""Behaviours whose dates are of a letter or a call, not of a payment."""
_QUESTIONS = frozenset({"asks_open_question", "asks_reason", "asks_affordability", "invites_proposal"})
"""Behaviours beside which a date alone is none of a payment ("What would help you most right now?")."""
_SOME = 0.01
"""What a reduction without a figure counts as: the smallest share that needs authority."""
_TABLED = frozenset({"offer", "asks", "demand", "recap"})
"""What can be done with terms so that they are on the table; a payment already made is not."""
_MUCH = 1.1
"""An amount that often over the balance is the whole of the payments, not one of them."""
_APART = ((5, 9, "week"), (12, 16, "fortnight"), (26, 33, "month"))
"""Days between two payments and how often that is."""


def read_offer(hearing: Hearing, script: Script, bargaining: bool) -> Offer | None:
    """Return the terms that a reply names, None when it names none.

    The last of several alternatives stands. A date alone is an offer only where the debtor negotiates
    (`bargaining`) or a plan is spoken of, and not when it is the date of a letter or the next call; an
    amount is none where it only states the debt. "2,000 in four" is 500 a time; the whole balance at once
    is one payment of it.
    """
    terms, language = hearing.terms, script.language
    said = {match.name for match in hearing.behaviours}
    plans, relief = bool(said & PLANS), "offers_relief" in said
    tabled = [each for each in hearing.offers if each.act in _TABLED and not _of_the_month(each, script)]
    offer = _worked(tabled[-1].legs, script) if tabled and tabled[-1].legs else None
    if offer is None:
        offer = _only_times(hearing, script) if not hearing.offers or tabled else Offer()
    if not _asked(offer, tabled, hearing, script, bargaining, plans):
        offer = replace(
            offer, amount=None, count=terms.counts[-1].value if terms.counts else None, every=terms.every
        )
    if (
        offer.amount is None
        and offer.down is None
        and bargaining
        and has(hearing, "whole", language)
        and not offer.count
    ):
        offer = replace(offer, amount=script.account.balance, rest=False)
    offer = replace(
        offer,
        method=terms.method,
        waive=_waived(hearing, script, relief, has(hearing, "reducing", language)),
        eases=relief and has(hearing, "easing", language),
    )
    if said & _LATER and not plans and offer.amount is None and offer.down is None and not offer.rest:
        offer = replace(offer, first=None, day=None)
    offer = _single(offer, script.account.balance, has(hearing, "once", language))
    figures = (
        offer.amount or offer.down or offer.rest or offer.waive or offer.eases or (plans and offer.count)
    )
    timed = (offer.dated and not said & _QUESTIONS) or (plans and offer.every)
    return offer if figures or ((bargaining or plans) and timed) else None


def _of_the_month(said: SaidOffer, script: Script) -> bool:
    """Return whether a reply goes over the debtor's month: what comes in and what goes out is no offer."""
    home = script.household
    if home is None:
        return False
    month = {home.income, home.essentials} - {home.spare, 0}
    return any(leg.amount in month for leg in said.legs)


def has(hearing: Hearing, words: str, language: str) -> bool:
    """Return whether the reply has one of the `words` of lines.toml."""
    text = plain(hearing)
    return any(word in text for word in defaults()[words][language])


def plain(hearing: Hearing) -> str:
    """Return the reply in lower case with one kind of apostrophe."""
    return hearing.reply.lower().replace("’", "'").strip()


def _worked(legs: tuple[Leg, ...], script: Script) -> Offer:
    """Return payments as one offer: the first by itself is a down payment, the others the regular part."""
    balance = script.account.balance
    if len(legs) > 2 and len({_value(leg, script) for leg in legs[1:]}) == 1 and legs[1].count is None:
        every = legs[1].every or _apart(legs[1].on, legs[2].on)
        legs = (legs[0], replace(legs[1], count=len(legs) - 1, every=every))
    first = legs[0]
    if len(legs) == 1:
        return _regular(first, script, balance)
    down = _value(first, script)
    if first.count is not None or first.every is not None or down is None:
        return _regular(first, script, balance)
    offer = _regular(legs[1], script, max(0, balance - down))
    loose = first.approx or first.upto is not None
    return replace(
        offer,
        down=down,
        down_on=_first(first, script),
        upto=offer.upto if offer.upto is not None else first.upto,
        approx=offer.approx or loose,
    )


def _regular(leg: Leg, script: Script, left: int) -> Offer:
    """Return one row of payments; `left` is what a down payment leaves of the balance."""
    amount, count, rest = _value(leg, script), leg.count, leg.whole == "rest"
    if leg.whole == "balance" and count is not None:
        rest = True
    if count is not None and amount is not None and leg.amount is None and not rest:
        amount = -(-amount // count)  # a share is all of the payments together
    elif count is not None and count > 1 and amount is not None and not rest and leg.every in (None, "once"):
        amount = -(-amount // count) if amount * count > left * _MUCH else amount
    return Offer(
        amount=None if rest else amount,
        count=count,
        every="month" if leg.every == "payday" else leg.every,
        first=_first(leg, script),
        day=leg.day or (_payday(script) if leg.every == "payday" else None),
        upto=leg.upto,
        approx=leg.approx,
        rest=rest,
    )


def _value(leg: Leg, script: Script) -> int | None:
    """Return what a leg names in minor units: an amount, a share of the balance or the balance."""
    if leg.amount is not None:
        return leg.amount
    if leg.share is not None:
        return round(script.account.balance * leg.share / 1000)
    return script.account.balance if leg.whole == "balance" else None


def _first(leg: Leg, script: Script) -> date | None:
    if leg.on != "payday":
        return leg.on
    today, payday = script.setting.date, _payday(script)
    if payday is None:
        return None
    months = (today.month, today.month % 12 + 1)
    year = today.year + (today.month == 12)
    days = (_within(today.year, months[0], payday), _within(year, months[1], payday))
    return days[0] if days[0] >= today else days[1]


def _within(year: int, month: int, day: int) -> date:
    """Return a day of a month, the last one when there are not so many."""
    while day > 28:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1
    return date(year, month, day)


def _payday(script: Script) -> int | None:
    return script.household.payday if script.household is not None else None


def _apart(one: object, two: object) -> str | None:
    if not isinstance(one, date) or not isinstance(two, date):
        return None
    days = (two - one).days
    return next((every for low, high, every in _APART if low <= days <= high), None)


def _only_times(hearing: Hearing, script: Script) -> Offer:
    """Return the counts and times of a reply whose figures are no offer by themselves ("The 15th.")."""
    terms = hearing.terms
    return Offer(
        count=terms.counts[-1].value if terms.counts else None,
        every=terms.every,
        first=next((day.value for day in terms.dates if day.value >= script.setting.date), None),
        day=terms.day,
    )


def _asked(
    offer: Offer, tabled: list[SaidOffer], hearing: Hearing, script: Script, bargaining: bool, plans: bool
) -> bool:
    """Return whether the amount is asked for; the balance itself is the debt restated, unless it is asked
    for at once or in parts."""
    if offer.amount is None or offer.amount < script.account.balance:
        return True
    said = {match.name for match in hearing.behaviours}
    if "states_debt" in said and not plans:
        return False
    return bargaining and (bool(hearing.terms.dates or hearing.terms.counts) or bool(tabled))


def _waived(hearing: Hearing, script: Script, relief: bool, reduces: bool) -> float | None:
    for each in hearing.offers:
        if each.waive is not None:
            return each.waive / 1000
        if each.waive_amount is not None and script.account.balance and (relief or reduces):
            return each.waive_amount / script.account.balance
    return _SOME if relief and reduces else None


def _single(offer: Offer, balance: int, once: bool) -> Offer:
    """Return the offer with a payment that is the only one made clear."""
    if offer.amount is None or offer.down is not None or offer.count is not None or offer.every is not None:
        return offer
    return replace(offer, count=1, every="once") if once or offer.amount >= balance else offer
