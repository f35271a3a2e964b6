"""The arithmetic of repayment, behind one door. All money is in minor units (cents, fen), never a float."""

from __future__ import annotations

from scoring.affordability import Shortfall, affordable, most, strained
from scoring.authority import Authority, allowed, exceeds
from scoring.concession import Concession, best_plan, concession
from scoring.household import Debt, Household
from scoring.judgement import CHECKS, Check, breaks, judge
from scoring.offer import MONTHLY, Offer, owed, repeats
from scoring.schedule import Instalment, Terms, left_open, schedule, work_out

__all__ = [
    "CHECKS",
    "MONTHLY",
    "Authority",
    "Check",
    "Concession",
    "Debt",
    "Household",
    "Instalment",
    "Offer",
    "Shortfall",
    "Terms",
    "affordable",
    "allowed",
    "best_plan",
    "breaks",
    "concession",
    "exceeds",
    "judge",
    "left_open",
    "most",
    "owed",
    "repeats",
    "schedule",
    "strained",
    "work_out",
]
