"""What a call is worth: pure judgement over frozen facts; reads no files and knows no terminal."""

from scoring.evidence import COMPETENCIES, CallFacts, Heard, Kind, Span, Turn
from scoring.plan import Authority, Debt, Household, Instalment, Offer, Shortfall, affordable, schedule
from scoring.rubric import Competency, Rubric
from scoring.rulebook import Breach, Rule, Rulebook
from scoring.score import score
from scoring.sheet import ScoreSheet, as_dict, recompute

__all__ = [
    "COMPETENCIES",
    "Authority",
    "Breach",
    "CallFacts",
    "Competency",
    "Debt",
    "Heard",
    "Household",
    "Instalment",
    "Kind",
    "Offer",
    "Rubric",
    "Rule",
    "Rulebook",
    "ScoreSheet",
    "Shortfall",
    "Span",
    "Turn",
    "affordable",
    "as_dict",
    "recompute",
    "schedule",
    "score",
]
