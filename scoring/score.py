"""score(call, rubric, rulebook): the one judgement behind the live panel, the final sheet and a rescore."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from scoring.duties import judged
from scoring.evidence import CallFacts, Heard, Turn
from scoring.movements import movements
from scoring.plan_part import plan_part
from scoring.rubric import Rubric
from scoring.rulebook import SEVERITIES, Breach, Rulebook
from scoring.sheet import BreachLine, Line, Result, ScoreSheet, add_up, percent, weigh


def score(
    call: CallFacts,
    rubric: Rubric,
    rulebook: Rulebook,
    today: date,
    language: str = "en",
    digests: Mapping[str, str] | None = None,
    engine: str = "",
) -> ScoreSheet:
    """Return the score sheet of a call, finished or not.

    Pure: the same call, rubric and rulebook give the same sheet. `today` is the day of the call,
    `language` chooses the texts of the rubric and the rules.
    """
    found = judged(rulebook, call.turns, bool(call.ending), call.outcome == "lost")
    breaches = tuple(breach for breach in found if breach.sure)
    lines = movements(call, rubric, breaches, today)
    results = tuple(
        _result(competency.name, tuple(line for line in lines if line.competency == competency.name))
        for competency in rubric.competencies
    )
    weights = {competency.name: competency.weight for competency in rubric.competencies}
    overall = weigh({result.name: result.score for result in results}, weights)
    conduct = _conduct(breaches)
    reasons = _reasons(results, overall, conduct, call.outcome, rubric)
    return ScoreSheet(
        conduct=conduct,
        overall=overall,
        passed=overall is not None and not reasons,
        outcome=call.outcome,
        ending=call.ending,
        competencies=results,
        breaches=tuple(_breach_line(breach, call.turns, language) for breach in breaches),
        to_look_at=tuple(_breach_line(one, call.turns, language) for one in found if not one.sure),
        possibly=tuple(_near(turn, heard) for turn in call.turns for heard in turn.possibly),
        plan=plan_part(call, today, language),
        reasons=reasons,
        rubric={
            "id": rubric.id,
            "bar": rubric.bar,
            "weights": weights,
            "floors": {competency.name: competency.floor for competency in rubric.competencies},
        },
        digests=dict(digests or {}),
        engine=engine,
        turns=len(call.turns),
    )


def _result(name: str, lines: tuple[Line, ...]) -> Result:
    earned, lost, offered = add_up(lines)
    return Result(name, percent(earned, lost, offered), earned, lost, offered, lines)


def _conduct(breaches: tuple[Breach, ...]) -> str:
    broken = {breach.rule.severity for breach in breaches}
    return next((severity for severity in SEVERITIES if severity in broken), "clean")


def _reasons(
    results: tuple[Result, ...], overall: int | None, conduct: str, outcome: str, rubric: Rubric
) -> tuple[str, ...]:
    reasons = ["critical_breach"] if conduct == "critical" else []
    if outcome == "lost":
        reasons.append("lost")
    if overall is None:
        return (*reasons, "not_assessed")
    if overall < rubric.bar:
        reasons.append("below_bar")
    reasons += [
        f"floor_{result.name}"
        for result in results
        if result.score is not None and result.score < rubric.competency(result.name).floor
    ]
    return tuple(reasons)


def _breach_line(breach: Breach, turns: tuple[Turn, ...], language: str) -> BreachLine:
    rule = breach.rule
    better = next(
        (
            heard.better
            for turn in turns
            if turn.number == breach.turn
            for heard in turn.heard
            if heard.words == breach.words and heard.better
        ),
        "",
    )
    return BreachLine(
        turn=breach.turn,
        rule=rule.id,
        title=rule.called(language),
        citation=rule.citation if rule.as_law else "",
        confidence=rule.confidence,
        source="law" if rule.as_law else "policy",
        severity=rule.severity,
        behaviour=breach.behaviour,
        words=breach.words,
        requirement=rule.requirement.get(language) or rule.requirement.get("en", ""),
        better=breach.say.get(language) or better or breach.say.get("en", ""),
        state=breach.because.get(language) or breach.because.get("en", ""),
        missed=breach.missed,
        mended=breach.mended,
    )


def _near(turn: Turn, heard: Heard) -> dict[str, Any]:
    return {
        "turn": turn.number,
        "name": heard.name,
        "kind": heard.kind.value,
        "words": heard.words,
        "because": heard.because,
        "sureness": heard.sureness,
    }
