"""Who decides what happens next: one rule that a trainer can say in one breath.

A breach first; then an offer where the debtor negotiates, if nothing bad was said; then the beat's
own responses, worst kind first and in file order; then the behaviours of the packs, worst first.
"""

from __future__ import annotations

from collections.abc import Sequence

from scoring.evidence import Heard, Kind
from simulator.call.script import Response
from simulator.call.weighing import Verdict

RANK = {kind: rank for rank, kind in enumerate(Kind)}
"""0 is the worst kind."""


def steers(
    responses: Sequence[tuple[Response, Heard]], behaviours: Sequence[Heard], verdict: Verdict | None
) -> Response | Heard | Verdict | None:
    """Return what steers: a response of the beat, a behaviour of the packs, an offer, or nothing.

    `responses` are those heard, in file order; `behaviours` those heard in the packs that no heard
    response answers for.
    """
    ranked = sorted(responses, key=lambda pair: RANK[pair[0].kind])  # stable: file order stays
    packed = sorted(behaviours, key=lambda heard: RANK[heard.kind])
    if ranked and ranked[0][0].kind is Kind.BREACH:
        return ranked[0][0]
    if packed and packed[0].kind is Kind.BREACH:
        return packed[0]
    if verdict is not None and not (ranked and ranked[0][0].kind is Kind.BAD):
        return verdict
    if ranked:
        return ranked[0][0]
    return packed[0] if packed else None
