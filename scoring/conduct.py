"""Conduct: which rules the words of a call break, in three answers: a breach, possible, none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from scoring.acts import ANYTHING, Cue, named, sums_in, wrong_sums
from scoring.conditions import all_of, holds
from scoring.evidence import Turn
from scoring.reasons import reason
from scoring.rulebook import SEVERITIES, Ban, Breach, Rule, Rulebook

MENDED_WITHIN = 2
"""Replies after a breach in which it can be mended."""


def acts_of(turn: Turn) -> tuple[Cue, ...]:
    """Return everything that a reply does or may do: behaviours heard, near ones, the book's own wordings."""
    acts: dict[tuple[str, bool], Cue] = {}
    for sure, heard in ((True, turn.heard), (False, turn.possibly)):
        for one in heard:
            for name in one.behaviours or ((one.behaviour,) if one.behaviour else ()):
                place, guess = one.span, one.how == "example"
                cue = Cue(name, one.words, place.start, place.end, sure, one.because, guess)
                acts.setdefault((name, sure), cue)
    said = [*acts.values(), *turn.law.cues]
    if turn.reply.strip():
        said.append(Cue(ANYTHING, turn.reply, 0, len(turn.reply)))
    return tuple(said)


def in_force(rule: Rule, turn: Turn) -> bool | None:
    """Return whether a rule has anything to say about a turn."""
    day = turn.law.standing.day
    if day is not None and not _dated(rule, day):
        return False
    standing = turn.law.standing
    excused = holds(rule.not_applicable, standing) if rule.not_applicable else False
    return all_of([holds(rule.applies, standing), None if excused is None else not excused])


def forbidden(book: Rulebook, turn: Turn) -> tuple[Breach, ...]:
    """Return what the words of one turn break, sure or possible, one for each rule, worst first."""
    acts = acts_of(turn)
    found: dict[str, Breach] = {}
    claimed: dict[str, list[Cue]] = {}
    for rule in book.rules:
        there = in_force(rule, turn)
        if there is False or not rule.bans:
            continue
        broken = [
            (breach, ban)
            for ban in rule.bans
            if (breach := _broken(book, rule, ban, turn, acts, there)) is not None
        ]
        if broken:
            worst = min(
                (breach for breach, _ in broken),
                key=lambda one: (not one.sure, SEVERITIES.index(one.rule.severity)),
            )
            found[rule.id] = worst
            claimed[rule.id] = [
                cue
                for breach, ban in broken
                if breach.sure == worst.sure
                for cue in _claimed(rule, ban, acts)
                if cue.sure or not worst.sure
            ]
    return in_order(_given_way(found, claimed))


def mended(breaches: Iterable[Breach], turns: Sequence[Turn]) -> tuple[Breach, ...]:
    """Return breaches with those lowered one level that the trainee put right within two turns."""
    lowered = []
    for breach in breaches:
        rule = breach.rule
        later = [turn for turn in turns if 0 < turn.number - breach.turn <= MENDED_WITHIN]
        if (
            rule.mends
            and rule.severity == "major"
            and any(act.sure for turn in later for act in named(acts_of(turn), rule.mends))
        ):
            lowered.append(replace(breach, rule=replace(rule, severity="minor"), mended=True))
        else:
            lowered.append(breach)
    return tuple(lowered)


def in_order(breaches: Iterable[Breach]) -> tuple[Breach, ...]:
    """Return breaches in the order in which they are told: sure ones first, worst first."""
    return tuple(sorted(breaches, key=lambda one: (not one.sure, SEVERITIES.index(one.rule.severity))))


def _broken(
    book: Rulebook, rule: Rule, ban: Ban, turn: Turn, acts: tuple[Cue, ...], there: bool | None
) -> Breach | None:
    cues = _claimed(rule, ban, acts)
    if not cues:
        return None
    standing = turn.law.standing
    excused = holds(ban.unless, standing) if ban.unless else False
    state = all_of([there, holds(ban.when, standing), None if excused is None else not excused])
    if state is False:
        return None
    if ban.sums == "wrong":
        cues = tuple(cue for cue in cues if wrong_sums(cue, turn.law))
    elif ban.sums:
        cues = tuple(cue for cue in cues if sums_in(cue, turn.law))
    if not cues:
        return None
    cue = next((one for one in cues if one.name != rule.id), cues[0])  # words that were heard prove more
    listed = cue.sure and not cue.guess and not ban.only_possible
    if not listed and rule.id in turn.law.cleared:
        return None
    heard = listed and rule.id not in turn.law.doubted
    sure = state is True and (heard or _confirmed(rule, cues))
    if ban.beside:
        beside = named(acts, ban.beside)
        if not beside:
            return None
        sure = sure and beside[0].sure
    if ban.unless_says and (excuse := named(acts, ban.unless_says)):
        if excuse[0].sure:
            return None
        sure = False
    proof = cue if heard or not sure else next((one for one in cues if one.strong), cue)
    severity = ban.severity or rule.severity
    return Breach(
        turn=turn.number,
        rule=rule if severity == rule.severity else replace(rule, severity=severity),
        behaviour=cue.name,
        words=proof.words,
        because=ban.because or reason(ban.when, standing, book.facts),
        say=ban.say or rule.say,
        sure=sure,
        start=proof.start,
        end=proof.end,
    )


def _claimed(rule: Rule, ban: Ban, acts: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Return what nominates a ban, sure cues first: its acts, and what is suspected of its rule."""
    names = (*ban.acts, rule.id) if ban in rule.suspected else ban.acts
    cues, excepts = named(acts, names), named(acts, ban.excepts)
    return tuple(cue for cue in cues if not any(_share(cue, each) for each in excepts))


def _confirmed(rule: Rule, cues: tuple[Cue, ...]) -> bool:
    """Whether learnt weights speak clearly for a rule, and words that were heard nominate it too."""
    return any(cue.strong for cue in cues) and any(cue.name not in (rule.id, ANYTHING) for cue in cues)


def _given_way(found: dict[str, Breach], claimed: dict[str, list[Cue]]) -> list[Breach]:
    """Leave out the breach of a general rule whose words a more special one takes, as surely, with any of
    its own."""
    return [
        breach
        for breach in found.values()
        if not any(
            (other := found.get(name)) is not None
            and other.sure >= breach.sure
            and any(_share(breach, cue) for cue in claimed[name])
            for name in breach.rule.yields_to
        )
    ]


def _share(one: Breach | Cue, other: Breach | Cue) -> bool:
    return one.start < other.end and other.start < one.end


def _dated(rule: Rule, day: date) -> bool:
    return (rule.since is None or rule.since <= day) and (rule.until is None or day <= rule.until)
