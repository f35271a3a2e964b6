"""Numbers (D4): moods, conditions and points, held against everything that can happen in a call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from scoring.evidence import COMPETENCIES
from simulator.authoring.checks.subject import Subject
from simulator.authoring.exploring.exploration import Exploration
from simulator.authoring.exploring.offers import bargain_of, conditions_of
from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.tree import Path
from simulator.call.bargain import ANSWERS, BROAD
from simulator.call.mood import MOST_IN_ONE_TURN
from simulator.call.rules import SUCCESS
from simulator.call.script import MOODS, Beat, Condition, Script

OFTEN = 3
"""A mood that is changed at least this often was surely meant to matter."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the numbers of a scenario."""
    yield from _conditions(subject)
    yield from _never_asked(subject)
    yield from _effects(subject)
    yield from _points(subject)


def _conditions(subject: Subject) -> Iterator[Finding]:
    page, explored = subject.page, subject.exploration()
    written = page.tree.at(("ends_when",)) or []
    for index, (when, _) in enumerate(subject.script.ends_when):
        if ("", str(index)) in explored.truth and isinstance(written[index], dict):
            text = next(iter(written[index]))
            yield from _told(subject, ("ends_when", index, text), explored.truth["", str(index)], when, "")
    for path, one in subject.responses():
        if not one.when:
            continue
        beats = [name for name in subject.script.beats if path[0] == "always" or path[1] == name]
        told = [explored.truth[name, one.name] for name in beats if (name, one.name) in explored.truth]
        if told:
            both = (any(holds for holds, _ in told), any(fails for _, fails in told))
            yield from _told(subject, (*path, "if"), both, one.when, beats[0] if len(beats) == 1 else "")


def _told(
    subject: Subject, path: Path, truth: tuple[bool, bool], when: Condition, beat: str
) -> Iterator[Finding]:
    if truth == (True, True):
        return
    page = subject.page
    ranges = subject.exploration().moods.get(beat, {})
    names = dict.fromkeys(each.name for each in when if each.name in ranges)
    told = ", ".join(f"{name} {ranges[name][0]}–{ranges[name][1]}" for name in names)
    key = "D404" if not truth[0] else "D404-always"
    at = page.at_key if path[0] == "ends_when" else page.at_value
    yield at(key, path, {"ranges": told})


def _never_asked(subject: Subject) -> Iterator[Finding]:
    """A mood that the file changes and nothing depends on. Anger always decides how the debtor talks."""
    script, persona = subject.script, subject.script.persona
    conditions: list[Condition] = [when for when, _ in script.ends_when]
    conditions += [one.when for _, one in subject.responses()]
    conditions += [tactic.when for tactic in persona.tactics]
    conditions += [when for beat in script.beats.values() for when in conditions_of(beat)]
    conditions += [reveal.when for reveal in script.reveals]
    asked = {each.name for when in conditions for each in when} | {"anger", *persona.limits}
    places = [((*path, "mood"), one.mood) for path, one in subject.responses()]
    for name, beat in subject.model.beats.items():
        for verdict in ANSWERS:
            if (bargain := getattr(beat.negotiate, verdict, None)) is not None:
                places.append((("beats", name, "negotiate", verdict, "mood"), bargain.mood))
    changed = Counter(name for _, mood in places for name, amount in mood.items() if amount)
    for name in MOODS:
        if name not in asked and changed[name] >= OFTEN:
            path = next(path for path, mood in places if mood.get(name))
            yield subject.page.at_key("D406", (*path, name), {"name": name, "count": str(changed[name])})


def _effects(subject: Subject) -> Iterator[Finding]:
    page = subject.page
    for path, one in subject.responses():
        for part, effects in (("mood", one.mood), ("score", one.score)):
            for name, amount in effects.items():
                if abs(amount) > MOST_IN_ONE_TURN:
                    details = {"name": name, "value": f"{amount:+d}", "most": str(MOST_IN_ONE_TURN)}
                    yield page.at_value(
                        "D407" if part == "mood" else "D407-score", (*path, part, name), details
                    )
        if one.kind in ("bad", "breach"):
            gains = [name for name, amount in one.score.items() if amount > 0]
            if gains:
                yield page.at_value("D409-points", (*path, "score", gains[0]), {"name": one.name})
            free = not one.behaviours and not any(amount < 0 for amount in one.score.values())
            if free and _soothes(one.mood):
                yield page.at_key("D411", (*path, "mood"), {"name": one.name})
    for name, beat in subject.model.beats.items():
        for verdict in (one for one in ANSWERS if BROAD[one] != "accept" and one != "proposes"):
            bargain = getattr(beat.negotiate, verdict, None)
            if bargain is not None and not bargain.goto and _soothes(bargain.mood):
                path = ("beats", name, "negotiate", verdict, "mood")
                yield page.at_key("D411", path, {"name": verdict})


def _soothes(mood: Mapping[str, int]) -> bool:
    """Whether a thing that is felt every time makes the debtor milder in every way that it moves them."""
    signed = [-amount if name == "anger" else amount for name, amount in mood.items() if amount]
    return bool(signed) and min(signed) > 0


def _points(subject: Subject) -> Iterator[Finding]:
    page, script, explored = subject.page, subject.script, subject.exploration()
    if explored.succeeds and not explored.succeeds_kindly:
        good = next(name for name, one in script.endings.items() if one.outcome in SUCCESS)
        yield page.at_key("D409", ("endings", good), {"name": good})
    bargains = any(beat.negotiate is not None for beat in script.beats.values())
    for index, name in enumerate(script.practises):
        provoked = name == "patience" and bool(script.persona.tactics)
        earned = any(_earnable(script, explored, beat, name) for beat in script.beats.values())
        if not earned and not provoked and not (name == "plan" and bargains):
            yield page.at_value("D410", ("practises", index), {"name": name})
    rubric = None
    for name in COMPETENCIES:
        shares = [
            (_earnable(script, explored, beat, name), offered)
            for beat in script.beats.values()
            if beat.name in explored.beats and (offered := _offered(beat, name)) > 0
        ]
        # what is earned outside of beats (provocations, the plan's arithmetic) can always be earned whole
        if not shares or name == "plan" or (name == "patience" and script.persona.tactics):
            continue
        best = max(earned / offered for earned, offered in shares)
        if best < 1 and (best > 0 or name not in script.practises):  # else D410 has said it
            rubric = rubric or subject.stage().rubric
            floor = rubric.competency(name).floor
            if best * 100 < floor:
                details = {"name": name, "best": str(int(best * 100)), "floor": str(floor)}
                yield page.at_key("D408", ("beats",), details)


def _offered(beat: Beat, name: str) -> int:
    """The points that a beat puts on offer: the best that any one good response of it gives."""
    scores = [one.score for one in beat.responses if one.kind in ("good", "okay")]
    if beat.negotiate is not None:
        scores.append(beat.negotiate.accept.score)
    return max((score.get(name, 0) for score in scores), default=0)


def _earnable(script: Script, explored: Exploration, beat: Beat, name: str) -> int:
    """The most of it that a reply, or several, could earn there."""
    possible = {entry for place, entry in explored.possible if place == beat.name}
    points = [one.score.get(name, 0) for one in (*beat.responses, *script.always) if one.name in possible]
    for entry in possible:
        bargain = bargain_of(beat, entry.removeprefix("offer:")) if entry.startswith("offer:") else None
        points.append(bargain.score.get(name, 0) if bargain is not None else 0)
    return min(_offered(beat, name), sum(one for one in points if one > 0))
