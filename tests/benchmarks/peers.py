"""The same work by others: `python -m tests.benchmarks.peers`. Time per reply as a ratio, accuracy beside it.

RiveScript (the `peers` needs its package: part of the dev extra) gets one trigger from every pattern, as
near as its language comes; the plain loop compares the whole reply with every example by rapidfuzz.
"""

from __future__ import annotations

import json
import re
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from simulator.hearing import Ear, PhraseBank
from simulator.hearing.figures import Score
from simulator.hearing.pattern import SLOTS, WordLists, parse
from simulator.hearing.replies import read_replies
from tests.benchmarks.learning_curve import newest
from tests.hearing.banks import load_bank

TODAY = date(2026, 6, 10)
CUTOFF = 70
FEW = 40  # RiveScript tries thousands of triggers one by one: every so-manieth reply is enough to time it
MOST = 12  # alternatives of a part that a trigger holds
Hears = Callable[[str], set[str]]


def ours(bank: PhraseBank) -> Hears:
    """Return this program's ear."""
    ear = Ear(bank)
    beat = ear.listening(())
    return lambda reply: {match.name for match in ear.hear(reply, beat, TODAY).behaviours}


def loop(bank: PhraseBank) -> Hears:
    """Return a plain rapidfuzz loop over all examples."""
    owners = [one.behaviour for one in bank.phrases for _ in one.examples]
    examples = [text for one in bank.phrases for text in one.examples]

    def hears(reply: str) -> set[str]:
        near = process.extract(reply, examples, scorer=fuzz.token_set_ratio, score_cutoff=CUTOFF, limit=3)
        return {owners[index] for _, _, index in near}

    return hears


def triggers(bank: PhraseBank) -> Iterator[str]:
    """Yield a RiveScript brain: one trigger per pattern, wildcards for gaps and slots."""
    yield "! version = 2.0"
    yield "+ *\n- none\n"
    for phrases in bank.phrases:
        lists = WordLists(phrases.lists, bank.lists)
        for text in phrases.hears:
            parts = []
            for one in parse(text, lists):
                options = [" ".join(words) for words in one.phrases[:MOST]]
                clean = [word for word in options if re.fullmatch(r"[a-z0-9 \u3400-\u9fff]+", word)]
                parts.append(
                    "*" if not clean or one.slots or any(s in text for s in SLOTS) else f"({'|'.join(clean)})"
                )
            yield f"+ [*] {' [*] '.join(parts)} [*]\n- {phrases.behaviour}\n"


def rivescript(bank: PhraseBank) -> Hears:
    """Return a RiveScript brain made from the same patterns."""
    from rivescript import RiveScript  # heavy and for this comparison alone

    brain = RiveScript(utf8=True)
    brain.stream("\n".join(triggers(bank)))
    brain.sort_replies()

    def hears(reply: str) -> set[str]:
        said = " ".join(re.findall(r"[a-z0-9]+|[\u3400-\u9fff]", reply.lower()))
        return {brain.reply("trainee", said)} - {"none"}

    return hears


def measured(hears: Hears, rows: Iterable[dict[str, Any]]) -> tuple[float, Score]:
    """Return the median milliseconds of a reply and the micro F1."""
    taken, right, wrong, missed = [], 0, 0, 0
    for row in rows:
        begin = time.perf_counter()
        heard = hears(row["reply"])
        taken.append((time.perf_counter() - begin) * 1000)
        labels = set(row["labels"])
        right, wrong, missed = (
            right + len(heard & labels),
            wrong + len(heard - labels),
            missed + len(labels - heard),
        )
    return statistics.median(taken), Score(right, wrong, missed)


def main() -> None:
    """Print time and accuracy of the three."""
    for language in ("en", "zh"):
        bank, path = load_bank(language), newest(language)
        rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
        rows = [row for row in rows if "reply" in row]
        asked = {row[kind] for row in rows for kind in ("reply", "clean") if kind in row}
        learnt = tuple(one for one in read_replies(language) if one.reply not in asked)
        floor, score = measured(ours(replace(bank, replies=learnt)), rows)
        print(f"{language}, {path.name}: ours {floor:.2f} ms, F1 {score.f1:.3f}")
        for name, make in (("rapidfuzz loop", loop), ("RiveScript", rivescript)):
            some = rows if name != "RiveScript" else rows[::FEW]
            taken, score = measured(make(bank), some)
            print(f"  {name}: {taken:.2f} ms, {taken / floor:.1f} times ours (bar 10), F1 {score.f1:.3f}")


if __name__ == "__main__":
    main()
