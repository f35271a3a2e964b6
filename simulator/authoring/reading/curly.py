"""Quotation marks of a word processor around what is no text: a name, a number, a key."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from simulator.authoring.findings.finding import Finding
from simulator.authoring.reading.page import Page
from simulator.authoring.reading.tree import Path

MARKS = "“”„‟‘’「」『』＂＇"
_WORDS = frozenset(
    (
        *("format", "id", "language", "persona", "jurisdiction", "level", "practises", "balance", "overdue"),
        *("channel", "answered_by", "date", "local_time", "instalments", "waive", "first_payment_within"),
        *("ease", "income", "essentials", "payday", "on", "turn_limit", "start", "is", "if", "when"),
        *("needs_plan", "mood", "score", "goto", "after", "outcome", "from", "with", "goes", "stays", "ends"),
        *("style", "feels", "limits", "chance", "at_most", "anger", "trust", "openness", "plan"),
        *("patience", "empathy", "compliance"),
    )
)
"""Keys whose value is a word of the program or a name inside the file; all others hold what people say."""


def curly_quotes(page: Page, known: Collection[str]) -> Iterator[Finding]:
    """Yield every value and key that stands in such marks and means what is between them."""
    for path in page.tree.keys:
        key = str(path[-1])
        if (bare := key.strip(MARKS)) != key and bare in known:
            yield page.at_key("D003-quote", path, {"sign": _first(key), "plain": bare})
    for path, style in page.tree.styles.items():
        value = page.tree.at(path)
        if style == "plain" and isinstance(value, str) and _word(path) in _WORDS and path[:1] != ("lists",):
            bare = value.strip(MARKS)
            if bare and value[0] in MARKS and value[-1] in MARKS:
                yield page.at_value("D003-quote", path, {"sign": _first(value), "plain": f'"{bare}"'})


def _word(path: Path) -> str:
    """The key that a value belongs to, through lists."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _first(text: str) -> str:
    return next(sign for sign in text if sign in MARKS)
