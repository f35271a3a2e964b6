"""A scenario as a chart: beats and endings, and what leads from one to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scoring.evidence import Kind
from simulator.authoring.exploring.exploration import Exploration
from simulator.authoring.exploring.offers import bargain_of
from simulator.call.bargain import ANSWERS
from simulator.call.rules import outcome_of
from simulator.call.script import Condition, Line, Script

VERDICTS = ANSWERS


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can steer at a beat: its name, kind (or "offer") and target, "" when the call stays."""

    name: str
    kind: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A beat or an ending: `outcome` is "" for a beat, `line` what the debtor says there, `dead` why it
    is of no use ("never" reached, "trapped"), `visits` how often this person's calls came here."""

    name: str
    line: str
    entries: tuple[Entry, ...] = ()
    outcome: str = ""
    dead: str = ""
    visits: int | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that a picture of a scenario shows; `anywhere` are the conditions that end a call at any
    beat, and `always` what is listened for at all of them."""

    id: str
    title: str
    language: str
    start: str
    beats: Mapping[str, Box]
    endings: Mapping[str, Box]
    anywhere: tuple[tuple[str, str], ...] = ()
    always: tuple[Entry, ...] = ()
    heat: bool = field(default=False)

    def box(self, name: str) -> Box:
        """Return a beat or an ending."""
        return self.beats[name] if name in self.beats else self.endings[name]

    def leads(self, name: str) -> dict[str, tuple[Entry, ...]]:
        """Return where a beat leads, in order, and what leads there."""
        found: dict[str, tuple[Entry, ...]] = {}
        for one in self.beats[name].entries if name in self.beats else ():
            if one.target and one.target != name:
                found[one.target] = (*found.get(one.target, ()), one)
        return found


def chart_of(script: Script, explored: Exploration, heat: Mapping[str, int] | None = None) -> Chart:
    """Return the chart of a scenario; `heat` counts visits by the name of a beat or ending."""

    def visits(name: str) -> int | None:
        return heat.get(name, 0) if heat is not None else None

    beats = {
        name: Box(
            name,
            first_line(beat.says),
            tuple(_entries(script, name)),
            "",
            "never" if name in explored.never_beats else "trapped" if name in explored.trapped else "",
            visits(name),
        )
        for name, beat in script.beats.items()
    }
    names = dict.fromkeys((*script.endings, *explored.endings))
    endings = {
        name: Box(
            name,
            first_line(script.endings[name].says) if name in script.endings else "",
            (),
            outcome_of(script, name),
            "never" if name in explored.never_endings else "",
            visits(name),
        )
        for name in names
    }
    anywhere = [(condition_text(when), ending) for when, ending in script.ends_when]
    anywhere += [(f"{mood} >= {limit}", "hangs_up") for mood, limit in script.persona.limits.items()]
    anywhere.append((f"turn >= {script.turn_limit}", "runs_out"))
    always = tuple(Entry(one.name, one.kind.value, one.goto or "") for one in script.always)
    return Chart(
        script.id,
        script.title,
        script.language,
        script.start,
        beats,
        endings,
        tuple(dict.fromkeys(anywhere)),
        always,
        heat is not None,
    )


def _entries(script: Script, name: str) -> Iterator[Entry]:
    beat = script.beats[name]
    for verdict in VERDICTS:
        bargain = bargain_of(beat, verdict)
        if bargain is not None:
            yield Entry(verdict, "offer", bargain.goto or "")
    for one in beat.responses:  # what is listened for everywhere is told once, in `always`
        yield Entry(one.name, one.kind.value, one.goto or "")


def condition_text(when: Condition) -> str:
    """Return a condition as it is written."""
    return " and ".join(f"{each.name} {each.op} {each.number}" for each in when)


def first_line(line: Line) -> str:
    """Return the first of the words that can be said at a place."""
    for words in (line.any, *(line.bands.get(band, ()) for band in ("tense", "calm", "furious"))):
        if words:
            return words[0]
    return ""


def best_kind(entries: tuple[Entry, ...]) -> str:
    """Return the best kind among some entries: what an arrow is coloured by."""
    order = ("offer", Kind.GOOD.value, Kind.OKAY.value, Kind.BAD.value, Kind.BREACH.value)
    return min((one.kind for one in entries), key=order.index, default="okay")
