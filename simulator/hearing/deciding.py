"""What is heard in a reply: patterns and learnt weights together, and what came near.

A bad behaviour or a breach is heard by a pattern alone. A good one is heard by a pattern unless the weights
speak clearly against it, or by the weights when they speak clearly for it. What came near scores nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scoring.evidence import Kind
from simulator.hearing.hearing import Cancelled, Match
from simulator.hearing.linear import FLAGS, NONE, Linear, Scores, terms
from simulator.hearing.listening import Owner
from simulator.hearing.matcher import Range
from simulator.hearing.search import Reply, asks
from simulator.hearing.similar import Examples, features, pieces


@dataclass(frozen=True, slots=True)
class Bars:
    """The scores that decide, chosen on labelled replies whose writers the lessons did not know.

    heard: over it a good behaviour is heard without a pattern, `short` more in a short piece.
    veto: under it a pattern of a good behaviour is not believed; beside: the same where the pattern stands
    in the clause of a bad behaviour or a breach; hard_veto: under it a pattern of those is only possible.
    near, bad_near, breach_near: over it a behaviour came near; nearly nothing kind reaches the last two.
    listened: what a behaviour that the beat listens for needs less; elsewhere: what every other good one
    needs more there.
    likely, lead: when no response of the beat was heard, over `likely` and so far ahead of the second the
    best good behaviour that the beat listens for is heard.
    """

    heard: float = -0.1
    short: float = 0.25
    veto: float = -0.55
    beside: float = 0.0
    hard_veto: float = -1.0
    near: float = -0.55
    bad_near: float = 0.0
    breach_near: float = 0.0
    listened: float = 0.1
    elsewhere: float = 0.45
    likely: float = -0.2
    lead: float = 0.1


BARS = {
    "en": Bars(),
    "zh": Bars(heard=0.0, bad_near=-0.25, breach_near=-0.1, elsewhere=0.2, likely=-0.3),
}
SHORT = 7
"""Gap costs: three English words or six Chinese characters say little."""
NOTHING = 4
"""Gap costs of a piece too short to be heard by weights at all."""
_MOST = 3


@dataclass(slots=True)
class Decision:
    """What was heard, by owner; what came near, and the three nearest of what was not heard, best first."""

    heard: dict[int, Match]
    near: list[Match]
    ranked: tuple[Match, ...]


def decide(
    linear: Linear,
    examples: Examples,
    owners: tuple[Owner, ...],
    reply: Reply,
    sure: dict[int, tuple[Match, Range]],
    taken: dict[int, Cancelled],
    wanted: frozenset[str] = frozenset(),
    bars: Bars = BARS["en"],
    answered: bool = False,
) -> Decision:
    """Return what one reply says; `sure` and `taken` is what patterns found and what scope took back,
    `wanted` the behaviours that the beat listens for, `answered` whether its own phrases were heard."""
    said = reply.said
    scores = scores_of(linear, reply)
    hard = [place for owner, (_, place) in sure.items() if owners[owner].hard]
    heard: dict[int, Match] = {}
    doubted: list[Match] = []
    for owner, (match, place) in sure.items():
        one, score = owners[owner], scores.best[owner]
        bar = bars.beside if _beside(reply, place, hard) else bars.veto + _shift(one, wanted, bars)
        named = "{name}" in match.because  # who is asked for says more than any word around it
        if named or score <= NONE or score > (bars.hard_veto if one.hard else bar):
            heard[owner] = match
        elif one.hard:
            doubted.append(replace(match, sureness=_sureness(score)))
    explain = _Explaining(examples, owners, reply, scores)
    least = bars.heard - bars.listened
    for owner, score in enumerate(scores.best):
        if score < least or owner in sure or owner in taken or owners[owner].hard:
            continue
        one = owners[owner]
        start, end = scores.pieces[owner]
        cost = said.costs[end] - said.costs[start]
        bar = bars.heard + (bars.short if cost < SHORT else 0.0) + _shift(one, wanted, bars)
        if score > bar and cost > NOTHING and not _overlaps(hard, start, end):
            heard[owner] = explain(owner)
    if wanted and not answered and not any(owners[o].name in wanted or owners[o].hard for o in heard):
        settled = {*sure, *taken}
        likely = _likeliest(owners, scores, wanted, settled, bars)
        if likely is not None and not _overlaps(hard, *scores.pieces[likely]):
            heard[likely] = explain(likely)
    best = [(-score, owner) for owner, score in enumerate(scores.best) if score > NONE]
    order = [owner for _, owner in sorted(best) if owner not in heard][:_MOST]
    close = {o for o in order if o not in taken and scores.best[o] > _near(owners[o], bars)}
    ranked = tuple(explain(owner, owner in close) for owner in order)
    near = [match for owner, match in zip(order, ranked, strict=True) if owner in close]
    return Decision(
        heard,
        [*doubted, *(match for match in near if all(match.name != one.name for one in doubted))],
        ranked,
    )


def _likeliest(
    owners: tuple[Owner, ...], scores: Scores, wanted: frozenset[str], settled: set[int], bars: Bars
) -> int | None:
    """Return the good behaviour that a beat which listens for it was most likely answered with, if any."""
    order = sorted(
        (-score, owner)
        for owner, score in enumerate(scores.best)
        if owners[owner].name in wanted and not owners[owner].hard and score > NONE
    )
    if not order or -order[0][0] <= bars.likely or order[0][1] in settled:
        return None
    ahead = order[1][0] - order[0][0] if len(order) > 1 else bars.lead
    return order[0][1] if ahead >= bars.lead else None


def _near(owner: Owner, bars: Bars) -> float:
    if owner.kind is Kind.BREACH:
        return bars.breach_near
    return bars.bad_near if owner.hard else bars.near


def _shift(owner: Owner, wanted: frozenset[str], bars: Bars) -> float:
    if not wanted:
        return 0.0
    return -bars.listened if owner.name in wanted else bars.elsewhere


def _sureness(score: float) -> float:
    return round(min(0.99, max(0.01, 0.5 + score / 4)), 3)


def scores_of(linear: Linear, reply: Reply, marks: Sequence[str] = ()) -> Scores:
    """Return the best score of everything learnt over the pieces of a reply, each with its marks."""
    said, over = reply.said, reply.scope
    found = []
    denied, lent = any(over.negators), any(over.borrowed)
    for start, end in pieces(said):
        flags = list(marks)
        if denied and any(over.negators[start:end]):
            flags.append(FLAGS[0])
        if lent and any(over.borrowed[start:end]):
            flags.append(FLAGS[1])
        if asks(said, start, end):
            flags.append(FLAGS[2])
        found.append(((start, end), flags))
    return linear.scores(terms(said), found)


class _Explaining:
    """Gives a guess its place and the example it is nearest to, asking once for each piece (that takes
    longer than all the rest, so what is only ranked goes without)."""

    def __init__(self, examples: Examples, owners: tuple[Owner, ...], reply: Reply, scores: Scores) -> None:
        self._examples, self._owners, self._reply, self._scores = examples, owners, reply, scores
        self._near: dict[Range, dict[int, int]] = {}

    def __call__(self, owner: int, by_example: bool = True) -> Match:
        start, end = piece = self._scores.pieces[owner]
        if by_example and piece not in self._near:
            negated = any(self._reply.scope.negators[start:end])
            found = self._examples.best(features(self._reply.said, start, end), negated)[0]
            self._near[piece] = {one: number for one, (_, number) in found.items()}
        example = self._near[piece].get(owner) if by_example else None
        because = self._examples.rows[example][3] if example is not None else ""
        sureness = _sureness(self._scores.best[owner])
        return self._reply.match(self._owners[owner], start, end, "example", because, sureness)


def _overlaps(places: list[Range], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in places)


def _beside(reply: Reply, place: Range, hard: list[Range]) -> bool:
    """Tell whether a match shares its clause with one of the hard places."""
    if not hard:
        return False
    signs, count = reply.said.signs, len(reply.said.stems)
    start, end = place
    while start > 0 and not signs[start]:
        start -= 1
    while end < count and not signs[end]:
        end += 1
    return _overlaps(hard, start, end)
