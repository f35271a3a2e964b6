"""Hearing: from what was typed to what was said, with evidence, and never more than was said."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from simulator.hearing.behaviours import BAD, BEHAVIOURS, BREACH, GOOD
from simulator.hearing.hearing import (
    Cancelled,
    Day,
    Hearing,
    Leg,
    Match,
    PhraseBank,
    Phrases,
    SaidOffer,
    Sum,
    Target,
    Terms,
    Value,
    When,
)

if TYPE_CHECKING:
    from simulator.hearing.bank import ENGINE_VERSION, compile_bank
    from simulator.hearing.ear import Ear
    from simulator.hearing.figures import Score, Share
    from simulator.hearing.linear import KNOWN
    from simulator.hearing.listening import Listening, load_listening
    from simulator.hearing.measure import Answer, Group, Prediction, Report, measure_rows
    from simulator.hearing.normalise import LONGEST
    from simulator.hearing.pattern import PatternError, WordLists, parse
    from simulator.hearing.remembering import RememberingEar
    from simulator.hearing.replies import Labelled, read_replies
    from simulator.hearing.suspicion import CUE, Suspicion, sureness_of

_LATER = {
    "CUE": "suspicion",
    "ENGINE_VERSION": "bank",
    "Answer": "measure",
    "KNOWN": "linear",
    "LONGEST": "normalise",
    "Ear": "ear",
    "Group": "measure",
    "Labelled": "replies",
    "Listening": "listening",
    "PatternError": "pattern",
    "Prediction": "measure",
    "RememberingEar": "remembering",
    "Report": "measure",
    "Score": "figures",
    "Share": "figures",
    "Suspicion": "suspicion",
    "WordLists": "pattern",
    "compile_bank": "bank",
    "load_listening": "listening",
    "measure_rows": "measure",
    "parse": "pattern",
    "read_replies": "replies",
    "sureness_of": "suspicion",
}

__all__ = [
    "BAD",
    "BEHAVIOURS",
    "BREACH",
    "CUE",
    "ENGINE_VERSION",
    "GOOD",
    "KNOWN",
    "LONGEST",
    "Answer",
    "Cancelled",
    "Day",
    "Ear",
    "Group",
    "Hearing",
    "Labelled",
    "Leg",
    "Listening",
    "Match",
    "PatternError",
    "PhraseBank",
    "Phrases",
    "Prediction",
    "RememberingEar",
    "Report",
    "SaidOffer",
    "Score",
    "Share",
    "Sum",
    "Suspicion",
    "Target",
    "Terms",
    "Value",
    "When",
    "WordLists",
    "compile_bank",
    "load_listening",
    "measure_rows",
    "parse",
    "read_replies",
    "sureness_of",
]


def __getattr__(name: str) -> Any:
    """Import the engine only when it is asked for (PEP 562)."""
    if name in _LATER:
        return getattr(import_module(f"simulator.hearing.{_LATER[name]}"), name)
    raise AttributeError(name)
