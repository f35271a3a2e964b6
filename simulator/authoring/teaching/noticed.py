"""Noticed: what every remark about a reply has: what it is of, and the words that it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.evidence import Kind, Span


@dataclass(frozen=True, slots=True)
class Noticed:
    """A response or behaviour by name, title and kind, and the words of the reply (`span`) it is about."""

    name: str
    title: str
    kind: Kind
    span: Span
    words: str
