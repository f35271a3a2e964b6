"""What any reply at all could reach: a bound from above, computed over sets of moods instead of calls.

Everything a real call can do is within the bound, also replies that say ten things at once; what lies
outside of it no reply ever reaches. Moods are kept as one set of values each, not as combinations, and
what is felt only once may here be felt again, up to all that the file has of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from scoring.evidence import Kind
from simulator.authoring.exploring.moves import HARD, NOTHING, OFFER, TAKES, hearable
from simulator.authoring.exploring.offers import bargain_of, conditions_of, possible
from simulator.authoring.exploring.sets import Sets, judged, moved, narrowed, opposite
from simulator.call.bargain import ANSWERS
from simulator.call.mood import MOST_IN_ONE_TURN, Mood
from simulator.call.rules import BUILT_IN, HANGS_UP, RUNS_OUT, listened
from simulator.call.script import MOODS, Beat, Response, Script
from simulator.hearing.behaviours import BEHAVIOURS

Place = tuple[str, str]
"""A beat and a response of it, or "" and the number of an entry of `ends_when`."""


@dataclass(slots=True)
class Reach:
    """What may happen in any call: `beats` and `endings` with the fewest replies it could take.

    `entries` are the (beat, entry) that could steer, `leads` where each beat could lead, `moods` the
    values that each mood could have at a beat, `truth` whether a condition could hold and could fail.
    """

    beats: dict[str, int] = field(default_factory=dict)
    endings: dict[str, int] = field(default_factory=dict)
    entries: set[tuple[str, str]] = field(default_factory=set)
    leads: dict[str, set[str]] = field(default_factory=dict)
    moods: dict[str, Sets] = field(default_factory=dict)
    truth: dict[Place, tuple[bool, bool]] = field(default_factory=dict)


def reach_of(script: Script, allowed: Callable[[Kind], bool] = lambda kind: True) -> Reach:
    """Return what may happen when only things of `allowed` kinds are ever said."""
    return _Walk(script, allowed).run()


class _Walk:
    """The sets grow reply by reply until they stay the same or the call must end."""

    def __init__(self, script: Script, allowed: Callable[[Kind], bool]) -> None:
        self.script = script
        self.allowed = allowed
        self.found = Reach()
        self.sets: dict[tuple[str, bool], Sets] = {}
        self.pools: dict[tuple[str, tuple[str, ...]], tuple[list[int], list[int]]] = {}
        self.bounds = _bounds(script)
        conditions = [when for when, _ in script.ends_when]
        conditions += [one.when for beat in script.beats.values() for one in listened(script, beat)]
        conditions += [when for beat in script.beats.values() for when in conditions_of(beat)]
        self.last_turn = max((c.number for when in conditions for c in when if c.name == "turn"), default=0)

    def run(self) -> Reach:
        script = self.script
        start = Mood.of(script.persona.mood)
        self._arrive(script.start, False, tuple(1 << getattr(start, name) for name in MOODS), 0)
        for turn in range(1, script.turn_limit + 1):
            before = dict(self.sets)
            for (name, agreed), sets in before.items():
                self._beat(script.beats[name], agreed, sets, turn)
            if self.sets == before and turn > self.last_turn:
                break
        if self.sets:  # whoever says nothing that is understood stays until the calls runs out
            self.found.endings.setdefault(RUNS_OUT, script.turn_limit)
        for (name, _), sets in self.sets.items():
            known = self.found.moods.get(name, (0,) * len(MOODS))
            self.found.moods[name] = tuple(a | b for a, b in zip(known, sets, strict=True))
        return self.found

    def _beat(self, beat: Beat, agreed: bool, sets: Sets, turn: int) -> None:
        script, found = self.script, self.found
        open_to: list[tuple[Response, Sets]] = []
        for response in listened(script, beat):
            if not hearable(response) or (response.needs_plan and not agreed):
                continue
            holds, fails = judged(response.when, sets, turn)
            self._tell((beat.name, response.name), holds, fails)
            if holds and self.allowed(response.kind):
                open_to.append((response, narrowed(response.when, sets)))
        names = tuple(response.name for response, _ in open_to)
        if (beat.name, names) not in self.pools:
            self.pools[beat.name, names] = self._pool([response for response, _ in open_to])
        low, high = self.pools[beat.name, names]
        found.leads.setdefault(beat.name, set())
        for response, inside in open_to:
            found.entries.add((beat.name, response.name))
            self._after(beat, agreed, moved(inside, low, high), response.goto or "", turn)
        for verdict in sorted(possible(script, beat, agreed)):
            bargain = bargain_of(beat, verdict)
            if verdict == "cornered" and not self.allowed(Kind.BAD):
                continue
            if bargain is None:
                self._answered(beat, OFFER + verdict, agreed, (sets, low, high), {}, "", turn)
            elif judged(bargain.when, sets, turn)[0]:
                pool = (narrowed(bargain.when, sets), low, high)
                after = agreed or verdict in ("accept", "cornered")
                self._answered(beat, OFFER + verdict, after, pool, bargain.mood, bargain.goto or "", turn)
        for one in beat.negotiate.tries if beat.negotiate is not None and not agreed else ():
            if self.allowed(Kind.BREACH) and judged(one.when, sets, turn)[0]:
                self._answered(
                    beat, TAKES + one.kind, agreed, (sets, low, high), one.mood, one.goto or "", turn
                )
        found.entries.add((beat.name, NOTHING))
        self._after(beat, agreed, moved(sets, low, high), "", turn)

    def _answered(
        self,
        beat: Beat,
        entry: str,
        agreed: bool,
        pool: tuple[Sets, list[int], list[int]],
        mood: Mapping[str, int],
        goto: str,
        turn: int,
    ) -> None:
        """An offer or a try was answered, with whatever else the reply said and what the entry adds to it."""
        sets, low, high = pool
        most = MOST_IN_ONE_TURN
        pairs = list(zip(MOODS, low, high, strict=True))
        lows = [max(-most, least + min(0, mood.get(name, 0))) for name, least, _ in pairs]
        highs = [min(most, best + max(0, mood.get(name, 0))) for name, _, best in pairs]
        self.found.entries.add((beat.name, entry))
        self._after(beat, agreed, moved(sets, lows, highs), goto, turn)

    def _pool(self, responses: list[Response]) -> tuple[list[int], list[int]]:
        """The most that one reply could do to each mood downwards and upwards: everything said at once."""
        low, high = [0] * len(MOODS), [0] * len(MOODS)
        feels = self.script.persona.feels
        effects: list[list[Mapping[str, int]]] = [
            [one.mood] if one.mood else [feels[name] for name in one.behaviours if name in feels]
            for one in responses
        ]
        effects += [
            [feels[name]] for name, kind in BEHAVIOURS.items() if name in feels and self.allowed(kind)
        ]
        for choices in effects:
            for place, name in enumerate(MOODS):
                values = [choice.get(name, 0) for choice in choices]
                low[place] += min((0, *values))
                high[place] += max((0, *values))
        most = MOST_IN_ONE_TURN
        return [max(-most, one) for one in low], [min(most, one) for one in high]

    def _after(self, beat: Beat, agreed: bool, sets: Sets, goto: str, turn: int) -> None:
        """A reply was said: the call ends, goes on elsewhere or stays, in the order of `ending_of`."""
        script, found = self.script, self.found
        sets = tuple(one & bound for one, bound in zip(sets, self.bounds, strict=True))
        leads = found.leads[beat.name]
        if goto in script.endings or goto in BUILT_IN:
            leads.add(goto)
            found.endings.setdefault(goto, turn)
            return
        for number, (when, ending) in enumerate(script.ends_when):
            holds, fails = judged(when, sets, turn)
            self._tell(("", str(number)), holds, fails)
            if holds:
                found.endings.setdefault(ending, turn)
                if ending in script.endings and script.endings[ending].outcome != "lost":
                    leads.add(ending)
            if not fails:
                return
            if len(when) == 1:
                sets = narrowed((opposite(when[0]),), sets)
        for name, limit in script.persona.limits.items():
            place = MOODS.index(name)
            if sets[place] >> limit:
                found.endings.setdefault(HANGS_UP, turn)
            rest = sets[place] & ((1 << limit) - 1)
            if not rest:
                return
            sets = (*sets[:place], rest, *sets[place + 1 :])
        if goto:
            leads.add(goto)
        if turn >= script.turn_limit:
            found.endings.setdefault(RUNS_OUT, turn)
        else:
            self._arrive(goto or beat.name, agreed, sets, turn)

    def _arrive(self, name: str, agreed: bool, sets: Sets, turn: int) -> None:
        if not all(sets):
            return
        self.found.beats.setdefault(name, turn)
        known = self.sets.get((name, agreed), (0,) * len(MOODS))
        self.sets[name, agreed] = tuple(a | b for a, b in zip(known, sets, strict=True))

    def _tell(self, place: Place, holds: bool, fails: bool) -> None:
        before = self.found.truth.get(place, (False, False))
        self.found.truth[place] = (before[0] or holds, before[1] or fails)


def _bounds(script: Script) -> Sets:
    """How far each mood can ever come: what is felt once each adds up; what is felt each time has no end."""
    once, always = list(_effects(script, False)), list(_effects(script, True))
    start = Mood.of(script.persona.mood)
    bounds = []
    for name in MOODS:
        low = high = getattr(start, name)
        low += sum(min(0, *(each.get(name, 0) for each in choices)) for choices in once if choices)
        high += sum(max(0, *(each.get(name, 0) for each in choices)) for choices in once if choices)
        if any(each.get(name, 0) < 0 for choices in always for each in choices):
            low = 0
        if any(each.get(name, 0) > 0 for choices in always for each in choices):
            high = 10
        bounds.append(sum(1 << value for value in range(max(0, low), min(10, high) + 1)))
    return tuple(bounds)


def _effects(script: Script, repeated: bool) -> Iterator[list[Mapping[str, int]]]:
    """For everything that can be felt, its possible effects: of what is felt each time, or only once."""
    feels = script.persona.feels
    for beat in script.beats.values():
        for one in listened(script, beat):
            if (one.kind in HARD) == repeated:
                yield [one.mood] if one.mood else [feels[name] for name in one.behaviours if name in feels]
        if repeated and beat.negotiate is not None:
            yield [bargain.mood for name in ANSWERS if (bargain := bargain_of(beat, name)) is not None]
            yield [one.mood for one in beat.negotiate.tries]
    for name, kind in BEHAVIOURS.items():
        if name in feels and (kind is not Kind.GOOD) == repeated:
            yield [feels[name]]
