"""JSON Schema (draft-07) of scenario and persona files, made from the shapes that the loader checks with.

Editors show its descriptions, complete keys and offer snippets. Draft-07, because that is what the YAML
language server of the common editors reads.
"""

from __future__ import annotations

import tomllib
from functools import cache, partial
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, PlainValidator
from pydantic.fields import FieldInfo

from simulator.authoring.editors.schema_values import (
    TEXT,
    TEXTS,
    TEXTS_OR_NONE,
    Schema,
    ends_when,
    line,
    scalar,
)
from simulator.authoring.editors.snippets import snippets
from simulator.authoring.shapes import fields
from simulator.authoring.shapes import scenario as scenario_shape
from simulator.authoring.shapes.fields import Shape
from simulator.authoring.shapes.negotiation import (
    AuthorityShape,
    BargainShape,
    DebtShape,
    HouseholdShape,
    KeepsBackShape,
    NegotiationShape,
    RefusalShape,
    RevealShape,
    TryShape,
)
from simulator.authoring.shapes.persona import PersonaShape, TacticShape, VoiceShape, VoicesShape
from simulator.authoring.shapes.scenario import (
    KINDS,
    AccountShape,
    BeatShape,
    EndingShape,
    ResponseShape,
    ScenarioShape,
    SettingShape,
    StartShape,
    StepShape,
    TestShape,
)
from simulator.authoring.shapes.values import read_condition
from simulator.call.bargain import TRIES
from simulator.call.script import MOODS, TACTICS
from simulator.hearing.behaviours import BEHAVIOURS

KINDS_OF_FILE: dict[str, type[Shape]] = {"scenario": ScenarioShape, "persona": PersonaShape}
TABLES: dict[type[BaseModel], str] = {
    ScenarioShape: "scenario",
    AccountShape: "account",
    SettingShape: "call",
    AuthorityShape: "authority",
    HouseholdShape: "household",
    DebtShape: "debt",
    RevealShape: "reveal",
    ResponseShape: "response",
    BargainShape: "bargain",
    RefusalShape: "refusal",
    KeepsBackShape: "keeps_back",
    TryShape: "try",
    NegotiationShape: "negotiation",
    BeatShape: "beat",
    EndingShape: "ending",
    StepShape: "step",
    StartShape: "start",
    TestShape: "test",
    PersonaShape: "persona",
    VoicesShape: "voices",
    VoiceShape: "voice",
    TacticShape: "tactic",
}
"""The table of `keys.toml` that describes each block."""


@cache
def described() -> dict[str, dict[str, dict[str, str]]]:
    """Return what every key of every block means, by table, key and language."""
    return tomllib.loads((Path(__file__).parent / "keys.toml").read_text(encoding="utf-8"))


def schema_of(kind: str, language: str) -> Schema:
    """Return the schema of a kind of file (a key of KINDS_OF_FILE), described in a language."""
    definitions: dict[str, Schema] = {}
    _define(KINDS_OF_FILE[kind], language, definitions)
    whole = definitions.pop(TABLES[KINDS_OF_FILE[kind]])
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"Due Course: {kind}",
        **whole,
        "definitions": definitions,
    }


def _define(model: type[BaseModel], language: str, into: dict[str, Schema]) -> Schema:
    name = TABLES[model]
    if name not in into:
        into[name] = {}  # known from here on, so that a block may hold its own kind
        properties: dict[str, Schema] = {}
        required = []
        for own, field in model.model_fields.items():
            key = field.alias or own
            told = described()[name][key][language]
            properties[key] = {"description": told, **_field(name, key, field, language, into)}
            if field.is_required():
                required.append(key)
        into[name] = {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            **({"required": required} if required else {}),
            **_rules(model),
        }
    return {"$ref": f"#/definitions/{name}"}


def _field(table: str, key: str, field: FieldInfo, language: str, into: dict[str, Schema]) -> Schema:
    if (table, key) in (("response", "is"), ("reveal", "on")):
        one: Schema = {"enum": list(BEHAVIOURS)}
        least = {"minItems": 1} if key == "on" else {}
        schema: Schema = {"anyOf": [one, {"type": "array", "items": one, **least}]}
    elif (table, key) == ("step", "mood"):
        condition = scalar(read_condition)
        schema = {"anyOf": [condition, {"type": "array", "items": condition}]}
    else:
        schema = _type(field.annotation, field.metadata, language, into)
    if table == "persona" and key == "feels":
        schema["propertyNames"] = {"enum": list(BEHAVIOURS)}
    elif table == "persona" and key == "reacts":
        schema["propertyNames"] = {"enum": [*BEHAVIOURS, *KINDS]}
    elif table == "persona" and key == "mood":
        schema["required"] = list(MOODS)
    if offered := snippets(table, key, language):
        schema = {"allOf": [schema], "defaultSnippets": offered} if "$ref" in schema else schema
        schema["defaultSnippets"] = offered
    return schema if "$ref" not in schema else {"allOf": [schema]}


def _type(annotation: Any, metadata: list[Any], language: str, into: dict[str, Schema]) -> Schema:
    for mark in metadata:
        if isinstance(mark, PlainValidator):
            return _plain(mark.func)
        if isinstance(mark, BeforeValidator):
            inner = _type(annotation, [], language, into)
            return {"anyOf": [inner["items"] if inner.get("type") == "array" else _steps(into), inner]}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _define(annotation, language, into)
    origin, arguments = get_origin(annotation), get_args(annotation)
    least = next((mark.min_length for mark in metadata if hasattr(mark, "min_length")), None)
    if origin is list:
        items = _annotated(arguments[0], language, into)
        return {"type": "array", "items": items, **({"minItems": least} if least else {})}
    if origin is dict:
        schema: Schema = {"type": "object", "additionalProperties": _annotated(arguments[1], language, into)}
        names = _annotated(arguments[0], language, into)
        schema["propertyNames"] = {"pattern": r"\S"} if names == TEXT else names
        return {**schema, **({"minProperties": least} if least else {})}
    inner_types = [one for one in arguments if one is not type(None)]
    if inner_types:  # "… | None": a key that may be left out
        return _annotated(inner_types[0], language, into)
    return dict(TEXT)


def _annotated(annotation: Any, language: str, into: dict[str, Schema]) -> Schema:
    metadata = list(getattr(annotation, "__metadata__", ()))
    return _type(get_args(annotation)[0] if metadata else annotation, metadata, language, into)


def _steps(into: dict[str, Schema]) -> Schema:
    """A test may be just its steps."""
    return {"type": "array", "items": {"$ref": "#/definitions/step"}, "minItems": 1}


def _plain(read: Any) -> Schema:
    known: dict[Any, Schema] = {
        fields.read_line: line(),
        fields.read_texts: TEXTS,
        scenario_shape.read_ends_when: ends_when(),
    }
    if isinstance(read, partial) and read.func is fields.read_texts:
        return dict(TEXTS_OR_NONE)
    return dict(known[read]) if read in known else scalar(read.args[0])


def _rules(model: type[BaseModel]) -> Schema:
    """What holds between the keys of a block."""
    if model is ResponseShape:
        some: Schema = {"not": {"type": "array", "maxItems": 0}}
        heard = [{"required": [key], "properties": {key: some}} for key in ("is", "hears", "like")]
        heard.append({"required": ["needs_plan"], "properties": {"needs_plan": {"enum": _YES}}})
        return {"allOf": [_exactly_one(KINDS), {"anyOf": heard}]}
    if model is TryShape:
        return {"allOf": [_exactly_one(TRIES)]}
    return {"allOf": [_exactly_one(TACTICS)]} if model is TacticShape else {}


_YES: list[Any] = [True, "yes", "true", "on", "是"]


def _exactly_one(names: tuple[str, ...]) -> Schema:
    return {"oneOf": [{"required": [name]} for name in names]}
