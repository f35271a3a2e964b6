"""How alike a piece of a reply must be to what it came near, at this beat and as short as it is."""

from __future__ import annotations

from scoring.evidence import Heard, Kind
from simulator.call import Call
from simulator.hearing import Hearing
from simulator.hearing.deciding import BARS, SHORT
from simulator.hearing.likeness import EXPLAINED, HEARD

_WORD, _CHARACTER = 2, 1
"""What an English word and a Chinese character count towards SHORT (simulator.hearing.tokens)."""


def needed(call: Call, hearing: Hearing, heard: Heard) -> float | None:
    """Return the sureness (0 to 1) that would have been enough, None where only a pattern can decide.

    The bars are those of simulator.hearing: a beat's own examples are compared one by one, behaviours are
    weighed as a whole, and both want more of a short piece.
    """
    if heard.kind in (Kind.BAD, Kind.BREACH):
        return None
    short = _length(heard.words) < SHORT
    if not heard.behaviour:
        return EXPLAINED if short or _explained(hearing, heard) else HEARD
    bars = BARS[call.stage.script.language]
    wanted = {name for response in call.stage.responses(call.beat) for name in response.behaviours}
    shift = 0.0 if not wanted else -bars.listened if heard.behaviour in wanted else bars.elsewhere
    return round(0.5 + (bars.heard + (bars.short if short else 0.0) + shift) / 4, 3)


def _length(words: str) -> int:
    chinese = sum("\u4e00" <= sign <= "\u9fff" for sign in words)
    return chinese * _CHARACTER + sum(word.isascii() for word in words.split()) * _WORD


def _explained(hearing: Hearing, heard: Heard) -> bool:
    """Whether patterns have heard something good in this piece, or scope took something of it back."""
    found = [one for one in (*hearing.responses, *hearing.behaviours) if one.how == "pattern"]
    found += [one.match for one in hearing.cancelled]
    spans = [one.span for one in found if one.kind not in (Kind.BAD, Kind.BREACH)]
    return any(span.start < heard.span.end and heard.span.start < span.end for span in spans)
