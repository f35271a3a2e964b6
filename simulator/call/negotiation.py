"""Words around an offer: asking for leave, and a plain yes."""

from __future__ import annotations

import re

from simulator.call.offering import PLANS, has, plain, read_offer
from simulator.call.voice import defaults
from simulator.hearing import Hearing

__all__ = ["PLANS", "asks_leave", "has", "read_offer", "says_yes"]


def asks_leave(hearing: Hearing, language: str) -> bool:
    """Return whether the reply asks for leave ("let me check with my supervisor") rather than promises."""
    text = plain(hearing)
    turned = defaults()["unhedged"][language]
    for hedge in defaults()["hedges"][language]:
        at = text.find(hedge)
        if at >= 0 and not any(word in text[max(0, at - 30) : at] for word in turned):
            return True
    return False


def says_yes(hearing: Hearing, language: str) -> bool:
    """Return whether the reply is a plain yes and nothing more to what the debtor proposed."""
    yes = set(defaults()["yes"][language])
    pieces = [piece.strip() for piece in re.split(r"[,.!;，。！；、\n]+", plain(hearing))]
    said = [piece for piece in pieces if piece]
    return bool(said) and all(piece in yes for piece in said)
