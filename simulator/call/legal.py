"""What a rulebook listens for in a reply: its own wordings, and every sum of money that is named."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from scoring.acts import Cue, Said, Sum
from scoring.evidence import Kind
from scoring.rulebook import Rulebook, Wording
from scoring.standing import Standing
from simulator.hearing import CUE, KNOWN, Hearing, Match, Target, load_listening, sureness_of

if TYPE_CHECKING:
    from simulator.hearing import Ear, Listening, Suspicion

_SOMEONE = {
    "en": {"creditor": "(the bank|your bank|the lender)", "collector": "(us|this company)"},
    "zh": {"creditor": "(银行|平台)", "collector": "(我们公司)"},
}
_FIRM = re.compile(r"\{(creditor|collector)\}")
SUSPECTED = {"en": -0.4, "zh": -0.5}
"""The learnt score over which a reply is suspected of breaking a critical rule: for a person to look at."""
CONFIRMED = {"en": -0.15, "zh": -0.15}
"""The same over which a breach of any rule that something else nominated as possible is a sure one."""
DOUBTED = {"en": -0.4, "zh": -0.4}
"""The same under which a pattern of the rule is not believed: what it found is only possible."""
CLEARED = {"en": -0.9, "zh": -0.9}
"""The same under which a cue that only nominates the rule is nothing. All four bars were chosen on replies
from which neither the patterns nor the weights had learnt."""
Keep = Callable[[str, str, Callable[[], dict[str, Any]]], dict[str, Any]]
"""Returns data of a name and a key, kept from another time or made now."""
Learnt = Callable[[str], dict[str, Any]]
"""Returns what was learnt of a rulebook from labelled replies, {} when there are none."""
_MOST = 12
_COMPILED: dict[str, Listening] = {}
"""What was compiled, by a digest of everything that goes into it; the oldest is forgotten."""
_SIGNS = re.compile(r"[^\w'\- ]+")


def made_now(name: str, key: str, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Keep nothing: make the data each time."""
    return make()


@dataclass(slots=True)
class LawEar:
    """Hears what one rulebook listens for, in its own language; compiled when it is first asked.

    `firms` are the creditor and the collector of the file, whose names patterns may ask for; `keep` is
    where the compiled wordings are kept between two calls; `known` are the sums of the debtor's month;
    `learnt` gives the weights of a suspicion, which alone is at most something to look at.
    """

    book: Rulebook
    ear: Ear
    firms: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    keep: Keep = made_now
    known: frozenset[int] = frozenset()
    learnt: Learnt | None = None
    _listening: Listening | None = field(default=None, repr=False, compare=False)

    def said(self, reply: str, hearing: Hearing, standing: Standing, today: date) -> Said:
        """Return what the law needs to know of a reply that was heard as `hearing`."""
        heard, near = self._heard(reply, standing, today)
        rules = {rule.id: rule.severity for rule in self.book.rules}
        own = {wording.name for wording in self.book.wordings}
        bars = SUSPECTED, CONFIRMED, DOUBTED, CLEARED
        suspected, strong, doubted, cleared = (sureness_of(bar[self.ear.language]) for bar in bars)
        cues = [_cue(match, sure=True) for match in heard]
        for match in near:
            if match.name not in rules:
                cues += [_cue(match, sure=False)] if match.name in own and match.sureness >= CUE else []
            elif match.sureness > (suspected if rules[match.name] == "critical" else strong):
                cues.append(replace(_cue(match, sure=False), strong=match.sureness > strong))
        weighed = {match.name: match.sureness for match in near if match.name in rules}
        return Said(
            standing,
            tuple(cues),
            sums_of(hearing, self.known),
            doubted=frozenset(name for name, sure in weighed.items() if sure < doubted),
            cleared=frozenset(name for name, sure in weighed.items() if sure < cleared),
        )

    def _heard(
        self, reply: str, standing: Standing, today: date
    ) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
        nothing = not self.book.wordings and self.learnt is None
        if nothing or self.book.language != self.ear.language or not reply.strip():
            return (), ()
        if self._listening is None:
            self._listening = replace(self.listening(), suspicion=self._suspicion())
        return self.ear.hear_targets(reply, self._listening, today, known_of(standing))

    def _suspicion(self) -> Suspicion | None:
        from simulator.hearing import Suspicion

        data = self.learnt(self.book.id) if self.learnt is not None else {}
        return Suspicion(data) if data else None

    def listening(self) -> Listening:
        """Compile the wordings, which takes a second for a whole rulebook, once for all calls."""
        targets = tuple(self._target(wording) for wording in self.book.wordings)
        named = any("{name}" in text for target in targets for text in target.hears)
        names = (*self.firms.values(), *self.names) if named else ()
        digest = hashlib.sha256(repr((targets, names, self.ear.digest)).encode()).hexdigest()
        if digest not in _COMPILED:
            if len(_COMPILED) >= _MOST:
                _COMPILED.pop(next(iter(_COMPILED)))
            data = self.keep(
                f"law-{self.book.id}", digest, lambda: self.ear.compiled_listening(targets, names)
            )
            _COMPILED[digest] = load_listening(targets, data)
        return _COMPILED[digest]

    def _target(self, wording: Wording) -> Target:
        return Target(
            name=wording.name,
            kind=Kind.GOOD if wording.lawful else Kind.BREACH,
            hears=tuple(self._named(text) for text in wording.hears),
            excepts=tuple(self._named(text) for text in wording.excepts),
            like=wording.like,
            bare=wording.bare,
        )

    def _named(self, pattern: str) -> str:
        """Put the firms of the file into a pattern."""

        def firm(found: re.Match[str]) -> str:
            name = _SIGNS.sub(" ", self.firms.get(found[1], "")).strip()
            return f"({name})" if name else _SOMEONE[self.ear.language][found[1]]

        return _FIRM.sub(firm, pattern)


def known_of(standing: Standing) -> tuple[str, ...]:
    """Return what is known of a call as marks for learnt weights: who is on the line and what came out."""
    facts = {standing.answered_by, *standing.flags} - {"debtor"}
    facts |= {name for name in ("third_party", "agreed_time") if standing.fact(name)}
    facts |= {"unverified"} if standing.verified is False else set()
    return tuple(KNOWN + name for name in sorted(facts))


def sums_of(hearing: Hearing, known: frozenset[int]) -> tuple[Sum, ...]:
    """Return every sum of money that a reply names, in minor units; not those of a plan or `known`
    to be of the debtor's month."""
    plans = [one.legs for one in hearing.offers if one.act not in ("none", "demand")]
    paid = [leg.span for legs in plans for leg in legs if len(legs) > 1 or leg.count or leg.every]
    return tuple(
        Sum(money.amount, money.span.start, money.span.end, money.approx)
        for money in hearing.terms.money
        if money.amount is not None
        and money.amount not in known
        and not any(span.start <= money.span.start and money.span.end <= span.end for span in paid)
    )


def _cue(match: Match, sure: bool) -> Cue:
    return Cue(match.name, match.words, match.span.start, match.span.end, sure, match.because)
