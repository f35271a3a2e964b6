"""What thousands of calls come to: outcomes, scores, endings, and what nobody reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.evidence import COMPETENCIES
from simulator.authoring.exploring.exploration import Exploration
from simulator.authoring.walk.playing import Played, again
from simulator.authoring.walk.shrinking import shortest
from simulator.call import Stage
from simulator.call.rules import listened, outcome_of


@dataclass(frozen=True, slots=True)
class Group:
    """How the calls of one kind of trainee went.

    `outcomes` counts them; `scores` are the overall scores, lowest first; `passed` counts calls;
    `replies` is the middle length of a call.
    """

    trainee: str
    calls: int
    outcomes: Mapping[str, int]
    scores: tuple[int, ...]
    passed: int
    replies: int

    def quantile(self, share: float) -> int | None:
        """Return the score below which `share` (0 to 1) of the calls lie."""
        return self.scores[int(share * (len(self.scores) - 1))] if self.scores else None


@dataclass(frozen=True, slots=True)
class End:
    """How often an ending was reached, and the shortest replies that lead there."""

    name: str
    outcome: str
    calls: int
    seed: int = 0
    replies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """All calls of a walk.

    `best` is the best score in each competency, None where it was never assessed; `failing` are the
    reasons why calls were not passed, each with how many, the commonest first; `unreached` names the
    beats, endings and responses (as "beat: name") that no call came to although one could.
    """

    calls: int
    groups: tuple[Group, ...]
    ends: tuple[End, ...]
    best: Mapping[str, int | None]
    failing: tuple[tuple[str, int], ...]
    unreached_beats: tuple[str, ...]
    unreached_endings: tuple[str, ...]
    unheard: tuple[tuple[str, str], ...]


def summary(stage: Stage, played: Sequence[Played], explored: Exploration) -> Summary:
    """Return what some calls come to."""
    script = stage.script
    trainees = tuple(dict.fromkeys(one.trainee for one in played))
    heard = {place for one in played for place in one.heard}
    been = {name for one in played for name in one.beats}
    ended = Counter(one.ending for one in played)
    possible = dict.fromkeys((*script.endings, *explored.endings))
    best: dict[str, int | None] = {}
    for name in COMPETENCIES:
        scores = [score for one in played if (score := one.scores.get(name)) is not None]
        best[name] = max(scores, default=None)
    return Summary(
        calls=len(played),
        groups=tuple(_group(name, [one for one in played if one.trainee == name]) for name in trainees),
        ends=tuple(_end(stage, name, played) for name in possible if ended[name]),
        best=best,
        failing=tuple(Counter(reason for one in played for reason in one.reasons).most_common()),
        unreached_beats=tuple(name for name in script.beats if name in explored.beats and name not in been),
        unreached_endings=tuple(name for name in explored.endings if not ended[name]),
        unheard=tuple(
            (beat.name, response.name)
            for beat in script.beats.values()
            for response in listened(script, beat)
            if response in beat.responses
            and (beat.name, response.name) in explored.possible
            and (beat.name, response.name) not in heard
        ),
    )


def _group(name: str, played: Sequence[Played]) -> Group:
    lengths = sorted(len(one.replies) for one in played)
    return Group(
        trainee=name,
        calls=len(played),
        outcomes=Counter(one.outcome for one in played),
        scores=tuple(sorted(one.overall for one in played if one.overall is not None)),
        passed=sum(one.passed for one in played),
        replies=lengths[len(lengths) // 2] if lengths else 0,
    )


def _end(stage: Stage, name: str, played: Sequence[Played]) -> End:
    there = [one for one in played if one.ending == name]
    first = min(there, key=lambda one: (len(one.replies), one.faulty))

    def holds(replies: tuple[str, ...]) -> bool:
        call = again(stage, first.seed, replies)
        return call.state.ended == name and len(call.turns) == len(replies)

    replies = shortest(first.replies, holds)
    return End(name, outcome_of(stage.script, name), len(there), first.seed, replies)
