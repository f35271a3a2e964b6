"""The figures of a group of labelled replies: everything, a language, or one kind of reply."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scoring.evidence import Kind
from simulator.hearing.behaviours import BEHAVIOURS
from simulator.hearing.figures import Score, Share, auc, bootstrap, share
from simulator.hearing.hearing import Match

_HARD = (Kind.BREACH, Kind.BAD)
_NOTHING = Share(0, 0)
_TOP = 12  # confusions that are told
_WARM = frozenset(
    [
        "acknowledges_feeling",
        "acknowledges_hardship",
        "stays_calm",
        "reflects_back",
        "apologises",
        "praises_effort",
        "asks_open_question",
        "signposts_help",
        "offers_relief",
        "respects_stop",
    ]
)


@dataclass(frozen=True, slots=True)
class Prediction:
    """One row and what was heard in it; `wrong` and `missed` hold ids that count in this row.

    `steers` are the names of which any is right, None when the row does not say; `clean` counts
    (right, wrong, missed) on the clean twin of a reply with slips, if it has one.
    """

    row: int
    language: str
    reply: str
    labels: tuple[str, ...]
    heard: tuple[Match, ...]
    possibly: tuple[Match, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    ranked: tuple[Match, ...] = ()
    note: str = ""
    steers: tuple[str, ...] | None = None
    steered: str | None = None
    clean: tuple[int, int, int] | None = None
    caring: bool | None = None

    @property
    def counts(self) -> tuple[int, int, int]:
        """Return right, wrong, missed."""
        return len(self.labels) - len(self.missed), len(self.wrong), len(self.missed)

    @property
    def misled(self) -> bool:
        """Whether something else steered than should have."""
        return self.steers is not None and self.steered is not None and self.steered not in self.steers


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of a group of replies: everything, a language, or one kind of reply (`note`).

    `macro` is the mean F1 of the behaviours that were labelled or heard; `unjust` the share of replies
    without a bad or breach label in which one was heard, of `innocent` such replies; `suspected` in which
    one was possible; `anything` the replies in which anything was heard; `wrong_breaches` how often a
    breach was heard that had not been said; `abstained` the replies with a label in which nothing was
    heard; `top_three` the share of labels among what was heard and the three nearest; `faults` the replies
    with a fault in which one of theirs was heard, `faults_near` heard or possible; `steering` how often the
    right response steered; `typed` and `clean` F1 of replies with slips and of their clean twins;
    `empathy` the AUC of caring against cold replies.
    """

    replies: int
    micro: Score
    macro: float
    kinds: Mapping[str, Score]
    behaviours: Mapping[str, Score]
    unjust: float
    innocent: int
    wrong_breaches: int
    abstained: int
    top_three: float
    suspected: Share = _NOTHING
    anything: Share = _NOTHING
    faults: Share = _NOTHING
    faults_near: Share = _NOTHING
    steering: Share = _NOTHING
    typed: Score | None = None
    clean: Score | None = None
    empathy: float | None = None
    confusions: tuple[tuple[str, str, int], ...] = ()
    misled: tuple[tuple[str, str, int], ...] = ()


def group(predictions: Sequence[Prediction]) -> Group:
    """Return the figures of some rows."""
    behaviours = {}
    for name in BEHAVIOURS:
        score = _score(predictions, {name})
        if score.right + score.wrong + score.missed:
            behaviours[name] = score
    kinds = {}
    for kind in Kind:
        names = {name for name, its in BEHAVIOURS.items() if its is kind}
        if not names.isdisjoint(behaviours):
            kinds[kind.value] = _score(predictions, names)
    innocent = [one for one in predictions if not _faults(one)]
    guilty = [one for one in predictions if _faults(one)]
    unjust = share([any(match.kind in _HARD for match in one.heard) for one in innocent])
    labels = sum(len(one.labels) for one in predictions)
    near = sum(
        len(set(one.labels) & {match.name for match in (*one.heard, *(one.ranked or one.possibly))})
        for one in predictions
    )
    steered = [one for one in predictions if one.steers is not None and one.steered is not None]
    twins = [one for one in predictions if one.clean is not None]
    counts = [one.counts for one in predictions]
    return Group(
        replies=len(predictions),
        micro=_total(counts, interval=True),
        macro=sum(score.f1 for score in behaviours.values()) / len(behaviours) if behaviours else 0.0,
        kinds=kinds,
        behaviours=behaviours,
        unjust=unjust.share,
        innocent=len(innocent),
        wrong_breaches=sum(BEHAVIOURS.get(name) is Kind.BREACH for one in predictions for name in one.wrong),
        abstained=sum(bool(one.labels) and not one.heard for one in predictions),
        top_three=near / labels if labels else 0.0,
        suspected=share([any(match.kind in _HARD for match in one.possibly) for one in innocent]),
        anything=share([bool(one.heard) for one in predictions]),
        faults=share([bool(_faults(one) & _names(one.heard)) for one in guilty]),
        faults_near=share([bool(_faults(one) & _names((*one.heard, *one.possibly))) for one in guilty]),
        steering=share([not one.misled for one in steered]),
        typed=_total([one.counts for one in twins]) if twins else None,
        clean=_total([one.clean for one in twins if one.clean is not None]) if twins else None,
        empathy=auc(
            [_warmth(one) for one in predictions if one.caring is True],
            [_warmth(one) for one in predictions if one.caring is False],
        ),
        confusions=_most(
            (missed, heard) for one in predictions for missed in one.missed for heard in one.wrong
        ),
        misled=_most(("|".join(one.steers or ()), one.steered or "") for one in steered if one.misled),
    )


def _names(matches: Iterable[Match]) -> set[str]:
    return {match.behaviour or match.name for match in matches}


def _faults(one: Prediction) -> set[str]:
    return {label for label in one.labels if BEHAVIOURS.get(label) in _HARD}


def _warmth(one: Prediction) -> float:
    """Return how caring a reply was heard to be: kind behaviours by sureness, less the unkind ones."""
    kind = sum(match.sureness for match in one.heard if match.name in _WARM)
    nearly = sum(match.sureness for match in one.ranked if match.name in _WARM)
    cold = sum(1.0 for match in one.heard if match.kind in _HARD)
    coldish = sum(match.sureness for match in one.ranked if match.kind in _HARD)
    return kind - cold + 0.5 * (nearly - coldish)


def _most(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str, int], ...]:
    found = sorted(Counter(pairs).items(), key=lambda item: (-item[1], item[0]))
    return tuple((*pair, times) for pair, times in found[:_TOP])


def _score(predictions: Sequence[Prediction], names: set[str]) -> Score:
    missed = sum(len(names & set(one.missed)) for one in predictions)
    wrong = sum(len(names & set(one.wrong)) for one in predictions)
    return Score(sum(len(names & set(one.labels)) for one in predictions) - missed, wrong, missed)


def _total(counts: Sequence[tuple[int, int, int]], interval: bool = False) -> Score:
    right, wrong, missed = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    return Score(right, wrong, missed, bootstrap(counts) if interval and counts else None)
