"""What is to be played next: chosen on the home screen or on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Plan:
    """A call to come; `seed` None means a new one, `resume` an unfinished call ("" the newest).

    With `watch` it is a trial, replayed whenever its file is saved; with `author` the trainer's screen
    is opened instead of a call.
    """

    scenario: str | None
    seed: int | None = None
    mode: str = "practice"
    beat: str | None = None
    mood: Mapping[str, int] = field(default_factory=dict)
    resume: str | None = None
    watch: bool = False
    author: bool = False

    @property
    def trial(self) -> bool:
        """Whether this is an author's call: one that is watched, or begins elsewhere or otherwise."""
        return self.watch or bool(self.beat or self.mood)
