"""Small scenarios with a fault planted in them, made from the short call of the findings' examples."""

from __future__ import annotations

from pathlib import Path

from simulator.authoring.findings.examples import base_text, place_of
from simulator.authoring.library import Library
from simulator.authoring.shapes.scenario import ScenarioShape
from simulator.call import Stage

DEAD_END = [
    ("        goto: what_is_possible\n", "        goto: cellar\n"),
    (
        "  what_is_possible:\n",
        "  cellar:\n    says: I don't know what to say to that.\n    responses:\n      - good: waits\n"
        "        is: stays_calm\n        score: {empathy: +1}\n"
        "      - okay: asks on\n        is: asks_reason\n"
        "    otherwise: [Hm?]\n    hint: Wait.\n    model: Take your time, there is no rush.\n"
        "  what_is_possible:\n",
    ),
]
"""The only good response leads to a beat without a way out."""
FARM = [
    (
        "too_much: {says: \"I don't have {amount}. I just don't.\"}",
        "too_much: {says: \"I don't have {amount}. I just don't.\", mood: {trust: +1}}",
    ),
]
"""An offer that is far too large makes her trust the caller more, as often as it is made."""
CRUELTY = [
    (
        "        score: {empathy: -2}\n        says: Did you hear what I just said?\n",
        "        score: {empathy: +2}\n        says: All right, all right.\n        goto: plan_agreed\n",
    ),
    (
        "        coach: Said back, a plan is remembered.\n        goto: plan_agreed\n",
        "        coach: Said back, a plan is remembered.\n        goto: half\n",
    ),
    ("  hangs_up: {", "  half: {outcome: partial, says: We will see.}\n  hangs_up: {"),
]
"""Pushing for payment ends the call as agreed, with points; being kind never comes to more than partial."""


def laid(folder: Path, *names: str) -> Path:
    """Lay bases of the findings' examples out as a library, the short call and its persona unless others are
    named; return the folder."""
    for name in names or ("persona", "short"):
        path = folder / place_of(base_text(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(base_text(name), encoding="utf-8", newline="\n")
    return folder


def planted(edits: list[tuple[str, str]]) -> str:
    """Return the short call with some texts replaced."""
    text = base_text("short")
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def written(folder: Path, edits: list[tuple[str, str]]) -> Path:
    """Write the short call with some edits; return its file."""
    path = folder / "short-call.yaml"
    path.write_text(planted(edits), encoding="utf-8", newline="\n")
    return path


def staged(
    library: Library, folder: Path, edits: list[tuple[str, str]]
) -> tuple[Path, Stage, ScenarioShape | None]:
    """Write the short call with some edits; return its file, stage and model."""
    path = written(folder, edits)
    model = library.check(path).model
    return path, library.stage_of(path, "en"), model if isinstance(model, ScenarioShape) else None
