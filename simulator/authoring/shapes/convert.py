"""From checked shapes to the plain data of the call: Script and Persona."""

from __future__ import annotations

import re

from scoring.plan import Authority, Debt, Household
from simulator.authoring.shapes.negotiation import (
    AuthorityShape,
    BargainShape,
    HouseholdShape,
    NegotiationShape,
)
from simulator.authoring.shapes.persona import PersonaShape
from simulator.authoring.shapes.scenario import (
    BeatShape,
    ResponseShape,
    ScenarioShape,
)
from simulator.authoring.shapes.standing import standing_of
from simulator.authoring.shapes.values import minor
from simulator.call.bargain import ANSWERS, KeepsBack, Try
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
            holder=clean(shape.account.holder),
        ),
        setting=Setting(
            channel=shape.call.channel,
            answered_by=shape.call.answered_by,
            date=shape.call.date,
            local_time=shape.call.local_time,
            standing=standing_of(shape),
        ),
        authority=_authority(shape.authority, currency),
        household=_household(shape.household, currency) if shape.household else None,
        no_payment=shape.household.no_payment_now if shape.household else None,
        start=shape.start,
        beats={name: _beat(name, beat) for name, beat in shape.beats.items()},
        endings={
            name: Ending(name=name, outcome=ending.outcome, says=_line(ending.says))
            for name, ending in shape.endings.items()
        },
        always=tuple(_response(one) for one in shape.always),
        reveals=tuple(
            Reveal(
                on=tuple(one.on),
                says=clean(one.says),
                tells=tuple(one.tells),
                when=one.when,
                guarded=clean(one.guarded),
            )
            for one in shape.reveals
        ),
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
        reveals=tuple(shape.reveals),
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
        reveals=tuple(shape.reveals),
    )


def _authority(shape: AuthorityShape, currency: str) -> Authority:
    return Authority(
        instalments=shape.instalments,
        waive=shape.waive,
        first_payment_within=shape.first_payment_within,
        eases=shape.ease,
        longest=shape.longest,
        first_payment=None if shape.first_payment is None else minor(shape.first_payment, currency),
        first_share=shape.first_share,
    )


def _household(shape: HouseholdShape, currency: str) -> Household:
    debts = (Debt(clean(one.what), minor(one.amount, currency), one.due) for one in shape.debts)
    return Household(
        income=minor(shape.income, currency),
        essentials=minor(shape.essentials, currency),
        payday=shape.payday,
        at_hand=None if shape.at_hand is None else minor(shape.at_hand, currency),
        debts=tuple(debts),
        second_payday=shape.second_payday,
    )


def _negotiation(shape: NegotiationShape) -> Negotiation:
    entries = {name: _bargain(one) for name in ANSWERS if (one := getattr(shape, name)) is not None}
    kept = shape.keeps_back
    return Negotiation(
        **entries,
        keeps_back=KeepsBack(kept.share, kept.when) if kept is not None else None,
        tries=tuple(
            Try(
                kind=one.kind,
                says=_line(one.says),
                goto=one.goto,
                mood=dict(one.mood),
                score=dict(one.score),
                after=one.after,
                when=one.when,
                share=one.share,
            )
            for one in shape.tries
        ),
    )


def _bargain(shape: BargainShape) -> Bargain:
    return Bargain(
        says=_line(shape.says),
        goto=shape.goto,
        mood=dict(shape.mood),
        score=dict(shape.score),
        after=shape.after,
        when=shape.when,
    )
