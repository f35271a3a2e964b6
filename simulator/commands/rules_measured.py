"""The figures of `duecourse measure --rules` as text and as plain data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.hearing import Share

if TYPE_CHECKING:
    from simulator.authoring.library import Library
    from simulator.authoring.testing.rule_measure import Count, Judged, Lawful, Replies, RuleReport

JURISDICTIONS = ("cn", "us", "uk")
LANGUAGES = {"cn": "zh", "us": "en", "uk": "en"}


def measured(library: Library, rows: Iterable[Mapping[str, Any]]) -> RuleReport:
    """Return how well labelled rows are judged; raises Unreadable for a row that cannot be."""
    from simulator.authoring.testing.bench import Bench
    from simulator.authoring.testing.rule_measure import counted, judge_rows

    rows = list(rows)
    books = {name: library.rulebook(name) for name in JURISDICTIONS}
    named = {str(row.get("jurisdiction", "")) for row in rows}
    benches = {name: Bench(library, books[name], LANGUAGES[name]) for name in JURISDICTIONS if name in named}
    return counted(judge_rows(rows, benches), books)


def shipped_rows(library: Library) -> Iterator[dict[str, Any]]:
    """Yield the tests that come with the rulebooks as labelled rows; tests of whole calls are left out."""
    from simulator.authoring.testing.rule_tests import FOLDER, read_rule_tests

    for name in JURISDICTIONS:
        path = library.rulebooks / FOLDER / f"{name}.yaml"
        if not path.is_file():
            continue
        for rule, tests in read_rule_tests(path).tests.items():
            for test in tests:
                if test.ends or any(one.then for one in test.before) or "any" in test.also:
                    continue
                own = [] if test.keeps else [rule]
                yield {
                    "jurisdiction": name,
                    "lang": LANGUAGES[name],
                    "state": test.state,
                    "context": test.context,
                    "before": [one.you for one in test.before],
                    "reply": test.reply,
                    "breaches": own,
                    "ignore": list(test.also),
                    "kind": test.kind,
                }


def as_data(report: RuleReport) -> dict[str, Any]:
    """Return the figures as plain data."""
    return {
        "rows": len(report.rows),
        **_count(report.overall),
        "severities": {name: _count(one) for name, one in report.severities.items()},
        "jurisdictions": {
            name: {**_count(one), "critical": _count(report.criticals[name])}
            if name in report.criticals
            else _count(one)
            for name, one in report.jurisdictions.items()
        },
        "critical_replies": {
            name: {"n": one.replies, **_told(_of_replies(one))}
            for name, one in sorted(report.replies.items())
        },
        "lawful": {name: _lawful(one) for name, one in sorted(report.lawful.items())},
        "kinds": {name: _count(one) for name, one in sorted(report.kinds.items())},
        "rules": {name: _count(one) for name, one in sorted(report.rules.items())},
    }


def as_text(report: RuleReport) -> Iterator[str]:
    """Yield the figures as lines."""
    yield f"all: {len(report.rows)} replies; {_line(report.overall)}"
    for name, one in report.severities.items():
        if one.labelled or one.wrong:
            yield f"  {name}: {_line(one)}"
    for name, one in report.jurisdictions.items():
        yield f"{name}: {_line(one)}"
        if name in report.criticals:
            yield f"  critical: {_line(report.criticals[name])}"
        if (replies := report.replies.get(name)) is not None and (replies.replies or replies.found):
            shares = _of_replies(replies).items()
            told = [f"{title.replace('_', ' ')} {_share(share.hits, share.of)}" for title, share in shares]
            yield f"  critical replies, any critical rule: n {replies.replies}, {', '.join(told)}"
    for name, lawful in sorted(report.lawful.items()):
        yield (
            f"{name} lawful: {lawful.replies} replies, breach in {_share(lawful.breaches, lawful.replies)}, "
            f"critical in {_share(lawful.criticals, lawful.replies)}, "
            f"possible in {_share(lawful.possible, lawful.replies)}"
        )
    for title, group in (("kind", report.kinds), ("rule", report.rules)):
        yield ""
        for name, one in sorted(group.items()):
            yield f"{title} {name}: {_line(one)}"


def judged_row(one: Judged) -> dict[str, Any]:
    """Return one judged row as plain data."""
    return {
        "row": one.number,
        "jurisdiction": one.jurisdiction,
        "kind": one.kind,
        "reply": one.reply,
        "breaches": list(one.labels),
        "sure": list(one.sure),
        "possible": list(one.possible),
        "wrong": list(one.wrong),
        "missed": list(one.missed),
        "words": dict(one.words),
    }


def write_rows(path: Path, rows: Iterable[Judged]) -> None:
    """Write judged rows as JSON lines."""
    text = "".join(json.dumps(judged_row(one), ensure_ascii=False) + "\n" for one in rows)
    path.write_text(text, encoding="utf-8")


def _shares(one: Count) -> dict[str, Share]:
    return {
        "recall": Share(one.sure, one.labelled),
        "recall_or_possible": Share(one.sure + one.possible, one.labelled),
        "precision": Share(one.sure, one.sure + one.wrong),
    }


def _of_replies(one: Replies) -> dict[str, Share]:
    return {
        "recall": Share(one.sure, one.replies),
        "recall_or_possible": Share(one.near, one.replies),
        "precision": Share(one.right, one.found),
    }


def _count(one: Count) -> dict[str, Any]:
    counts = {"n": one.labelled, "sure": one.sure, "possible": one.possible, "missed": one.missed}
    return {**counts, "false_alarms": one.wrong, **_told(_shares(one))}


def _told(shares: Mapping[str, Share]) -> dict[str, Any]:
    return {
        name: {"share": round(share.share, 4), "n": share.of, "interval": share.interval}
        for name, share in shares.items()
    }


def _lawful(one: Lawful) -> dict[str, Any]:
    parts = {"breach": one.breaches, "critical": one.criticals, "possible": one.possible}
    return {
        "n": one.replies,
        **{
            name: {"share": round(hits / one.replies, 4), "interval": Share(hits, one.replies).interval}
            for name, hits in parts.items()
        },
    }


def _line(one: Count) -> str:
    shares = _shares(one)
    told = [f"{name.replace('_', ' ')} {_share(share.hits, share.of)}" for name, share in shares.items()]
    return f"n {one.labelled}, {', '.join(told)}, false alarms {one.wrong}"


def _share(hits: int, of: int) -> str:
    low, high = Share(hits, of).interval
    return f"{hits}/{of} [{low:.1%}-{high:.1%}]"
