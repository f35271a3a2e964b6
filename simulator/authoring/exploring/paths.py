"""The shortest real way to every beat and ending: calls played reply by reply, moods and marks exact."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from scoring.evidence import Kind
from simulator.authoring.exploring.moves import (
    NOTHING,
    OFFER,
    Marks,
    Move,
    hearable,
    joined,
    moves_at,
    worst,
)
from simulator.authoring.exploring.offers import conditions_of, enough, proposing, verdicts
from simulator.call.mood import Mood
from simulator.call.moving import felt_effects
from simulator.call.rules import ending_of, listened
from simulator.call.script import MOODS, Beat, Script

NO_MOVE = Move(NOTHING)
REFUSED = (OFFER + "too_much", OFFER + "again", OFFER + "all_at_once")
AGREED = (OFFER + "accept", OFFER + "cornered")


@dataclass(frozen=True, slots=True)
class Node:
    """A call in progress: where it stands, what counts for going on, and how it came there.

    Only moods that a condition or a limit asks about are told apart. `refusals` counts, per beat, how
    often an offer was too much, up to the number that changes the debtor's answer.
    """

    beat: str
    mood: Mood
    agreed: bool
    refusals: tuple[tuple[str, int], ...]
    marks: Marks
    before: Node | None = None
    move: Move = NO_MOVE


@dataclass(slots=True)
class Found:
    """What was reached: the node of each beat, and for each ending and entry the node before and the move."""

    beats: dict[str, Node] = field(default_factory=dict)
    endings: dict[str, tuple[Node, Move]] = field(default_factory=dict)
    entries: dict[tuple[str, str], tuple[Node, Move]] = field(default_factory=dict)
    states: int = 0
    waiting: tuple[str, ...] = ()
    complete: bool = True


class Paths:
    """A breadth-first search over calls, so that the first way found is a shortest one.

    Of calls that stand at the same place in the same mood only the first is followed, with its own
    marks of what was felt already: every way found is real. `pairs` adds replies that say two things.
    """

    def __init__(self, script: Script, pairs: bool = False, kinds: Callable[[Kind], bool] | None = None):
        self.script = script
        self.pairs = pairs
        self.kinds = kinds
        conditions = [when for when, _ in script.ends_when]
        conditions += [one.when for beat in script.beats.values() for one in listened(script, beat)]
        conditions += [when for beat in script.beats.values() for when in conditions_of(beat)]
        asked = {each.name for when in conditions for each in when}
        self.asked = frozenset((asked | set(script.persona.limits)) & set(MOODS))
        self.last_turn = max((c.number for when in conditions for c in when if c.name == "turn"), default=-1)
        self._moves: dict[object, tuple[Move, ...]] = {}
        self._felt: dict[object, tuple[tuple[tuple[str, int], ...], Marks]] = {}
        self._mood: dict[object, Mood] = {}
        self._marks: dict[int, Marks] = {}

    def run(self, beats: Mapping[str, int], endings: Mapping[str, int], limit: int) -> Found:
        """Search until everything in `beats` and `endings` is found, nothing is left, or `limit` states.

        Both give the fewest replies that it could take. A quick search, in which moods are not told
        apart, finds most ways; where one is as short as can be it is kept, the rest is searched for.
        """
        script, found = self.script, Found()
        mood = Mood.of({name: script.persona.mood.get(name, 5) for name in self.asked})
        first = Node(script.start, mood, False, (), frozenset())
        self._stall(first, found)
        quick = Found(endings=dict(found.endings))
        self._search(first, quick, self._rough, beats, endings, limit)
        found.beats = {name: node for name, node in quick.beats.items() if _length(node) == beats.get(name)}
        found.endings |= {
            name: last for name, last in quick.endings.items() if _length(last[0]) + 1 == endings.get(name)
        }
        found.entries, found.states = quick.entries, quick.states
        if not self._satisfied(found, beats, endings):
            self._search(first, found, self._key, beats, endings, limit)
        return found

    def _search(
        self,
        first: Node,
        found: Found,
        key_of: Callable[[Node, int], object],
        beats: Collection[str],
        endings: Collection[str],
        limit: int,
    ) -> None:
        found.beats.setdefault(first.beat, first)
        before = found.states
        seen = {key_of(first, 0)}
        waiting = [first]
        for turn in range(1, self.script.turn_limit + 1):
            if not waiting or self._satisfied(found, beats, endings):
                break
            after: list[Node] = []
            for place, node in enumerate(waiting):
                if before + len(seen) >= limit:
                    left = [*waiting[place:], *after]
                    found.complete, found.waiting = False, tuple(sorted({one.beat for one in left}))
                    break
                for move in self._moves_of(node, turn):
                    found.entries.setdefault((node.beat, move.entry), (node, move))
                    reached = self._after(node, move, turn)
                    if isinstance(reached, str):
                        found.endings.setdefault(reached, (node, move))
                        continue
                    key = key_of(reached, turn)
                    if key not in seen:
                        seen.add(key)
                        found.beats.setdefault(reached.beat, reached)
                        after.append(reached)
            waiting = after if found.complete else []
        found.states = before + len(seen)

    def _satisfied(self, found: Found, beats: Collection[str], endings: Collection[str]) -> bool:
        return all(name in found.beats for name in beats) and all(name in found.endings for name in endings)

    def _stall(self, first: Node, found: Found) -> None:
        """Note the ending of a call in which nothing is ever understood: it needs no search."""
        node, nothing = first, NO_MOVE
        for turn in range(1, self.script.turn_limit + 1):
            reached = self._after(node, nothing, turn)
            if isinstance(reached, str):
                if turn == self.script.turn_limit:
                    found.endings[reached] = (node, nothing)
                return
            node = reached

    def _rough(self, node: Node, turn: int) -> object:
        return node.beat, node.agreed, min(turn, self.last_turn)

    def _key(self, node: Node, turn: int) -> object:
        return node.beat, node.mood, node.agreed, node.refusals, min(turn, self.last_turn)

    def _moves_of(self, node: Node, turn: int) -> tuple[Move, ...]:
        script, beat = self.script, self.script.beats[node.beat]
        available = tuple(
            one
            for one in listened(script, beat)
            if hearable(one) and (node.agreed or not one.needs_plan) and node.mood.holds(one.when, turn)
        )
        refused = dict(node.refusals).get(beat.name, 0)
        moods = tuple(node.mood.holds(when, turn) for when in conditions_of(beat))
        key = (beat.name, node.agreed, refused, moods, tuple(one.name for one in available))
        if key not in self._moves:
            offers = verdicts(script, beat, node.agreed, refused, node.mood, turn)
            asked = not node.agreed and proposing(script, beat, node.mood, turn)
            tries = beat.negotiate.tries if beat.negotiate is not None and not node.agreed else ()
            tried = [number for number, one in enumerate(tries) if node.mood.holds(one.when, turn)]
            every = moves_at(script, beat, available, offers, asked, tried)
            single = [one for one in every if self._allowed(one)]
            moves = list(self._distinct(beat, single))
            if self.pairs:
                both = (joined(script, beat, one, other) for one, other in combinations(moves, 2))
                moves = list(self._distinct(beat, [*moves, *(one for one in both if one is not None)]))
            # kind replies first: of ways that are equally short the kindest is the one to show
            self._moves[key] = tuple(sorted(moves, key=lambda move: -worst(move)))
        return self._moves[key]

    def _allowed(self, move: Move) -> bool:
        return self.kinds is None or all(self.kinds(heard.kind) for heard in move.heard)

    def _distinct(self, beat: Beat, moves: list[Move]) -> Iterator[Move]:
        """Leave out a move that steers like one before it and is felt the same, now and when said again."""
        seen: set[object] = set()
        for move in moves:
            effect, marks = self._effect(beat.name, move, frozenset())
            again, _ = self._effect(beat.name, move, marks)
            self._marks[id(move)] = marks
            mattering = marks if effect != again else frozenset()
            entry = (
                "" if not move.goto and not effect and not move.verdict and not move.responses else move.entry
            )
            key = (entry, effect, again, mattering)
            if key not in seen:
                seen.add(key)
                yield move

    def _effect(self, beat: str, move: Move, marks: Marks) -> tuple[tuple[tuple[str, int], ...], Marks]:
        effects, after = felt_effects(self.script.persona, beat, marks, move.responses, move.heard)
        total = dict.fromkeys(sorted(self.asked), 0)
        for effect in (*effects, move.mood):
            for name, amount in effect.items():
                if name in total:
                    total[name] += amount
        return tuple((name, amount) for name, amount in total.items() if amount), after

    def _after(self, node: Node, move: Move, turn: int) -> Node | str:
        """Return where a reply leads from a node: the next node, or the name of an ending."""
        own = self._marks.get(id(move), frozenset())
        key = (node.beat, id(move), node.marks & own)
        if key not in self._felt:
            effect, marks = self._effect(node.beat, move, node.marks & own)
            again, _ = self._effect(node.beat, move, marks)
            self._felt[key] = (effect, marks if again != effect else node.marks & own)
        effect, marks = self._felt[key]
        mood = node.mood
        if effect:
            change = (mood, effect)
            if change not in self._mood:
                self._mood[change] = mood.moved([dict(effect)])
            mood = self._mood[change]
        ending = ending_of(self.script, mood, move.goto, turn)
        if ending:
            return ending
        refusals = node.refusals
        if move.entry in REFUSED:
            counts = dict(refusals)
            most = enough(self.script.beats[node.beat])
            counts[node.beat] = min(most, counts.get(node.beat, 0) + 1)
            refusals = tuple(sorted((name, count) for name, count in counts.items() if count))
        agreed = node.agreed or move.entry in AGREED
        return Node(move.goto or node.beat, mood, agreed, refusals, node.marks | marks, node, move)


def _length(node: Node) -> int:
    """How many replies it took to come to a node."""
    count = 0
    while node.before is not None:
        node, count = node.before, count + 1
    return count
