"""What a debtor could make of any offer: the engine's own weighing of samples of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from scoring.plan import Offer
from simulator.call.bargain import ANSWERS, Bargain, Negotiation
from simulator.call.means import burden, proposal
from simulator.call.mood import Mood
from simulator.call.script import Beat, Condition, Script
from simulator.call.weighing import Talks, propose, weigh

OFTEN = 99
"""More refusals than any `after` waits for."""
_NEUTRAL = Mood(5, 5, 5)


def bargain_of(beat: Beat, verdict: str) -> Bargain | None:
    """Return the beat's entry for a verdict, None where it has none."""
    return beat.negotiate.entry(verdict) if beat.negotiate is not None else None


def conditions_of(beat: Beat) -> tuple[Condition, ...]:
    """Return every condition that decides how offers are answered in a beat."""
    negotiate = beat.negotiate
    if negotiate is None:
        return ()
    entries = [one.when for name in ANSWERS if (one := negotiate.entry(name)) is not None]
    entries += [one.when for one in negotiate.tries]
    if negotiate.keeps_back is not None:
        entries.append(negotiate.keeps_back.when)
    return tuple(when for when in entries if when)


def enough(beat: Beat) -> int:
    """Return the number of refusals from which on the debtor answers no more differently."""
    negotiate = beat.negotiate
    waits = (negotiate.counter, negotiate.cornered, negotiate.again) if negotiate is not None else ()
    found = [one.after for one in waits if one is not None]
    return max(found, default=1 if negotiate is not None and negotiate.again is not None else 0)


def verdicts(
    script: Script, beat: Beat, agreed: bool, refusals: int, mood: Mood = _NEUTRAL, turn: int = 1
) -> tuple[str, ...]:
    """Return what the debtor could make of an offer here, in this mood, after so many refusals."""
    if agreed and any(response.needs_plan for response in beat.responses):
        return ("differs",)
    if beat.negotiate is None:
        return ()
    return tuple(dict.fromkeys(_weighed(script, beat.negotiate, refusals, mood, turn)))


def proposing(script: Script, beat: Beat, mood: Mood = _NEUTRAL, turn: int = 1) -> bool:
    """Return whether the debtor would make a proposal here when asked for one."""
    return beat.negotiate is not None and propose(Talks(mood, turn), beat.negotiate, script) is not None


def possible(script: Script, beat: Beat, agreed: bool) -> tuple[str, ...]:
    """Return every answer to an offer that any mood and any course of the talks could bring here."""
    negotiate = beat.negotiate
    if negotiate is None or (agreed and any(response.needs_plan for response in beat.responses)):
        return verdicts(script, beat, agreed, 0)
    found: dict[str, None] = {}
    for variant in _variants(negotiate):
        for refusals in (0, OFTEN):
            found |= dict.fromkeys(_weighed(script, variant, refusals, _NEUTRAL, 1))
    if negotiate.proposes is not None:
        freely = replace(negotiate, proposes=replace(negotiate.proposes, when=()), refuse=None)
        if propose(Talks(_NEUTRAL, 1), freely, script) is not None:
            found["proposes"] = None
    return tuple(found)


def _variants(negotiate: Negotiation) -> Iterator[Negotiation]:
    """The same negotiation with the entries that depend on the mood left out, and each of them let in."""
    entries = {name: one for name in ANSWERS if (one := negotiate.entry(name)) is not None}
    depends = {name for name, one in entries.items() if one.when or name in ("refuse", "cornered")}
    kept = negotiate.keeps_back
    always = [None] if kept is None else [None, replace(kept, when=())]
    for keeps_back in always:
        for let_in in ("", *sorted(depends)):
            chosen: dict[str, Any] = {
                name: replace(one, when=()) if name == let_in else one
                for name, one in entries.items()
                if name == let_in or name not in depends
            }
            yield Negotiation(**chosen, keeps_back=keeps_back)


def _weighed(script: Script, negotiate: Negotiation, refusals: int, mood: Mood, turn: int) -> Iterator[str]:
    samples = tuple(_samples(script))
    least = max((burden(one, script) for one in samples), default=0) if refusals else None
    pressed = refusals
    talks = Talks(mood, turn, None, least, refusals, pressed)
    for offer in samples:
        yield weigh(offer, talks, negotiate, script, False).name
    own = proposal(script, script.household.affordable) if script.household is not None else Offer()
    counter = negotiate.counter
    waits = counter is not None and refusals + 1 >= counter.after
    if own.named and waits:  # what comes after the debtor's own proposal: a yes to it, or more of the same
        countered = replace(talks, countered=own)
        for offer in (*samples, Offer()):
            yield weigh(offer, countered, negotiate, script, not offer.named).name


def _samples(script: Script) -> Iterator[Offer]:
    """Offers of every kind: what fits, with and without its parts, too early, too much, all at once."""
    balance, today, household = script.account.balance, script.setting.date, script.household
    fits = min(balance, household.affordable) if household is not None else balance
    day = household.payday if household is not None and household.payday is not None else 1
    for amount in (fits, fits // 2):
        if amount <= 0:
            continue
        yield Offer(amount=amount, every="month", day=day)
        yield Offer(amount=amount, day=day)
        yield Offer(amount=amount, every="month")
        yield Offer(amount=amount, every="month", first=today + timedelta(1))
    much = max(balance, 2 * fits) + 1
    yield Offer(amount=much, every="month", day=day)
    yield Offer(amount=max(1, balance - 1), count=2, every="month", day=day)
    yield Offer(amount=balance, count=1, every="once", first=today)
    yield Offer(every="month", day=day)
    yield Offer()
