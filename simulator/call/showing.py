"""The events that show a call: the file before it, what was heard, the mood, the terms."""

from __future__ import annotations

from typing import Any

from scoring.evidence import Heard, Turn
from scoring.plan import Offer
from simulator.call.call import Call, Stage
from simulator.call.events import Briefing, Found, HeardEvent, MoodEvent, OfferEvent
from simulator.call.ladder import rung_of
from simulator.call.script import Response, Script
from simulator.call.weighing import Verdict
from simulator.hearing import Hearing, Match


def briefing(stage: Stage) -> Briefing:
    """Return the file on the desk and the rubric, before the call."""
    script, rubric = stage.script, stage.rubric
    account, setting, authority = script.account, script.setting, script.authority
    return Briefing(
        scenario=script.id,
        title=script.title,
        text=script.briefing,
        persona=script.persona.name,
        about=script.persona.about,
        account={
            "creditor": account.creditor,
            "collector": account.collector,
            "product": account.product,
            "balance": account.balance,
            "currency": account.currency,
            "overdue_days": account.overdue_days,
            "holder": account.holder,
        },
        authority={
            "instalments": list(authority.instalments) if authority.instalments else None,
            "waive": authority.waive,
            "first_payment_within": authority.first_payment_within,
            "ease": authority.eases,
        },
        setting={
            "channel": setting.channel,
            "answered_by": setting.answered_by,
            "date": setting.date.isoformat(),
            "local_time": setting.local_time,
        },
        rubric={
            "id": rubric.id,
            "bar": rubric.bar,
            "competencies": {
                each.name: {
                    "title": each.title.get(script.language, each.name),
                    "about": each.about.get(script.language, ""),
                    "anchors": list(each.anchors.get(script.language, ())),
                    "weight": each.weight,
                    "floor": each.floor,
                }
                for each in rubric.competencies
            },
        },
    )


def heard_event(
    call: Call, turn: Turn, hearing: Hearing, steering: Response | Heard | Verdict | None
) -> HeardEvent:
    """Return everything heard in a reply, under the names of the reader's language."""
    names = {match.name for match in hearing.behaviours}
    own = tuple(heard for heard in turn.heard if heard.name not in names and heard.how != "offer")
    judged = tuple(heard for heard in turn.heard if heard.how == "offer" and heard.behaviours)
    return HeardEvent(
        turn=turn.number,
        text=turn.reply,
        responses=tuple(_found(call, heard) for heard in own),
        behaviours=(
            *(_found(call, match) for match in hearing.behaviours),
            *(_found(call, heard) for heard in judged),
        ),
        possibly=tuple(_found(call, heard) for heard in turn.possibly),
        cancelled=tuple((_found(call, each.match), each.why) for each in hearing.cancelled),
        steers=getattr(steering, "name", "") if steering is not None else "",
        nearest=tuple(_found(call, match) for match in hearing.ranked),
    )


def mood_event(call: Call, turn: int) -> MoodEvent:
    """Return the debtor's mood now, in numbers and in the person's own words for it."""
    mood = call.state.mood
    voice = call.stage.script.persona.voice.get(mood.band)
    return MoodEvent(turn, mood.anger, mood.trust, mood.openness, mood.band, voice.how if voice else "")


def offer_event(call: Call, turn: int, offer: Offer, weighed: Verdict | None) -> OfferEvent:
    """Return the terms that reply number `turn` named, and what the debtor made of them."""
    script = call.stage.script
    verdict = weighed.broad if weighed is not None else ""
    answer = weighed.name if weighed is not None and weighed.name != verdict else ""
    terms = offer_terms(offer, script)
    return OfferEvent(turn, terms, verdict, answer, rung_of(offer, script, call.state.least))


def offer_terms(offer: Offer, script: Script) -> dict[str, Any]:
    """Return the terms of an offer as plain data; money in minor units."""
    return {
        "amount": offer.amount,
        "count": offer.count,
        "every": offer.every,
        "first": offer.first.isoformat() if offer.first else None,
        "day": offer.day,
        "method": offer.method,
        "waive": offer.waive,
        "eases": offer.eases,
        "currency": script.account.currency,
    }


def _found(call: Call, heard: Heard | Match) -> Found:
    advice = call.stage.advice.get(heard.name)
    title = advice.title if advice else heard.name
    return Found(heard.name, title, heard.kind, heard.span, heard.words, heard.how, heard.because)
