"""What expressions mean, against rows: `python -m tests.hearing.expressions FILE.jsonl`.

A row is one sentence of a collector, `{"kind", "say", "expect"}`: for "money" and "date" a list of values
with the words they stand in, for "offer" what the reply does with them (with the `balance`, so that shares
and rests can be worked out). Amounts are in units; a row may name another `today`.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from simulator.hearing import Leg, SaidOffer, Sum, Terms, When
from simulator.hearing.normalise import normalise
from simulator.hearing.terms import read_terms
from simulator.hearing.tokens import tokenise

TODAY = date(2026, 6, 10)  # a Wednesday
_HEDGE = re.compile(
    r"\b(?:about|around|roughly|approximately|approx\.?|circa|say|maybe|nearly|almost|just|some|only|like"
    r"|ish|or so|or thereabouts|give or take|odd|at least|up to|more or less|ballpark|something like|near"
    r"|close to|between|the|your|a|an|of|in the region)\b|人民币|左右|上下|大概|大约|大致|约|差不多|将近|接近"
    r"|至少|最多|最少|起码|前后|来|多|的样子|出头|整|[-~,\s]"
)
_FUNCTION = re.compile(
    r"\b(?:sometime|some time|the|on|at|by|in|of|your|you|get|when)\b|上午|下午|早上|晚上|的?时候|那天"
    r"|之?后|以后|还一[次点]|一次|一点|[等另期的您你还付吧儿了]|[-~,，\s]"
)
_LIVE = ("offer", "asks", "demand", "recap")


def read(text: str, today: date = TODAY) -> Terms:
    """Return the terms of a reply, without the rest of the hearing."""
    clean = normalise(text)
    return read_terms(clean, tokenise(clean.text), today)[0]


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a file; a first one may say what the file is ("about")."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [row for row in rows if "kind" in row]


def same_words(said: str, wanted: str) -> bool:
    """Return whether two stretches differ by nothing, by words of hedging and articles, or, where they share
    more than half, by function words ("sometime", 上午, 的时候) at the most."""
    if said == wanted or _HEDGE.sub("", said.lower()) == _HEDGE.sub("", wanted.lower()):
        return True
    short, long = sorted((said.lower(), wanted.lower()), key=len)
    return short in long and 2 * len(short) >= len(long) and _less(short) == _less(long)


def _less(words: str) -> str:
    return _FUNCTION.sub("", words)


def cents(units: float | None) -> int | None:
    """Return an amount of a row in minor units."""
    return None if units is None else round(units * 100)


def money_differs(row: dict[str, Any]) -> str:
    """Return "" when all amounts of a row are read with their words, else "value" or "span"."""
    found, wanted = read(row["say"]).money, row["expect"]
    if [_sum(one) for one in found] != [_wanted_sum(one) for one in wanted]:
        return "value"
    return _spans(row["say"], found, wanted)


def date_differs(row: dict[str, Any]) -> str:
    """Return "" when all dates and frequencies of a row are read with their words, else "value" or "span"."""
    found, wanted = read(row["say"], _day(row)).times, row["expect"]
    if len(found) != len(wanted):
        return "value"
    for got, want in zip(found, wanted, strict=True):
        on = got.on.isoformat() if isinstance(got.on, date) else got.on
        if (on, got.every, bool(want.get("vague"))) != (want.get("date"), want.get("every"), got.vague):
            return "value"
        if got.day != want.get("day") or ("weekday" in want and got.weekday != want["weekday"]):
            return "value"
    return _spans(row["say"], found, wanted)


def offer_differs(row: dict[str, Any]) -> str:
    """Return "" when a reply does with its figures what the row says, else what was read otherwise: "number"
    (of offers), "act", "who", "condition", "waive", "method" or "legs"."""
    wanted = row["expect"] if isinstance(row["expect"], list) else [row["expect"]]
    found = [one for one in read(row["say"], _day(row)).offers if one.act != "none"]
    wanted = [one for one in wanted if one["act"] != "none"]
    live = [one for one in found if one.act in _LIVE]
    if live and all(one["act"] != "past" for one in wanted):
        found = live
    if not wanted or len(found) != len(wanted):
        return "" if not wanted and not found else "number"
    for got, want in zip(found, wanted, strict=True):
        for name, holds in _holds(got, want, round(row.get("balance", 0) * 100)):
            if not holds:
                return name
    return ""


def _holds(got: SaidOffer, want: dict[str, Any], balance: int) -> Iterator[tuple[str, bool]]:
    yield "act", got.act == want["act"]
    yield "who", got.who == want.get("who", got.who)
    yield "condition", got.condition == bool(want.get("condition"))
    share = None if want.get("waive") is None else round(want["waive"] * 1000)
    reduced = (got.waive, got.waive_amount, got.eases)
    yield "waive", reduced == (share, cents(want.get("waive_amount")), bool(want.get("eases")))
    past = want["act"] == "past"  # what was paid matters, not how or when
    yield "method", past or got.method == want.get("method", got.method)
    legs = [_wanted_leg(one) for one in want.get("legs", [])]
    if past:
        legs, said = [Leg(amount=one.amount, share=one.share) for one in legs], got.legs
        yield "legs", [(one.amount, one.share) for one in said] == [(one.amount, one.share) for one in legs]
    else:
        yield "legs", worked_out(got.legs, balance) == worked_out(legs, balance)


def worked_out(legs: Iterable[Leg], balance: int) -> list[tuple[Any, ...]]:
    """Return legs with every payment in units of money, shares and rests worked out against `balance`."""
    out: list[tuple[Any, ...]] = []
    left = balance
    for leg in legs:
        count = leg.count or 1
        total: int | str | None = None
        if leg.amount is not None:
            dear = leg.count is not None and leg.amount * count > balance * 1.1 and leg.every is None
            total = leg.amount if dear else leg.amount * count
        elif leg.share is not None:
            total = balance * leg.share // 1000
        elif leg.whole == "minimum":
            total = "minimum"
        elif leg.whole or leg.count:
            total = left if leg.whole == "rest" else balance
        if isinstance(total, int):
            left = max(0, left - total)
        each = total // count // 100 if isinstance(total, int) and leg.count else total  # to the unit
        out.append((each, leg.upto, leg.approx, leg.count, leg.every, leg.day, leg.on, leg.by))
    return out


def _wanted_leg(want: dict[str, Any]) -> Leg:
    on = want.get("on")
    return Leg(
        amount=cents(want.get("amount")),
        upto=cents(want.get("upto")),
        approx=bool(want.get("approx")),
        share=None if want.get("share") is None else round(want["share"] * 1000),
        whole=want.get("whole", ""),
        count=want.get("count"),
        every=want.get("every"),
        day=want.get("day"),
        on=date.fromisoformat(on) if on and on != "payday" else on,
        by=bool(want.get("by")),
    )


def _sum(got: Sum) -> tuple[Any, ...]:
    return got.amount, got.upto, got.approx, None if got.share is None else round(got.share / 10), got.whole


def _wanted_sum(want: dict[str, Any]) -> tuple[Any, ...]:
    share = None if want.get("share") is None else round(want["share"] * 100)
    return (
        cents(want.get("amount")),
        cents(want.get("upto")),
        bool(want.get("approx")),
        share,
        want.get("whole", ""),
    )


def _spans(say: str, found: Iterable[Sum | When], wanted: Iterable[dict[str, Any]]) -> str:
    pairs = zip(found, wanted, strict=True)
    right = all(same_words(say[got.span.start : got.span.end], want["text"]) for got, want in pairs)
    return "" if right else "span"


def _day(row: dict[str, Any]) -> date:
    return date.fromisoformat(row["today"]) if "today" in row else TODAY


DIFFERS = {"money": money_differs, "date": date_differs, "offer": offer_differs}


def shown(row: dict[str, Any]) -> str:
    """Return in one line what was read of a row."""
    terms, say = read(row["say"], _day(row)), row["say"]

    def told(one: Any) -> str:
        fields = {
            name: getattr(one, name) for name in one.__dataclass_fields__ if name not in ("span", "legs")
        }
        said = {name: value for name, value in fields.items() if value not in (None, False, "")}
        words = repr(say[one.span.start : one.span.end]) if not isinstance(one, SaidOffer) else ""
        legs = f" [{' + '.join(map(told, one.legs))}]" if isinstance(one, SaidOffer) else ""
        return f"{words}({', '.join(f'{name}={value}' for name, value in said.items())}){legs}"

    parts: dict[str, Iterable[Any]] = {"money": terms.money, "date": terms.times, "offer": terms.offers}
    return "; ".join(map(told, parts[row["kind"]])) or "nothing"


def main(paths: list[str]) -> None:
    """Print per kind how many rows are read exactly (and how many in value alone), then every miss."""
    for path in paths:
        rows = rows_of(Path(path))
        wrong: Counter[tuple[str, str]] = Counter()
        misses = []
        for row in rows:
            why = DIFFERS[row["kind"]](row)
            wrong[row["kind"], why] += 1
            if why:
                misses.append((row, why))
        print(f"{path}: {len(rows) - len(misses)} of {len(rows)} exact")
        for kind in DIFFERS:
            of = sum(count for (name, _), count in wrong.items() if name == kind)
            reasons = ", ".join(
                f"{why} {count}" for (name, why), count in sorted(wrong.items()) if name == kind and why
            )
            right = wrong[kind, ""]
            if of:
                print(
                    f"  {kind}: {right} of {of} = {100 * right / of:.1f} % exact"
                    + f" ({reasons})" * bool(reasons)
                )
        for row, why in misses:
            print(f"\n{row['kind']}, {why}: {row['say']}")
            print(f"  wanted {json.dumps(row['expect'], ensure_ascii=False)}\n  read   {shown(row)}")


if __name__ == "__main__":
    main(sys.argv[1:])
