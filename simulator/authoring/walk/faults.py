"""Faults that walks bring to light, each with the shortest replies that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from scoring.evidence import Kind
from simulator.authoring.exploring.exploration import Exploration
from simulator.authoring.walk.playing import Played, again
from simulator.authoring.walk.shrinking import shortest
from simulator.call import Call, Stage, judge
from simulator.call.rules import BUILT_IN, RUNS_OUT

RANK = {"lost": 0, "open": 1, "partial": 2, "agreed": 3, "hardship": 3, "stopped": 3}
"""How good an outcome is for the call."""
VISITS = 12
"""A beat that this many calls came to and none left is a place where people get stuck."""
BETTER = 5
"""By how many points a call with faults must beat every clean one before it is told."""
MOSTLY = 7
"""Tenths of a call in which nothing was understood: such a call was not held at all."""
REPEATS = 3

Test = Callable[[tuple[str, ...]], bool]
Gains = Callable[[Stage, int, tuple[str, ...]], bool]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the balance or the flow of a scenario.

    `key` is "dead_end", "stuck", "points_farm", "mood_farm", "cruelty_pays", "cruelty_passes",
    "silence_passes", "best_through_fault" or "cannot_earn"; `replies` with `seed` show it in
    `duecourse play`.
    """

    key: str
    details: Mapping[str, str] = field(default_factory=dict)
    seed: int = 0
    replies: tuple[str, ...] = ()


def faults(stage: Stage, played: Sequence[Played], explored: Exploration) -> Iterator[Fault]:
    """Yield what is wrong, the worst first."""
    yield from _dead_ends(stage, played, explored)
    yield from _cruelty(stage, played)
    yield from _farms(stage, played)
    yield from _earning(stage, played)


def _dead_ends(stage: Stage, played: Sequence[Played], explored: Exploration) -> Iterator[Fault]:
    """Beats without a way out, and beats that nobody who came there got out of."""
    came: dict[str, list[Played]] = {}
    left: set[str] = set()
    for one in played:
        for name in dict.fromkeys(one.beats):
            came.setdefault(name, []).append(one)
        left.update(name for name, after in zip(one.beats, one.beats[1:], strict=False) if name != after)
        good = one.ending not in BUILT_IN and one.outcome != "lost"
        if good or one.ending in explored.leads.get(one.beats[-1], ()):
            left.add(one.beats[-1])
    stuck = [name for name in came if name not in left and len(came[name]) >= VISITS]
    for name in dict.fromkeys((*explored.trapped, *stuck)):
        calls = came.get(name)
        if calls:
            first = min(calls, key=lambda one: one.beats.index(name))
            way = first.replies[: first.beats.index(name)]
            replies = shortest(way, _stands_at(stage, first.seed, name))
            key = "dead_end" if name in explored.trapped else "stuck"
            yield Fault(key, {"beat": name, "count": str(len(calls))}, first.seed, replies)
        else:
            yield Fault("dead_end", {"beat": name, "count": "0"})


def _cruelty(stage: Stage, played: Sequence[Played]) -> Iterator[Fault]:
    """Whether it ever pays to be bad: against everybody who said nothing bad at all."""
    kind = [one for one in played if one.clean]
    cruel = [one for one in played if one.faulty * 2 >= len(one.replies)]
    best = max(map(_worth, kind), default=(0, -1))
    winners = [one for one in cruel if one.passed or (_worth(one) >= best and RANK[one.outcome] > 0)]
    if winners:
        one = min(winners, key=lambda each: (not each.passed, len(each.replies)))
        key = "cruelty_passes" if one.passed else "cruelty_pays"
        replies = shortest(one.replies, _as_cruel(stage, one, best))
        call = again(stage, one.seed, replies)
        details = {"outcome": call.state.outcome, "score": _number(judge(call).overall)}
        details |= {
            "kind_outcome": _outcome(best[0]),
            "kind_score": _number(best[1] if best[1] >= 0 else None),
        }
        yield Fault(key, details, one.seed, replies)
        return
    late = [one for one in played if one.passed and one.ending == RUNS_OUT]
    quiet = [one for one in late if one.silent * 10 >= len(one.replies) * MOSTLY]
    if quiet:
        one = min(quiet, key=lambda each: len(each.replies) - each.silent)
        replies = shortest(one.replies, _as_quiet(stage, one.seed))
        details = {"count": str(len(quiet)), "score": _number(judge(again(stage, one.seed, replies)).overall)}
        yield Fault("silence_passes", details, one.seed, replies)
    faulty = [one for one in played if not one.clean and 2 * one.faulty < len(one.replies)]
    over = max(faulty, key=_worth, default=None)
    if over is not None and kind and _worth(over) > (best[0], best[1] + BETTER - 1):
        details = {"score": _number(over.overall), "outcome": over.outcome}
        details |= {
            "kind_outcome": _outcome(best[0]),
            "kind_score": _number(best[1] if best[1] >= 0 else None),
        }
        replies = shortest(over.replies, _as_good(stage, over))
        yield Fault("best_through_fault", details, over.seed, replies)


def _farms(stage: Stage, played: Sequence[Played]) -> Iterator[Fault]:
    """Sentences that work again every time they are said, at a place where the call stays."""
    told: set[str] = set()
    for beat, text, one, place in _stays(played):
        prefix = one.replies[:place]
        for key, gains in (("points_farm", _gains_points), ("mood_farm", _gains_mood)):
            if {f"{key} {beat}", f"{key} {text}"} & told:
                continue
            if gains(stage, one.seed, (*prefix, *(text,) * REPEATS)):
                told |= {f"{key} {beat}", f"{key} {text}"}

                holds = partial(_repeated, gains, stage, one.seed, text)
                way = shortest(prefix, holds)
                yield Fault(key, {"beat": beat, "words": text}, one.seed, (*way, *(text,) * REPEATS))


def _repeated(gains: Gains, stage: Stage, seed: int, text: str, way: tuple[str, ...]) -> bool:
    return gains(stage, seed, (*way, *(text,) * REPEATS))


def _stays(played: Iterable[Played]) -> Iterator[tuple[str, str, Played, int]]:
    """Each reply that left a call at its beat, once for each beat, in the shortest call that has it."""
    found: dict[tuple[str, str], tuple[Played, int]] = {}
    for one in played:
        for place, (beat, after) in enumerate(zip(one.beats, one.beats[1:], strict=False)):
            key = (beat, one.replies[place])
            if beat == after and one.entries[place] and (key not in found or place < found[key][1]):
                found[key] = (one, place)
    for (beat, text), (one, place) in found.items():
        yield beat, text, one, place


def _gains_points(stage: Stage, seed: int, replies: tuple[str, ...]) -> bool:
    """Whether the last reply, said before, earned points again."""
    call = again(stage, seed, replies)
    if len(call.turns) < len(replies) or call.turns[-1].beat != call.turns[-REPEATS].beat:
        return False
    lines = [line for result in judge(call).competencies for line in result.lines]
    return any(line.turn == len(replies) and line.source == "response" and line.points > 0 for line in lines)


def _gains_mood(stage: Stage, seed: int, replies: tuple[str, ...]) -> bool:
    """Whether each of the last repeats made the debtor milder, and none made them worse."""
    call = again(stage, seed, replies)
    if len(call.turns) < len(replies) or call.turns[-1].beat != call.turns[-REPEATS].beat:
        return False
    moods = [call.state.mood]
    before: Call | None = call.before
    for _ in range(REPEATS - 1):
        if before is None:
            return False
        moods.append(before.state.mood)
        before = before.before
    lines = [line for result in judge(call).competencies for line in result.lines]
    if any(line.turn == len(replies) and line.points < 0 for line in lines):
        return False  # it is paid for every time
    steps = list(zip(moods[1:], moods, strict=False))
    return all(
        new != old and new.anger <= old.anger and new.trust >= old.trust and new.openness >= old.openness
        for old, new in steps
    )


def _earning(stage: Stage, played: Sequence[Played]) -> Iterator[Fault]:
    """Competencies that this call is said to practise and that nobody came to the floor of."""
    for name in stage.script.practises:
        best = max(played, key=lambda one: one.scores.get(name) or 0, default=None)
        if best is None:
            continue
        score, floor = best.scores.get(name), max(1, stage.rubric.competency(name).floor)
        if (score or 0) < floor:
            known = "" if score is None else str(score)
            details = {"name": name, "best": known, "floor": str(floor)}
            yield Fault("cannot_earn", details, best.seed, best.replies)


def _stands_at(stage: Stage, seed: int, beat: str) -> Test:
    def holds(replies: tuple[str, ...]) -> bool:
        call = again(stage, seed, replies)
        return not call.ended and call.state.beat == beat

    return holds


def _as_cruel(stage: Stage, one: Played, best: tuple[int, int]) -> Test:
    def holds(replies: tuple[str, ...]) -> bool:
        call = again(stage, one.seed, replies)
        if not call.ended or len(call.turns) < len(replies):
            return False
        bad = sum(any(each.kind in (Kind.BAD, Kind.BREACH) for each in turn.heard) for turn in call.turns)
        sheet = judge(call)
        good = sheet.passed if one.passed else (RANK[sheet.outcome], _points(sheet.overall)) >= best
        return good and bad * 2 >= len(replies)

    return holds


def _as_quiet(stage: Stage, seed: int) -> Test:
    def holds(replies: tuple[str, ...]) -> bool:
        call = again(stage, seed, replies)
        silent = sum(not turn.understood for turn in call.turns)
        full = call.state.ended == RUNS_OUT and len(call.turns) == len(replies)
        return full and silent * 10 >= len(replies) * MOSTLY and judge(call).passed

    return holds


def _as_good(stage: Stage, one: Played) -> Test:
    def holds(replies: tuple[str, ...]) -> bool:
        call = again(stage, one.seed, replies)
        if not call.ended or len(call.turns) < len(replies):
            return False
        sheet = judge(call)
        return (RANK[sheet.outcome], _points(sheet.overall)) >= _worth(one)

    return holds


def _worth(one: Played) -> tuple[int, int]:
    return RANK[one.outcome], _points(one.overall)


def _points(overall: int | None) -> int:
    return -1 if overall is None else overall


def _outcome(rank: int) -> str:
    return next(name for name, number in RANK.items() if number == rank)


def _number(overall: int | None) -> str:
    return "–" if overall is None else str(overall)
