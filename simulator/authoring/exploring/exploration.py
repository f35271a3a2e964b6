"""What can happen in a scenario: every beat and ending that can be reached, with the shortest way there.

No sentence is heard here. At each beat every reply is tried that the engine could take one for: each
response by its own words, each behaviour of the vocabulary as this beat and this person take it, each
verdict on an offer, and a reply that is not understood. Mood, marks, conditions, endings and the order of
steering are the engine's own rules; what changes nothing of where a call goes is left out (words, scores,
tactics, moods that nothing asks about).

Two answers are given, and they are kept apart:

- *Ways* are real: played reply by reply, each reply saying one thing (where that does not settle all,
  replies that say two), and shortest among those.
- *Never* is certain: a beat or ending is called unreachable only when it lies outside of a bound that holds
  for every reply, however many things it says at once.

What is within the bound and has no way yet is `open_beats` and `open_endings`; the exploration is `complete`
when there is none and the search was not stopped by its limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scoring.evidence import Kind
from simulator.authoring.exploring.moves import HARD, Move, worst
from simulator.authoring.exploring.paths import Found, Node, Paths
from simulator.authoring.exploring.reach import Place, Reach, reach_of
from simulator.call.rules import SUCCESS, outcome_of
from simulator.call.script import MOODS, Script
from simulator.call.steering import RANK


@dataclass(frozen=True, slots=True)
class Step:
    """One reply of a way: the beat it answers, what steers (a response, "offer:accept", a behaviour or
    "nothing") and what else is heard in it."""

    beat: str
    entry: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """A shortest way to a place in a scenario, reply by reply; at the start it has no steps."""

    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Exploration:
    """Everything that the exploration of one scenario found.

    `states` were looked at. `never_beats` and `never_endings` cannot be reached by any reply, `trapped`
    beats lead to no ending but the limit of replies or a hang-up. `moods` gives the lowest and highest
    value of each mood that may be met at a beat. `truth` says of every condition (by beat and response,
    or "" and the place in `ends_when`) whether it may hold and may fail. `succeeds` tells whether the
    call can come to a success at all, `succeeds_kindly` whether without anything bad being said.
    """

    complete: bool
    states: int
    beats: Mapping[str, Way]
    endings: Mapping[str, Way]
    entries: Mapping[tuple[str, str], Way]
    open_beats: tuple[str, ...] = ()
    open_endings: tuple[str, ...] = ()
    never_beats: tuple[str, ...] = ()
    never_endings: tuple[str, ...] = ()
    trapped: tuple[str, ...] = ()
    leads: Mapping[str, frozenset[str]] = field(default_factory=dict)
    possible: frozenset[tuple[str, str]] = frozenset()
    fewest: Mapping[str, int] = field(default_factory=dict)
    moods: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)
    truth: Mapping[Place, tuple[bool, bool]] = field(default_factory=dict)
    succeeds: bool = False
    succeeds_kindly: bool = False


def explore(script: Script, limit: int = 200_000) -> Exploration:
    """Explore a scenario; `limit` is the most states that are looked at in all."""
    reach = reach_of(script)
    found = Paths(script).run(reach.beats, reach.endings, limit)
    missing = _missing(reach, found)
    states, complete = found.states, found.complete
    if missing and complete:
        more = Paths(script, pairs=True).run(reach.beats, reach.endings, limit - states)
        states, complete = states + more.states, more.complete
        for name, node in more.beats.items():
            found.beats.setdefault(name, node)
        for name, last in more.endings.items():
            found.endings.setdefault(name, last)
        for place, last in more.entries.items():
            found.entries.setdefault(place, last)
        found.waiting = more.waiting
    open_beats = [name for name in script.beats if name in reach.beats and name not in found.beats]
    open_endings = [name for name in reach.endings if name not in found.endings]
    good = {name for name in reach.endings if outcome_of(script, name) in SUCCESS}
    return Exploration(
        complete=complete and not open_beats and not open_endings,
        states=states,
        beats={name: _way(node) for name, node in found.beats.items()},
        endings={name: _way(*last) for name, last in found.endings.items()},
        entries={place: _way(*last) for place, last in found.entries.items()},
        open_beats=tuple(dict.fromkeys([*open_beats, *found.waiting])),
        open_endings=tuple(open_endings),
        never_beats=tuple(name for name in script.beats if name not in reach.beats),
        never_endings=tuple(name for name in script.endings if name not in reach.endings),
        trapped=_trapped(script, reach),
        leads={name: frozenset(to) for name, to in reach.leads.items()},
        possible=frozenset(reach.entries),
        fewest=dict(reach.endings),
        moods={name: _ranges(sets) for name, sets in reach.moods.items()},
        truth=dict(reach.truth),
        succeeds=bool(good),
        succeeds_kindly=bool(good)
        and _kindly(script, [found.endings[name] for name in good & found.endings.keys()]),
    )


def _kindly(script: Script, ways: list[tuple[Node, Move]]) -> bool:
    """Whether the call can succeed without anything bad being said: by a way found, else by the bound."""
    if any(all(worst(move) >= RANK[Kind.OKAY] for move in _moves(*way)) for way in ways):
        return True
    kindly = reach_of(script, lambda kind: kind not in HARD)
    return any(outcome_of(script, name) in SUCCESS for name in kindly.endings)


def _moves(node: Node, last: Move) -> list[Move]:
    moves, at = [last], node
    while at.before is not None:
        moves.append(at.move)
        at = at.before
    return moves


def _missing(reach: Reach, found: Found) -> bool:
    return not (reach.beats.keys() <= found.beats.keys() and reach.endings.keys() <= found.endings.keys())


def _way(node: Node, last: Move | None = None) -> Way:
    steps = [] if last is None else [Step(node.beat, last.entry, last.also)]
    at: Node = node
    while at.before is not None:
        steps.append(Step(at.before.beat, at.move.entry, at.move.also))
        at = at.before
    return Way(tuple(reversed(steps)))


def _trapped(script: Script, reach: Reach) -> tuple[str, ...]:
    """Beats that may be reached and from which nothing written leads to an ending; of several that lead
    into one another only where a call stays in the end, the first of a round."""
    free: set[str] = set()
    while True:
        more = {
            name
            for name, to in reach.leads.items()
            if name not in free and any(target not in reach.leads or target in free for target in to)
        }
        if not more:
            break
        free |= more
    stuck = [name for name in script.beats if name in reach.leads and name not in free]
    found: list[str] = []
    for name in stuck:
        round_ = _from(name, reach)
        if all(name in _from(other, reach) for other in round_) and not round_ & set(found):
            found.append(name)
    return tuple(found)


def _from(name: str, reach: Reach) -> set[str]:
    """The beat and every beat that it leads to."""
    seen, waiting = {name}, [name]
    while waiting:
        new = {one for one in reach.leads.get(waiting.pop(), set()) if one in reach.leads} - seen
        seen |= new
        waiting += new
    return seen


def _ranges(sets: tuple[int, ...]) -> dict[str, tuple[int, int]]:
    return {
        name: ((values & -values).bit_length() - 1, values.bit_length() - 1)
        for name, values in zip(MOODS, sets, strict=True)
        if values
    }
