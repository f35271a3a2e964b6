"""Where points come from: every movement of a call as a line of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from scoring.evidence import CallFacts, Heard, Kind, Turn
from scoring.plan_part import asked
from scoring.rubric import Rubric
from scoring.rulebook import Breach
from scoring.sheet import Line


def movements(call: CallFacts, rubric: Rubric, breaches: Sequence[Breach], today: date) -> list[Line]:
    """Return every line of the sheet: what was offered, heard, provoked, broken and agreed."""
    return [
        *_offers(call.turns),
        *_heard(call.turns, rubric, breaches),
        *_provocations(call.turns, rubric),
        *(_broken(breach, rubric) for breach in breaches),
        *_plan(call, rubric, today),
    ]


def _offers(turns: Iterable[Turn]) -> Iterable[Line]:
    """Every beat that was answered puts its best points on offer once, however long the call stayed there.

    A reply that was not understood is no answer: it opens nothing that could be missed.
    """
    seen: set[str] = set()
    for turn in turns:
        if turn.beat in seen or not turn.understood:
            continue
        seen.add(turn.beat)
        for competency, points in sorted(turn.offered.items()):
            if points > 0:
                yield Line(
                    competency,
                    "beat",
                    turn.beat,
                    offered=points,
                    turn=turn.number,
                    group=turn.beat,
                    because=turn.says,
                    better=turn.model,
                )


def _heard(turns: Iterable[Turn], rubric: Rubric, breaches: Sequence[Breach]) -> Iterable[Line]:
    """Each name earns once in a call, and a reply said again word for word earns nothing."""
    praised: set[tuple[str, str]] = set()
    said: set[str] = set()
    for turn in turns:
        words = "".join(character for character in turn.reply.lower() if character.isalnum())
        repeated = words in said
        said.add(words)
        ruled = frozenset(
            name for breach in breaches if breach.turn == turn.number for name in breach.rule.claims
        )
        for heard in turn.heard:
            points = _price(heard, rubric, ruled)
            for competency, amount in sorted(points.items()):
                if amount > 0:
                    if repeated or (heard.name, competency) in praised:
                        continue
                    praised.add((heard.name, competency))
                if amount:
                    yield Line(
                        competency,
                        "response" if heard.points else "penalty",
                        heard.name,
                        points=amount,
                        turn=turn.number,
                        group=turn.beat if amount > 0 else "",
                        words=heard.words,
                        because=heard.because,
                        better=(heard.better or turn.model) if amount < 0 else "",
                        note=heard.coach,
                    )


def _price(heard: Heard, rubric: Rubric, ruled: frozenset[str]) -> dict[str, int]:
    """What a thing heard earns or costs: the scenario's points, else the dearest of the rubric's penalties.

    A breach leaves compliance to the rule that it breaks, so that no fault is paid for twice; `ruled`
    are the behaviours that the rules broken in this turn answer for.
    """
    named = heard.behaviours or ((heard.behaviour,) if heard.behaviour else ())
    price = dict(heard.points)
    if not price and heard.kind in (Kind.BAD, Kind.BREACH):
        prices = [dict(rubric.penalties.get(behaviour, {})) for behaviour in named]
        price = min(prices, key=lambda each: sum(each.values()), default={})
    if heard.kind is Kind.BREACH and ruled.intersection(named):
        price.pop("compliance", None)
    return price


def _provocations(turns: Iterable[Turn], rubric: Rubric) -> Iterable[Line]:
    """Patience watches the reply to an insult, an interruption, a silence or an excuse.

    A reply that was not understood is not judged.
    """
    for turn in turns:
        if not turn.provocation or not turn.understood or rubric.provocation <= 0:
            continue
        calm = not any(heard.kind in (Kind.BAD, Kind.BREACH) for heard in turn.heard)
        yield Line(
            "patience",
            "provocation",
            turn.provocation,
            points=rubric.provocation if calm else 0,
            offered=rubric.provocation,
            turn=turn.number,
            group=f"provocation {turn.number}",
            words=turn.reply if calm else "",
            because=turn.says,
        )


def _broken(breach: Breach, rubric: Rubric) -> Line:
    return Line(
        "compliance",
        "rule",
        breach.rule.id,
        points=-abs(rubric.severities.get(breach.rule.severity, 0)),
        turn=breach.turn,
        words=breach.words,
        because=breach.rule.title,
    )


def _plan(call: CallFacts, rubric: Rubric, today: date) -> Iterable[Line]:
    """The arithmetic of what was agreed; not applicable when the call never came to offers and rightly
    stayed open."""
    if not call.plan_on_offer:
        return
    checks, lost = asked(call, today)
    for check in checks:
        worth = rubric.plan.get(check.name, 0)
        if worth:
            yield Line(
                "plan",
                "plan",
                check.name,
                points=worth if check.holds else 0,
                offered=worth,
                turn=call.agreed_turn or len(call.turns),
                group=f"plan {check.name}",
                words=_reply(call) if check.holds else "",
                note=" / ".join(str(value) for value in check.values),
            )
    for name in lost:
        if rubric.plan.get(name, 0):
            yield Line(
                "plan",
                "plan",
                name,
                points=-rubric.plan[name],
                turn=call.agreed_turn or len(call.turns),
                words=_reply(call),
            )


def _reply(call: CallFacts) -> str:
    return next((turn.reply for turn in call.turns if turn.number == call.agreed_turn), "")
