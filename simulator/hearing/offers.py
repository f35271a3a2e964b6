"""From what was read to what the reply does with it: offers, questions, demands, recalls, recaps, in order."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from scoring.evidence import Span
from simulator.hearing import acts, mentions
from simulator.hearing.alternatives import alternatives, opened, since, until
from simulator.hearing.corrections import corrects
from simulator.hearing.hearing import Leg, SaidOffer
from simulator.hearing.joining import bared, finished, put, timed_only
from simulator.hearing.legs import Clause, build, finishes
from simulator.hearing.reading import Reading
from simulator.hearing.rule import Rule
from simulator.hearing.settling import already, monthly
from simulator.hearing.waivers import is_waived, read_given

_SENTENCE = Rule(r"[?!;\n…]+|\.(?!\d)(?<!\bmr\.)(?<!\bmrs\.)(?<!\bms\.)(?<!\bdr\.)+")
_BORDER = Rule(
    r"(?<!\bwhat),(?!\d{3}(?!\d))| - |:|\"|、(?=[^,]{3})|\band\b|\bthen\b|\bplus\b|\bfollowed by\b|\bwith (?=the (?:rest|balance|remainder))|\bbut\b|然后|接着|(?<=[百千万块元\d半清号])再(?!说|见|看)|(?=剩)|(?=其余)|(?=余款)|(?=尾款)|\bor\b|或者|(?<=也[好行可])(?=[\d一二两三四五六七八九])|要么|(?<![第十\d])[一二三]是|(?:方案|选项|选择)[abc一二三123]|还是(?=按|每|分|一|二|两|三|四|五|六|七|八|九|十|先|月|\d|下|您)|要不(?!然)"
)


def read_offers(reading: Reading, method: str | None) -> tuple[SaidOffer, ...]:
    """Return what a reply does with its figures; alternatives one by one, figures that are none of it last."""
    text = reading.whole
    if not (reading.sums or reading.counts or reading.times or "折" in text):
        return ()
    found: list[SaidOffer] = []
    waived = [one for one in reading.sums if is_waived(one, text)]
    gone = {one.span for one in waived}
    recapping, start = False, 0
    inside = [
        *(one.span for one in reading.sums),
        *(one.span for one in reading.times),
        *(one.span for one in reading.counts),
    ]
    for end in _ends(text):
        sentence = text[start:end]
        clauses = _clauses(reading, start, end, gone, inside)
        if any(not clause.bare for clause in clauses):
            said = _said(text, sentence, start, end, clauses, recapping)
            if found and said and timed_only(found[-1].legs) and _plain(said, sentence):
                said = [replace(said[0], act=found[-1].act)]
            found = put(found, said, text)
        elif found and found[-1].act == "offer" and acts.checks(sentence):
            found[-1] = replace(found[-1], act="recap")
        recapping = acts.confirms(sentence) or (recapping and "?" not in sentence)
        start = end
    found = [finished(_dated(one, reading), text, waived, method) for one in found]
    live = [one for one in found if one.act != "none" and one.legs]
    if not live and (waived or "折" in text):
        given = read_given(waived, text)
        if given.waive or given.amount:
            live = [
                SaidOffer(
                    "offer",
                    "collector",
                    (Leg(whole="balance", span=Span(0, len(text))),) if acts.settles(text) else (),
                    bared(Span(0, len(text)), text),
                    acts.hangs(text),
                    given.waive,
                    given.amount,
                    method=method,
                )
            ]
    return tuple(live) if live else tuple(one for one in found if any(leg.amount for leg in one.legs))[:1]


def _dated(one: SaidOffer, reading: Reading) -> SaidOffer:
    """Return an offer whose dates are what they come to by its act."""
    times, text = reading.times, reading.whole
    if one.act == "past":
        return replace(one, legs=tuple(already(leg, times, text, reading.today) for leg in one.legs))
    return replace(one, legs=tuple(monthly(leg, times, text) for leg in one.legs))


def _ends(text: str) -> list[int]:
    ends = [found.end() for found in _SENTENCE.finditer(text)]
    return ends if ends and ends[-1] == len(text) else [*ends, len(text)]


def _clauses(reading: Reading, start: int, end: int, gone: set[Span], inside: list[Span]) -> list[Clause]:
    borders = [
        found.start()
        for found in _BORDER.finditer(reading.whole, start, end)
        if not any(
            span.start < found.end() and found.start() < span.end and found.end() > found.start()
            for span in inside
        )
        and not any(span.start < found.start() < span.end for span in inside)
    ]
    edges = [start, *borders, end]
    clauses = [Clause(left, right) for left, right in pairwise(edges) if right > left]
    for clause in clauses:
        clause.sums = [
            one
            for one in reading.sums
            if clause.start <= one.span.start < clause.end and one.span not in gone
        ]
        clause.times = [
            one
            for one in reading.times
            if clause.start <= one.span.start < clause.end and not finishes(reading.whole[: one.span.start])
        ]
        clause.sums.sort(key=lambda one: one.span.start)
        clause.counts = [one for one in reading.counts if clause.start <= one.span.start < clause.end]
    return clauses


def _said(
    text: str, sentence: str, start: int, end: int, clauses: list[Clause], recapping: bool
) -> list[SaidOffer]:
    """Return what one sentence does: past payments and mere figures first taken out, the rest in one act."""
    out: list[SaidOffer] = []
    live: list[Clause] = []
    last = ""
    for clause in opened(clauses, text):
        words = text[clause.start : clause.end]
        if clause.bare:
            last = "past" if acts.recalls(words, True) else last
            continue
        if last == "none" and not clause.sums and acts.goes_on(words):
            continue
        supposed = acts.supposes(text[start : clause.end])
        last = _does(clause, words, sentence, last, supposed)
        if last != "live":
            legs = tuple(build([clause], text))
            if last == "past" and legs and out and acts.each_of_them(words, clause.besides(words)):
                out[-1] = replace(
                    out[-1], legs=(*out[-1].legs, *legs), span=Span(out[-1].span.start, clause.end)
                )
            elif clause.sums and legs:
                out.append(SaidOffer(last, "collector", legs, Span(clause.start, clause.end)))
            continue
        if not clause.sums and not clause.counts and (acts.contacts(words) or acts.threatens(words)):
            continue
        live.append(clause)
    if not live:
        return out
    if not any(clause.sums or clause.counts for clause in live) and not _mere_date(live, sentence):
        times = [one for clause in live for one in clause.times if not one.vague]
        if (
            not times
            or acts.names_only(sentence, sentence)
            or acts.happened(sentence)
            or not ((acts.pays(sentence) and not acts.contacts(sentence)) or _starts(sentence))
        ):
            return out
    met = start + acts.meets(sentence)
    if met > start and until(live, met) and (instead := since(live, met)):
        live, out, recapping = instead, [], False
        start, sentence = met, text[met:end]
    who = "debtor" if acts.reports(sentence, _first(live) - start) else "collector"
    act = "recap" if who == "debtor" or acts.confirms(sentence) or recapping else acts.act_of(sentence)
    if (
        act == "recap"
        and who == "collector"
        and acts.act_of(sentence) == "asks"
        and not re.search(r"\b(?:right|correct|yes)\?|\bis that\b|确认|对吧|是吧|没错", sentence)
        and not acts.confirms(sentence)
    ):
        act = "asks"
    condition = acts.hangs(sentence)
    former: Leg | None = None
    for group in alternatives(live, text):
        legs = tuple(build(group, text))
        if (
            len(legs) == 1
            and former
            and not (legs[0].every or legs[0].on or legs[0].count or any(one.times for one in group))
        ):
            legs = (replace(legs[0], every=former.every),)
        former = legs[-1] if legs else None
        if len(legs) == 1 and _is_empty(legs[0]) and acts.settles(sentence):
            legs = (replace(legs[0], whole="balance"),)
        if legs and act == "offer" and not condition and _only_named(legs, sentence):
            out.append(SaidOffer("none", who, legs, Span(group[0].start, group[-1].end)))
        elif legs:
            out.append(SaidOffer(act, who, legs, Span(group[0].start, group[-1].end), condition))
    return sorted(out, key=lambda one: one.span.start)


def _does(clause: Clause, words: str, sentence: str, last: str, supposed: bool) -> str:
    """Return whether a clause recalls a payment ("past"), only names figures ("none") or is "live", after
    one that did `last`."""
    parts = bool(clause.sums or clause.counts)
    recalls = parts and acts.recalls(words, True)
    if clause.sums and recalls and not supposed:
        return "none" if mentions.of_others(words) else "past"
    if (last == "past" and clause.sums and acts.each_of_them(words, clause.besides(words))) or (
        recalls and not clause.sums
    ):
        return "past"
    more = last == "none" and clause.sums and not (clause.times or clause.counts or acts.moves(words))
    if more or (
        parts and acts.names_only(words, sentence) and (mentions.of_others(words) or not acts.reports(words))
    ):
        return "none"
    return "live" if parts or last not in ("past", "none") or acts.settles(words) else last


def _first(clauses: list[Clause]) -> int:
    """Return where the first sum of some clauses stands, or the first figure of any kind."""
    sums = [one.span.start for clause in clauses for one in clause.sums]
    return min(sums or [clause.first for clause in clauses])


def _only_named(legs: tuple[Leg, ...], sentence: str) -> bool:
    """Return whether a statement names one sum and nothing to do with it: the debt, most likely."""
    one = legs[0]
    alone = (
        len(legs) == 1
        and not one.every
        and not one.count
        and not one.share
        and not one.on
        and one.whole != "rest"
    )
    return alone and not one.whole and not acts.moves(sentence) and not corrects(sentence)


def _plain(said: list[SaidOffer], sentence: str) -> bool:
    """Return whether a sentence only names one sum, which may be what a date before it waits for."""
    mere = len(said) == 1 and said[0].act == "none" and len(sentence.strip()) < 16
    return mere and len(said[0].legs) == 1 and not acts.names_only(sentence, sentence)


def _mere_date(live: list[Clause], sentence: str) -> bool:
    """Return whether a sentence only puts another date for one taken back: "sorry, Monday"."""
    said = sum(len(sentence[: one.span.end - one.span.start]) for each in live for one in each.times)
    return corrects(sentence) and len(sentence.strip()) - said < 12


def _is_empty(leg: Leg) -> bool:
    return leg.amount is None and leg.share is None and not leg.whole and not leg.approx


def _starts(sentence: str) -> bool:
    return bool(
        re.search(
            r"\b(?:start|starting|begin|beginning|first one|from|every|each|by|on)\b|开始|起|首期|第一期|每",
            sentence,
        )
    ) and not acts.contacts(sentence)
