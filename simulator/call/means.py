"""What a debtor has for an offer: whether it can be kept, on a later day perhaps, and what they propose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scoring.days import next_on
from scoring.plan import Household, Offer, affordable, schedule, work_out
from scoring.schedule import pace
from simulator.call.bargain import Negotiation
from simulator.call.mood import Mood
from simulator.call.script import Script

ROUND = 1000
"""Who keeps something back speaks in whole tens: minor units."""


def keeps(offer: Offer, script: Script) -> bool:
    """Return whether the household can make every payment of an offer by the day it is due."""
    household = script.household
    if household is None:
        return True
    today = script.setting.date
    payments = schedule(offer, script.account.balance, today, household.payday)
    return affordable(payments, household, today) is None


def said_to_be_left(script: Script, negotiate: Negotiation | None, mood: Mood, turn: int) -> int:
    """Return what the debtor says is left of a month: all of it, or less while they keep something back."""
    household = script.household
    if household is None:
        return 0
    kept = negotiate.keeps_back if negotiate is not None else None
    if kept is None or not mood.holds(kept.when, turn):
        return household.affordable
    said = household.affordable - round(household.affordable * kept.share)
    return said // ROUND * ROUND if said >= 10 * ROUND else said


def proposal(script: Script, left: int) -> Offer:
    """Return what the debtor would propose: what they say is left of a month (`left`), on payday."""
    payday = script.household.payday if script.household is not None else None
    balance = script.account.balance
    if 0 < balance <= left:
        return Offer(amount=balance, count=1, every="once", day=payday)
    return Offer(amount=left, every="month", day=payday)


def after_payday(offer: Offer, script: Script) -> Offer | None:
    """Return an offer moved to the day that money comes, None when nobody knows that day."""
    household, today = script.household, script.setting.date
    if household is None or household.payday is None:
        return None
    first = offer.down_on if offer.down is not None else _first(offer, today)
    payday = _payday(household, first or today, today)
    if offer.down is not None:
        moved = replace(offer, down_on=payday)
        later = offer.first is not None and offer.first <= payday
        return replace(moved, first=_payday(household, payday, payday)) if later else moved
    monthly = pace(offer, script.account.balance) in ("month", "once", "quarter")
    return replace(offer, first=payday, day=household.payday if monthly else None)


def burden(offer: Offer, script: Script) -> int:
    """Return how heavy an offer weighs: what it takes in its heaviest month, in minor units."""
    terms = work_out(offer, script.account.balance)
    return max(terms.a_month, offer.down or 0) if terms is not None else 0


def whole_at_once(offer: Offer, script: Script) -> bool:
    """Return whether an offer asks for everything in one payment."""
    terms = work_out(offer, script.account.balance)
    return terms is not None and terms.count == 1 and terms.total >= script.account.balance


def _first(offer: Offer, today: date) -> date | None:
    if offer.first is not None or offer.day is None:
        return offer.first
    return next_on(offer.day, today)


def _payday(household: Household, after: date, today: date) -> date:
    """The first payday after a date; the date itself when it is one."""
    days = household.paydays
    if after > today and any(after == next_on(day, today) for day in days):
        return after
    return min(next_on(day, after) for day in days)
