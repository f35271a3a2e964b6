"""A trace in words: what was heard in a reply and why, as plain lines with the words marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rich.cells import cell_len

from scoring.evidence import Span
from simulator.authoring.teaching.trace import Near, Sign, Taken, Trace, offer_event
from simulator.catalogue import catalogue, t
from simulator.shells.wording import aside, labelled, offer_words

WIDTH = 96
"""Cells of a sentence that are shown; a longer one is cut around the marked words."""
LONG, FEW = 40, 3
"""Alternatives of a pattern that take more cells are cut to a few."""


def trace_lines(trace: Trace, language: str, today: date, width: int = WIDTH) -> Iterator[str]:
    """Yield everything that one reply came to; `today` is the day of the call, `width` that of a sentence."""
    yield _label("tokens", " ".join(trace.tokens) or t("try.no_words", language), language)
    for slip in trace.slips:
        yield "  " + t("try.slip", language, typed=_plain(slip.typed), heard=slip.heard)
    yield from hearing_lines(trace, language, width)
    if (offer := offer_event(trace)) is not None:
        verdict = t(f"try.verdict_{trace.verdict or 'none'}", language)
        yield _label("offer", f"{offer_words(offer, today, language)} → {verdict}", language)
    yield _label("steers", steering_words(trace, language), language)
    for text in trace.says:
        yield labelled(trace.debtor, _plain(text), language)
    for text in trace.coach:
        yield labelled(t("plain.coach", language), _plain(text), language)
    yield _label("mood", mood_words(trace, language), language)
    yield _label("score", score_words(trace, language), language)
    for title in trace.breaches:
        yield labelled(t("plain.breach", language), title, language)
    if trace.place != trace.beat:
        yield _label("ends" if trace.ended else "goes", trace.place, language)


def hearing_lines(trace: Trace, language: str, width: int = WIDTH) -> Iterator[str]:
    """Yield what was heard, what came near and what was taken back, each under its own words."""
    if not trace.heard:
        yield _label("heard", t("plain.heard_nothing", language), language)
    for sign in trace.heard:
        yield labelled(
            t(f"try.kind_{sign.kind}", language), _named(sign.name, sign.title, language), language
        )
        yield from underlined(trace.you, sign.span, "  ", width)
        yield "  " + _because(sign, language)
    for near in trace.near:
        yield _label("near", _named(near.name, near.title, language), language)
        yield from underlined(trace.you, near.span, "  ", width)
        yield "  " + _short_of(near, language)
    for taken in trace.cancelled:
        yield _label("taken", _named(taken.name, taken.title, language), language)
        yield from underlined(trace.you, taken.span, "  ", width)
        yield "  " + _taken_by(taken, language)


def underlined(text: str, span: Span, margin: str = "", width: int = WIDTH) -> Iterator[str]:
    """Yield a sentence and, below it, carets under a part of it, by cells; a long one is cut around it."""
    text = _plain(text)
    start, end = min(span.start, len(text)), min(max(span.end, span.start + 1), max(len(text), 1))
    first, cut = 0, cell_len(text) > width
    if cut:
        first = max(0, start - width // 4)
    shown = last = first
    cells = 0
    while last < len(text) and cells + cell_len(text[last]) <= width:
        cells += cell_len(text[last])
        last += 1
    head, tail = ("…" if shown else ""), ("…" if last < len(text) else "")
    line = f"{head}{text[first:last]}{tail}"
    before = cell_len(head + text[first:start])
    yield margin + line
    yield margin + " " * before + "^" * max(1, cell_len(text[start : min(end, last)]))


def steering_words(trace: Trace, language: str) -> str:
    """Return who decided what happens next, and by which rule."""
    rule = t(f"try.rule_{trace.rule}", language)
    if trace.rule == "nothing":
        return rule
    who = t(f"try.verdict_{trace.verdict}", language) if trace.rule == "offer" else trace.steers
    titles = {sign.name: sign.title for sign in trace.heard}
    named = who if trace.rule == "offer" else _named(who, titles.get(who, who), language)
    return t("try.by_rule", language, name=named, rule=rule)


def mood_words(trace: Trace, language: str) -> str:
    """Return the mood after the reply, with what moved."""
    parts = []
    for name in ("anger", "trust", "openness"):
        was, now = getattr(trace.before, name), getattr(trace.mood, name)
        parts.append(f"{t(f'tui.mood_{name}', language)} {was} → {now}" if was != now else "")
    moved = [part for part in parts if part]
    return ("，" if language == "zh" else ", ").join(moved) or t("try.unmoved", language)


def score_words(trace: Trace, language: str) -> str:
    """Return what the reply changed on the score sheet."""
    parts = [
        f"{t(f'tui.practises_{name}', language)} {points:+d}"
        if f"tui.practises_{name}" in catalogue(language)
        else f"{name} {points:+d}"
        for name, points in trace.points.items()
    ]
    return ("，" if language == "zh" else ", ").join(parts) or t("try.no_points", language)


def _because(sign: Sign, language: str) -> str:
    name = sign.behaviour or t("try.own", language)
    if sign.how == "pattern":
        return t("try.by_pattern", language, because=shortened(sign.because, sign.words), of=name)
    if sign.how == "example" and not sign.because:
        return t("try.by_weight", language, of=name, how=_share(sign.sureness))
    if sign.how == "example":
        return t("try.by_example", language, because=_plain(sign.because), of=name, how=_share(sign.sureness))
    return t("try.by_state", language, because=sign.because)


def _short_of(near: Near, language: str) -> str:
    if near.how in ("order", "condition"):
        pattern = shortened(near.because, near.words)
        return t("try.order" if near.how == "order" else "try.condition", language, because=pattern)
    if near.how == "pattern" and near.lacking:
        parts = "  ".join(shortened(part, "") for part in near.lacking)
        return t("try.lacking", language, because=shortened(near.because, near.words), parts=parts)
    key = "try.alike" if near.because else "try.alike_all"
    alike = t(key, language, because=_plain(near.because), how=_share(near.sureness))
    if near.needed is None:
        return alike + t("try.only_pattern", language)
    enough = near.sureness >= near.needed
    needed = t("try.not_clear" if enough else "try.needed", language, needed=_share(near.needed))
    return alike + needed


def _taken_by(taken: Taken, language: str) -> str:
    key = f"why.{taken.why}"
    why = t(key, language) if key in catalogue(language) else taken.why
    by = aside(t("sheet.your_words", language, words=_plain(taken.by)), language) if taken.by else ""
    return t("try.taken_by", language, why=why, by=by, because=shortened(taken.because, taken.words))


def shortened(pattern: str, words: str) -> str:
    """Return a pattern whose long lists of alternatives are cut to those that were said, or the first."""
    said = words.lower()

    def cut(found: re.Match[str]) -> str:
        ways = found[1].split("|")
        if cell_len(found[0]) <= LONG or len(ways) <= FEW:
            return found[0]
        chosen = [way for way in ways if way in said] or ways
        return f"({'|'.join(chosen[:FEW])}|…)"

    return re.sub(r"\(([^()]*)\)", cut, pattern)


def _share(value: float) -> str:
    return f"{value:.2f}"


def _named(name: str, title: str, language: str) -> str:
    if title == name:
        return name
    return f"{title}（{name}）" if language == "zh" else f"{title} ({name})"


def _label(key: str, text: str, language: str) -> str:
    return labelled(t(f"try.{key}", language), text, language)


def _plain(text: str) -> str:
    """Return a text as one line that a terminal can only print."""
    return "".join(char if char.isprintable() else " " for char in text)
