"""YAML text into plain dicts, lists and texts, with the place of every key and value beside them.

The tree is built from the parser's events, one by one, so that size, depth, anchors, aliases and tags
are refused before anything grows out of them: the C parser crashes on deep nesting, and aliases blow up
when they are expanded. Every scalar stays the text that was written, because a YAML loader would lose
`+2`, `no` and duplicate keys in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

MAX_BYTES = 1_000_000
MAX_DEPTH = 64
MAX_EVENTS = 100_000

_MARK = "\ue001"
_QUESTION = re.compile(r"(?<=[^\s,\[\]{}])\?")

Key = str | int
Path = tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of text: lines and columns from 0, the end behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(slots=True)
class Tree:
    """A document as plain data; `keys` and `values` say where each path stands in the text.

    `styles` has how a value was written: "plain", "quoted", "block" (text), "flow" or "indented".
    """

    plain: Any = None
    keys: dict[Path, Spot] = field(default_factory=dict)
    values: dict[Path, Spot] = field(default_factory=dict)
    styles: dict[Path, str] = field(default_factory=dict)

    def at(self, path: Path) -> Any:
        """Return the plain value at a path, None when there is none."""
        node = self.plain
        for part in path:
            if (isinstance(node, dict) and part in node) or (
                isinstance(node, list) and isinstance(part, int) and part < len(node)
            ):
                node = node[part]  # type: ignore[index]  # the two branches above made sure
            else:
                return None
        return node

    def nearest(self, path: Path) -> Path:
        """Return the part of a path that exists; parts which the text does not have are left out."""
        found: Path = ()
        for part in path:
            longer = (*found, part)
            if longer in self.values:
                found = longer
        return found


class Trouble(Exception):
    """Why a text is not read any further: the finding's code, its place and its details."""

    def __init__(self, key: str, spot: Spot, details: dict[str, str] | None = None) -> None:
        super().__init__(key)
        self.key = key
        self.spot = spot
        self.details = details or {}


@dataclass(slots=True)
class _Level:
    path: Path
    node: dict[str, Any] | list[Any]
    waiting: str | None = None


def _spot(event: yaml.Event) -> Spot:
    start, end = event.start_mark, event.end_mark
    assert start is not None and end is not None  # every event of a parsed text has both
    return Spot(start.line, start.column, end.line, end.column)


def grow(text: str, loader: Any = None) -> tuple[Tree, list[Trouble]]:
    """Return the tree of a text and the duplicate keys in it.

    Raises Trouble when the text is refused and yaml.YAMLError when it is no YAML.
    """
    loader = loader or getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    if loader is yaml.BaseLoader:
        # The parser written in Python ends a text in [ ] at any '?', the one in C does not.
        text = _QUESTION.sub(_MARK, text)
    tree = Tree()
    duplicates: list[Trouble] = []
    stack: list[_Level] = []
    documents = 0
    skipping = 0
    for number, event in enumerate(yaml.parse(text, Loader=loader)):
        if number > MAX_EVENTS:
            raise Trouble("D013-events", _spot(event))
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise Trouble("D008-documents", _spot(event))
            continue
        if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            if skipping:
                skipping -= 1
            else:
                stack.pop()
            continue
        if not isinstance(event, yaml.NodeEvent):
            continue
        _refuse(event)
        if isinstance(event, yaml.ScalarEvent):
            event.value = event.value.replace(_MARK, "?")
        opens = isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent))
        if opens and len(stack) + skipping >= MAX_DEPTH:
            raise Trouble("D013-depth", _spot(event))
        if skipping:
            skipping += opens
            continue
        level = stack[-1] if stack else None
        if level and isinstance(level.node, dict) and level.waiting is None:
            if not isinstance(event, yaml.ScalarEvent):
                raise Trouble("D005-key", _spot(event))
            path = (*level.path, event.value)
            if event.value in level.node:
                first = tree.keys[path]
                duplicates.append(
                    Trouble("D007", _spot(event), {"key": event.value, "first": str(first.line + 1)})
                )
                level.waiting = "\0"
            else:
                level.waiting = event.value
                tree.keys[path] = _spot(event)
            continue
        if level and level.waiting == "\0":
            level.waiting = None
            skipping = int(opens)
            continue
        _hang(tree, stack, event)
    return tree, duplicates


def _refuse(event: yaml.NodeEvent) -> None:
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
        raise Trouble("D008-anchor", _spot(event), {"name": event.anchor or ""})
    if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag not in (None, "!"):
        raise Trouble("D008-tag", _spot(event), {"name": str(event.tag)[:40]})
    if isinstance(event, yaml.ScalarEvent) and event.tag == "!":
        raise Trouble("D008-tag", _spot(event), {"name": "!"})
    if isinstance(event, yaml.ScalarEvent) and event.value == "<<" and not event.style:
        raise Trouble("D008-merge", _spot(event))


def _hang(tree: Tree, stack: list[_Level], event: yaml.NodeEvent) -> None:
    """Put a value where the tree is growing."""
    node: Any
    if isinstance(event, yaml.ScalarEvent):
        node = event.value
        style = {"'": "quoted", '"': "quoted", "|": "block", ">": "block"}.get(event.style or "", "plain")
    else:
        node = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        flow = isinstance(event, yaml.CollectionStartEvent) and event.flow_style
        style = "flow" if flow else "indented"
    if not stack:
        path: Path = ()
        if () not in tree.values:
            tree.plain = node
    else:
        level = stack[-1]
        if isinstance(level.node, list):
            path = (*level.path, len(level.node))
            level.node.append(node)
        else:
            assert level.waiting is not None
            path = (*level.path, level.waiting)
            level.node[level.waiting] = node
            level.waiting = None
    tree.values[path] = _spot(event)
    tree.styles[path] = style
    if not isinstance(event, yaml.ScalarEvent):
        stack.append(_Level(path, node))
