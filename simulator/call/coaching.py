"""What to say about a reply: after every turn in practice, hints too when guided, nothing in an exam."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scoring.evidence import Heard, Kind
from scoring.plan import allowed
from simulator.call.call import Call
from simulator.call.events import CoachEvent, HintEvent
from simulator.call.steering import RANK
from simulator.call.voice import defaults, fill

MOST_FAULTS = 2
"""Faults that the coach speaks of after one reply, the worst first; the sheet lists all."""
SURE_ENOUGH = 0.8
"""How near a breach must have come before the coach speaks of it."""
MISSES_BEFORE_HINT = 2
"""A hint is offered after this many replies in a row that were not understood …"""
STUCK_BEFORE_HINT = 3
"""… or after this many that left the call where it was."""


def coach(call: Call, turn: int, heard: Sequence[Heard], near: Iterable[Heard]) -> list[CoachEvent]:
    """Return what the coach says: every fault first, else the best thing done, then what came near a fault.

    At most one remark for each name, faults first, one remark of praise, and one of a breach that
    came so near that a debtor may have heard it, where nothing kind was heard in the same words.
    """
    if call.mode == "exam":
        return []
    remarks: list[CoachEvent] = []
    said: set[str] = set()
    for each in sorted(heard, key=lambda one: RANK[one.kind]):
        fault = each.kind in (Kind.BAD, Kind.BREACH)
        if not each.coach or each.coach in said or (remarks and (not fault or len(remarks) >= MOST_FAULTS)):
            continue
        said.add(each.coach)
        remarks.append(CoachEvent(turn, each.coach, each.name, each.better if fault else ""))
    kind = [each.span for each in heard if each.kind is Kind.GOOD]
    for each in near:
        advice = call.stage.advice.get(each.name)
        covered = any(span.start < each.span.end and each.span.start < span.end for span in kind)
        if each.kind is not Kind.BREACH or advice is None or covered or each.sureness < SURE_ENOUGH:
            continue
        words = defaults()[call.stage.script.language]["may_be_heard"]
        text = fill(words, {"words": each.words, "title": advice.title})
        return [*remarks, CoachEvent(turn, text, each.name)]
    return remarks


def agreed(call: Call, turn: int) -> list[CoachEvent]:
    """Return what the coach says of a plan just agreed: squeezed out, or with too many payments."""
    if call.mode == "exam" or call.state.agreed is None or call.state.agreed_turn != turn:
        return []
    if call.state.cornered:
        return [CoachEvent(turn, str(defaults()[call.stage.script.language]["cornered"]), "cornered")]
    return _count(call, turn)


def _count(call: Call, turn: int) -> list[CoachEvent]:
    """What the coach says of a plan whose number of payments the file does not allow."""
    agreed, script = call.state.agreed, call.stage.script
    limits = script.authority.instalments
    if agreed is None or limits is None:
        return []
    payments, within = allowed(agreed, script.account.balance, script.authority)
    if within:
        return []
    words = str(defaults()[script.language]["too_many"])
    places = {"count": str(payments), "low": str(limits[0]), "high": str(limits[1])}
    return [CoachEvent(turn, fill(words, places), "exceeds_authority")]


def hint(call: Call, turn: int, entered: bool) -> list[HintEvent]:
    """Return the hint of the beat when it is due: when stuck, and at every new beat in guided mode."""
    state = call.state
    if call.mode == "exam" or call.ended or not call.beat.hint:
        return []
    lost = state.misses >= MISSES_BEFORE_HINT or state.stuck >= STUCK_BEFORE_HINT
    if (lost and not state.hinted) or (call.mode == "guided" and entered):
        return [HintEvent(turn, call.beat.hint)]
    return []
