"""What is to be played next: chosen on the home screen or on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Plan:
    """A call to come; `seed` None means a new one, `resume` an unfinished call ("" the newest)."""

    scenario: str | None
    seed: int | None = None
    mode: str = "practice"
    beat: str | None = None
    mood: Mapping[str, int] = field(default_factory=dict)
    resume: str | None = None
