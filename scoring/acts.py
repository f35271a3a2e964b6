"""Acts: what one reply does, as rules see it: behaviours, the rulebook's own wordings, sums of money."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scoring.standing import Standing

ANYTHING = "anything"
"""The act of saying anything at all, for rules about the hour and the number of calls."""
THREATS = (
    *("threatens_arrest", "threatens_legal", "threatens_harm", "threatens_exposure", "threatens_visit"),
    *("harasses", "false_consequence"),
)
_STATES = (
    *("states_debt", "misstates_debt", "pressures", "offers_plan", "offers_relief", "confirms_plan"),
    *("explains_consequence", "explains_benefit", "holds_position", "exceeds_authority"),
    *("urges_borrowing", "asks_private_payment"),
)
GROUPS: Mapping[str, tuple[str, ...]] = {
    "collecting": (*_STATES, "invites_proposal", "asks_affordability", *THREATS),
    "debt_detail": (*_STATES, *THREATS, "discloses_debt", "uses_third_party_pressure"),
    "threats": THREATS,
    "abuse": ("insults", "mocks", "moralises"),
    "closing": ("closes_politely", "sets_follow_up", "respects_stop", "apologises"),
    ANYTHING: (ANYTHING,),
}
"""Groups of behaviours that every rulebook can name."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A wording of a rulebook found in a reply: whose it is, the words and their place in the reply.

    `sure` is false for what only came near, `guess` true for what was heard by likeness, which accuses
    nobody. What learnt weights suspect has the name of its rule; `strong` says that they speak so clearly
    that another cue beside them is believed.
    """

    name: str
    words: str
    start: int = 0
    end: int = 0
    sure: bool = True
    because: str = ""
    guess: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money named in a reply, in minor units, and its place."""

    amount: int
    start: int
    end: int
    approx: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What the law needs to know of a reply beside what was heard: the standing before it, the rulebook's
    own wordings in it, the sums that it names, and the rules that learnt weights speak against: `doubted`
    clearly enough to make a listed wording only possible, `cleared` enough that a mere cue is nothing."""

    standing: Standing = field(default_factory=Standing)
    cues: tuple[Cue, ...] = ()
    sums: tuple[Sum, ...] = ()
    doubted: frozenset[str] = frozenset()
    cleared: frozenset[str] = frozenset()


def wrong_sums(cue: Cue, said: Said) -> tuple[Sum, ...]:
    """Return the sums inside some words that the file does not have; none when it has no figures.

    A sum may be rounded by less than one unit of the currency, one said to be about right by a
    twentieth; it may be what is left of a figure after another sum that the same reply names, or one of
    the parts of a figure, all of which it names.
    """
    if not said.standing.figures or _parts(said):
        return ()
    return tuple(
        one
        for one in sums_in(cue, said)
        if not any(
            _same(one, figure) or any(_same(one, figure - paid.amount) for paid in said.sums if paid != one)
            for figure in said.standing.figures
        )
    )


def sums_in(cue: Cue, said: Said) -> tuple[Sum, ...]:
    """Return the sums that some words name."""
    return tuple(one for one in said.sums if one.start < cue.end and cue.start < one.end)


def named(acts: Iterable[Cue], names: Iterable[str]) -> tuple[Cue, ...]:
    """Return the acts that have one of some names: sure ones first, of those what a pattern heard."""
    wanted = frozenset(names)
    return tuple(
        sorted((act for act in acts if act.name in wanted), key=lambda act: (not act.sure, act.guess))
    )


def _parts(said: Said) -> bool:
    """Whether a reply takes a figure of the file apart: its other sums, two or more, come to it."""
    rest = [one for one in said.sums if not any(_same(one, figure) for figure in said.standing.figures)]
    whole = sum(one.amount for one in rest)
    return len(rest) > 1 and any(abs(whole - figure) < 100 for figure in said.standing.figures)


def _same(one: Sum, figure: int) -> bool:
    apart = abs(one.amount - figure)
    return apart < 100 or (one.approx and apart * 20 <= figure)
