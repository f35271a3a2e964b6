"""score(call, rubric, rulebook): the one judgement behind the live panel, the final sheet and a rescore."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from scoring.evidence import CallFacts, Heard, Turn
from scoring.movements import movements
from scoring.plan import work_out
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
    breaches = tuple(breach for turn in call.turns for breach in rulebook.breaches(turn))
    lines = movements(call, rubric, rulebook, breaches, today)
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
        possibly=tuple(_near(turn, heard) for turn in call.turns for heard in turn.possibly),
        plan=_figures(call),
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
        title=rule.title,
        citation=rule.citation,
        confidence=rule.confidence,
        source=rule.source,
        severity=rule.severity,
        behaviour=breach.behaviour,
        words=breach.words,
        requirement=rule.requirement.get(language) or rule.requirement.get("en", ""),
        better=better,
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


def _figures(call: CallFacts) -> dict[str, Any]:
    """The agreed plan in figures: recovery rate in percent, days to recovery and the debtor's health,
    the share in percent of what the household has left that the plan does not take."""
    if call.plan is None:
        return {}
    terms = work_out(call.plan, call.balance)
    if terms is None:
        return {}
    figures: dict[str, Any] = {
        "amount": call.plan.amount,
        "count": terms.count,
        "every": call.plan.every or "",
        "first": call.plan.first.isoformat() if call.plan.first else "",
        "method": call.plan.method or "",
        "total": terms.total,
        "balance": call.balance,
        "currency": call.currency,
        "a_month": terms.a_month,
        "recovery_percent": min(100, terms.total * 100 // call.balance) if call.balance else 0,
        "days": round(terms.months * 365 / 12),
    }
    if call.household is not None:
        left = call.household.affordable
        figures["affordable"] = left
        figures["health_percent"] = max(0, (left - terms.a_month) * 100 // left) if left else 0
    return figures
