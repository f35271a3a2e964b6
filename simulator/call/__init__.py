"""The call as a value: what the debtor says, how the mood moves, where the talk goes."""

from simulator.call.call import MODES, Call, Stage, State
from simulator.call.engine import hang_up, reply, start, undo
from simulator.call.judging import facts, judge
from simulator.call.replay import Action, act, as_dict, replay

__all__ = [
    "MODES",
    "Action",
    "Call",
    "Stage",
    "State",
    "act",
    "as_dict",
    "facts",
    "hang_up",
    "judge",
    "replay",
    "reply",
    "start",
    "undo",
]
