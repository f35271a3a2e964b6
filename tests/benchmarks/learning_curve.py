"""What more lessons bring: `python -m tests.benchmarks.learning_curve [en|zh] [FILE.jsonl] [apart]`.

F1 on a set that is held out of the lessons, against the share of the example sentences and of the labelled
replies that are learnt from. Patterns stay whole, so the first row is what patterns alone would give.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
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


def held_out(language: str, path: Path) -> tuple[list[dict[str, Any]], list[Labelled]]:
    """Return the rows of a set, and the labelled replies of the language without any reply of the set."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    asked = {row[kind] for row in rows for kind in ("reply", "clean") if kind in row}
    return rows, [one for one in read_replies(language) if one.reply not in asked]


def main(arguments: list[str]) -> None:
    """Print the curve of each language; `apart` also thins only the examples and only the replies."""
    apart = "apart" in arguments
    asked = [one for one in arguments if one != "apart"]
    for language in asked[:1] or ["en", "zh"]:
        path = Path(asked[1]) if len(asked) > 1 else newest(language)
        rows, replies = held_out(language, path)
        bank = load_bank(language)
        each = sum(len(one.examples) for one in bank.phrases) / len(bank.phrases)
        print(
            f"{language}: {path.name}, {sum('reply' in row for row in rows)} replies; to learn from: "
            f"{len(replies)} labelled replies, {each:.0f} example sentences per behaviour"
        )
        print("| learnt from | replies | examples per behaviour | micro F1 [95 %] | first three | unjust |")
        print("|---|---|---|---|---|---|")
        curves = [("both", [(share, share) for share in SHARES])]
        if apart:
            curves.append(("examples, all replies", [(share, 1.0) for share in SHARES[:-1]]))
            curves.append(("replies, all examples", [(1.0, share) for share in SHARES[:-1]]))
        for name, pairs in curves:
            for examples, share in pairs:
                begin = time.process_time()
                report = measured(thinned(bank, examples, replies, share), rows)
                micro = report.overall.micro
                low, high = micro.f1_interval or (0.0, 1.0)
                told = str(Fraction(share if name != "examples, all replies" else examples))
                print(
                    f"| {told} of {name} | {round(len(replies) * share)} | {each * examples:.0f} "
                    f"| {micro.f1:.3f} [{low:.3f}-{high:.3f}] | {report.overall.top_three:.3f} "
                    f"| {report.overall.unjust:.1%} |",
                    flush=True,
                )
                print(f"  {time.process_time() - begin:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
