"""What a scenario says of the standing of its call, and whether every fact that it names exists."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal, InvalidOperation

from scoring.standing import ANSWERED, DERIVED, FLAGS, NOTICES, Standing, clock
from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.page import Page
from simulator.authoring.reading.tree import Path
from simulator.authoring.shapes.scenario import ScenarioShape, SettingShape
from simulator.authoring.shapes.suggest import nearest
from simulator.authoring.shapes.values import DECIMALS

REVEALED = frozenset([*FLAGS, *DERIVED, *NOTICES, *ANSWERED]) - {"pickup", "plan_agreed", "in_language"}
"""What a beat can reveal."""


def standing_of(shape: ScenarioShape) -> Standing:
    """Return the standing that a call begins with."""
    call = shape.call
    balance, currency = shape.account.balance
    return Standing(
        answered_by=call.answered_by,
        verified=_verified(call),
        verified_by=call.verified_by,
        begins=call.begins,
        flags=tuple(call.flags),
        minute=clock(call.local_time),
        agreed=tuple(hours for text in call.agreed_times if (hours := read_hours(text)) is not None),
        given=tuple(call.given),
        role=call.role,
        product=shape.account.product,
        region=call.region,
        channel=call.channel,
        attempts_today=call.attempts_today,
        connected_today=call.connected_today,
        calls_in_7_days=call.calls_in_7_days,
        days_since_talk=call.days_since_talk,
        days_overdue=shape.account.overdue,
        figures=(
            balance,
            *(sum_ for text in call.figures if (sum_ := read_figure(text, currency)) is not None),
        ),
        day=call.date,
    )


def standing_checks(page: Page, facts: Collection[str]) -> Iterator[Finding]:
    """Yield each fact, hour and sum of a scenario that no rule understands; `facts` are the rulebook's."""
    known = REVEALED | set(facts)
    for path in list(page.tree.values):
        if path[:1] == ("reveals",) or "tests" in path[:1]:
            continue
        if path and path[-1] == "reveals":
            yield from _facts(page, path, known)
    yield from _facts(page, ("call", "flags"), known - {"verified"})
    yield from _facts(page, ("call", "given"), set(NOTICES))
    for at, text in page.texts_at(("call", "agreed_times")):
        if read_hours(text) is None:
            yield page.at_value("D114", at, {"value": text, "form": "18:00 to 21:00"})
    for at, text in page.texts_at(("call", "figures")):
        if read_figure(text, "USD") is None:
            yield page.at_value("D114", at, {"value": text, "form": "612.00"})


def read_hours(text: str) -> tuple[int, int] | None:
    """Read "18:00 to 21:00" as minutes of the day, None when it is no such thing."""
    first, _, last = text.partition(" to ")
    try:
        return clock(first), clock(last)
    except ValueError:
        return None


def read_figure(text: str, currency: str) -> int | None:
    """Read a sum of the file in minor units of the account's currency, None when it is none."""
    try:
        return int(Decimal(text.replace(",", "")) * 10 ** DECIMALS.get(currency, 2))
    except InvalidOperation:
        return None


def _verified(call: SettingShape) -> bool:
    if call.verified is not None:
        return call.verified
    return call.answered_by == "debtor" and call.begins == "middle"


def _facts(page: Page, path: Path, known: Collection[str]) -> Iterator[Finding]:
    for at, text in page.texts_at(path):
        name = text.removeprefix("not ").strip()
        if name not in known:
            yield page.at_value("D828", at, {"name": name, "near": nearest(name, known)})
