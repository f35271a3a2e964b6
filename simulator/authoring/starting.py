"""A new scenario: a commented one that passes every check and test, to be changed line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from simulator.authoring.editors.settings import install, schema_line
from simulator.authoring.teaching.writing import write_text
from simulator.errors import CannotPlay

STYLES = ("angry", "evasive", "hardship")
"""The kinds of debtor that there is a template of."""
TEMPLATES = Path(__file__).parent / "templates"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Begun:
    """What was written: the scenario, its persona and the files for the editor."""

    scenario: Path
    persona: Path
    editor: tuple[Path, ...]


def begin(name: str, style: str, language: str, folder: Path) -> Begun:
    """Write a scenario and its persona into a folder, made from the template of a kind of debtor.

    `style` is one of STYLES. Raises CannotPlay for a name that is no id or is taken, Unreadable when
    something cannot be written.
    """
    if not _ID.fullmatch(name):
        meant = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        hint = f"Try: {meant}" if meant else "For example: lost-his-van"
        raise CannotPlay("New", f"'{name}' is no id: small letters, digits and hyphens.", hint)
    places = {kind: folder / f"{kind}s" / language / f"{name}.yaml" for kind in ("scenario", "persona")}
    for place in places.values():
        if place.exists():
            raise CannotPlay("New", f"{place} is there already.", "Choose another name.")
    editor = install(folder, language)
    for kind, place in places.items():
        template = TEMPLATES / f"{kind}s" / language / f"{style}.yaml"
        text = template.read_text(encoding="utf-8")
        named = re.sub(rf"^(id|persona): {style}$", rf"\1: {name}", text, flags=re.MULTILINE)
        write_text(place, f"{schema_line(kind)}\n{named}")
    return Begun(places["scenario"], places["persona"], tuple(editor))
