"""Money and dates, beside libraries that read them: `python -m tests.benchmarks.reading [FILE.jsonl ...]`.

Accuracy is counted by values alone, on the rows that such a library could answer: no ranges, no shares, no
"the rest", no frequencies, nothing vague. A library that is not installed is passed over
by name: `pip install price-parser dateparser parsedatetime cn2an number-parser quantulum3 timefhuman`.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from simulator.hearing.normalise import normalise
from simulator.hearing.terms import read_terms
from simulator.hearing.tokens import tokenise
from tests.hearing.expressions import TODAY, rows_of

OWN = Path(__file__).parents[1] / "hearing" / "expressions.own.jsonl"
NOW = datetime(2026, 6, 10, 12)
ROUNDS = 5
Reads = Callable[[str], list[Any]]
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def ours(kind: str) -> Reads:
    """Return this program's reading of one kind of row."""

    def money(say: str) -> list[Any]:
        clean = normalise(say)
        found = read_terms(clean, tokenise(clean.text), TODAY)[0].money
        return [one.amount for one in found if one.amount is not None]

    def dates(say: str) -> list[Any]:
        clean = normalise(say)
        found = read_terms(clean, tokenise(clean.text), TODAY)[0].times
        return [one.on.isoformat() for one in found if isinstance(one.on, date)]

    return money if kind == "money" else dates


def _price_parser(module: Any) -> Reads:
    def reads(say: str) -> list[Any]:
        amount = module.Price.fromstring(say).amount
        return [round(amount * 100)] if amount is not None else []

    return reads


def _after_digits(change: Callable[[str], str]) -> Reads:
    """Return a reading of the digits that are left when number words are changed into digits."""

    def reads(say: str) -> list[Any]:
        return [round(float(one) * 100) for one in _DIGITS.findall(change(say).replace(",", ""))]

    return reads


def _quantulum3(module: Any) -> Reads:
    return lambda say: [round(one.value * 100) for one in module.parser.parse(say)]


def _dateparser(module: Any) -> Reads:
    settings = {"RELATIVE_BASE": NOW, "PREFER_DATES_FROM": "future"}

    def reads(say: str) -> list[Any]:
        languages = ["zh"] if re.search("[\u4e00-\u9fff]", say) else ["en"]
        found = module.search.search_dates(say, languages=languages, settings=settings) or []
        return [when.date().isoformat() for _, when in found]

    return reads


def _parsedatetime(module: Any) -> Reads:
    calendar = module.Calendar()
    return lambda say: [one[0].date().isoformat() for one in calendar.nlp(say, NOW) or []]


def _timefhuman(module: Any) -> Reads:
    config = module.tfhConfig(now=NOW)

    def reads(say: str) -> list[Any]:
        found = module.timefhuman(say, config=config)
        return [one.date().isoformat() for one in found if isinstance(one, datetime)]

    return reads


PEERS: tuple[tuple[str, str, str, Callable[[Any], Reads]], ...] = (
    ("money", "price-parser", "price_parser", _price_parser),
    ("money", "number-parser", "number_parser", lambda module: _after_digits(module.parse)),
    ("money", "cn2an", "cn2an", lambda module: _after_digits(lambda say: module.transform(say, "cn2an"))),
    ("money", "quantulum3", "quantulum3.parser", _quantulum3),
    ("date", "dateparser", "dateparser.search", _dateparser),
    ("date", "parsedatetime", "parsedatetime", _parsedatetime),
    ("date", "timefhuman", "timefhuman", _timefhuman),
)
"""Kind of row, name on PyPI, module, and how its answers are made comparable."""


def answer(row: dict[str, Any]) -> list[Any] | None:
    """Return the values that a row wants, None when it asks what no such library answers."""
    wanted = row["expect"]
    if row["kind"] == "money":
        fair = all("amount" in one and one["amount"] is not None and "upto" not in one for one in wanted)
        return [round(one["amount"] * 100) for one in wanted] if fair else None
    fair = all("date" in one and one["date"] != "payday" for one in wanted)
    return [one["date"] for one in wanted] if fair else None


def measured(reads: Reads, rows: Iterable[tuple[str, list[Any]]]) -> tuple[int, float, int]:
    """Return how many rows are read exactly, the median milliseconds of one, and how many raised."""
    right, raised, taken = 0, 0, []
    for say, wanted in rows:
        begin = time.perf_counter()
        try:
            found = reads(say)
        except Exception:  # a library may raise whatever it likes: that is counted and told
            found, raised = [], raised + 1
        taken.append((time.perf_counter() - begin) * 1000)
        right += sorted(found) == sorted(wanted)
    return right, statistics.median(taken), raised


def compare(rows: list[dict[str, Any]], language: str) -> None:
    """Print a line per reader of the rows of one language."""
    for kind in ("money", "date"):
        fair = [
            (row["say"], wanted)
            for row in rows
            if row["kind"] == kind and (wanted := answer(row)) is not None
        ]
        if not fair:
            continue
        measured(ours(kind), fair)  # the rules are compiled at their first use
        right, floor, _ = measured(ours(kind), fair)
        print(f"{language}, {kind}, {len(fair)} rows: ours {right / len(fair):.0%} exact, {floor:.2f} ms")
        for one, name, module, make in PEERS:
            if one != kind or (name == "cn2an" and language != "zh"):
                continue
            if find_spec(module.partition(".")[0]) is None:
                print(f"  {name}: not installed, passed over")
                continue
            base = import_module(module.partition(".")[0])
            import_module(module)
            reads = make(base)
            measured(reads, fair[:1])  # what is loaded at the first use
            right, taken, raised = measured(reads, fair)
            print(
                f"  {name}: {right / len(fair):.0%} exact, {taken:.2f} ms"
                + f", {raised} raised" * bool(raised)
            )


def cost(rows: list[dict[str, Any]], language: str) -> None:
    """Print what reading costs a reply, offers and all, beside a floor: lower().split() of the same text."""
    said = [(clean := normalise(row["say"]), tokenise(clean.text)) for row in rows]
    taken, least = [], []
    for _ in range(ROUNDS):
        for clean, words in said:
            begin = time.perf_counter()
            clean.text.lower().split()
            middle = time.perf_counter()
            read_terms(clean, words, TODAY)
            taken.append((time.perf_counter() - middle) * 1000)
            least.append((middle - begin) * 1000)
    taken.sort()
    median, floor = statistics.median(taken), statistics.median(least)
    print(
        f"{language}, all rows: reading median {median:.2f} ms, p99 {taken[len(taken) * 99 // 100]:.2f} ms "
        f"(bar 1), {median / floor:.0f} times the floor"
    )


def main(paths: list[str]) -> None:
    """Print accuracy and time side by side, per language."""
    warnings.simplefilter("ignore")
    files = [Path(path) for path in paths] or [OWN]
    rows = [row for path in files for row in rows_of(path)]
    for language in ("en", "zh"):
        han = language == "zh"
        some = [row for row in rows if bool(re.search("[\u4e00-\u9fff]", row["say"])) == han]
        if some:
            compare(some, language)
            cost(some, language)


if __name__ == "__main__":
    main(sys.argv[1:])
