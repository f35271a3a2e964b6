"""The JSON Schema for editors: it accepts what the loader accepts, and says what every key means."""

from __future__ import annotations

import copy
import json
import random
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from simulator.authoring.editors.schema import KINDS_OF_FILE, TABLES, described, schema_of
from simulator.authoring.reading.tree import grow
from simulator.authoring.shapes.fields import Shape
from simulator.hearing.behaviours import BEHAVIOURS

ROOT = Path(__file__).parents[2]
FILES = sorted((*ROOT.glob("scenarios/*/*.yaml"), *ROOT.glob("personas/*/*.yaml")))
VALUES: tuple[Any, ...] = (
    *("", "5", "05", "+3", "-11", "words", "０５", "99", "10%", "120%", "3 to 12", "12 to", "yes", "maybe"),
    *("64 days", "2026-06-10", "2026-13-10", '18:40"', "18:40", "25:00", "4200.00 USD", "4200"),
    *("1450 a month", "每月6200", "trust >= 5", "trust >= 12", "turn > 12", "joy > 3"),
    *("anger >= 9 and trust < 2", "acknowledges_feeling"),
    *([], {}, ["one", "two"], ["", "x"], {"x": "y"}, {"anger": "+1"}, {"anger": "1"}, {"calm": "Hello."}),
    *({"calm": "a", "tense": "b", "furious": ["c"]}, [{"good": "x", "is": "greets"}], [{"you": "Hello."}]),
)


def validator(kind: str, language: str = "en") -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(schema_of(kind, language))


def kind_of(path: Path) -> str:
    return "scenario" if "scenarios" in path.parts else "persona"


def plain(path: Path) -> Any:
    return grow(path.read_text(encoding="utf-8"))[0].plain


def loads(kind: str, data: Any) -> bool:
    """Whether the loader finds the shape of a file right, with the names of behaviours in it."""
    try:
        shape: Shape = KINDS_OF_FILE[kind].model_validate(data)
    except ValidationError:
        return False
    if kind == "persona":
        return set(data.get("feels", ())) <= BEHAVIOURS.keys() and set(data.get("reacts", ())) <= {
            *BEHAVIOURS,
            *("good", "okay", "bad", "breach"),
        }
    responses = [*shape.always, *(one for beat in shape.beats.values() for one in beat.responses)]  # type: ignore[attr-defined]  # a scenario
    named = [name for one in responses for name in one.behaviours]
    return {*named, *(name for one in shape.reveals for name in one.on)} <= BEHAVIOURS.keys()  # type: ignore[attr-defined]  # a scenario


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for key, value in inside for place in places(value, (*path, key)))]


def mutated(data: Any, dice: random.Random) -> Any:
    """Delete, misspell, double or replace one thing somewhere."""
    data = copy.deepcopy(data)
    *way, last = dice.choice([place for place in places(data) if place])
    holder = data
    for part in way:
        holder = holder[part]
    match dice.randrange(4):
        case 0:
            del holder[last]
        case 1 if isinstance(holder, dict):
            holder[str(last)[:-1] + "x"] = holder.pop(last)
        case 2 if isinstance(holder, dict):
            holder[dice.choice(["good", "bad", "goto", "is", "says", "mood", "extra"])] = dice.choice(VALUES)
        case _:
            holder[last] = dice.choice(VALUES)
    return data


def as_an_editor_reads(data: Any) -> Any:
    """Numbers and truth values as YAML 1.2 has them; the loader keeps all of it as text."""
    if isinstance(data, dict):
        return {key: as_an_editor_reads(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_an_editor_reads(value) for value in data]
    if data in ("true", "false"):
        return data == "true"
    if re.fullmatch(r"[-+]?\d+", data):
        return int(data)
    return float(data) if re.fullmatch(r"[-+]?\d+\.\d+", data) else data


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_shipped_file_is_valid_as_text_and_as_an_editor_reads_it(path: Path) -> None:
    check = validator(kind_of(path))
    assert not list(check.iter_errors(plain(path)))
    assert not list(check.iter_errors(as_an_editor_reads(plain(path))))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_schema_and_loader_agree_on_mutated_files(path: Path) -> None:
    dice, kind = random.Random(path.stem), kind_of(path)
    check, whole = validator(kind), plain(path)
    if kind == "scenario":  # a few beats and tests say as much as all of them, in less time
        for name in ("beats", "tests"):
            whole[name] = dict(list(whole[name].items())[:3])
    accepted = 0
    for turn in range(60):
        data = mutated(whole, dice)
        accepted += (told := loads(kind, data))
        problems = [f"{list(one.path)}: {one.message[:90]}" for one in check.iter_errors(data)]
        assert told == (not problems), f"{path.name}, change {turn}: the loader says {told}; {problems[:3]}"
    assert 0 < accepted < 60


def test_every_key_of_every_block_is_described_in_both_languages() -> None:
    for model, table in TABLES.items():
        keys = {field.alias or name for name, field in model.model_fields.items()}
        assert keys == described()[table].keys()
        assert all(told["en"].strip() and told["zh"].strip() for told in described()[table].values())


@pytest.mark.parametrize("kind", KINDS_OF_FILE)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_schema_is_draft_07_in_the_language_asked_for(kind: str, language: str) -> None:
    schema = schema_of(kind, language)
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema["properties"]["title" if kind == "scenario" else "about"]["description"]
    assert ("。" in json.dumps(schema, ensure_ascii=False)) == (language == "zh")
