"""What the debtor answers to an offer: every offer is weighed against the money that they really have.

Whoever is not cornered never says yes to what the household cannot pay.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from scoring.plan import Offer
from simulator.call.bargain import BROAD, Bargain, Negotiation
from simulator.call.means import after_payday, burden, keeps, proposal, said_to_be_left, whole_at_once
from simulator.call.mood import Mood
from simulator.call.script import Script


@dataclass(frozen=True, slots=True)
class Verdict:
    """The debtor's answer to the terms so far: one of ANSWERS, or "differs" from what was agreed.

    `offer` is what is accepted, refused or proposed instead.
    """

    name: str
    offer: Offer

    @property
    def broad(self) -> str:
        """What the answer amounts to: accept, too_much, vague, counter, refuse or differs."""
        return BROAD.get(self.name, self.name)


@dataclass(frozen=True, slots=True)
class Talks:
    """How the talks stand when an offer comes: the mood, the number of the reply, what was before.

    `countered` is what the debtor proposed, `least` the burden of the smallest offer that was too
    much, `refusals` how many were in this beat, `pressed` how often the debtor was pressed in all,
    `agreed` what was agreed already.
    """

    mood: Mood
    turn: int
    countered: Offer | None = None
    least: int | None = None
    refusals: int = 0
    pressed: int = 0
    agreed: Offer | None = None

    def holds(self, entry: Bargain | None) -> bool:
        """Return whether there is such an entry and its condition holds."""
        return entry is not None and self.mood.holds(entry.when, self.turn)


def weigh(offer: Offer, talks: Talks, negotiate: Negotiation, script: Script, agrees: bool) -> Verdict:
    """Return what the debtor does with `offer` (the terms so far) in a negotiating beat.

    A mood that refuses goes first, then a yes (`agrees`) to what the debtor proposed. What cannot be
    paid is too much, whatever else is said; then what is missing is asked for.
    """
    countered = talks.countered
    if talks.holds(negotiate.refuse):
        return Verdict("refuse", offer)
    if agrees and countered is not None and not offer.named:
        kept = countered.named and keeps(countered, script)
        return Verdict("accept" if kept else "too_much", countered)
    if not offer.named:
        return Verdict(_asks(negotiate, talks, "how_much") if offer.dated else "vague", offer)
    if countered is not None and not offer.dated and offer.down is None and countered.dated:
        offer = replace(offer, first=countered.first, day=countered.day)
    if not _fits(offer, talks, negotiate, script):
        later = _later(offer, talks, negotiate, script)
        return later or _too_much(offer, talks, negotiate, script)
    if offer.upto is not None:
        return Verdict(_asks(negotiate, talks, "how_much"), offer)
    if not offer.dated:
        return Verdict(_asks(negotiate, talks, "when"), offer)
    part = offer.amount is not None and offer.amount < script.account.balance
    open_ended = part and offer.count is None and offer.every is None and countered is None
    if open_ended and talks.holds(negotiate.how_often):
        return Verdict("how_often", offer)
    return Verdict("accept", monthly(offer))


def propose(talks: Talks, negotiate: Negotiation, script: Script) -> Verdict | None:
    """Return what a debtor who is asked for a proposal says, None when they make none."""
    if not talks.holds(negotiate.proposes) or talks.holds(negotiate.refuse):
        return None
    said = _own(talks, negotiate, script)
    return Verdict("proposes", said) if said is not None else None


def monthly(offer: Offer) -> Offer:
    """Return an offer with its frequency: every month unless it is one payment or says otherwise."""
    return offer if offer.every or offer.count == 1 or offer.amount is None else replace(offer, every="month")


def _fits(offer: Offer, talks: Talks, negotiate: Negotiation, script: Script) -> bool:
    """Whether the debtor has the money, and admits to having it."""
    if not keeps(offer, script):
        return False
    kept = negotiate.keeps_back
    if script.household is None or kept is None or not talks.mood.holds(kept.when, talks.turn):
        return True
    taken = max((burden(one, script) for one in (talks.countered, talks.agreed) if one), default=0)
    left = said_to_be_left(script, negotiate, talks.mood, talks.turn)
    return burden(offer, script) <= max(left, taken, script.household.at_hand or 0)


def _later(offer: Offer, talks: Talks, negotiate: Negotiation, script: Script) -> Verdict | None:
    """The same on payday, when only the date is what does not fit."""
    moved = after_payday(offer, script) if offer.dated and offer.upto is None else None
    if moved is None or not _fits(moved, talks, negotiate, script) or whole_at_once(offer, script):
        return None
    return Verdict("later", monthly(moved))


def _too_much(offer: Offer, talks: Talks, negotiate: Negotiation, script: Script) -> Verdict:
    cornered, counter = negotiate.cornered, negotiate.counter
    if cornered is not None and talks.holds(cornered) and talks.pressed + 1 >= cornered.after:
        return Verdict("cornered", monthly(offer))
    again = talks.least is not None and burden(offer, script) >= talks.least
    if whole_at_once(offer, script) and not again and talks.holds(negotiate.all_at_once):
        return Verdict("all_at_once", offer)
    worse = "again" if again and talks.holds(negotiate.again) else "too_much"
    if counter is None or not talks.holds(counter) or talks.refusals + 1 < counter.after:
        return Verdict(worse, offer)
    if worse == "again" and talks.countered is not None:
        return Verdict(worse, offer)
    said = _own(talks, negotiate, script)
    return Verdict("counter", said) if said is not None else Verdict(worse, offer)


def _own(talks: Talks, negotiate: Negotiation, script: Script) -> Offer | None:
    """What the debtor proposes, None when there is nothing that they could keep."""
    if script.household is None:
        return None
    said = proposal(script, said_to_be_left(script, negotiate, talks.mood, talks.turn))
    return said if said.amount and keeps(said, script) else None


def _asks(negotiate: Negotiation, talks: Talks, name: str) -> str:
    """The question for what is missing: its own entry, else `vague`."""
    return name if talks.holds(negotiate.entry(name)) else "vague"
