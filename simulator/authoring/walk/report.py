"""What a walk found, as text for a trainer and as data."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.cells import cell_len

from simulator.authoring.exploring.exploration import Exploration, Way
from simulator.authoring.walk.faults import Fault
from simulator.authoring.walk.walked import Walked
from simulator.call.rules import outcome_of
from simulator.call.script import Script
from simulator.catalogue import catalogue, t

OUTCOMES = ("agreed", "hardship", "stopped", "partial", "open", "lost")
COMPARED = ("cruelty_pays", "cruelty_passes", "silence_passes", "best_through_fault")
"""The faults in which one call is held against the best of the others."""
MOST_REASONS = 3
MOST_NAMED = 12
"""Names listed in a line before it ends with how many more there are."""


def text_of(walked: Walked, target: str, language: str) -> str:
    """Return the whole report; `target` is how `duecourse play` is told the scenario."""
    return "\n".join(_lines(walked, target, language))


def _lines(walked: Walked, target: str, language: str) -> Iterator[str]:
    found = walked.summary
    yield t("walk.title", language, title=walked.title, id=walked.scenario)
    yield t("walk.calls", language, count=found.calls, seed=walked.seed)
    yield ""
    came = [name for name in OUTCOMES if any(group.outcomes.get(name) for group in found.groups)]
    head = [t(f"walk.{name}", language) for name in ("trainee", "calls_short", *came)]
    head += [t(f"walk.{name}", language) for name in ("passed", "low", "middle", "high", "replies")]
    rows = [head]
    for group in found.groups:
        shares = [_percent(group.outcomes.get(name, 0), group.calls) for name in came]
        marks = [_score(group.quantile(share)) for share in (0.1, 0.5, 0.9)]
        passed = _percent(group.passed, group.calls)
        name = t(f"walk.trainee_{group.trainee}", language)
        rows.append([name, str(group.calls), *shares, passed, *marks, str(group.replies)])
    yield from _table(rows)
    yield ""
    rows = [[t(f"walk.{name}", language) for name in ("ending", "outcome", "rate", "shortest")]]
    for end in found.ends:
        outcome = t(f"walk.{end.outcome}", language)
        rows.append([end.name, outcome, _percent(end.calls, found.calls), str(len(end.replies))])
    yield from _table(rows, left=2)
    yield ""
    best = ", ".join(
        f"{t(f'walk.{name}', language)} {_best(score, language)}" for name, score in found.best.items()
    )
    yield t("walk.best", language, list=best)
    failed = found.calls - sum(group.passed for group in found.groups)
    if failed:
        yield t("walk.failed", language, count=failed, all=found.calls, list=_reasons(walked, language))
    for key, names in (
        ("never", (*walked.explored.never_beats, *walked.explored.never_endings)),
        ("unreached", (*found.unreached_beats, *found.unreached_endings)),
        ("unheard", tuple(f"{beat}: {name}" for beat, name in found.unheard)),
    ):
        if names:
            yield t(f"walk.{key}", language, list=_listed(names, language))
    if not found.unheard and not found.unreached_beats and not found.unreached_endings:
        yield t("walk.all_reached", language)
    yield ""
    if not walked.faults:
        yield t("walk.no_faults", language)
    if any(fault.key in COMPARED for fault in walked.faults):
        yield t("walk.pays", language)
    for number, fault in enumerate(walked.faults, 1):
        yield f"{number}. {told(fault, language)}"
        if fault.replies:
            yield f"   {t('walk.see', language, count=len(fault.replies))}"
            yield f"   {command(fault.replies, fault.seed, target, walked.language)}"


def told(fault: Fault, language: str) -> str:
    """Return what is wrong, in a sentence."""
    said = dict(fault.details)
    for name in ("outcome", "kind_outcome"):
        if name in said:
            said[name] = t(f"walk.{said[name]}", language)
    if fault.key == "cannot_earn":
        said["name"] = t(f"walk.{said['name']}", language)
        if not said["best"]:
            return t("walk.fault_never_assessed", language, **said)
    return t(f"walk.fault_{fault.key}", language, **said)


def command(replies: Sequence[str], seed: int, target: str, language: str) -> str:
    """Return the command line that plays some replies again."""
    said = " ".join(shlex.quote(one) for one in replies)
    play = f"duecourse play {shlex.quote(target)} --plain --seed {seed} --lang {language}"
    return f"printf '%s\\n' {said} | {play}"


def data_of(walked: Walked, target: str) -> dict[str, Any]:
    """Return the same as data."""
    found = walked.summary
    return {
        "scenario": walked.scenario,
        "language": walked.language,
        "calls": found.calls,
        "seed": walked.seed,
        "trainees": {
            group.trainee: {
                "calls": group.calls,
                "outcomes": {name: group.outcomes.get(name, 0) for name in OUTCOMES},
                "passed": group.passed,
                "score": {f"p{int(share * 100)}": group.quantile(share) for share in (0.1, 0.5, 0.9)},
                "replies": group.replies,
            }
            for group in found.groups
        },
        "endings": [
            {"name": end.name, "outcome": end.outcome, "calls": end.calls, **_again(end.replies, end.seed)}
            for end in found.ends
        ],
        "best": dict(found.best),
        "failing": dict(found.failing),
        "never": [*walked.explored.never_beats, *walked.explored.never_endings],
        "unreached": [*found.unreached_beats, *found.unreached_endings],
        "unheard": [{"beat": beat, "response": name} for beat, name in found.unheard],
        "faults": [
            {
                "fault": fault.key,
                **fault.details,
                **_again(fault.replies, fault.seed),
                "command": command(fault.replies, fault.seed, target, walked.language),
            }
            for fault in walked.faults
        ],
    }


def exact_text(script: Script, explored: Exploration, language: str) -> str:
    """Return everything that the exploration found: ways to all endings, and what is out of reach."""
    lines = [t("walk.title", language, title=script.title, id=script.id)]
    beats, endings = len(explored.beats), len(explored.endings)
    key = "walk.complete" if explored.complete else "walk.incomplete"
    still = ", ".join((*explored.open_beats, *explored.open_endings))
    lines.append(t(key, language, states=explored.states, beats=beats, endings=endings, open=still))
    never = (*explored.never_beats, *explored.never_endings)
    if never:
        lines.append(t("walk.never", language, list=", ".join(never)))
    if explored.trapped:
        lines.append(t("walk.trapped", language, list=", ".join(explored.trapped)))
    for name, way in explored.endings.items():
        outcome = t(f"walk.{outcome_of(script, name)}", language)
        lines += ["", t("walk.way", language, name=name, outcome=outcome, count=len(way.steps))]
        lines += [f"  {line}" for line in _steps(way, language)]
    return "\n".join(lines)


def exact_data(script: Script, explored: Exploration) -> dict[str, Any]:
    """Return the same as data."""

    def way(one: Way) -> list[dict[str, Any]]:
        return [{"beat": step.beat, "entry": step.entry, "also": list(step.also)} for step in one.steps]

    return {
        "scenario": script.id,
        "language": script.language,
        "complete": explored.complete,
        "states": explored.states,
        "open": [*explored.open_beats, *explored.open_endings],
        "never": [*explored.never_beats, *explored.never_endings],
        "trapped": list(explored.trapped),
        "beats": {name: way(one) for name, one in explored.beats.items()},
        "endings": {
            name: {"outcome": outcome_of(script, name), "way": way(one)}
            for name, one in explored.endings.items()
        },
    }


def _steps(way: Way, language: str) -> Iterator[str]:
    """One line for each reply; the same one said on and on is told once."""
    run = 0
    for place, step in enumerate(way.steps):
        run += 1
        after = way.steps[place + 1] if place + 1 < len(way.steps) else None
        if step == after:
            continue
        entry = t("walk.entry_nothing", language) if step.entry == "nothing" else step.entry
        also = t("walk.also", language, list=", ".join(step.also)) if step.also else ""
        times = t("walk.times", language, count=run) if run > 1 else ""
        yield f"{step.beat}: {entry}{also}{times}"
        run = 0


def _again(replies: Sequence[str], seed: int) -> dict[str, Any]:
    return {"play_seed": seed, "replies": list(replies)}


def _table(rows: Sequence[Sequence[str]], left: int = 1) -> Iterator[str]:
    """Rows in columns, the first `left` of them to the left; widths in cells."""
    widths = [max(cell_len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = [
            cell + " " * (width - cell_len(cell)) if place < left else " " * (width - cell_len(cell)) + cell
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def _listed(names: Iterable[str], language: str) -> str:
    every = list(names)
    more = len(every) - MOST_NAMED
    shown = ", ".join(every[:MOST_NAMED])
    return shown + (t("walk.and_more", language, count=more) if more > 0 else "")


def _percent(part: int, whole: int) -> str:
    return f"{part * 100 / whole:.0f}%" if whole else "–"


def _score(score: int | None) -> str:
    return "–" if score is None else str(score)


def _best(score: int | None, language: str) -> str:
    return t("walk.not_assessed", language) if score is None else str(score)


def _reasons(walked: Walked, language: str) -> str:
    """The commonest reasons why calls were not passed, each with how many."""
    parts = []
    for reason, count in walked.summary.failing[:MOST_REASONS]:
        key = f"sheet.reason_{reason}"
        said = t(key, language, bar=walked.bar) if key in catalogue(language) else reason
        parts.append(t("walk.reason", language, reason=said, count=count))
    return t("walk.reasons_joined", language).join(parts)
