"""A walk from end to end: calls played, summed up, and searched for faults."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.authoring.exploring.exploration import Exploration, explore
from simulator.authoring.shapes.scenario import ScenarioShape
from simulator.authoring.testing.remembering import remembering
from simulator.authoring.walk.faults import Fault, faults
from simulator.authoring.walk.material import material
from simulator.authoring.walk.playing import walks
from simulator.authoring.walk.summary import Summary, summary
from simulator.authoring.walk.trainees import TRAINEES
from simulator.call import Stage
from simulator.hearing import PhraseBank


@dataclass(frozen=True, slots=True)
class Walked:
    """What a walk through one scenario found; the same stage, seed and number give the same.

    `bar` is the overall score from which its rubric passes a call.
    """

    scenario: str
    title: str
    language: str
    seed: int
    summary: Summary
    faults: tuple[Fault, ...]
    explored: Exploration
    bar: int


def walk(
    stage: Stage,
    model: ScenarioShape | None,
    bank: PhraseBank,
    runs: int = 2000,
    seed: int = 1,
    trainees: Sequence[str] = TRAINEES,
) -> Walked:
    """Play `runs` calls of a scenario; `model` gives the lines of its tests, `bank` other things to say."""
    stage = remembering(stage)
    explored = explore(stage.script)
    played = tuple(walks(stage, material(stage, model, bank), runs, seed, trainees))
    script = stage.script
    return Walked(
        script.id,
        script.title,
        script.language,
        seed,
        summary(stage, played, explored),
        tuple(faults(stage, played, explored)),
        explored,
        stage.rubric.bar,
    )
