"""Which keys a shape knows, and in which blocks: what did-you-mean and the wrong depth are told by."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from simulator.authoring.reading.tree import Path
from simulator.authoring.shapes.fields import Shape


def keys_at(shape: type[Shape], path: Path) -> list[str]:
    """Return the keys that a block at a path may have."""
    model = model_at(shape, path)
    return names_of(model) if model else []


def names_of(model: type[BaseModel]) -> list[str]:
    """Return the keys of a shape as they are written."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _models_in(annotation: Any) -> list[tuple[str, type[BaseModel]]]:
    """The shapes inside a field's type, each with how it is held: as it is, in a list or in a dict."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [("", annotation)]
    arguments = get_args(annotation)
    held = {list: "list", dict: "dict"}.get(get_origin(annotation), "")
    return [(held or how, model) for one in arguments for how, model in _models_in(one)]


def model_at(shape: type[Shape], path: Path) -> type[BaseModel] | None:
    """Return the shape that a block at a path must have."""
    model: type[BaseModel] = shape
    fields: dict[str, Any] = {}
    held = ""
    for part in path:
        if held:
            held = ""
            continue
        fields = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
        if part not in fields or not (inner := _models_in(fields[str(part)])):
            return None
        held, model = inner[0]
    return None if held else model


@cache
def places_of(shape: type[Shape]) -> dict[str, tuple[str, ...]]:
    """Every key of a file, and the blocks that it is known in."""
    places: dict[str, tuple[str, ...]] = {}

    def visit(model: type[BaseModel], name: str) -> None:
        for own, field in model.model_fields.items():
            key = field.alias or own
            if name not in places.get(key, ()):
                places[key] = (*places.get(key, ()), name)
            for held, inner in _models_in(field.annotation):
                visit(inner, f"{key}/" if held else key)

    visit(shape, "")
    return places


def known_words(shape: type[Shape]) -> frozenset[str]:
    """Return every key that the shape knows anywhere."""
    return frozenset(places_of(shape))
