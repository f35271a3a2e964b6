"""Walks: simulated trainees play thousands of calls, and what that says about a scenario."""

from simulator.authoring.walk.faults import Fault, faults
from simulator.authoring.walk.material import material
from simulator.authoring.walk.playing import Played, again, walks
from simulator.authoring.walk.shrinking import shortest
from simulator.authoring.walk.summary import Summary, summary
from simulator.authoring.walk.trainees import TRAINEES
from simulator.authoring.walk.walked import Walked, walk

__all__ = [
    "TRAINEES",
    "Fault",
    "Played",
    "Summary",
    "Walked",
    "again",
    "faults",
    "material",
    "shortest",
    "summary",
    "walk",
    "walks",
]
