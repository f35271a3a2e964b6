"""The figures of `duecourse measure` as text and as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.hearing.figures import Score, Share
    from simulator.hearing.groups import Group, Prediction
    from simulator.hearing.measure import Report


def as_data(report: Report) -> dict[str, Any]:
    """Return the figures as plain data: those of everything at the top, then per language."""
    return {
        **_group(report.overall),
        "languages": {
            name: {
                **_group(group),
                "notes": {note: _group(of) for note, of in report.notes.get(name, {}).items()},
            }
            for name, group in report.languages.items()
        },
    }


def as_text(report: Report) -> Iterator[str]:
    """Yield the figures as lines, the summary of each language before its behaviours."""
    groups: list[tuple[str, Group]] = [("all", report.overall), *report.languages.items()]
    for name, group in groups:
        low, high = group.micro.f1_interval or (0.0, 1.0)
        yield (
            f"{name}: n {group.replies}, micro F1 {group.micro.f1:.3f} [{low:.3f}-{high:.3f}] "
            f"(P {group.micro.precision:.3f}, R {group.micro.recall:.3f}), macro F1 {group.macro:.3f}"
        )
        yield (
            f"  unjust {group.unjust:.1%} of {group.innocent}, wrong breaches {group.wrong_breaches}, "
            f"nothing heard {group.abstained}, among heard and nearest three {group.top_three:.3f}"
        )
        yield (
            f"  faults heard {_share(group.faults)}, heard or possible {_share(group.faults_near)}, "
            f"possible where there was none {_share(group.suspected)}"
        )
        if group.steering.of:
            yield f"  steering right {_share(group.steering)}"
        if group.typed is not None and group.clean is not None:
            loss = 100 * (group.clean.f1 - group.typed.f1)
            typed, clean = group.typed.f1, group.clean.f1
            yield f"  slips: F1 {typed:.3f}, clean twins {clean:.3f}, loss {loss:.1f} points"
        if group.empathy is not None:
            yield f"  empathy: AUC {group.empathy:.3f}"
        for kind, score in group.kinds.items():
            yield f"  {kind}: {_line(score)}"
        for note, of in report.notes.get(name, {}).items():
            steers = f", steering {_share(of.steering)}" if of.steering.of else ""
            yield (
                f"  note {note}: n {of.replies}, F1 {of.micro.f1:.3f}, unjust {of.unjust:.1%} of "
                f"{of.innocent}, anything heard {_share(of.anything)}{steers}"
            )
        for label, pairs in (("missed and heard instead", group.confusions), ("steered", group.misled)):
            for right, got, times in pairs:
                yield f"  {label}: {right or '-'} -> {got or '-'} ({times})"
    for name, group in groups[1:]:
        yield ""
        for behaviour, score in group.behaviours.items():
            yield f"{name} {behaviour}: {_line(score)}"


def prediction_row(one: Prediction) -> dict[str, Any]:
    """Return one row of predictions as plain data."""
    return {
        "row": one.row,
        "lang": one.language,
        "reply": one.reply,
        "labels": list(one.labels),
        "heard": [
            {
                "id": match.name,
                "how": match.how,
                "score": match.sureness,
                "span": [match.span.start, match.span.end],
            }
            for match in one.heard
        ],
        "possibly": [
            {"id": match.name, "score": match.sureness, "span": [match.span.start, match.span.end]}
            for match in one.possibly
        ],
        "nearest": [{"id": match.name, "score": match.sureness} for match in one.ranked],
        "wrong": list(one.wrong),
        "missed": list(one.missed),
        **({"note": one.note} if one.note else {}),
        **({"steers": list(one.steers), "steered": one.steered} if one.steers is not None else {}),
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "n": group.replies,
        "micro": {**_score(group.micro), "f1_interval": group.micro.f1_interval},
        "macro": {"f1": round(group.macro, 4)},
        "kinds": {name: _score(score) for name, score in group.kinds.items()},
        "behaviours": {name: _score(score) for name, score in group.behaviours.items()},
        "unjust": {"share": round(group.unjust, 4), "n": group.innocent},
        "wrong_breaches": group.wrong_breaches,
        "abstained": group.abstained,
        "top_three": round(group.top_three, 4),
        "suspected": _part(group.suspected),
        "anything": _part(group.anything),
        "faults": {"heard": _part(group.faults), "near": _part(group.faults_near)},
        "steering": _part(group.steering),
        "slips": {"typed": _maybe(group.typed), "clean": _maybe(group.clean)},
        "empathy": None if group.empathy is None else round(group.empathy, 4),
        "confusions": [list(one) for one in group.confusions],
        "misled": [list(one) for one in group.misled],
    }


def _part(share: Share) -> dict[str, Any]:
    return {"share": round(share.share, 4), "n": share.of, "interval": share.interval}


def _share(share: Share) -> str:
    low, high = share.interval
    return f"{share.share:.1%} of {share.of} [{low:.1%}-{high:.1%}]"


def _maybe(score: Score | None) -> dict[str, Any] | None:
    return None if score is None else _score(score)


def _score(score: Score) -> dict[str, Any]:
    return {
        "n": score.right + score.missed,
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
        "precision_interval": score.precision_interval,
        "recall_interval": score.recall_interval,
    }


def _line(score: Score) -> str:
    return f"n {score.right + score.missed}, P {score.precision:.2f}, R {score.recall:.2f}, F1 {score.f1:.2f}"
