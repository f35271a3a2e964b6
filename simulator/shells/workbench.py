"""Everything that a trainer's screen shows of one file, in the order in which it can be had: the findings
of its form and its tree first, then its tests, then what takes longest, the deep checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.authoring.examining import Examiner
from simulator.authoring.findings.finding import Finding, Severity
from simulator.authoring.reading.page import Page
from simulator.authoring.shapes.scenario import ScenarioShape
from simulator.authoring.teaching.trace import Trace, traced
from simulator.authoring.testing.blessing import Compared, compared
from simulator.authoring.testing.coverage import Coverage, Watcher
from simulator.authoring.testing.remembering import remembering
from simulator.authoring.testing.scenario_tests import Outcome, call_at, run_tests
from simulator.call import Stage
from simulator.call.script import Script
from simulator.errors import DueCourseError
from simulator.hearing import Ear, RememberingEar
from simulator.shells.watching import Watched

if TYPE_CHECKING:
    from simulator.authoring.library import Library


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong with the files; `deep` says that the deep checks are among them."""

    findings: tuple[Finding, ...]
    deep: bool

    def count(self, severity: Severity) -> int:
        """Return how many are this bad."""
        return sum(one.severity is severity for one in self.findings)


@dataclass(frozen=True, slots=True)
class Version:
    """A version that can be played: its script, and the page for the lines of things."""

    stage: Stage
    page: Page

    def line(self, *path: str | int) -> int:
        """Return the line (from 1) where something stands."""
        tree = self.page.tree
        spot = tree.keys.get(path) or tree.values.get(path) or tree.values[tree.nearest(path)]
        return spot.line + 1


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What the tests and transcripts came to, and what they reach; `problem` is why there are none."""

    outcomes: tuple[Outcome, ...] = ()
    compared: tuple[Compared, ...] = ()
    coverage: Coverage | None = None
    problem: str = ""

    @property
    def failed(self) -> int:
        """How many tests failed and transcripts changed."""
        return sum(not one.passed for one in self.outcomes) + sum(not one.same for one in self.compared)


@dataclass(frozen=True, slots=True)
class Kept:
    """This version cannot be played: the tree and the tests of the version before stay."""


Step = Findings | Version | Outcomes | Kept


class Workbench:
    """One scenario file, looked at again whenever it is saved."""

    def __init__(self, library: Library, path: Path) -> None:
        self.path = path
        self.version: Version | None = None
        self._watched = Watched(library, path)
        self._examiner = _Examiner(library)

    def changed(self) -> bool:
        """Whether a file was saved since the last look."""
        return self._watched.changed()

    def look(self) -> Iterator[Step]:
        """Look at the files as they are now and yield what is found, step by step; stops at a new save."""
        loaded = self._watched.load()
        yield Findings(tuple(one for checked in loaded.checked for one in checked.findings), deep=False)
        checked = loaded.checked[0]
        if loaded.stage is None or checked.page is None or not isinstance(checked.model, ScenarioShape):
            yield Kept()
        else:
            stage = remembering(loaded.stage, self._examiner.remembering(loaded.stage.ear))
            self.version = Version(stage, checked.page)
            yield self.version
            if self.changed():
                return
            yield self._tested(checked.model, self.version)
        if self.changed():
            return
        deep = [self._examiner.examine(one.path, _shown(one.path)) for one in loaded.checked]
        yield Findings(tuple(one for checked in deep for one in checked.findings), deep=True)

    def _tested(self, model: ScenarioShape, version: Version) -> Outcomes:
        watcher = Watcher(model, version.page, version.stage)
        try:
            outcomes = tuple(run_tests(model, version.stage, watch=watcher.see))
            transcripts = tuple(compared(self.path, version.stage))
            for one in transcripts:
                watcher.follow(one.was)
        except DueCourseError as error:  # a broken transcript, or a test that begins nowhere
            return Outcomes(problem=error.line())
        return Outcomes(outcomes, transcripts, watcher.coverage())

    def explain(self, beat: str, sentence: str) -> Trace | None:
        """Return what a sentence comes to when it is the first that is said at a beat; None when no version
        can be played or the beat is gone."""
        if self.version is None or beat not in self.version.stage.script.beats:
            return None
        stage = self.version.stage
        plan = any(response.needs_plan for response in stage.script.beats[beat].responses)
        return traced(call_at(stage, beat, plan=plan, mode="practice"), sentence)[1]


class _Examiner(Examiner):
    """Examines with an ear that remembers, the same one that plays the tests."""

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._ears: dict[str, RememberingEar] = {}

    def remembering(self, ear: Ear) -> RememberingEar:
        """Return the ear that remembers what this one hears."""
        kept = self._ears.get(ear.language)
        if kept is None or kept.digest != ear.digest:
            kept = self._ears[ear.language] = RememberingEar.over(ear)
        return kept

    def stage(self, script: Script) -> Stage:
        """Return everything that a script is played with."""
        ear = self._ears.get(script.language)
        if ear is None:
            return super().stage(script)
        return Stage(
            script=script,
            ear=ear,
            rubric=self._rubric(),
            rulebook=self._rulebook(script.jurisdiction),
            advice=self._advice(script.language),
            keep=self.library.keep,
            learnt=self.library.learnt,
        )


def _shown(path: Path) -> str:
    return path.name
