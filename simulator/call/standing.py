"""The standing of a call as it goes on: what a scenario says at first, and what each exchange changes."""

from __future__ import annotations

from dataclasses import replace

from scoring.evidence import Turn
from scoring.standing import Standing
from simulator.call.call import Call, State
from simulator.call.script import Response

MINUTES_A_TURN = 1
"""By how much the debtor's clock goes on with one exchange."""


def after_reply(standing: Standing, turn: Turn) -> Standing:
    """Return the standing after a reply, before anything that the debtor's answer reveals.

    Whoever was asked who they are, and goes on talking as the debtor, is verified from the next reply
    on; a relative or a stranger never is.
    """
    said = {name for heard in turn.heard for name in heard.behaviours}
    after = standing.later(MINUTES_A_TURN)
    if "verifies_identity" in said and not standing.fact("third_party") and not standing.verified:
        after = replace(after, verified=True, verified_by=after.verified_by or "asked")
    if "identifies_self" in said and "identity" not in after.given:
        after = replace(after, given=(*after.given, "identity"))
    return after


def known_after(call: Call, turn: Turn, state: State, steering: object) -> Standing:
    """Return the standing after a whole exchange: the reply, the plan if one was agreed, and what the
    response that steered and the beat that was reached reveal."""
    standing = replace(after_reply(call.state.standing, turn), plan_agreed=state.agreed is not None)
    if isinstance(steering, Response):
        standing = standing.revealed(steering.reveals)
    if state.beat != call.state.beat and not state.ended:
        standing = standing.revealed(call.stage.script.beats[state.beat].reveals)
    return standing
