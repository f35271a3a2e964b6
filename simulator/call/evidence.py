"""From what the ear found to the evidence that is scored: which responses answer for which behaviours."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.evidence import Heard, Kind
from scoring.plan import Offer, repeats
from simulator.call.call import Call
from simulator.call.script import Beat, Response
from simulator.hearing import Hearing, Match


def responses_heard(call: Call, hearing: Hearing, offer: Offer | None) -> list[tuple[Response, Heard]]:
    """Return the responses of the beat that were heard and whose conditions hold, in file order."""
    found = {match.name: match for match in hearing.responses}
    packs = {match.name for match in hearing.behaviours}
    turn = len(call.turns) + 1
    heard = []
    for response in call.stage.responses(call.beat):
        match = found.get(response.name)
        if match is None or not call.state.mood.holds(response.when, turn):
            continue
        if response.needs_plan and not _repeats_plan(call, offer):
            continue
        behaviours = tuple(name for name in response.behaviours if name in packs)
        advice = [call.stage.advice[name] for name in behaviours if name in call.stage.advice]
        heard.append(
            (
                response,
                Heard(
                    name=response.name,
                    kind=response.kind,
                    span=match.span,
                    words=match.words,
                    how=match.how,
                    because=match.because,
                    behaviour=match.behaviour,
                    behaviours=behaviours,
                    sureness=match.sureness,
                    points=response.score,
                    coach=response.coach or next((each.coach for each in advice), ""),
                    better=response.better or next((each.better for each in advice), ""),
                ),
            )
        )
    return heard


def behaviours_heard(call: Call, hearing: Hearing, answered: set[str]) -> list[Heard]:
    """Return the behaviours of the packs that were heard and that no heard response answers for."""
    return [as_heard(call, match) for match in hearing.behaviours if match.name not in answered]


def as_heard(call: Call, match: Match) -> Heard:
    """Return a match of the packs as evidence, with the pack's coaching."""
    advice = call.stage.advice.get(match.name)
    return Heard(
        name=match.name,
        kind=match.kind,
        span=match.span,
        words=match.words,
        how=match.how,
        because=match.because,
        behaviour=match.behaviour or match.name,
        behaviours=(match.behaviour or match.name,),
        sureness=match.sureness,
        coach=advice.coach if advice else "",
        better=advice.better if advice else "",
    )


def points_on_offer(call: Call, beat: Beat) -> Mapping[str, int]:
    """Return the best that any one response of `beat` gives, per competency."""
    scores = [response.score for response in beat.responses if response.kind in (Kind.GOOD, Kind.OKAY)]
    if beat.negotiate is not None:
        scores.append(beat.negotiate.accept.score)
    best: dict[str, int] = {}
    for score in scores:
        for name, points in score.items():
            if points > best.get(name, 0):
                best[name] = points
    return best


def _repeats_plan(call: Call, offer: Offer | None) -> bool:
    agreed = call.state.agreed
    return agreed is not None and repeats(agreed, offer)
