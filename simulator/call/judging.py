"""From a call to its score sheet: the facts that scoring needs, finished or not."""

from __future__ import annotations

from scoring import CallFacts, ScoreSheet, as_dict, score
from scoring.offer import Offer
from simulator.call.call import Call
from simulator.call.events import SheetEvent


def facts(call: Call) -> CallFacts:
    """Return what happened so far as scoring sees it.

    The plan is judged once the call came to offers, or ended without one although a plan was its
    purpose; a call that rightly stayed open before any offer, or that was stopped as the law asks, owes no
    plan. Where no payment is right, the
    end of the call is what is judged. What stood on the table when nothing was agreed is what the talk
    was left at.
    """
    script, state = call.stage.script, call.state
    hardship = script.no_payment
    if hardship is None:
        hardship = script.household is not None and script.household.in_distress
    purpose = hardship or any(beat.negotiate is not None for beat in script.beats.values())
    owed = state.bargained or (call.ended and (hardship or state.outcome != "open"))
    due = state.agreed is not None or (owed and state.outcome != "stopped")
    left = state.terms if state.bargained and state.agreed is None and state.terms != Offer() else None
    return CallFacts(
        turns=call.turns,
        ending=state.ended,
        outcome=state.outcome,
        balance=script.account.balance,
        currency=script.account.currency,
        authority=script.authority,
        household=script.household,
        plan=state.agreed,
        plan_on_offer=purpose and due,
        proposed_by_debtor=state.proposed_by_debtor or (state.agreed is None and state.asked_first),
        recapped=state.recapped,
        agreed_turn=state.agreed_turn,
        left_at=left,
        cornered=state.cornered,
        no_payment_is_right=script.no_payment,
    )


def judge(call: Call) -> ScoreSheet:
    """Return the score sheet of the call as it stands: the live panel and the final sheet are this one."""
    stage = call.stage
    return score(
        facts(call),
        stage.rubric,
        stage.rulebook,
        stage.script.setting.date,
        stage.script.language,
        stage.digests,
        stage.engine,
    )


def sheet_event(call: Call) -> SheetEvent:
    """Return the score sheet as the last event of a call."""
    return SheetEvent(len(call.turns), as_dict(judge(call)))
