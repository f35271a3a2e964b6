"""The state of a call as a test or a labelled row writes it, and the file on the desk that goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from scoring.plan import Authority
from scoring.standing import ANSWERED, BEGINS, ROLES, Standing, clock

TODAY = date(2026, 6, 10)
"""The day that dates in such replies are read from, so that a test can be repeated."""
DEFAULT_BALANCE = 420000
_FIRMS = {
    "cn": ("海棠银行", "正和信息"),
    "us": ("Maplewood Bank", "Harbor Ridge Recovery"),
    "uk": ("Larkhill Bank", "Fenwick Recoveries"),
}
"""The creditor and the collector where a state names none."""
_COUNTS = ("attempts_today", "connected_today", "calls_in_7_days", "days_since_talk", "days_overdue")
_WORDS = ("product", "region", "channel", "verified_by")
_ALIASES = {"state": "region", "province": "region", "calls_last_7_days": "calls_in_7_days"}
_YES = ("yes", "true")
_NO = ("no", "false")


class StateError(ValueError):
    """A state that cannot be read: `key` is the word that is wrong."""

    def __init__(self, key: str, value: object = "") -> None:
        super().__init__(f"{key}: {value}")
        self.key, self.value = key, str(value)


def firms_of(book: str) -> dict[str, str]:
    """Return the creditor and the collector of a rulebook's tests, empty for an unknown book."""
    creditor, collector = _FIRMS.get(book, ("", ""))
    return {"creditor": creditor, "collector": collector}


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before the trainee in a test: the standing of the call, the account and the authority."""

    standing: Standing
    balance: int = DEFAULT_BALANCE
    authority: Authority = field(default_factory=lambda: Authority(instalments=(3, 12)))
    creditor: str = ""
    collector: str = ""


def desk_of(state: Mapping[str, Any], facts: Iterable[str] = ()) -> Desk:
    """Read a state: a debtor who is known, in the middle of a call by an agency, unless it says otherwise.

    `facts` are a rulebook's own. Raises StateError.
    """
    given = {_ALIASES.get(key, key): value for key, value in state.items()}
    known: dict[str, Any] = {"day": _day(given.pop("date", None))}
    answered = str(given.pop("answered_by", "debtor"))
    answered = "minor" if answered == "child" else answered
    if answered not in ANSWERED:
        raise StateError("answered_by", answered)
    known["answered_by"] = answered
    begins = str(given.pop("begins", "middle"))
    if begins not in BEGINS:
        raise StateError("begins", begins)
    known["begins"] = begins
    verified = given.pop("verified", None)
    known["verified"] = answered == "debtor" and begins == "middle" if verified is None else _yes(verified)
    known["role"] = str(given.pop("role", "agency"))
    if known["role"] not in ROLES:
        raise StateError("role", known["role"])
    known["flags"] = _flags(given.pop("flags", ()), facts)
    known["given"] = tuple(_list(given.pop("given", ())))
    known["plan_agreed"] = _yes(given.pop("plan_agreed", "no")) or False
    try:
        known["minute"] = clock(str(given.pop("local_time", "14:00")))
        known["agreed"] = tuple(hours(one) for one in _list(given.pop("agreed_times", ())))
    except ValueError as error:
        raise StateError("local_time", error) from None
    for key in _COUNTS:
        if key in given:
            known[key] = _number(key, given.pop(key))
    known |= {key: str(given.pop(key)) for key in _WORDS if key in given}
    balance = _cents("balance", given.pop("balance", DEFAULT_BALANCE / 100))
    figures = tuple(_cents("figures", one) for one in _list(given.pop("figures", ())))
    authority = _authority(given.pop("authority", {}))
    firms = {key: str(given.pop(key, "")) for key in ("creditor", "collector")}
    if given:
        raise StateError(next(iter(given)))
    return Desk(Standing(figures=(balance, *figures), **known), balance, authority, **firms)


def hours(text: object) -> tuple[int, int]:
    """Read "18:00 to 21:00" as minutes of the day; raises ValueError."""
    first, _, last = str(text).partition(" to ")
    return clock(first), clock(last or first)


def _flags(value: Any, facts: Iterable[str]) -> tuple[str, ...]:
    from scoring.standing import FLAGS

    flags = tuple(str(one) for one in _list(value))
    for flag in flags:
        if flag not in FLAGS and flag not in set(facts):
            raise StateError("flags", flag)
    return flags


def _authority(value: Any) -> Authority:
    if not isinstance(value, Mapping):
        raise StateError("authority", value)
    waive = str(value.get("waive", 0)).rstrip("%")
    share = float(waive) / (100 if str(value.get("waive", 0)).endswith("%") or float(waive) > 1 else 1)
    counts = value.get("instalments", (3, 12))
    if isinstance(counts, str):
        counts = counts.replace(" to ", " ").split()
    low, high = (int(counts[0]), int(counts[-1])) if counts else (1, 1)
    return Authority(instalments=(low, high), waive=share)


def _list(value: Any) -> list[Any]:
    return [value] if isinstance(value, str) else list(value)


def _yes(value: Any) -> bool | None:
    said = str(value).casefold()
    return True if said in _YES else False if said in _NO else None


def _number(key: str, value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        raise StateError(key, value) from None


def _cents(key: str, value: Any) -> int:
    try:
        return round(float(str(value).replace(",", "")) * 100)
    except ValueError:
        raise StateError(key, value) from None


def _day(value: Any) -> date:
    return date.fromisoformat(str(value)) if value else TODAY
