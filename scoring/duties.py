"""Duties: what a rule asks to be said, in which order and until when, and what was left unsaid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scoring.acts import Cue, named
from scoring.conditions import all_of, holds
from scoring.conduct import acts_of, forbidden, in_force, in_order, mended
from scoring.evidence import Turn
from scoring.reasons import reason
from scoring.rulebook import Breach, Duty, Rule, Rulebook


def judged(
    book: Rulebook, turns: Sequence[Turn], ended: bool = False, lost: bool = False
) -> tuple[Breach, ...]:
    """Return every breach of a call so far, sure or possible, in the order of the turns.

    `ended` says that the call is over, `lost` that somebody hung up: what was not due yet is then no
    fault.
    """
    said = [acts_of(turn) for turn in turns]
    found = [breach for turn in turns for breach in forbidden(book, turn)]
    for rule in book.rules:
        for duty in rule.requires:
            missed = _missed(book, rule, duty, turns, said, ended and not lost)
            if missed is not None:
                found.append(missed)
    found = list(mended(found, turns))
    numbers = [turn.number for turn in turns]
    return tuple(breach for number in numbers for breach in in_order(_of(number, found)))


def _of(number: int, breaches: list[Breach]) -> list[Breach]:
    return [breach for breach in breaches if breach.turn == number]


def _missed(
    book: Rulebook,
    rule: Rule,
    duty: Duty,
    turns: Sequence[Turn],
    said: Sequence[tuple[Cue, ...]],
    closed: bool,
) -> Breach | None:
    first = _begins(duty, turns, said)
    if first is None or first >= len(turns):
        return None
    open_to_doubt = False
    for index in range(first, len(turns)):
        turn, standing = turns[index], turns[index].law.standing
        if duty.given in standing.given:
            return None
        met = named(said[index], duty.acts)
        due = named(said[index], duty.before)
        if duty.before and due and not _earlier(met, due[0]):
            state = _asked(book, rule, duty, turn)
            if state is not False:
                sure = due[0].sure and state is True and not open_to_doubt and not _doubted(met, due[0])
                return _breach(book, rule, duty, turn, due[0], sure)
        if met and met[0].sure:
            return None
        open_to_doubt = open_to_doubt or bool(met)
        if duty.within and index == first + duty.within - 1:
            state = _asked(book, rule, duty, turn)
            if state is False:
                return None
            return _breach(book, rule, duty, turn, None, state is True and not open_to_doubt)
    last = turns[-1]
    if duty.by_end and closed and (state := _asked(book, rule, duty, last)) is not False:
        return _breach(book, rule, duty, last, None, state is True and not open_to_doubt)
    return None


def _begins(duty: Duty, turns: Sequence[Turn], said: Sequence[tuple[Cue, ...]]) -> int | None:
    """Return the place of the first reply that a duty is about, None while it has not begun."""
    if duty.opening and (not turns or not turns[0].law.standing.fact("pickup")):
        return None
    for index, turn in enumerate(turns):
        if duty.after and holds(duty.after, turn.law.standing):
            return index
        if duty.after_acts and any(act.sure for act in named(said[index], duty.after_acts)):
            return index if duty.before or duty.by_end else index + 1
    return None if duty.after or duty.after_acts else 0


def _asked(book: Rulebook, rule: Rule, duty: Duty, turn: Turn) -> bool | None:
    """Return whether a duty is owed in a turn: in force, its conditions hold, and no early exit is due."""
    standing = turn.law.standing
    excused = [holds(duty.unless, standing) if duty.unless else False]
    if book.early_exit and not duty.after:
        excused.append(holds(book.early_exit, standing))
    free = [None if one is None else not one for one in excused]
    return all_of([in_force(rule, turn), holds(duty.when, standing), *free])


def _earlier(met: tuple[Cue, ...], due: Cue) -> bool:
    return any(act.sure and act.start < due.start for act in met)


def _doubted(met: tuple[Cue, ...], due: Cue) -> bool:
    return any(act.start < due.start for act in met)


def _breach(book: Rulebook, rule: Rule, duty: Duty, turn: Turn, due: Cue | None, sure: bool) -> Breach:
    severity = duty.severity or rule.severity
    return Breach(
        turn=turn.number,
        rule=rule if severity == rule.severity else replace(rule, severity=severity),
        behaviour=due.name if due is not None else (duty.acts[0] if duty.acts else ""),
        words=due.words if due is not None else turn.reply,
        because=duty.because or reason(duty.after or duty.when, turn.law.standing, book.facts),
        say=duty.say or rule.say,
        sure=sure,
        missed=True,
        start=due.start if due is not None else 0,
        end=due.end if due is not None else len(turn.reply),
    )
