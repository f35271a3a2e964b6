"""Standing: what is known of a call at one moment, which is what most conduct rules hang on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

ANSWERED = ("debtor", "relative", "colleague", "wrong_person", "minor")
ROLES = ("agency", "in_house", "assignee")
BEGINS = ("middle", "pickup")
NOTICES = ("identity", "recording", "collection", "validation")
FLAGS = (
    *("disputed", "already_paid", "represented", "has_adviser", "bankrupt", "breathing_space", "deceased"),
    *("minor", "no_capacity", "vulnerable", "ill", "hardship", "in_crisis", "asked_to_stop", "wrote_to_stop"),
    *("bad_time", "at_work", "no_calls_at_work", "being_recorded", "time_barred", "refuses_barred"),
    *("not_the_debtor", "third_party", "spouse", "executor", "guarantor", "joint_debt", "asked_who"),
    *("asked_for_breakdown", "complained", "usury", "sold", "voicemail", "bot", "spanish", "abusive"),
    *("offered", "no_automation"),
)
"""What a beat may reveal, or the file hold; a fact that nobody has spoken of is not so."""
DERIVED = (
    *("debtor", "relative", "colleague", "wrong_person", "child", "verified", "pickup", "plan_agreed"),
    *("agreed_time", "in_language"),
)
COUNTERS = ("attempts_today", "connected_today", "calls_in_7_days", "days_since_talk", "days_overdue")
TEXTS = ("product", "role", "region", "channel", "answered_by")


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a call before one reply.

    `verified` None means that nobody can say. `minute` is the debtor's clock in minutes of the day,
    `agreed` the hours that the debtor agreed to, as (from, to) in such minutes. `given` are notices
    (NOTICES) of which the file says that they were given. The counters are None when the file does not
    have them. `figures` are all sums of the file in minor units, the balance first.
    """

    answered_by: str = "debtor"
    verified: bool | None = True
    verified_by: str = ""
    begins: str = "middle"
    flags: tuple[str, ...] = ()
    minute: int | None = 14 * 60
    agreed: tuple[tuple[int, int], ...] = ()
    given: tuple[str, ...] = ()
    role: str = "agency"
    product: str = ""
    region: str = ""
    channel: str = "phone"
    attempts_today: int | None = None
    connected_today: int | None = None
    calls_in_7_days: int | None = None
    days_since_talk: int | None = None
    days_overdue: int | None = None
    figures: tuple[int, ...] = ()
    plan_agreed: bool = False
    day: date | None = None

    def fact(self, name: str) -> bool | None:
        """Return whether a fact holds, None when it cannot be known."""
        match name:
            case "verified":
                return self.verified
            case "third_party":
                return self.answered_by != "debtor" or _any(self.flags, "third_party", "not_the_debtor")
            case "child":
                return self.answered_by == "minor"
            case "minor":
                return self.answered_by == "minor" or "minor" in self.flags
            case "not_the_debtor":
                return self.answered_by == "wrong_person" or "not_the_debtor" in self.flags
            case "pickup":
                return self.begins == "pickup"
            case "plan_agreed":
                return self.plan_agreed
            case "agreed_time":
                return self.minute is not None and any(
                    within(self.minute, first, last) for first, last in self.agreed
                )
            case "in_language":
                return "spanish" not in self.flags
        if name in ANSWERED:
            return self.answered_by == name
        return name in self.flags

    def number(self, name: str) -> int | None:
        """Return a counter (COUNTERS), None when the file does not have it."""
        found: int | None = getattr(self, name)
        return found

    def text(self, name: str) -> str:
        """Return one of TEXTS, empty when it is not known."""
        return str(getattr(self, name))

    def revealed(self, facts: Iterable[str]) -> Standing:
        """Return the standing after some facts came out; `not NAME` takes one back."""
        standing = self
        for fact in facts:
            name, negated = fact.removeprefix("not "), fact.startswith("not ")
            name = "minor" if name == "child" else name
            if name == "verified":
                standing = replace(standing, verified=not negated)
            elif name in ANSWERED and name != "minor" and not negated:
                standing = replace(
                    standing, answered_by=name, verified=name == "debtor" and standing.verified
                )
            elif name in NOTICES and not negated:
                standing = replace(standing, given=(*standing.given, name))
            elif name == "agreed_time" and standing.minute is not None:
                hours = (standing.minute, (standing.minute + 60) % DAY)
                standing = replace(standing, agreed=() if negated else (*standing.agreed, hours))
            elif negated:
                standing = replace(standing, flags=tuple(flag for flag in standing.flags if flag != name))
            elif name not in standing.flags:
                standing = replace(standing, flags=(*standing.flags, name))
        return standing

    def joined(self) -> Standing:
        """Return the standing of a call that is taken up in its middle: the opening lies behind it, with
        the debtor verified; a relative or a stranger never is."""
        known = True if self.fact("debtor") and not self.fact("third_party") else self.verified
        return replace(self, begins="middle", verified=known)

    def later(self, minutes: int) -> Standing:
        """Return the standing some minutes later by the debtor's clock."""
        if self.minute is None or not minutes:
            return self
        return replace(self, minute=(self.minute + minutes) % DAY)


DAY = 24 * 60


def clock(text: str) -> int:
    """Return "21:55" as minutes of the day; raises ValueError for what is no time."""
    hours, _, minutes = text.strip().partition(":")
    found = int(hours) * 60 + int(minutes)
    if not (0 <= int(minutes) < 60 and 0 <= found < DAY):
        raise ValueError(text)
    return found


def shown(minute: int) -> str:
    """Return minutes of the day as "21:55"."""
    return f"{minute // 60:02}:{minute % 60:02}"


def within(minute: int, first: int, last: int) -> bool:
    """Return whether a time lies in [first, last), which may pass midnight."""
    return first <= minute < last if first <= last else minute >= first or minute < last


def _any(flags: tuple[str, ...], *names: str) -> bool:
    return any(name in flags for name in names)
