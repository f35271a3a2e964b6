"""Score sheets as tables and data: one row a call, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from scoring import COMPETENCIES
from simulator.records import Recorded

BOM = "\ufeff"
"""Chinese spreadsheet programs read a CSV without it as GBK."""
_FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")
_TEXT = (
    "call",
    "trainee",
    "scenario",
    "title",
    "language",
    "mode",
    "outcome",
    "ending",
    "rules_broken",
    "fault_words",
    "engine",
    "scenario_digest",
)
_COLUMNS = (
    "call",
    "trainee",
    "scenario",
    "title",
    "language",
    "mode",
    "seed",
    "started",
    "ended",
    "outcome",
    "ending",
    "conduct",
    "overall",
    "passed",
    *COMPETENCIES,
    "turns",
    "rules_broken",
    "fault_words",
    "recovery_percent",
    "recovery_days",
    "plan_kept",
    "needless_concession",
    "engine",
    "scenario_digest",
)


def as_csv(calls: Sequence[Recorded]) -> str:
    """Return finished calls as CSV with a BOM.

    A text that a spreadsheet would take for a formula gets a leading apostrophe (OWASP ASVS 1.2.10);
    numbers stay numbers.
    """
    sink = io.StringIO()
    sink.write(BOM)
    writer = csv.DictWriter(sink, _COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for call in calls:
        flat = row(call)
        writer.writerow({name: _safe(value) if name in _TEXT else value for name, value in flat.items()})
    return sink.getvalue()


def as_json(calls: Sequence[Recorded]) -> str:
    """Return finished calls as one JSON array, each with its whole sheet."""
    rows = [{**row(call), "sheet": call.sheet} for call in calls]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def row(call: Recorded) -> dict[str, Any]:
    """Return one call as the columns of the table; None where nothing was assessed."""
    sheet = call.sheet or {}
    breaches = sheet["breaches"]
    return {
        "call": call.id,
        "trainee": call.trainee,
        "scenario": call.scenario,
        "title": call.title,
        "language": call.language,
        "mode": call.mode,
        "seed": call.seed,
        "started": call.started,
        "ended": call.ended,
        "outcome": sheet["outcome"],
        "ending": sheet["ending"],
        "conduct": sheet["verdict"]["conduct"],
        "overall": sheet["overall"],
        "passed": sheet["verdict"]["passed"],
        **{name: sheet["competencies"].get(name, {}).get("score") for name in COMPETENCIES},
        "turns": sheet["turns"],
        "rules_broken": " ".join(breach["rule"] for breach in breaches),
        "fault_words": " | ".join(breach["words"] for breach in breaches),
        "recovery_percent": sheet["plan"].get("recovery_percent"),
        "recovery_days": sheet["plan"].get("days"),
        "plan_kept": sheet["plan"].get("kept"),
        "needless_concession": _needless(sheet["plan"]),
        "engine": call.engine,
        "scenario_digest": call.digests.get("scenario", ""),
    }


def _needless(plan: dict[str, Any]) -> bool | None:
    """Whether the debtor was given more than they needed; None where nothing was agreed or nobody knows."""
    conceded = plan.get("conceded")
    return conceded["excessive"] if conceded else None


def _safe(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
