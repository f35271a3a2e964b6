"""What one beat listens for, compiled: the targets' own patterns and example sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scoring.evidence import Kind
from simulator.hearing.compiled import PatternSet, compile_patterns
from simulator.hearing.hearing import Target
from simulator.hearing.normalise import normalise
from simulator.hearing.pattern import WordLists, parse
from simulator.hearing.scope import scope
from simulator.hearing.similar import Examples, compile_examples, features
from simulator.hearing.tokens import tokenise

if TYPE_CHECKING:
    from simulator.hearing.suspicion import Suspicion


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose patterns these are: a behaviour of the packs or a target of the beat."""

    name: str
    kind: Kind
    bare: bool = False

    @property
    def hard(self) -> bool:
        """Whether only a pattern that survives scope may decide."""
        return self.kind in (Kind.BREACH, Kind.BAD)


@dataclass(frozen=True, slots=True)
class Listening:
    """The targets of a beat, their patterns and examples, the words that are no slips, and known names.

    `suspicion` is what a rulebook learnt beside its patterns; a beat has none.
    """

    targets: tuple[Target, ...]
    owners: tuple[Owner, ...]
    patterns: PatternSet
    examples: Examples | None
    names: frozenset[str]
    people: frozenset[str] = frozenset()
    behaviours: frozenset[str] = frozenset()
    suspicion: Suspicion | None = None


def compile_listening(
    targets: tuple[Target, ...], names: tuple[str, ...], lists: WordLists, weights: Examples
) -> dict[str, Any]:
    """Compile a beat to plain data; `lists` are the shared word lists, `weights` what words weigh. Raises
    PatternError."""
    parsed = [
        (owner, excepts, text, parse(text, lists))
        for owner, target in enumerate(targets)
        for excepts, patterns in ((False, target.hears), (True, target.excepts))
        for text in patterns
    ]
    rows: list[tuple[int, bool, bool, str, dict[str, int]]] = []
    for owner, target in enumerate(targets):
        for text in target.like:
            clean = normalise(text)
            said = tokenise(clean.text)
            denies = any(scope(said, clean.text).negators)
            rows.append((owner, False, denies, text, features(said, 0, len(said.stems))))
    known = {word for name in names for word in tokenise(normalise(name).text).words}
    own = {word for target in targets for text in (*target.hears, *target.like) for word in _words(text)}
    return {
        "patterns": compile_patterns(parsed, lambda word: 1),
        "examples": compile_examples(rows, weights.weight) if rows else None,
        "names": sorted(known | own),
        "people": sorted(known),
    }


def load_listening(targets: tuple[Target, ...], data: dict[str, Any]) -> Listening:
    """Return what a beat listens for from the data of `compile_listening` for the same targets."""
    return Listening(
        targets,
        tuple(Owner(target.name, target.kind, target.bare) for target in targets),
        PatternSet(data["patterns"]),
        Examples(data["examples"]) if data["examples"] is not None else None,
        frozenset(data["names"]),
        frozenset(data["people"]),
        frozenset(name for target in targets for name in target.behaviours),
    )


def _words(text: str) -> list[str]:
    return tokenise(normalise(text).text.replace("~", " ")).words
