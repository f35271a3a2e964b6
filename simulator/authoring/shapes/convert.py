"""From checked shapes to the plain data of the call: Script and Persona."""

from __future__ import annotations

import re

from scoring.plan import Authority, Household
from simulator.authoring.shapes.persona import PersonaShape
from simulator.authoring.shapes.scenario import (
    BargainShape,
    BeatShape,
    NegotiationShape,
    ResponseShape,
    ScenarioShape,
)
from simulator.authoring.shapes.values import minor
from simulator.call.script import (
    Account,
    Bargain,
    Beat,
    Ending,
    Line,
    Negotiation,
    Persona,
    Response,
    Reveal,
    Script,
    Setting,
    Tactic,
    Voice,
)
from simulator.text import clean


def persona_of(shape: PersonaShape, digest: str) -> Persona:
    """Return a persona as the engine sees it."""
    voices = shape.voice.__dict__ if shape.voice else {}
    return Persona(
        id=shape.id,
        language=shape.language,
        name=clean(shape.name),
        style=shape.style,
        about=clean(shape.about),
        mood=dict(shape.mood),
        feels={behaviour: dict(effects) for behaviour, effects in shape.feels.items()},
        voice={
            band: Voice(opens=_cleaned(one.opens), closes=_cleaned(one.closes), how=clean(one.how))
            for band, one in voices.items()
        },
        reacts={name: _cleaned(lines) for name, lines in shape.reacts.items()},
        otherwise=_cleaned(shape.otherwise),
        asks_meaning=_cleaned(shape.asks_meaning),
        tactics=tuple(
            Tactic(
                kind=one.kind,
                lines=_cleaned(one.lines),
                when=one.when,
                chance=one.chance,
                at_most=one.at_most,
            )
            for one in shape.tactics
        ),
        limits=dict(shape.limits),
        hangs_up=_cleaned(shape.hangs_up),
        digest=digest,
    )


def script_of(shape: ScenarioShape, persona: Persona, digest: str) -> Script:
    """Return a scenario as the engine sees it, with its persona."""
    balance, currency = shape.account.balance
    household = None
    if shape.household is not None:
        household = Household(
            income=minor(shape.household.income, currency),
            essentials=minor(shape.household.essentials, currency),
            payday=shape.household.payday,
        )
    return Script(
        id=shape.id,
        language=shape.language,
        title=clean(shape.title),
        jurisdiction=shape.jurisdiction,
        level=shape.level,
        practises=tuple(shape.practises),
        briefing=_folded(clean(shape.briefing)),
        persona=persona,
        account=Account(
            creditor=clean(shape.account.creditor),
            collector=clean(shape.account.collector),
            product=clean(shape.account.product),
            balance=balance,
            currency=currency,
            overdue_days=shape.account.overdue,
        ),
        setting=Setting(
            channel=shape.call.channel,
            answered_by=shape.call.answered_by,
            date=shape.call.date,
            local_time=shape.call.local_time,
        ),
        authority=Authority(
            instalments=shape.authority.instalments,
            waive=shape.authority.waive,
            first_payment_within=shape.authority.first_payment_within,
            eases=shape.authority.ease,
        ),
        household=household,
        start=shape.start,
        beats={name: _beat(name, beat) for name, beat in shape.beats.items()},
        endings={
            name: Ending(name=name, outcome=ending.outcome, says=_line(ending.says))
            for name, ending in shape.endings.items()
        },
        always=tuple(_response(one) for one in shape.always),
        reveals=tuple(Reveal(on=one.on, says=clean(one.says)) for one in shape.reveals),
        ends_when=tuple(shape.ends_when),
        turn_limit=shape.turn_limit,
        digest=digest,
    )


def _folded(text: str) -> str:
    """Return a text that was folded over several lines, without the spaces that folding puts into Chinese."""
    return re.sub(r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]) +(?=[\u4e00-\u9fff])", "", text)


def _cleaned(lines: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return tuple(clean(line) for line in lines)


def _line(line: Line | None) -> Line:
    if line is None:
        return Line()
    return Line(any=_cleaned(line.any), bands={band: _cleaned(said) for band, said in line.bands.items()})


def _beat(name: str, shape: BeatShape) -> Beat:
    return Beat(
        name=name,
        says=_line(shape.says),
        responses=tuple(_response(one) for one in shape.responses),
        negotiate=_negotiation(shape.negotiate) if shape.negotiate else None,
        otherwise=_cleaned(shape.otherwise),
        hint=clean(shape.hint),
        model=clean(shape.model),
    )


def _response(shape: ResponseShape) -> Response:
    return Response(
        name=shape.name,
        kind=shape.kind,
        behaviours=tuple(shape.behaviours),
        hears=_cleaned(shape.hears),
        excepts=_cleaned(shape.excepts),
        like=_cleaned(shape.like),
        when=shape.when,
        needs_plan=shape.needs_plan,
        mood=dict(shape.mood),
        score=dict(shape.score),
        says=_line(shape.says),
        coach=clean(shape.coach),
        better=clean(shape.better),
        goto=shape.goto,
    )


def _negotiation(shape: NegotiationShape) -> Negotiation:
    return Negotiation(
        accept=_bargain(shape.accept),
        too_much=_bargain(shape.too_much),
        vague=_bargain(shape.vague),
        counter=_bargain(shape.counter) if shape.counter else None,
    )


def _bargain(shape: BargainShape) -> Bargain:
    return Bargain(
        says=_line(shape.says),
        goto=shape.goto,
        mood=dict(shape.mood),
        score=dict(shape.score),
        after=shape.after,
    )
