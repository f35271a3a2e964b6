"""What a better next sentence would have been: a key for each missing check, and the values for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from scoring.authority import Authority, exceeds
from scoring.concession import best_plan
from scoring.days import next_on
from scoring.evidence import CallFacts
from scoring.judgement import SPECIFIC, Check, breaks
from scoring.offer import Offer, exact
from scoring.schedule import left_open, schedule, work_out

USUAL = 12
"""Months that a plan is spread over where neither file nor household says how many."""


@dataclass(frozen=True, slots=True)
class Target:
    """The plan that the sentences ask for: `amount` is its usual payment, the dates are None if unknown."""

    amount: int
    count: int
    first: date | None


def better(call: CallFacts, checks: Sequence[Check], today: date) -> list[dict[str, Any]]:
    """Return `{"check", "say", "values"}` for each missing check that a sentence would have met.

    `say` is the key of the sentence, `values` what stands in it: minor units under amount, balance, left,
    least, spare; ISO dates under day and last; numbers under all other names. A check that fails only
    because another does has no sentence of its own.
    """
    missing = [check.name for check in checks if not check.holds]
    if call.hardship:
        return [_say(name, name) for name in missing]
    target = _target(call, today)
    said: dict[str, dict[str, Any]] = {}
    for name, one in _sentences(call, missing, target, today):
        said.setdefault(name, one)
    return [said[check.name] for check in checks if check.name in said]


def _sentences(
    call: CallFacts, missing: Sequence[str], target: Target, today: date
) -> Iterator[tuple[str, dict[str, Any]]]:
    plan = call.plan
    stands = plan if plan is not None else call.left_at
    aim = {"amount": target.amount, "count": target.count}
    first = {**aim, "day": _iso(target.first)}
    wanted = set(missing)
    if "debtor_proposed" in wanted:
        yield "debtor_proposed", _say("debtor_proposed", "debtor_proposed")
    if stands is None:
        if "agreed" in wanted:
            yield "agreed", _agreed(target, call.household is not None)
        return
    if "amount" in wanted:
        say = "amount" if stands.amount else "amount_none"
        yield "amount", _say("amount", say, amount=stands.amount or target.amount)
    if "date" in wanted:
        say = "date" if target.first else "date_none"
        yield "date", _say("date", say, **({"day": _iso(target.first)} if target.first else {}))
    if "schedule" in wanted and "amount" not in wanted:
        yield "schedule", _say("schedule", "schedule")
    if "method" in wanted:
        yield "method", _say("method", "method")
    if plan is None or work_out(plan, call.balance) is None:
        return
    if "authority" in wanted:
        yield "authority", _beyond(call, plan, target, today)
    elif "affordable" in wanted:
        yield "affordable", _unaffordable(call, plan, target, today)
    elif "no_excess" in wanted:
        yield "no_excess", _excess(call, plan, target)
    elif "covers" in wanted:
        open_now = left_open(plan, call.balance, today)
        if target.amount * target.count >= call.balance:
            yield "covers", _say("covers", _once("covers", target), **first, balance=call.balance)
        else:
            yield "covers", _say("covers", "covers_rest", left=open_now)
    if "recapped" in wanted and not wanted & {"authority", "affordable", *SPECIFIC} - {"method"}:
        yield "recapped", _recap(plan, call.balance, today)


def _agreed(target: Target, known: bool) -> dict[str, Any]:
    if not known or target.first is None or not target.amount:
        return _say("agreed", "agreed_ask")
    values = {"amount": target.amount, "count": target.count, "day": _iso(target.first)}
    return _say("agreed", _once("agreed", target), **values)


def _beyond(call: CallFacts, plan: Offer, target: Target, today: date) -> dict[str, Any]:
    """What could have been said within the limit that the plan passes."""
    file = call.authority
    limit = exceeds(plan, file, today, call.balance)
    low, high = file.instalments or (1, USUAL)
    values: dict[str, Any] = {
        "amount": target.amount,
        "count": target.count,
        "low": low,
        "high": high,
        "months": file.longest or 0,
        "percent": int(exact(file.waive) * 100),
        "least": file.smallest_first(call.balance),
        "last": _iso(today + timedelta(file.first_payment_within or 0)),
    }
    if target.count == 1 and target.first is not None and limit != "first_payment":
        return _say("authority", "agreed_once", amount=target.amount, count=1, day=_iso(target.first))
    some = limit == "waive" and file.waive > 0
    return _say("authority", f"authority_{limit}_some" if some else f"authority_{limit}", **values)


def _unaffordable(call: CallFacts, plan: Offer, target: Target, today: date) -> dict[str, Any]:
    """Less, or the same on a better day, or fewer before the next payday."""
    short = breaks(plan, call.balance, call.household, today)
    spare = call.household.affordable if call.household is not None else 0
    values = {"amount": target.amount, "spare": spare, "count": target.count}
    if short is None or short.amount > spare:
        return _say("affordable", "affordable", **values)
    if short.together > 1:
        return _say("affordable", "affordable_together", **values, together=short.together)
    return _say("affordable", "affordable_when", **values, day=_iso(target.first))


def _excess(call: CallFacts, plan: Offer, target: Target) -> dict[str, Any]:
    spare = call.household.affordable if call.household is not None else 0
    terms = work_out(plan, call.balance)
    values: dict[str, Any] = {"amount": target.amount, "count": target.count, "spare": spare}
    if target.count == 1 and target.first is not None:
        values["day"] = _iso(target.first)
        return _say("no_excess", "covers_once", **values, balance=call.balance)
    if plan.conceded:
        return _say("no_excess", "no_excess", **values)
    return _say("no_excess", "no_excess_longer", **values, given=terms.count if terms else 0)


def _recap(plan: Offer, balance: int, today: date) -> dict[str, Any]:
    """The recap of what was agreed, as far as it was definite."""
    payments = schedule(plan, balance, today)
    first, last = payments[0], payments[-1]
    if len(payments) == 1:
        return _say("recapped", "recapped_once", amount=first.amount, day=_iso(first.on))
    regular = payments[1] if plan.down else first
    values = {"amount": regular.amount, "count": len(payments), "day": _iso(first.on), "last": _iso(last.on)}
    if plan.down:
        return _say("recapped", "recapped_down", **values, least=first.amount)
    return _say("recapped", "recapped", **values)


def _target(call: CallFacts, today: date) -> Target:
    """The best plan that this debtor could keep; the balance in equal parts where nobody knows."""
    home = call.household
    best = best_plan(call.balance, call.authority, home, today) if home is not None else None
    if best is None:
        high = (call.authority.instalments or (1, USUAL))[1]
        return Target(-(-call.balance // high), high, _first_day(call.authority, call, today))
    payments = schedule(best, call.balance, today)
    return Target(payments[-1 if len(payments) == 1 else -2].amount, len(payments), payments[0].on)


def _first_day(file: Authority, call: CallFacts, today: date) -> date | None:
    if call.household is None:
        return None
    day = min(next_on(each, today) for each in call.household.paydays)
    within = file.first_payment_within
    return day if within is None or (day - today).days <= within else today + timedelta(within)


def _once(name: str, target: Target) -> str:
    return f"{name}_once" if target.count == 1 else name


def _say(check: str, say: str, **values: Any) -> dict[str, Any]:
    return {"check": check, "say": say, "values": values}


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
