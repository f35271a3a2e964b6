"""Every word of the format as a page: what keys.toml says, what may stand there, and an example that is true.

`python -m simulator.authoring.editors.words_page` writes docs/words.md and docs/words.zh.md anew; with a
folder, it writes them there.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from simulator.authoring.editors.schema import KINDS_OF_FILE, TABLES, described, schema_of
from simulator.authoring.editors.schema_values import (
    TEXT,
    TEXTS,
    TEXTS_OR_NONE,
    Schema,
    ends_when,
    line,
    scalar,
)
from simulator.authoring.reading.tree import grow
from simulator.authoring.shapes import values
from simulator.authoring.starting import TEMPLATES
from simulator.authoring.teaching.writing import write_text
from simulator.hearing.behaviours import BEHAVIOURS

PAGES = {"en": "words.md", "zh": "words.zh.md"}
LONGEST = 72
"""Letters of an example; of a longer one only the beginning is shown."""


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def page(language: str) -> str:
    """Return the whole page in a language, as Markdown."""
    told = _told()
    frame = {name: text[language].strip() for name, text in told["page"].items()}
    examples = _examples(language)
    lines = [f"# {frame['title']}", "", frame["lead"]]
    for name, schema in _blocks(language).items():
        lines += ["", f"## {name}", "", told["blocks"][name][language], ""]
        lines += [
            f"| {frame['word']} | {frame['type']} | {frame['meaning']} | {frame['example']} |",
            "|---|---|---|---|",
        ]
        for key, meaning in described()[name].items():
            needed = "*" if key in schema.get("required", ()) else ""
            kind = _kind(schema["properties"][key], language)
            shown = examples.get((name, key), f"{key}: …")
            row = (f"`{key}`{needed}", kind, meaning[language], f"`{shown}`")
            lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |")
    return "\n".join(lines) + "\n"


def _blocks(language: str) -> dict[str, Schema]:
    """Every block of both kinds of file, in the order of keys.toml."""
    found: dict[str, Schema] = {}
    for kind, shape in KINDS_OF_FILE.items():
        schema = schema_of(kind, language)
        found |= {TABLES[shape]: schema, **schema["definitions"]}
    return {name: found[name] for name in described()}


def _kind(schema: Schema, language: str) -> str:
    """What stands at a key, in words."""
    schema = {key: value for key, value in schema.items() if key not in ("description", "defaultSnippets")}

    def word(name: str, **details: Any) -> str:
        return str(_told()["kinds"][name][language]).format(**details)

    known = _known().get(json.dumps(schema, sort_keys=True))
    if known:
        return word(known)
    if "$ref" in schema:
        return word("block", block=schema["$ref"].rpartition("/")[2])
    if "allOf" in schema:
        return _kind(schema["allOf"][0], language)
    if "anyOf" in schema:
        one, many = schema["anyOf"]
        if "$ref" in many:  # a test may be just its steps
            return _kind(many, language)
        return word("or_list", kind=_kind(one if one.get("type") != "array" else many["items"], language))
    if "enum" in schema:
        names = [str(name) for name in dict.fromkeys(map(str, schema["enum"]))]
        return (
            f"`{names[0]}`"
            if len(names) == 1
            else word("one_of", names=", ".join(f"`{one}`" for one in names))
        )
    if "minimum" in schema:
        return word("whole", low=schema["minimum"], high=schema["maximum"])
    if schema["type"] == "array":
        return word("list", kind=_kind(schema["items"], language))
    inside = _kind(schema["additionalProperties"], language)
    names = schema["propertyNames"].get("enum")
    if names and len(names) < 10:
        return word("levels", names="`, `".join(names), kind=inside)
    return word("map", kind=inside)


@cache
def _known() -> dict[str, str]:
    """The kinds that have a word of their own, by their schema."""
    one = {"enum": list(BEHAVIOURS)}
    shapes = {
        "text": TEXT,
        "line": line(),
        "money": scalar(values.read_money),
        "monthly": scalar(values.read_monthly),
        "days": scalar(values.read_days),
        "months": scalar(values.read_months),
        "amount": scalar(values.read_amount),
        "share": scalar(values.read_share),
        "date": scalar(values.read_date),
        "time": scalar(values.read_time),
        "range": scalar(values.read_range),
        "condition": scalar(values.read_condition),
        "signed": scalar(values.read_signed),
        "yes": scalar(values.read_yes),
        "ends_when": {"type": "array", "items": ends_when()},
        "behaviour": one,
        "behaviours": {"anyOf": [one, {"type": "array", "items": one}]},
    }
    some = {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
    known = {json.dumps(shape, sort_keys=True): name for name, shape in shapes.items()}
    names = {"anyOf": [dict(TEXT), {"type": "array", "items": dict(TEXT)}]}
    known[json.dumps(some, sort_keys=True)] = "behaviours"
    return known | {json.dumps(each, sort_keys=True): "texts" for each in (TEXTS, TEXTS_OR_NONE, names)}


def _examples(language: str) -> dict[tuple[str, str], str]:
    """The first short example of every key that the templates use, and those of our own."""
    found: dict[tuple[str, str], str] = {}
    cut: dict[tuple[str, str], str] = {}
    for kind, shape in KINDS_OF_FILE.items():
        schema = schema_of(kind, language)
        for path in sorted((TEMPLATES / f"{kind}s" / language).glob("*.yaml")):
            data = grow(path.read_text(encoding="utf-8"))[0].plain
            for name, key, value in _used(TABLES[shape], data, schema):
                shown = f"{key}: {_written(value)}"
                if len(shown) <= LONGEST:
                    found.setdefault((name, key), shown)
                elif not any(_inside(schema["definitions"].get(name, schema)["properties"][key], value)):
                    cut.setdefault((name, key), f"{key}: {_begun(value)}")
    for name, keys in _told()["examples"].items():
        found |= {(name, key): text[language] for key, text in keys.items()}
    return cut | found


def _used(name: str, data: Any, whole: Schema) -> Iterator[tuple[str, str, Any]]:
    """Every key of a block and of the blocks in it, with what is written there."""
    schema = whole["definitions"].get(name, whole)
    for key, value in data.items():
        yield name, key, value
        for inner, block in _inside(schema["properties"][key], value):
            yield from _used(inner, block, whole)


def _inside(schema: Schema, value: Any) -> Iterator[tuple[str, Any]]:
    """The blocks in a value, each with its name."""
    if "$ref" in schema and isinstance(value, dict):
        yield schema["$ref"].rpartition("/")[2], value
    for one in (*schema.get("allOf", ()), *schema.get("anyOf", ())):
        yield from _inside(one, value)
    if isinstance(value, list) and "items" in schema:
        for one in value:
            yield from _inside(schema["items"], one)
    if isinstance(value, dict) and isinstance(schema.get("additionalProperties"), dict):
        for one in value.values():
            yield from _inside(schema["additionalProperties"], one)


_QUOTED = re.compile(r"""^[\s{\["'*&!%@`>|#,]|^[-?:](?:\s|$)|: |\s#|:$|^\d\d?:\d\d$""")


def _written(value: Any, inside: bool = False) -> str:
    """A value as it would be written on one line."""
    if isinstance(value, list):
        return "[" + ", ".join(_written(one, True) for one in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_written(one, True)}" for key, one in value.items()) + "}"
    text = str(value)
    if _QUOTED.search(text) or (inside and re.search(r"[,\[\]{}]", text)):
        return json.dumps(text, ensure_ascii=False)
    return text


def _begun(value: Any) -> str:
    """The beginning of a value that is too long for a row, up to an ellipsis."""
    if isinstance(value, list):
        return f"[{_written(value[0], True)}, …]"
    if isinstance(value, dict):
        key, one = next(iter(value.items()))
        return f"{{{key}: {_written(one, True)}, …}}"
    text = str(value)[:LONGEST]
    return (text.rpartition(" ")[0] or text).rstrip(",;，；") + " …"


def main(arguments: list[str]) -> None:
    """Write both pages into a folder."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parents[3] / "docs"
    for language, name in PAGES.items():
        write_text(folder / name, page(language))


if __name__ == "__main__":
    main(sys.argv[1:])
