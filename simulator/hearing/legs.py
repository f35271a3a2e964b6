"""From the figures of a sentence to its payments in order: each sum with its times, counts and ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from scoring.evidence import Span
from simulator.hearing.explaining import details, joined, together
from simulator.hearing.hearing import Leg, Sum, When
from simulator.hearing.reading import Counted
from simulator.hearing.rule import Rule

_PURPOSE = Rule(r"\b(?:settles?|clears?|covers?|closes?|pays? off|wipes?(?: out)?|ends?) $")
_FOR = Rule(r"(?:\bfor|\btowards?|\boff|\buntil|\btill|\bon) $")
_DONE = Rule(
    r"\b(?:done|finished|debt[- ]free|over(?: with)?|paid off|sorted|free|all clear|closed|behind you)(?: with it)?(?:,| all)?(?: by| before| in| within| at)?(?: the)? $|(?:就|能|可以)?(?:还完|清完|结束|了结)了?[^,]{0,3}$"
)
_SEVERALLY = Rule(r"各|分别|\beach\b|\bboth\b")
_TWICE = Rule(r"^ ?(?:and|&|,|,? and|和|、|跟)? ?(?:again |then )?(?:on |by )?(?:the )?$")


@dataclass(slots=True)
class Clause:
    """A stretch of the reply without a border inside, and the figures in it; places in the clean text."""

    start: int
    end: int
    sums: list[Sum] = field(default_factory=list)
    times: list[When] = field(default_factory=list)
    counts: list[Counted] = field(default_factory=list)

    @property
    def first(self) -> int:
        """Where its first figure stands."""
        spans = [*(one.span for one in self.sums), *(one.span for one in self.times)]
        return min(span.start for span in (*spans, *(one.span for one in self.counts)))

    @property
    def bare(self) -> bool:
        """Whether no figure stands in it."""
        return not (self.sums or self.times or self.counts)

    def besides(self, words: str) -> str:
        """Return its words without its sums, and all of them when it has other figures too."""
        if self.times or self.counts or any(one.whole for one in self.sums):
            return words
        for one in sorted(self.sums, key=lambda each: -each.span.start):
            words = words[: one.span.start - self.start] + words[one.span.end - self.start :]
        return words


def build(clauses: list[Clause], text: str) -> list[Leg]:
    """Return the payments that clauses name, in order; none when they name neither sum nor count."""
    legs: list[Leg] = []
    waiting: list[When | Counted] = []
    for place, clause in enumerate(clauses):
        later = any(each.sums for each in clauses[place + 1 :])
        for sums, figures in _parts(clause):
            if (
                sums is not None
                and sums.whole == "rest"
                and legs
                and legs[-1].amount is not None
                and _FOR.search(text[: sums.span.start][-14:])
            ):
                legs[-1] = _with(legs[-1], figures)
                continue
            if sums is not None and _purpose(sums, legs, text):
                continue
            if sums is not None:
                leg = _with(
                    Leg(sums.amount, sums.upto, sums.approx, sums.share, sums.whole, span=sums.span), waiting
                )
                before, waiting = waiting, []
                leg = _with(leg, figures)
                if legs and details(legs[-1], leg, text):
                    leg = together(legs.pop(), leg)
                legs.append(leg)
                more = [
                    one
                    for one in (*before, *figures)
                    if isinstance(one, When) and isinstance(one.on, date) and one.on != leg.on
                ]
                if more and not leg.every and _SEVERALLY.search(text[clauses[0].start : clauses[-1].end]):
                    legs += [replace(leg, on=one.on, by=one.by) for one in more]
                continue
            for figure in figures:
                if legs and _fits(legs[-1], figure) and not (later and _opens(clause, text)):
                    legs[-1] = _with(legs[-1], [figure])
                elif (
                    legs
                    and not later
                    and isinstance(figure, When)
                    and figure.on
                    and _again(legs[-1], figure, text)
                ):
                    legs.append(replace(legs[-1], on=figure.on, by=figure.by, span=figure.span))
                elif not legs or later:
                    waiting.append(figure)
    legs = joined(legs, text)
    if waiting and not legs and any(isinstance(each, Counted) for each in waiting):
        first = min(each.span.start for each in waiting)
        legs.append(
            _with(Leg(whole="balance", span=Span(first, max(each.span.end for each in waiting))), waiting)
        )
    elif waiting and not legs:
        legs.append(_with(Leg(span=waiting[0].span), waiting))
    if len(legs) > 1 and len(legs) in (leg.count for leg in legs) and all(leg.on for leg in legs):
        legs = [replace(leg, count=None) for leg in legs]  # "three payments: ..."
    elif (
        len(legs) > 2
        and _is_all(legs[0])
        and legs[0].count == len(legs) - 1
        and all(leg.on for leg in legs[1:])
    ):
        legs = legs[1:]
    if len(legs) > 2 and legs[-1].whole == "rest" and _above(legs[0], legs[1]):
        legs = legs[1:]  # "the 1,200: 200 now and the rest in five"
    return [_once(leg) for leg in legs]


def _purpose(sums: Sum, legs: list[Leg], text: str) -> bool:
    """Return whether the whole is only what a payment is for: "950 settles the whole thing"."""
    named = sums.whole == "balance" and bool(legs) and legs[-1].amount is not None
    return named and bool(_PURPOSE.search(text[: sums.span.start][-20:]))


def _above(first: Leg, second: Leg) -> bool:
    timed = first.on or first.every or first.count
    return not timed and first.amount is not None and first.amount > (second.amount or first.amount)


def _is_all(leg: Leg) -> bool:
    return leg.whole == "balance" and leg.on is None and leg.every is None


def finishes(before: str) -> bool:
    """Return whether a date after these words says when it will all be over: "you'd be done by Christmas"."""
    return bool(_DONE.search(before[-32:]))


def _parts(clause: Clause) -> list[tuple[Sum | None, list[When | Counted]]]:
    """Return each sum of a clause with the figures that belong to it."""
    figures: list[When | Counted] = sorted([*clause.times, *clause.counts], key=lambda each: each.span.start)
    if not clause.sums:
        return [(None, figures)]
    parts: list[tuple[Sum | None, list[When | Counted]]] = [(each, []) for each in clause.sums]
    for figure in figures:
        behind = [place for place, each in enumerate(clause.sums) if each.span.start > figure.span.start]
        before = [place for place, each in enumerate(clause.sums) if each.span.start < figure.span.start]
        owner = before[-1] if before else behind[0]
        if (
            before
            and behind
            and any(type(one) is type(figure) and _kind(one) == _kind(figure) for one in parts[owner][1])
        ):
            owner = behind[0]
        parts[owner][1].append(figure)
    return parts


def _kind(figure: When | Counted) -> str:
    return "count" if isinstance(figure, Counted) else "on" if figure.on else "every"


def _fits(leg: Leg, figure: When | Counted) -> bool:
    if isinstance(figure, Counted):
        return leg.count is None
    if figure.vague:
        return True
    if figure.on:
        return leg.on is None
    return leg.every in (None, figure.every) and figure.every != "once"


def _opens(clause: Clause, text: str) -> bool:
    return bool(
        re.match(
            r"[\s,]*(?:and |then |plus |with |after that|followed by|on |然后|再|接着|之后|[^,]{0,10}再(?:还|付|给|交|转|把)?$)",
            text[clause.start : clause.end],
        )
    )


def _again(leg: Leg, figure: When, text: str) -> bool:
    return (
        leg.on is not None
        and leg.every is None
        and bool(_TWICE.match(text[leg.span.end : figure.span.start][-12:].lstrip()))
    )


def _with(leg: Leg, figures: list[When | Counted]) -> Leg:
    """Return a leg with counts and times put into it; what it has already stays."""
    for figure in figures:
        end = max(leg.span.end, figure.span.end)
        span = Span(min(leg.span.start, figure.span.start), end)
        if isinstance(figure, Counted):
            if leg.count is None:
                leg = replace(leg, count=figure.value, every=leg.every or figure.every, span=span)
        elif figure.on is not None:
            if leg.on is None:
                leg = replace(leg, on=figure.on, by=figure.by, span=span)
        elif figure.every is not None and leg.every in (None, "once", figure.every):
            day, weekday = leg.day or figure.day, leg.weekday if leg.weekday is not None else figure.weekday
            leg = replace(leg, every=figure.every, day=day, weekday=weekday, span=span)
    return leg


def _once(leg: Leg) -> Leg:
    """Return a leg without "in one go", which has no frequency, and what is paid daily as that of a week."""
    if leg.every == "daily":  # a plan is made by weeks and months
        if leg.amount is None or leg.count:
            return replace(leg, every=None)
        upto = None if leg.upto is None else 7 * leg.upto
        return replace(leg, every="week", amount=7 * leg.amount, upto=upto)
    return replace(leg, every=None) if leg.every == "once" else leg
