"""Frozen dataclasses as JSON and back, by their type hints: what the cache keeps of checked files."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
Decode = Callable[[Any], Any]


def encode(value: Any) -> Any:
    """Return a value as dicts, lists, texts and numbers."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: encode(one) for key, one in value.items()}
    if isinstance(value, (tuple, list)):
        return [encode(one) for one in value]
    return value


def decode(kind: type[T], data: Any) -> T:
    """Return data of `encode` as `kind` again; raises KeyError, TypeError or ValueError for other data."""
    decoded: T = _decoder(kind)(data)  # type: ignore[arg-type]  # a class can be hashed
    return decoded


@cache
def _decoder(kind: Any) -> Decode:
    """Return the function that decodes one type; made once for each type."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind)
    if origin in (typing.Union, types.UnionType):
        (inner,) = (_decoder(one) for one in arguments if one is not type(None))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            one = _decoder(arguments[0])
            return lambda data: tuple([one(item) for item in data])
        each = [_decoder(argument) for argument in arguments]
        return lambda data: tuple([read(item) for read, item in zip(each, data, strict=True)])
    if origin is not None and issubclass(origin, Mapping):
        inner = _decoder(arguments[1])
        return lambda data: {key: inner(item) for key, item in data.items()}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is date:
        return date.fromisoformat
    return _plain(kind)


def _plain(kind: Any) -> Decode:
    wanted = (int, float) if kind is float else kind

    def read(data: Any) -> Any:
        if not isinstance(data, wanted):
            raise TypeError(f"{kind} expected")
        return data

    return read


def _dataclass(kind: type[Any]) -> Decode:
    hints = typing.get_type_hints(kind)
    readers: dict[str, Decode] = {}

    def read(data: Any) -> Any:
        # Filled at the first use, so that types which hold each other can be decoded too.
        if not readers:
            readers.update({field.name: _decoder(hints[field.name]) for field in fields(kind)})
        return kind(**{name: reader(data[name]) for name, reader in readers.items()})

    return read
