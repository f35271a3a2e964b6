"""The ear: all phrase packs of one language compiled, and the hearing of one reply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from scoring.evidence import Kind
from simulator.hearing.compiled import PatternSet
from simulator.hearing.deciding import BARS, Decision, decide
from simulator.hearing.hearing import Cancelled, Hearing, Match, PhraseBank, Target, Terms
from simulator.hearing.likeness import by_likeness
from simulator.hearing.linear import Linear
from simulator.hearing.listening import Listening, Owner, compile_listening, load_listening
from simulator.hearing.matcher import Range
from simulator.hearing.names import find_names
from simulator.hearing.normalise import normalise
from simulator.hearing.pattern import WordLists
from simulator.hearing.repair import Repair
from simulator.hearing.replies import Labelled
from simulator.hearing.scope import scope
from simulator.hearing.search import Reply, by_pattern
from simulator.hearing.similar import Examples
from simulator.hearing.suspicion import marks_of
from simulator.hearing.tables import pack
from simulator.hearing.tokens import tokenise

_WORST = {Kind.BREACH: 0, Kind.BAD: 1, Kind.OKAY: 2, Kind.GOOD: 3}
_MOST = 3
_ANY_DAY = date(2026, 6, 10)
_QUESTIONS = frozenset(
    (
        *("what", "when", "where", "who", "why", "how", "which", "can", "could", "would", "will"),
        *("do", "does", "did", "is", "are", "have", "may", "shall"),
    )
)


@dataclass(slots=True)
class _Own:
    """What a beat's own phrases found: heard by pattern, taken back, heard by likeness, came near."""

    sure: dict[int, tuple[Match, Range]]
    taken: dict[int, Cancelled]
    like: dict[int, Match]
    near: dict[int, Match]


_Found = tuple[tuple[Match, ...], list[Match], list[Cancelled]]
"""The targets that were heard, those that came near, and those that scope took back."""


class Ear:
    """Hears what was said in one language; the same words are always heard the same."""

    def __init__(self, bank: PhraseBank) -> None:
        from simulator.hearing.bank import compile_bank  # an ear out of the cache needs none of it

        self._load(compile_bank(bank))

    @classmethod
    def from_compiled(cls, data: dict[str, Any]) -> Ear:
        """Return an ear from the data of `compile_bank`, which must not be changed afterwards."""
        ear = cls.__new__(cls)
        ear._load(data)
        return ear

    def _load(self, data: dict[str, Any]) -> None:
        self.language: str = data["language"]
        self.digest: str = data["digest"]
        self._owners = tuple(Owner(name, Kind(kind)) for name, kind in data["behaviours"])
        self._patterns = PatternSet(data["patterns"])
        self._examples = Examples(data["examples"])
        self._bars = BARS.get(self.language, BARS["en"])
        self._linear = Linear(data["linear"])
        self._repair = Repair(data["repair"])
        self._lists: dict[str, list[str]] = data["lists"]
        self._plain = self.listening(())

    def listening(self, targets: tuple[Target, ...], names: tuple[str, ...] = ()) -> Listening:
        """Compile what a beat listens for; `names` are never taken for slips. Raises PatternError."""
        return load_listening(targets, self.compiled_listening(targets, names))

    def compiled_listening(self, targets: tuple[Target, ...], names: tuple[str, ...] = ()) -> dict[str, Any]:
        """Return what `load_listening` makes a listening of, as plain data that can be kept."""
        return compile_listening(targets, names, WordLists(self._lists), self._examples)

    def hear(self, reply: str, listening: Listening, today: date) -> Hearing:
        """Return everything that was said in a reply; `today` is the date of the call."""
        return self._hear(reply, listening, today, "")

    def hear_without(self, reply: str, example: str, listening: Listening, today: date) -> Hearing:
        """Hear a reply as if one example of the bank had never been written. What was learnt from all
        of them cannot forget one, so the nearest of the others is asked instead."""
        return self._hear(reply, listening, today, example)

    def learn(
        self, names: Sequence[str], replies: Iterable[Labelled], listening: Listening | None = None
    ) -> dict[str, Any]:
        """Return what a `Suspicion` of these names is made of, as plain data; takes seconds.

        What the packs and the targets of `listening` hear in a reply speaks for or against a name too.
        """
        from simulator.hearing.lessons import learn_names  # needs numpy, which no call does

        targets = replace(listening or self._plain, suspicion=None)

        def marks(one: Labelled) -> tuple[str, ...]:
            read = self._read(one.reply, targets, _ANY_DAY)
            found = self._targets(read[0], targets) if read else ((), [], [])
            return (*marks_of(self.hear(one.reply, self._plain, _ANY_DAY), *found), *one.known)

        learnt = learn_names(names, replies, self._repair, marks)
        return {"names": list(names), "bias": learnt["bias"], "weights": pack(learnt["weights"])}

    def hear_targets(
        self, reply: str, listening: Listening, today: date, known: tuple[str, ...] = ()
    ) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
        """Return the targets heard in a reply, and those that came near with what is suspected, without
        asking the packs for them; `known` are marks of what is known of the call."""
        read = self._read(reply, listening, today)
        if read is None:
            return (), ()
        heard, near, taken = self._targets(read[0], listening)
        if listening.suspicion is None:
            return heard, tuple(near)
        marks = marks_of(self.hear(reply, self._plain, today), heard, near, taken)
        return heard, (*near, *listening.suspicion.of(read[0], (*marks, *known)))

    def _targets(self, reply: Reply, listening: Listening) -> _Found:
        return self._responses(listening, self._own(listening, reply), {})

    def _read(self, typed: str, listening: Listening, today: date) -> tuple[Reply, Terms] | None:
        from simulator.hearing.terms import read_terms  # its grammar is built at the first reply

        clean = normalise(typed)
        said = self._repair.run(tokenise(clean.text, self._repair.spells), clean, listening.names)
        if not said.words:
            return None
        terms, slots = read_terms(clean, said, today)
        if people := find_names(clean, said, listening.people):
            slots = slots | {"{name}": people}
        return Reply(clean, said, scope(said, clean.text), slots), terms

    def _hear(self, typed: str, listening: Listening, today: date, without: str) -> Hearing:
        read = self._read(typed, listening, today)
        if read is None:
            return Hearing(reply=typed)
        reply, terms = read
        clean, said = reply.clean, reply.said
        sure, taken = by_pattern(self._patterns, self._owners, reply)
        own = self._own(listening, reply)
        if without:
            found = self._without(reply, sure, taken, without)
        else:
            found = decide(
                self._linear,
                self._examples,
                self._owners,
                reply,
                sure,
                taken,
                listening.behaviours,
                self._bars,
                bool(own.sure or own.like),
            )
        packs = found.heard
        by_name = {match.name: match for match in packs.values()}
        responses, nearly, cancelled = self._responses(listening, own, by_name)
        order = sorted(packs, key=lambda owner: (_WORST[packs[owner].kind], owner))
        named = {match.name for match in responses}
        came_near = sorted(
            [
                *nearly,
                *(_of_pack(match) for match in found.near if match.name not in named),
            ],
            key=lambda match: (-match.sureness, _WORST[match.kind], match.name),
        )
        return Hearing(
            reply=typed,
            tokens=tuple(said.words),
            responses=responses,
            behaviours=tuple([_of_pack(packs[owner]) for owner in order]),
            possibly=tuple(came_near[:_MOST]),
            ranked=tuple([_of_pack(match) for match in found.ranked]),
            cancelled=(*cancelled, *(_taken_back(taken[owner]) for owner in sorted(taken))),
            terms=terms,
            question="?" in clean.text or said.stems[0] in _QUESTIONS or said.stems[-1] in ("吗", "呢"),
        )

    def _without(
        self,
        reply: Reply,
        sure: dict[int, tuple[Match, Range]],
        taken: dict[int, Cancelled],
        example: str,
    ) -> Decision:
        settled = {owner: place for owner, (_, place) in sure.items()} | {owner: (0, 0) for owner in taken}
        like, near = by_likeness(self._examples, self._owners, reply, settled, example)
        heard = {owner: match for owner, (match, _) in sure.items()} | like
        return Decision(heard, list(near.values()), ())

    def _own(self, listening: Listening, reply: Reply) -> _Own:
        """Return what the beat's own patterns and examples found, by target."""
        sure, taken = by_pattern(listening.patterns, listening.owners, reply)
        like: dict[int, Match] = {}
        near: dict[int, Match] = {}
        if listening.examples:
            settled: dict[int, Range] = {owner: place for owner, (_, place) in sure.items()}
            settled |= {owner: (0, 0) for owner in taken}
            like, near = by_likeness(listening.examples, listening.owners, reply, settled)
        return _Own(sure, taken, like, near)

    def _responses(self, listening: Listening, own: _Own, packs: dict[str, Match]) -> _Found:
        """Return the targets that were heard, those that came near, and those that scope took back."""
        sure, like, near, taken = own.sure, own.like, own.near, own.taken
        heard: list[Match] = []
        for owner in range(len(listening.targets)) if packs else sorted({*sure, *like}):
            target = listening.targets[owner]
            said = [packs[name] for name in target.behaviours if name in packs]
            hard = listening.owners[owner].hard
            match = sure[owner][0] if owner in sure else None
            match = match or next((pack for pack in said if pack.how == "pattern"), None)
            if match is None and not hard:
                match = max([*said, *([like[owner]] if owner in like else [])], key=_sureness, default=None)
            if match is not None:
                name = match.name if match.name in target.behaviours else None
                heard.append(
                    replace(match, name=target.name, kind=target.kind, behaviour=match.behaviour or name)
                )
                near.pop(owner, None)
                taken.pop(owner, None)
            elif said:
                near[owner] = replace(said[0], name=target.name, kind=target.kind, behaviour=said[0].name)
        return tuple(heard), list(near.values()), list(taken.values())


def _sureness(match: Match) -> float:
    return match.sureness


def _of_pack(one: Match) -> Match:
    """Return a match of a pack with the pack named (several times faster than `replace`)."""
    return Match(one.name, one.kind, one.span, one.words, one.how, one.because, one.name, one.sureness)


def _taken_back(one: Cancelled) -> Cancelled:
    return Cancelled(_of_pack(one.match), one.why, one.by)
