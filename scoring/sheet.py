"""ScoreSheet: the judged call, whose every number can be added up again from its own lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """One movement of points, with its evidence.

    `points` is what was earned (positive) or lost (negative), `offered` what was there to be
    earned. `source` says where it comes from: "beat", "response", "penalty", "rule", "provocation"
    or "plan". `group` ties the lines of one beat together: what they earn is capped at what the
    group offers. `name` is the response, behaviour, rule or check; `words` the trainee's own;
    `better` a sentence that would have been better.
    """

    competency: str
    source: str
    name: str
    points: int = 0
    offered: int = 0
    turn: int = 0
    group: str = ""
    words: str = ""
    because: str = ""
    better: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One competency: `score` from 0 to 100, None when nothing was on offer (not assessed)."""

    name: str
    score: int | None
    earned: int
    lost: int
    offered: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class BreachLine:
    """A broken rule as the sheet shows it.

    `state` is what made the words a breach ("identity was not verified yet"); `missed` says that
    something was left unsaid, `mended` that it counts less because it was put right.
    """

    turn: int
    rule: str
    title: str
    citation: str
    confidence: str
    source: str
    severity: str
    behaviour: str
    words: str
    requirement: str = ""
    better: str = ""
    state: str = ""
    missed: bool = False
    mended: bool = False


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The judged call.

    `conduct` is clean, minor, major or critical; `overall` 0 to 100 or None; `passed` needs the
    overall bar, every floor and no critical breach; `reasons` name what stood in the way. `plan` is
    the plan part (scoring.plan_part), `rubric` the bar, weights and floors. `digests` name the exact
    scenario, persona, rubric, rulebook and phrases, `engine` the version that judged. `to_look_at` are
    possible breaches, for a person to decide; they count for nothing.
    """

    conduct: str
    overall: int | None
    passed: bool
    outcome: str
    ending: str
    competencies: tuple[Result, ...]
    breaches: tuple[BreachLine, ...]
    to_look_at: tuple[BreachLine, ...] = ()
    possibly: tuple[Mapping[str, Any], ...] = ()
    plan: Mapping[str, Any] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
    rubric: Mapping[str, Any] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    engine: str = ""
    turns: int = 0


def add_up(lines: tuple[Line, ...]) -> tuple[int, int, int]:
    """Return (earned, lost, offered) of the lines of one competency.

    What the lines of one group earn is capped at what that group offers, so that saying the same
    kindness in ten ways earns it once.
    """
    earned: dict[str, int] = {}
    offered: dict[str, int] = {}
    lost = 0
    for line in lines:
        offered[line.group] = offered.get(line.group, 0) + line.offered
        if line.points > 0:
            earned[line.group] = earned.get(line.group, 0) + line.points
        else:
            lost -= line.points
    capped = sum(min(points, offered.get(group, 0)) for group, points in earned.items())
    return capped, lost, sum(offered.values())


def percent(earned: int, lost: int, offered: int) -> int | None:
    """Return clamp(earned - lost, 0, offered) / offered * 100, rounded half up.

    None (not assessed) when nothing was on offer and nothing was lost; 0 when something was lost.
    """
    if offered <= 0:
        return 0 if lost else None
    kept = min(max(earned - lost, 0), offered)
    return (kept * 200 + offered) // (2 * offered)


def as_dict(sheet: ScoreSheet) -> dict[str, Any]:
    """Return the sheet as plain JSON data, the form that is stored, exported and verified."""
    return {
        "verdict": {"conduct": sheet.conduct, "passed": sheet.passed, "reasons": list(sheet.reasons)},
        "overall": sheet.overall,
        "outcome": sheet.outcome,
        "ending": sheet.ending,
        "turns": sheet.turns,
        "competencies": {
            result.name: {
                "score": result.score,
                "earned": result.earned,
                "lost": result.lost,
                "offered": result.offered,
                "evidence": [_line(line) for line in result.lines],
            }
            for result in sheet.competencies
        },
        "breaches": [_breach(breach) for breach in sheet.breaches],
        "to_look_at": [_breach(breach) for breach in sheet.to_look_at],
        "possibly": [dict(near) for near in sheet.possibly],
        "plan": dict(sheet.plan),
        "rubric": dict(sheet.rubric),
        "digests": dict(sheet.digests),
        "engine": sheet.engine,
    }


def recompute(sheet: Mapping[str, Any]) -> dict[str, Any]:
    """Return the numbers that a stored sheet's own evidence lines add up to.

    Takes the form of `as_dict`; returns overall and, per competency, score, earned, lost and
    offered. A sheet is sound when these equal its own.
    """
    competencies: dict[str, Any] = {}
    for name, result in sheet["competencies"].items():
        lines = tuple(Line(name, **line) for line in result["evidence"])
        earned, lost, offered = add_up(lines)
        competencies[name] = {
            "score": percent(earned, lost, offered),
            "earned": earned,
            "lost": lost,
            "offered": offered,
        }
    scores = {name: result["score"] for name, result in competencies.items()}
    return {"overall": weigh(scores, sheet["rubric"]["weights"]), "competencies": competencies}


def weigh(scores: Mapping[str, int | None], weights: Mapping[str, int]) -> int | None:
    """Return the weighted mean of the assessed scores, rounded half up; None when none was assessed."""
    assessed = [
        (score, weights[name]) for name, score in scores.items() if score is not None and weights.get(name)
    ]
    total = sum(weight for _, weight in assessed)
    if not total:
        return None
    points = sum(score * weight for score, weight in assessed)
    return (2 * points + total) // (2 * total)


def _breach(breach: BreachLine) -> dict[str, Any]:
    return {name: getattr(breach, name) for name in BreachLine.__slots__}


def _line(line: Line) -> dict[str, Any]:
    plain = {name: getattr(line, name) for name in Line.__slots__ if name != "competency"}
    return {name: value for name, value in plain.items() if value or name in ("points", "offered", "turn")}
