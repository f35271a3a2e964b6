"""Rulebook: one jurisdiction's conduct rules as cited data, and which of them a turn breaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from scoring.conditions import Condition
from scoring.evidence import Turn

SEVERITIES = ("critical", "major", "minor")
"""From worst to mildest; a critical breach fails the call whatever the score."""
CONFIDENCES = ("V1", "V2", "M-high", "M-med", "M-low", "unsure")
"""How a clause was checked, from read in its own text to not confirmed."""
AS_LAW = ("V1", "V2", "M-high")
"""What may be shown to a trainee as law; the rest is shown as house policy."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The patterns of one entry of a rulebook, under the name that its cues carry.

    `lawful` wordings meet a duty; the others may break a rule, so that what is only quoted,
    attributed or asked is not counted. `bare` ones are exceptions, counted wherever they stand.
    """

    name: str
    hears: tuple[str, ...] = ()
    excepts: tuple[str, ...] = ()
    like: tuple[str, ...] = ()
    lawful: bool = False
    bare: bool = False


_OF_THE_FILE = frozenset(("exceeds_authority", "misstates_debt"))
"""Behaviours that the words of a reply alone cannot be."""


@dataclass(frozen=True, slots=True)
class Ban:
    """One thing that breaks a rule: the acts that nominate it and the state that decides.

    `acts` are behaviours and names of wordings, groups already opened; `excepts` names of wordings that
    take back what they overlap. `sums` is "wrong", "any" or empty. `because` is the state in words by
    language, empty when it is made from the condition.
    """

    acts: tuple[str, ...]
    beside: tuple[str, ...] = ()
    when: Condition = ()
    unless: Condition = ()
    unless_says: tuple[str, ...] = ()
    excepts: tuple[str, ...] = ()
    sums: str = ""
    only_possible: bool = False
    severity: str = ""
    because: Mapping[str, str] = field(default_factory=dict)
    say: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that a rule asks for: the acts that meet it, and until when.

    Exactly one of `within` (replies), `before` (acts) and `by_end`. It runs from the start, or from
    when `after` (a condition or acts) first held.
    """

    acts: tuple[str, ...]
    within: int = 0
    before: tuple[str, ...] = ()
    by_end: bool = False
    after: Condition = ()
    after_acts: tuple[str, ...] = ()
    when: Condition = ()
    unless: Condition = ()
    given: str = ""
    opening: bool = False
    severity: str = ""
    because: Mapping[str, str] = field(default_factory=dict)
    say: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """One conduct rule.

    `citation` is the clause as published, empty for a house policy; `confidence` says how the
    clause was checked (CONFIDENCES), `status` the same in full; `source` is "law" or "policy".
    `title` is in the book's language, `titles` in both.
    """

    id: str
    title: str
    citation: str
    confidence: str
    severity: str
    source: str
    requirement: Mapping[str, str] = field(default_factory=dict)
    behaviours: tuple[str, ...] = ()
    name: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    status: str = ""
    checked: str = ""
    since: date | None = None
    until: date | None = None
    applies: Condition = ()
    not_applicable: Condition = ()
    forbids: tuple[Ban, ...] = ()
    requires: tuple[Duty, ...] = ()
    yields_to: tuple[str, ...] = ()
    mends: tuple[str, ...] = ()
    say: Mapping[str, str] = field(default_factory=dict)
    see: tuple[str, ...] = ()
    replaces: str = ""
    note: str = ""

    @property
    def as_law(self) -> bool:
        """Whether it may be shown to a trainee as law; otherwise it is house policy."""
        return self.source == "law" and self.confidence.split(";")[0].split("+")[-1].strip() in AS_LAW

    @property
    def bans(self) -> tuple[Ban, ...]:
        """What breaks the rule; one that only names behaviours is broken by each of them."""
        return self.forbids or ((Ban(self.behaviours),) if self.behaviours else ())

    @property
    def suspected(self) -> tuple[Ban, ...]:
        """The bans that a suspicion can nominate: those that a state decides, where there are any. None of
        a rule that asks the file whether a sum is true or an offer allowed, which no likeness can tell."""
        if any(
            ban.sums or (_OF_THE_FILE & {*ban.acts} and not ban.when and not ban.beside) for ban in self.bans
        ):
            return ()
        return tuple(ban for ban in self.bans if ban.when) or self.bans

    @property
    def claims(self) -> frozenset[str]:
        """The behaviours that may break the rule."""
        return frozenset(act for ban in self.bans for act in ban.acts)

    def called(self, language: str) -> str:
        """Return the title in a language, in the book's own where there is none."""
        return self.titles.get(language) or self.title


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule broken in a turn, with the words that broke it and the state that made it a breach.

    `rule` has the severity that counts here. `sure` is false for what a person should look at, which
    never counts. `missed` says that something was left unsaid.
    """

    turn: int
    rule: Rule
    behaviour: str
    words: str
    because: Mapping[str, str] = field(default_factory=dict)
    say: Mapping[str, str] = field(default_factory=dict)
    sure: bool = True
    missed: bool = False
    start: int = 0
    end: int = 0
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules of one jurisdiction, in the order in which they claim a behaviour.

    `early_exit` are the states in which duties that are not yet due are not applicable, `wordings`
    the patterns of the rules and groups, `facts` the book's own facts in words.
    """

    id: str
    title: Mapping[str, str]
    rules: tuple[Rule, ...]
    digest: str = ""
    language: str = "en"
    early_exit: Condition = ()
    wordings: tuple[Wording, ...] = ()
    facts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def rule(self, name: str) -> Rule | None:
        """Return a rule by its id ("US-14"), its name ("third-party") or both ("us-third-party")."""
        wanted = name.casefold()
        for rule in self.rules:
            if wanted in (rule.id.casefold(), rule.name, f"{self.id}-{rule.name}" if rule.name else ""):
                return rule
        return None

    def rule_for(self, behaviour: str) -> Rule | None:
        """Return the first rule that `behaviour` may break by words, None if none does."""
        for rule in self.rules:
            if any(behaviour in ban.acts for ban in rule.bans):
                return rule
        return None

    def breaches(self, turn: Turn) -> tuple[Breach, ...]:
        """Return the breaches that the words of one turn surely hold, one for each rule, worst first."""
        from scoring.conduct import forbidden

        return tuple(breach for breach in forbidden(self, turn) if breach.sure)
