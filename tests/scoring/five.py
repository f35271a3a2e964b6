"""Five ends of one call, and what its plan is worth: the material of the tests of order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml

from scoring import (
    Authority,
    CallFacts,
    Competency,
    Heard,
    Household,
    Kind,
    Offer,
    Rubric,
    Rulebook,
    Span,
    Turn,
)
from scoring import score as judge_call
from scoring.sheet import ScoreSheet

TODAY = date(2026, 6, 10)
BALANCE = 420_000
FILE = Authority(instalments=(3, 24), waive=0.0, first_payment_within=30)
HOME = Household(income=145_000, essentials=110_000, payday=5)
FIRST = date(2026, 7, 5)
_RUBRIC = Path(__file__).parents[2] / "scoring" / "rubrics" / "standard.yaml"
_DATA = yaml.safe_load(_RUBRIC.read_text(encoding="utf-8"))
RUBRIC = Rubric(
    id="standard",
    title={"en": "Standard"},
    bar=75,
    competencies=(Competency("plan", 1, 0, {"en": "Plan"}, {"en": "Plan"}),),
    plan=_DATA["plan"],
    penalties=_DATA["penalties"],
)
RULES = Rulebook("us", {"en": "US"}, ())

FAIR = Offer(amount=35_000, count=12, every="month", first=FIRST, method="transfer")
CRUSHING = Offer(amount=70_000, count=6, every="month", first=FIRST, method="transfer")
GIVEAWAY = Offer(amount=17_500, count=24, every="month", first=FIRST, method="transfer")
WAIVER = Offer(amount=28_000, count=12, every="month", first=FIRST, method="transfer", waive=0.2)
VAGUE = Offer(first=date(2026, 6, 12))


def sheet(plan: Offer | None, **more: object) -> ScoreSheet:
    """Return the sheet of a call of one turn that came to this plan."""
    beyond = plan is not None and plan.waive
    gave = Heard(
        "exceeds_authority", Kind.BREACH, Span(0, 2), "ok", "offer", behaviours=("exceeds_authority",)
    )
    turn = Turn(1, "money", "So?", "ok", (gave,) if beyond else (), offer=plan)
    facts = {
        "proposed_by_debtor": True,
        "recapped": plan is not None,
        "agreed_turn": 1 if plan is not None else 0,
        "outcome": "agreed" if plan is not None else "open",
        "authority": FILE,
        "household": HOME,
        **more,
    }
    call = CallFacts((turn,), "done", balance=BALANCE, currency="USD", plan=plan, plan_on_offer=True, **facts)  # type: ignore[arg-type]  # facts by name
    return judge_call(call, RUBRIC, RULES, TODAY)


def plan_score(plan: Offer | None, **more: object) -> int:
    """Return the plan score of such a call."""
    found = sheet(plan, **more).competencies[0].score
    assert found is not None
    return found
