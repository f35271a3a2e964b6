"""How well the law is judged: labelled replies against what was found, per rule, severity and kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from scoring.rulebook import SEVERITIES, Rulebook
from simulator.authoring.testing.bench import Bench, Step
from simulator.authoring.testing.states import StateError, desk_of
from simulator.errors import Unreadable

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled reply: the rules it breaks, and those found broken, surely and possibly."""

    number: int
    jurisdiction: str
    reply: str
    kind: str
    labels: tuple[str, ...]
    sure: tuple[str, ...]
    possible: tuple[str, ...]
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def wrong(self) -> tuple[str, ...]:
        """Return the rules surely found although they are not broken."""
        return tuple(name for name in self.sure if name not in self.labels)

    @property
    def missed(self) -> tuple[str, ...]:
        """Return the broken rules that were not even possible."""
        return tuple(name for name in self.labels if name not in self.sure and name not in self.possible)


@dataclass(slots=True)
class Count:
    """Counts of pairs of a reply and a rule; recall by what is sure, `near` also by what is possible."""

    sure: int = 0
    possible: int = 0
    missed: int = 0
    wrong: int = 0

    @property
    def labelled(self) -> int:
        """Return how many breaches there were."""
        return self.sure + self.possible + self.missed


@dataclass(slots=True)
class Lawful:
    """Replies that break nothing: how many, with a sure breach, with a sure critical one, possible."""

    replies: int = 0
    breaches: int = 0
    criticals: int = 0
    possible: int = 0


@dataclass(slots=True)
class Replies:
    """Replies that break some critical rule, whichever critical rule was found: what a trainee meets.

    `sure` and `near` count those with a critical rule found surely and at least possibly; `found` all
    replies with one found surely, `right` those of them that do break a critical rule.
    """

    replies: int = 0
    sure: int = 0
    near: int = 0
    found: int = 0
    right: int = 0


@dataclass(slots=True)
class RuleReport:
    """What was found: counts per rule, severity, jurisdiction and kind, replies with a critical breach,
    lawful replies, every row."""

    overall: Count = field(default_factory=Count)
    rules: dict[str, Count] = field(default_factory=dict)
    severities: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in SEVERITIES})
    jurisdictions: dict[str, Count] = field(default_factory=dict)
    criticals: dict[str, Count] = field(default_factory=dict)
    kinds: dict[str, Count] = field(default_factory=dict)
    replies: dict[str, Replies] = field(default_factory=dict)
    lawful: dict[str, Lawful] = field(default_factory=dict)
    rows: list[Judged] = field(default_factory=list)


def judge_rows(rows: Iterable[Row], benches: Mapping[str, Bench]) -> Iterable[Judged]:
    """Yield each row as it was judged, without the rules that it says to `ignore`.

    Raises Unreadable for a jurisdiction, rule or state not known.
    """
    for number, row in enumerate(rows, 1):
        place = str(row.get("jurisdiction", ""))
        if place not in benches:
            raise Unreadable("Measure", f"row {number} needs a jurisdiction: {', '.join(benches)}.")
        bench = benches[place]
        labels = tuple(str(name) for name in row.get("breaches", ()))
        if unknown := [name for name in labels if bench.book.rule(name) is None]:
            raise Unreadable("Measure", f"row {number}: there is no rule {unknown[0]} in '{place}'.")
        try:
            desk = desk_of(row.get("state", {}), bench.book.facts)
        except StateError as error:
            raise Unreadable("Measure", f"row {number}: the state has no {error}.") from None
        steps = [Step(str(one)) for one in row.get("before", ())]
        steps.append(Step(str(row["reply"]), str(row.get("context", ""))))
        ignored = set(map(str, row.get("ignore", ())))
        broken = bench.judge(desk, steps, ended=row.get("ended") is True)
        last = [one for one in broken if one.turn == len(steps) and one.rule.id not in ignored]
        yield Judged(
            number,
            place,
            str(row["reply"]),
            str(row.get("kind", "")),
            labels,
            tuple(one.rule.id for one in last if one.sure),
            tuple(one.rule.id for one in last if not one.sure),
            {one.rule.id: f"{one.behaviour}: {one.words}" for one in last},
        )


def counted(judged: Iterable[Judged], books: Mapping[str, Rulebook]) -> RuleReport:
    """Return the counts of judged rows."""
    report = RuleReport()
    for one in judged:
        report.rows.append(one)
        for name in dict.fromkeys((*one.labels, *one.sure)):
            _count(report, one, name, books[one.jurisdiction])
        _replies(report.replies.setdefault(one.jurisdiction, Replies()), one, books[one.jurisdiction])
        if not one.labels:
            _lawful(report.lawful.setdefault(one.jurisdiction, Lawful()), one, books[one.jurisdiction])
    return report


def _count(report: RuleReport, one: Judged, name: str, book: Rulebook) -> None:
    rule = book.rule(name)
    severity = rule.severity if rule is not None else "minor"
    answer = "wrong" if name not in one.labels else "sure" if name in one.sure else "missed"
    answer = "possible" if answer == "missed" and name in one.possible else answer
    counts = [
        report.overall,
        report.rules.setdefault(name, Count()),
        report.severities[severity],
        report.jurisdictions.setdefault(one.jurisdiction, Count()),
        report.kinds.setdefault(one.kind or "-", Count()),
    ]
    if severity == "critical":
        counts.append(report.criticals.setdefault(one.jurisdiction, Count()))
    for count in counts:
        setattr(count, answer, getattr(count, answer) + 1)


def _replies(replies: Replies, one: Judged, book: Rulebook) -> None:
    labelled, sure = _critical(one.labels, book), _critical(one.sure, book)
    replies.replies += labelled
    replies.sure += labelled and sure
    replies.near += labelled and (sure or _critical(one.possible, book))
    replies.found += sure
    replies.right += labelled and sure


def _critical(names: Iterable[str], book: Rulebook) -> bool:
    found = (book.rule(name) for name in names)
    return any(rule is not None and rule.severity == "critical" for rule in found)


def _lawful(lawful: Lawful, one: Judged, book: Rulebook) -> None:
    lawful.replies += 1
    lawful.breaches += bool(one.sure)
    lawful.criticals += _critical(one.sure, book)
    lawful.possible += bool(one.possible)
