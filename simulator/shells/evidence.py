"""The evidence behind a score, row by row: what every shell prints under a competency."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.catalogue import catalogue, t
from simulator.text import clip

LONGEST = 44
"""Cells of a whole reply that is evidence: the turn says where the rest stands."""


@dataclass(frozen=True, slots=True)
class Row:
    """One movement of points, or one offer that nothing was earned of.

    `points` is as shown: "+2", "-1", or "0/2" for nothing of two. `what` names it, `words` are the
    trainee's own, `better` the sentence to say instead; `lost` marks a fault, `missed` an offer.
    """

    points: str
    turn: int
    what: str
    words: str = ""
    better: str = ""
    lost: bool = False
    missed: bool = False


@dataclass(frozen=True, slots=True)
class Checks:
    """The arithmetic of the plan in two lists: what holds and what is missing, each with its points."""

    held: tuple[str, ...]
    points: int
    missing: tuple[str, ...]
    left: int


def rows(evidence: Sequence[Mapping[str, Any]], language: str, titles: Callable[[str], str]) -> Iterator[Row]:
    """Yield the rows of one competency in the order of the call, without the checks of the plan,
    of which only what they took away is one."""
    earned = {line["group"] for line in evidence if line["points"] > 0 and line.get("group")}
    for line in sorted(evidence, key=lambda line: int(line["turn"])):
        better = str(line.get("better", ""))
        if line["source"] == "plan":
            if line["points"] < 0:
                what = t(f"sheet.check_{line['name']}", language)
                yield Row(f"{line['points']:+d}", line["turn"], what, lost=True)
            continue
        if line["source"] == "beat":
            if line["group"] not in earned:
                what = t("sheet.on_offer", language)
                yield Row(f"0/{line['offered']}", line["turn"], what, better=better, missed=True)
            continue
        points, lost, words = line["points"], line["points"] < 0, str(line.get("words", ""))
        yield Row(
            f"{points:+d}" if points else f"0/{line['offered']}",
            line["turn"],
            _name(line, language, titles),
            clip(words, LONGEST) if line["source"] == "provocation" else words,
            better if lost else "",
            lost,
            not points,
        )


def checks(evidence: Sequence[Mapping[str, Any]], language: str) -> Checks:
    """Return the checks of the plan among the evidence."""
    lines = [line for line in evidence if line["source"] == "plan"]
    held = [line for line in lines if line["points"] > 0]
    missing = [line for line in lines if not line["points"]]
    return Checks(
        tuple(t(f"sheet.check_{line['name']}", language) for line in held),
        sum(line["points"] for line in held),
        tuple(t(f"sheet.check_{line['name']}", language) for line in missing),
        sum(line["offered"] for line in missing),
    )


def near_misses(
    possibly: Sequence[Mapping[str, Any]], titles: Callable[[str], str]
) -> list[tuple[int, list[tuple[str, str]]]]:
    """Return (turn, [(title, words)]) of what came near and was not scored."""
    turns: dict[int, list[tuple[str, str]]] = {}
    for near in possibly:
        turns.setdefault(near["turn"], []).append((titles(near["name"]), near["words"]))
    return sorted(turns.items())


def _name(line: Mapping[str, Any], language: str, titles: Callable[[str], str]) -> str:
    name = str(line["name"])
    if line["source"] == "provocation":
        return t(f"sheet.provocation_{name}", language)
    if line["source"] == "rule":
        return f"{name} {line.get('because', '')}".strip()
    title, offer = titles(name), f"sheet.offer_{name}"
    return t(offer, language) if title == name and offer in catalogue(language) else title
