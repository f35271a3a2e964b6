"""Paragraphs laid out in cells: labels in a column of their own, hanging indents, Chinese wrapped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from simulator.text import cells, pad, wrap

WIDEST = 96
"""Cells after which a line of reading matter is wrapped however wide the screen is."""
QUIET = "$quiet"
HEADING = "bold $primary"


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph: parts of (text, style), and a label that hangs `indent` cells to the left of them.

    On a page that is too narrow for both, the label takes a line of its own.
    """

    parts: tuple[tuple[str, str], ...]
    label: str = ""
    label_style: str = ""
    indent: int = 0

    @property
    def text(self) -> str:
        """The words without style."""
        return "".join(text for text, _ in self.parts)


def para(text: str, style: str = "", label: str = "", label_style: str = "", indent: int = 0) -> Para:
    """Return a paragraph in one style."""
    return Para(((text, style),), label, label_style, indent)


def plain(text: str) -> list[Para]:
    """Return `text` as paragraphs, one for each line of it; a tab parts a label from its words."""
    lines = [line.partition("\t") for line in text.split("\n")]
    column = 2 + max((cells(label) for label, tab, _ in lines if tab), default=0)
    return [
        para(words, label=label, label_style="bold", indent=column) if tab else para(label)
        for label, tab, words in lines
    ]


def lines(paras: Iterable[Para], width: int) -> list[Content]:
    """Return the lines that `paras` take on a page of `width` cells."""
    width = max(4, min(width, WIDEST))
    return [line for each in paras for line in _lines(each, width)]


def _lines(each: Para, width: int) -> list[Content]:
    indent, made = each.indent, []
    head = Content.styled(pad(each.label, indent), each.label_style) if indent else Content("")
    if indent and (indent > width // 2 or cells(each.label) > indent):
        indent = min(2, width // 4)
        if each.label:
            made = [
                Content.styled(line, each.label_style) for line in wrap(each.label.rstrip(), width) if line
            ]
        head = Content(" " * indent)
    at, text = 0, each.text
    content = Content.assemble(*each.parts)
    for number, line in enumerate(wrap(text, width - indent)):
        at = text.index(line, at)
        body = content[at : at + len(line)] if line else Content("")
        made.append(Content.assemble(Content(" " * indent) if number else head, body))
        at += len(line)
    return made


def joined(made: Sequence[Content]) -> Content:
    """Return lines as one content."""
    return Content("\n").join(made)
