"""Flow (D2): where a call can go, found by exploring every reply that the engine could hear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from simulator.authoring.checks.subject import Portrait, Subject
from simulator.authoring.exploring.reach import reach_of
from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.tree import Path
from simulator.authoring.shapes.scenario import ResponseShape
from simulator.call.bargain import ANSWERS
from simulator.call.rules import SUCCESS, outcome_of

FEWEST = 3
"""A call that can come to a plan or to help in fewer replies is hardly one; to stop may take one."""
MOST_LIMIT = 200
"""The largest limit of replies that a file may set."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the ways through a scenario."""
    yield from _reached(subject)
    yield from _success(subject)
    yield from _beats(subject)
    yield from _unused(subject)
    yield from _free_breach(subject)


def check_portrait(portrait: Portrait) -> Iterator[Finding]:
    """Yield that nobody calls this person."""
    if portrait.idle:
        yield portrait.page.at_value("D210-persona", ("id",), {"name": portrait.model.id})


def _reached(subject: Subject) -> Iterator[Finding]:
    page, script, explored = subject.page, subject.script, subject.exploration()
    never_beats, never_endings = explored.never_beats, explored.never_endings
    if never_beats or never_endings:
        longer = reach_of(replace(script, turn_limit=MOST_LIMIT))
        good = [name for name, ending in script.endings.items() if ending.outcome in SUCCESS]
        needed = min((longer.endings[name] for name in good if name in longer.endings), default=0)
        if needed and not explored.succeeds:  # the limit is the one cause of what lies behind it
            details = {"name": good[0], "needed": str(needed), "limit": str(script.turn_limit)}
            written = page.tree.at(("turn_limit",)) is not None
            where: Path = ("turn_limit",) if written else ("endings", good[0])
            yield page.at_value("D209", where, details)
            never_beats = tuple(name for name in never_beats if name not in longer.beats)
            never_endings = tuple(name for name in never_endings if name not in longer.endings)
        elif good and not explored.succeeds:
            never_endings = tuple(name for name in never_endings if name not in good)
            if not explored.trapped:  # there the way breaks off, and nothing more is to be said
                yield page.at_key("D205", ("endings", good[0]), {"name": good[0]})
    for name in never_beats:
        yield page.at_key("D202", ("beats", name), {"name": name})
    for name in never_endings:
        yield page.at_key("D203", ("endings", name), {"name": name})
    for name in explored.trapped:
        yield page.at_key("D204", ("beats", name), {"name": name})
    if not explored.complete:
        left = ", ".join((*explored.open_beats, *explored.open_endings)) or "…"
        yield page.at_key("D214", ("beats",), {"count": str(explored.states), "open": left})


def _success(subject: Subject) -> Iterator[Finding]:
    page, script, explored = subject.page, subject.script, subject.exploration()
    good = [name for name, ending in script.endings.items() if ending.outcome in SUCCESS]
    if not good and any(beat.negotiate is not None for beat in script.beats.values()):
        yield page.at_key("D205-none", ("endings",))
    slow = [name for name in good if script.endings[name].outcome != "stopped"]
    ways = {name: explored.endings[name] for name in slow if name in explored.endings}
    if ways:
        name, way = min(ways.items(), key=lambda pair: len(pair[1].steps))
        if len(way.steps) < FEWEST:
            yield page.at_key("D209-short", ("endings", name), {"name": name, "count": str(len(way.steps))})
    if page.tree.at(("turn_limit",)) is None:
        yield page.at_key("D207", ("start",), {"count": str(script.turn_limit)})


def _beats(subject: Subject) -> Iterator[Finding]:
    page = subject.page
    for name, beat in subject.model.beats.items():
        if beat.negotiate is None and not any(one.kind in ("good", "okay") for one in beat.responses):
            yield page.at_key("D206", ("beats", name), {"name": name})
        for path, goto in _gotos(subject, name):
            if goto == name:
                yield page.at_value("D208", path, {"name": name})
        for index, one in enumerate(beat.responses):
            if one.kind not in ("bad", "breach"):
                continue
            same = next((each for each in beat.responses if each.kind == "good" and _alike(each, one)), None)
            if same is not None:
                where = ("beats", name, "responses", index, str(one.kind))
                yield page.at_value("D213", where, {"name": one.name, "other": same.name})


def _gotos(subject: Subject, name: str) -> Iterator[tuple[Path, str]]:
    beat = subject.model.beats[name]
    for index, one in enumerate(beat.responses):
        if one.goto:
            yield ("beats", name, "responses", index, "goto"), one.goto
    for verdict in ANSWERS:
        bargain = getattr(beat.negotiate, verdict, None)
        if bargain is not None and bargain.goto:
            yield ("beats", name, "negotiate", verdict, "goto"), bargain.goto


def _alike(good: ResponseShape, bad: ResponseShape) -> bool:
    """Whether two responses lead to the same place, move the debtor the same way and earn the same, and
    what they do is written, not left to the person and the rubric."""
    written = bool(good.mood or bad.mood or good.score or bad.score)
    return written and (good.goto, good.mood, good.score) == (bad.goto, bad.mood, bad.score)


def _unused(subject: Subject) -> Iterator[Finding]:
    page, model = subject.page, subject.model
    known: set[str] = set()
    for index, reveal in enumerate(model.reveals):
        if reveal.tells and set(reveal.tells) <= known:
            told = ", ".join(reveal.tells)
            yield page.at_value("D210-reveal", ("reveals", index, "tells"), {"name": told})
        known |= set(reveal.tells)
    bargains = [name for name, beat in model.beats.items() if beat.negotiate is not None]
    if model.household is not None and not bargains:
        yield page.at_key("D210", ("household",))
    for name in bargains if model.household is None else []:
        negotiate = model.beats[name].negotiate
        if negotiate is not None and negotiate.counter is not None:
            yield page.at_key("D210-counter", ("beats", name, "negotiate", "counter"), {"name": name})
        for key in ("later", "all_at_once", "again", "cornered", "proposes", "keeps_back"):
            if getattr(negotiate, key) is not None:
                details = {"name": name, "key": key}
                yield page.at_key("D210-means", ("beats", name, "negotiate", key), details)
    for name in bargains:
        negotiate = model.beats[name].negotiate
        for index, one in enumerate(negotiate.tries if negotiate is not None else ()):
            if one.asks_discount is not None and not one.share:
                where = ("beats", name, "negotiate", "tries", index, "asks_discount")
                yield page.at_key("D210-share", where)


def _free_breach(subject: Subject) -> Iterator[Finding]:
    """A breach that is heard by the file's own words breaks no rule by itself; its points must say so."""
    script = subject.script
    for path, one in subject.responses():
        costs = any(points < 0 for points in one.score.values())
        if one.kind != "breach" or costs or not (one.hears or one.like):
            continue
        homes = list(script.beats) if path[0] == "always" else [str(path[1])]
        targets = [one.goto] if one.goto else homes
        if any(_still_succeeds(subject, target) for target in targets):
            yield subject.page.at_value("D212", (*path, "breach"), {"name": one.name})


def _still_succeeds(subject: Subject, target: str) -> bool:
    """Whether the call can still succeed from a beat."""
    explored, script = subject.exploration(), subject.script
    seen, waiting = {target}, [target]
    while waiting:
        place = waiting.pop()
        if place not in script.beats:
            if outcome_of(script, place) in SUCCESS:
                return True
            continue
        new = explored.leads.get(place, frozenset()) - seen
        seen |= new
        waiting += new
    return False
