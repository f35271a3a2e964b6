"""What can be heard in one reply at a beat, and who then steers: every move, without a word being said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from scoring.evidence import Heard, Kind, Span
from scoring.plan import Offer
from simulator.authoring.exploring.offers import bargain_of
from simulator.call.offering import PLANS
from simulator.call.script import Beat, Response, Script
from simulator.call.steering import RANK, steers
from simulator.call.tries import HARM
from simulator.call.weighing import Verdict
from simulator.hearing.behaviours import BEHAVIOURS

NOTHING = "nothing"
"""The move of a reply in which nothing was understood: the call stays where it is."""
OFFER = "offer:"
"""How the verdict on an offer is named as an entry: "offer:accept"."""
TAKES = "takes:"
"""How taking what the debtor tries is named as an entry: "takes:borrows"."""
ASKS = ("invites_proposal", "asks_affordability")
"""Behaviours that ask the debtor for a proposal."""
HARD = (Kind.BAD, Kind.BREACH)

Marks = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Move:
    """One reply as the engine would take it: what is heard in it, and what steers.

    `entry` names what steers: a response, "offer:" and a verdict, a behaviour, or NOTHING. `goto` is
    where that leads, "" when the call stays; `mood` what the debtor's entry for the verdict adds.
    """

    entry: str
    kind: Kind | None = None
    goto: str = ""
    responses: tuple[tuple[Response, Heard], ...] = ()
    packed: tuple[Heard, ...] = ()
    verdict: str = ""
    mood: Mapping[str, int] = field(default_factory=dict)

    @property
    def heard(self) -> tuple[Heard, ...]:
        """Everything heard, as the engine lists it."""
        return (*(heard for _, heard in self.responses), *self.packed)

    @property
    def also(self) -> tuple[str, ...]:
        """What was heard beside the entry that steers."""
        return tuple(heard.name for heard in self.heard if heard.name != self.entry)


def hearable(response: Response) -> bool:
    """Whether anything at all could be heard as this response."""
    return bool(response.behaviours or response.hears or response.like)


def moves_at(
    script: Script,
    beat: Beat,
    available: Sequence[Response],
    offers: Sequence[str],
    proposes: bool = False,
    tried: Sequence[int] = (),
) -> tuple[Move, ...]:
    """Return every move of a reply that says one thing: one behaviour, one response's own words, one offer.

    `available` are the responses whose conditions hold, in file order; `offers` the verdicts that an
    offer can meet, `proposes` whether the debtor makes a proposal when asked, `tried` the numbers of the
    tries that may have been played. A behaviour is heard as every response that lists it, and alone where
    none does.
    """
    found: list[Move] = [Move(NOTHING)]
    for response in available:
        if response.hears or response.like:
            found.append(_move(script, beat, (response,), (), (), ""))
    for name, kind in BEHAVIOURS.items():
        claims = tuple(response for response in available if name in response.behaviours)
        variants = [claims]
        if kind not in HARD and any(response.kind in HARD for response in claims):
            # by likeness alone nothing bad is ever heard, the behaviour still is
            variants.append(tuple(response for response in claims if response.kind not in HARD))
        told = any(name in reveal.on for reveal in script.reveals)
        answers = _with_plan(offers) if name in PLANS else ("",)
        if proposes and name in ASKS:
            answers = ("", "proposes") if told else ("proposes",)
        for verdict in answers:
            for heard in variants:
                packed = () if heard else (name,)
                found.append(_move(script, beat, heard, (name,), packed, verdict))
    found += [_move(script, beat, (), (), (), verdict) for verdict in offers]
    found += [_taking(script, beat, available, number) for number in tried]
    return tuple(found)


def _taking(script: Script, beat: Beat, available: Sequence[Response], number: int) -> Move:
    """The move of a reply that takes what the debtor tries: the fault in it, and where that leads."""
    assert beat.negotiate is not None  # only there anything is tried
    one = beat.negotiate.tries[number]
    name = HARM[one.kind]
    claims = tuple(response for response in available if name in response.behaviours)[:1]
    free = one.kind == "asks_discount" and one.share <= script.authority.waive
    packed = () if claims or free else (name,)
    move = _move(script, beat, () if free else claims, (name,), packed, "")
    return replace(move, entry=TAKES + one.kind, goto=move.goto or one.goto or "", mood=one.mood)


def _with_plan(offers: Sequence[str]) -> tuple[str, ...]:
    """What may come of speaking of a plan: a verdict; once one is agreed, none when it is said back right."""
    return ("", *offers) if not offers or "differs" in offers else tuple(offers)


def joined(script: Script, beat: Beat, first: Move, second: Move) -> Move | None:
    """Return the move of a reply that says both, None when one debtor cannot weigh two offers at once."""
    if first.verdict and second.verdict:
        return None
    by_name = {response.name: (response, heard) for response, heard in (*first.responses, *second.responses)}
    answered = {name for _, heard in by_name.values() for name in heard.behaviours}
    packed = tuple(
        {
            heard.name: heard for heard in (*first.packed, *second.packed) if heard.name not in answered
        }.values()
    )
    order = {response.name: place for place, response in enumerate((*beat.responses, *script.always))}
    pairs = tuple(sorted(by_name.values(), key=lambda pair: order.get(pair[0].name, 0)))
    return _steered(beat, pairs, packed, first.verdict or second.verdict)


def _move(
    script: Script,
    beat: Beat,
    responses: Sequence[Response],
    behaviours: tuple[str, ...],
    packed: tuple[str, ...],
    verdict: str,
) -> Move:
    pairs = tuple((response, _heard(response.name, response.kind, behaviours)) for response in responses)
    return _steered(beat, pairs, tuple(_heard(name, BEHAVIOURS[name], (name,)) for name in packed), verdict)


def _steered(
    beat: Beat, pairs: tuple[tuple[Response, Heard], ...], packed: tuple[Heard, ...], verdict: str
) -> Move:
    steering = steers(pairs, packed, Verdict(verdict, Offer()) if verdict else None)
    if isinstance(steering, Response):
        return Move(steering.name, steering.kind, steering.goto or "", pairs, packed)
    if isinstance(steering, Verdict):
        bargain = bargain_of(beat, verdict)
        if bargain is None:
            return Move(OFFER + verdict, None, "", pairs, packed, verdict)
        return Move(OFFER + verdict, None, bargain.goto or "", pairs, packed, verdict, bargain.mood)
    if isinstance(steering, Heard):
        return Move(steering.name, steering.kind, "", pairs, packed)
    return Move(NOTHING)


@cache
def _heard(name: str, kind: Kind, behaviours: tuple[str, ...]) -> Heard:
    return Heard(name, kind, Span(0, 0), "", "pattern", behaviours=behaviours)


def worst(move: Move) -> int:
    """Return the rank of the worst thing heard in a move, 0 for a breach; for nothing heard that of okay."""
    return min((RANK[heard.kind] for heard in move.heard), default=RANK[Kind.OKAY])
