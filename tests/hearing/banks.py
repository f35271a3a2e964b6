"""The phrase files read into a PhraseBank, for the tests alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from simulator.hearing.behaviours import BEHAVIOURS
from simulator.hearing.hearing import PhraseBank, Phrases

FOLDER = Path(__file__).parents[2] / "simulator" / "hearing" / "phrases"


def load_file(path: Path) -> dict[str, Any]:
    """Return one YAML file with every scalar as text."""
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - builds text only
    return loaded if isinstance(loaded, dict) else {}


def phrases(data: dict[str, Any]) -> Phrases:
    """Return the content of one phrase file."""
    return Phrases(
        behaviour=data["behaviour"],
        kind=BEHAVIOURS[data["behaviour"]],
        title=data.get("title", ""),
        about=data.get("about", ""),
        hears=tuple(data.get("hears") or ()),
        excepts=tuple(data.get("except") or ()),
        examples=tuple(data.get("examples") or ()),
        counter=tuple(data.get("counter") or ()),
        lists={name: tuple(words) for name, words in (data.get("lists") or {}).items()},
    )


def load_bank(language: str) -> PhraseBank:
    """Return the bank of one language as it is in the repository."""
    folder = FOLDER / language
    shared = load_file(folder / "lists.yaml") if (folder / "lists.yaml").exists() else {}
    shared = shared.get("lists", shared)
    lists = {name: tuple(words) for name, words in shared.items() if isinstance(words, list)}
    order = list(BEHAVIOURS)
    files = [path for path in folder.glob("*.yaml") if path.stem in BEHAVIOURS]
    packs = tuple(phrases(load_file(path)) for path in sorted(files, key=lambda path: order.index(path.stem)))
    return PhraseBank(language, packs, lists)
