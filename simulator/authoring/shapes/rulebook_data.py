"""A rulebook file as scoring and the call see it: groups opened, word lists written out, conditions read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from scoring.acts import GROUPS
from scoring.conditions import Condition, ConditionError, read
from scoring.rulebook import Ban, Duty, Rule, Rulebook, Wording
from simulator.authoring.shapes.rulebook import (
    BanShape,
    DutyShape,
    GroupShape,
    RulebookShape,
    RuleShape,
    WordingShape,
)

_LIST = re.compile(r"~([A-Za-z0-9_-]+)")
Lists = Mapping[str, Sequence[str]]


def written_out(pattern: str, lists: Lists) -> str:
    """Return a pattern with the book's own word lists in it as brackets."""
    return _LIST.sub(
        lambda found: f"({'|'.join(lists[found[1]])})" if found[1] in lists else found[0], pattern
    )


def opened(names: Iterable[str], groups: Mapping[str, GroupShape], within: tuple[str, ...] = ()) -> list[str]:
    """Return acts with every group opened; a group's own wordings go by the name @group."""
    acts: list[str] = []
    for name in names:
        if name in groups and name not in within:
            one = groups[name]
            acts += opened(one.any_, groups, (*within, name))
            acts += [f"@{name}"] if one.hears or one.like else []
        else:
            acts += GROUPS.get(name, (name,))
    return list(dict.fromkeys(acts))


def condition_of(texts: Iterable[str], facts: Iterable[str]) -> Condition:
    """Read a condition that was checked before."""
    return read(texts, facts)


def rulebook_of(shape: RulebookShape, digest: str, base: Rulebook | None = None) -> Rulebook:
    """Return a rulebook, in the order of the file; a firm's own rules come before those of its `base`."""
    maker = _Maker(shape)
    rules = tuple(maker.rule(one) for one in shape.rules)
    book = Rulebook(
        id=shape.id,
        title=shape.title.texts(),
        rules=rules,
        digest=digest,
        language=shape.language,
        early_exit=maker.condition(shape.early_exit),
        wordings=tuple([*maker.groups(), *maker.wordings]),
        facts={name: words.texts() for name, words in shape.facts.items()},
    )
    return book if base is None else _over(book, shape, base)


def _over(own: Rulebook, shape: RulebookShape, base: Rulebook) -> Rulebook:
    """Return a base with a firm's changes: its rules replace those with the same id, severities, off."""
    named = {rule.id for rule in own.rules}
    kept = tuple(
        replace(rule, severity=shape.severities.get(rule.id, rule.severity))
        for rule in base.rules
        if rule.id not in named and rule.id not in shape.off
    )
    mine = {wording.name for wording in own.wordings}
    return replace(
        own,
        rules=(*own.rules, *kept),
        language=base.language,
        early_exit=own.early_exit or base.early_exit,
        wordings=(*own.wordings, *(one for one in base.wordings if one.name not in mine)),
        facts={**base.facts, **own.facts},
        digest=f"{own.digest}+{base.digest}",
    )


class _Maker:
    def __init__(self, shape: RulebookShape) -> None:
        self.shape = shape
        self.wordings: list[Wording] = []

    def condition(self, texts: Iterable[str]) -> Condition:
        return condition_of(texts, self.shape.facts)

    def groups(self) -> list[Wording]:
        return [
            self._worded(one, f"@{name}", lawful=False)
            for name, one in self.shape.groups.items()
            if one.hears or one.like
        ]

    def rule(self, one: RuleShape) -> Rule:
        titles = one.title.texts()
        checked = one.checked or self.shape.checked or self.shape.verified_on
        bans = [self._ban(ban, f"{one.id}.{number}") for number, ban in enumerate(one.forbids, 1)]
        if one.behaviours:
            bans.append(Ban(tuple(opened(one.behaviours, self.shape.groups))))
        return Rule(
            id=one.id,
            title=titles.get(self.shape.language) or next(iter(titles.values()), one.id),
            citation=one.citation,
            confidence=one.confidence,
            severity=one.severity,
            source=one.source,
            requirement=one.requirement.texts(),
            behaviours=tuple(dict.fromkeys(act for ban in bans for act in ban.acts if act.isidentifier())),
            name=one.name,
            titles=titles,
            status=one.status or one.confidence,
            checked=checked.isoformat() if checked else "",
            since=one.from_,
            until=one.until,
            applies=self.condition(one.applies),
            not_applicable=self.condition(one.not_applicable),
            forbids=tuple(bans),
            requires=tuple(self._duty(duty, f"{one.id}+{at}") for at, duty in enumerate(one.requires, 1)),
            yields_to=tuple(one.yields_to),
            mends=tuple(opened(one.mends, self.shape.groups)),
            say=one.say.texts(),
            see=tuple(one.see),
            replaces=one.replaces,
            note=one.note,
        )

    def _ban(self, one: BanShape, name: str) -> Ban:
        return Ban(
            acts=self._acts(one, name, lawful=False),
            beside=tuple(opened(one.with_, self.shape.groups)),
            when=self.condition(one.when),
            unless=self.condition(one.unless),
            unless_says=tuple(opened(one.unless_says, self.shape.groups)),
            excepts=self._excepts(one, name),
            sums=one.sum,
            only_possible=bool(one.only),
            severity=one.severity,
            because=one.because.texts(),
            say=one.say.texts(),
        )

    def _duty(self, one: DutyShape, name: str) -> Duty:
        facts, acts = self._after(one.after)
        return Duty(
            acts=self._acts(one, name, lawful=True),
            within=one.within or 0,
            before=tuple(opened(one.before, self.shape.groups)) if one.before not in (None, ["end"]) else (),
            by_end=one.before == ["end"],
            after=facts,
            after_acts=acts,
            when=self.condition(one.when),
            unless=self.condition(one.unless),
            given=one.given,
            opening=one.opening,
            severity=one.severity,
            because=one.because.texts(),
            say=one.say.texts(),
        )

    def _after(self, texts: Sequence[str]) -> tuple[Condition, tuple[str, ...]]:
        """Tell what a duty runs from: facts of the call, or acts of the trainee."""
        try:
            return self.condition(texts), ()
        except ConditionError:
            return (), tuple(opened(texts, self.shape.groups))

    def _acts(self, one: WordingShape, name: str, lawful: bool) -> tuple[str, ...]:
        acts = opened(one.any_, self.shape.groups)
        if one.hears or one.like:
            self.wordings.append(self._worded(one, name, lawful))
            acts.append(name)
        return tuple(acts)

    def _excepts(self, one: BanShape, name: str) -> tuple[str, ...]:
        """The exceptions of an entry that names behaviours: they take those back as well as its own words."""
        if not (one.any_ and one.excepts):
            return ()
        lists, name = self.shape.lists, f"{name}-except"
        hears = tuple(written_out(text, lists) for text in one.excepts)
        self.wordings.append(Wording(name, hears, lawful=True, bare=True))
        return (name,)

    def _worded(self, one: WordingShape, name: str, lawful: bool) -> Wording:
        lists = self.shape.lists
        return Wording(
            name=name,
            hears=tuple(written_out(text, lists) for text in one.hears),
            excepts=tuple(written_out(text, lists) for text in one.excepts),
            like=tuple(one.like),
            lawful=lawful,
        )
