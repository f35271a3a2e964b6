"""What more lessons bring: `python -m tests.benchmarks.learning_curve [en|zh] [FILE.jsonl]`.

F1 on a set that is held out of the lessons, against the share of the example sentences and of the labelled
replies that are learnt from. Patterns stay whole, so the first column is what patterns alone would give.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from simulator.hearing import Ear, PhraseBank
from simulator.hearing.measure import Report, measure_rows
from simulator.hearing.replies import Labelled, read_replies
from tests.hearing.banks import load_bank

SETS = Path(__file__).parents[1] / "hearing"
SHARES = (0.0, 1 / 8, 1 / 4, 1 / 2, 1.0)
TODAY = date(2026, 6, 10)
T = TypeVar("T")


def part(items: Sequence[T], share: float) -> tuple[T, ...]:
    """Return an evenly spread share of items, the same every time."""
    kept = round(len(items) * share)
    return tuple(items[index * len(items) // kept] for index in range(kept)) if kept else ()


def thinned(bank: PhraseBank, examples: float, replies: Sequence[Labelled], share: float) -> PhraseBank:
    """Return a bank with a share of its example sentences and of the labelled replies."""
    phrases = tuple(replace(one, examples=part(one.examples, examples)) for one in bank.phrases)
    return replace(bank, phrases=phrases, replies=part(replies, share))


def measured(bank: PhraseBank, rows: list[dict[str, Any]]) -> Report:
    """Return how well the ear of a bank hears."""
    return measure_rows(rows, {bank.language: Ear(bank)}, TODAY)


def newest(language: str) -> Path:
    """Return the newest blind set of a language."""
    sets = SETS.glob(f"blind*.{language}.jsonl")
    return max(sets, key=lambda path: int("".join(filter(str.isdigit, path.name)) or 0))


def main(arguments: list[str]) -> None:
    """Print the curve of each language."""
    for language in arguments[:1] or ["en", "zh"]:
        path = Path(arguments[1]) if len(arguments) > 1 else newest(language)
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        asked = {row["reply"] for row in rows if "reply" in row}
        bank = load_bank(language)
        replies = [one for one in read_replies(language) if one.reply not in asked]
        print(f"{language}: {path.name}, {len(asked)} replies; {len(replies)} labelled replies to learn from")
        for name, pairs in (
            ("both", [(share, share) for share in SHARES]),
            ("examples, all replies", [(share, 1.0) for share in SHARES[:-1]]),
            ("replies, all examples", [(1.0, share) for share in SHARES[:-1]]),
        ):
            for examples, share in pairs:
                begin = time.process_time()
                report = measured(thinned(bank, examples, replies, share), rows)
                micro = report.overall.micro
                low, high = micro.f1_interval or (0.0, 1.0)
                print(
                    f"  {name} {share if name != 'examples, all replies' else examples:.3f}: "
                    f"F1 {micro.f1:.3f} [{low:.3f}-{high:.3f}], first three {report.overall.top_three:.3f}, "
                    f"unjust {report.overall.unjust:.1%} ({time.process_time() - begin:.0f} s)",
                    flush=True,
                )


if __name__ == "__main__":
    main(sys.argv[1:])
