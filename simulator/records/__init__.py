"""Records: what was done, kept."""

from simulator.records.store import Recorded, Records

__all__ = ["Recorded", "Records"]
