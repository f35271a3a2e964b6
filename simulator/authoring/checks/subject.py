"""Subject: what a deep check sees of one scenario that can be played."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path as File
from typing import TYPE_CHECKING

from simulator.authoring.reading.page import Page
from simulator.authoring.reading.tree import Path
from simulator.authoring.shapes.persona import PersonaShape
from simulator.authoring.shapes.scenario import BeatShape, ResponseShape, ScenarioShape
from simulator.call import Stage
from simulator.call.script import Script
from simulator.hearing import Hearing

if TYPE_CHECKING:
    from simulator.authoring.exploring.exploration import Exploration
    from simulator.authoring.testing.transcripts import Transcript

Sibling = tuple[Page, ScenarioShape]


@dataclass(frozen=True, slots=True)
class Subject:
    """One scenario whose model loads, with everything around it that checks ask for.

    `stage` and `exploration` are made when they are first asked for, and kept. `siblings` are the same
    id in the other language. `file` is where it lies; `coverage_floor` is the project's, in percent.
    """

    page: Page
    model: ScenarioShape
    script: Script
    kind: str
    stage: Callable[[], Stage]
    exploration: Callable[[], Exploration]
    siblings: tuple[Sibling, ...]
    transcripts: Callable[[], tuple[Transcript, ...]]
    file: File = File()
    coverage_floor: int = 0
    _heard: dict[tuple[str, str], Hearing] = field(default_factory=dict, compare=False, repr=False)

    def hear(self, beat: str, text: str) -> Hearing:
        """Return what is heard in a text that is said at a beat; the same question is answered once."""
        if (beat, text) not in self._heard:
            stage = self.stage()
            listening = stage.listening(self.script.beats[beat])
            self._heard[beat, text] = stage.ear.hear(text, listening, self.script.setting.date)
        return self._heard[beat, text]

    def response_path(self, name: str, beat: str = "") -> Path:
        """Return the path of a response into the page: in a beat, or the first that has this name.

        A beat also listens for what stands in `always`. The path is () when there is none.
        """
        for path, one in self.responses():
            if one.name == name and (not beat or path[0] == "always" or path[1] == beat):
                if (
                    beat
                    and path[0] == "always"
                    and any(own.name == name for own in self.beat(beat).responses)
                ):
                    continue  # the beat answers for itself
                return path
        return ()

    def responses(self) -> Iterator[tuple[Path, ResponseShape]]:
        """Yield every response with its path, those of `always` first."""
        for index, one in enumerate(self.model.always):
            yield ("always", index), one
        for name, beat in self.model.beats.items():
            for index, one in enumerate(beat.responses):
                yield ("beats", name, "responses", index), one

    def beat(self, name: str) -> BeatShape:
        """Return a beat."""
        return self.model.beats[name]


@dataclass(frozen=True, slots=True)
class Portrait:
    """One persona whose model loads: checks of wording look at it, the others have nothing to see.

    `idle` tells that none of the scenarios around it is played by this person.
    """

    page: Page
    model: PersonaShape
    idle: bool = False
