"""The shelf: scenarios, stages and records, fetched behind a screen that is already painted.

Everything heavy (models, YAML, the ear) is imported here, in a worker thread, never by a screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from simulator.errors import CannotPlay, DueCourseError
from simulator.settings import Settings

if TYPE_CHECKING:
    from simulator.authoring.cards import ScenarioCard
    from simulator.call import Stage
    from simulator.call.events import Event
    from simulator.records import Recorded, Records
    from simulator.shells.session import Session
    from simulator.shells.watching import Watched
    from simulator.shells.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Stock:
    """What the home screen lists: the scenarios, this trainee's calls in its language, and why the
    calls cannot be read."""

    cards: Sequence[ScenarioCard]
    calls: Sequence[Recorded]
    problem: DueCourseError | None = None


class Shelf:
    """Reads for the screens; the methods may be called from any thread but `records` and `resumed`."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._reading = Lock()
        self._records: Records | None = None

    def stock(self) -> Stock:
        """Return what can be played and what was played; raises DueCourseError without a library."""
        from simulator.authoring.library import Library
        from simulator.shells.session import open_records

        cards = Library.usual().cards(self._settings.language)
        try:
            records = open_records()
        except DueCourseError as error:
            return Stock(cards, (), error)
        try:
            calls = records.find(trainee=self._settings.trainee)
            own = [call for call in calls if call.language == self._settings.language and not call.trial]
            return Stock(cards, own)
        except DueCourseError as error:
            return Stock(cards, (), error)
        finally:
            records.close()

    def warm_up(self) -> None:
        """Compile the ear and import what a call needs, so that dialling is instant."""
        from simulator.authoring.library import Library
        from simulator.shells.tui import briefing, call, debrief  # noqa: F401 - imported to be ready

        with self._reading:
            library = Library.usual()
            try:
                library.ear(self._settings.language)
                library.advice(self._settings.language)
            except DueCourseError:
                return  # it is told when a call is opened

    def stage(self, scenario: str, language: str = "") -> Stage:
        """Return what a call is played with; raises DueCourseError."""
        from simulator.authoring.library import Library
        from simulator.shells.session import stage_for

        with self._reading:
            stage = stage_for(Library.usual(), scenario, language or self._settings.language)
            beat = stage.script.beats[stage.script.start]
            stage.listening(beat)
        return stage

    def file_of(self, scenario: str) -> Path:
        """Return the file of a scenario, named by its id or by its file; raises NotFound."""
        from simulator.authoring.library import Library
        from simulator.shells.session import scenario_file

        named = scenario_file(scenario)
        return Path(named) if named else Library.usual().scenario_file(scenario, self._settings.language)

    def watched(self, scenario: str, stage: Stage) -> tuple[Path, Watched]:
        """Return the file of a scenario, and what watches it while `stage` is played."""
        from simulator.authoring.library import Library
        from simulator.shells.watching import Watched

        path = self.file_of(scenario)
        return path, Watched(Library.usual(), path, stage)

    def workbench(self, path: Path) -> Workbench:
        """Return what the trainer's screen shows of a file."""
        from simulator.authoring.library import Library
        from simulator.shells.workbench import Workbench

        return Workbench(Library.usual(), path)

    def records(self) -> Records:
        """Return the records, opened once; raises DueCourseError when they cannot be."""
        from simulator.shells.session import open_records

        if self._records is None:
            self._records = open_records()
        return self._records

    def resumed(self, call: str) -> tuple[Session, tuple[Event, ...]]:
        """Return the unfinished call whose id begins with `call`, or the newest that can be continued,
        and what happened in it; raises DueCourseError when there is none."""
        from simulator.shells.session import Session, unfinished

        records = self.records()
        language = self._settings.language
        newest = unfinished(records, self._settings.trainee, call, "" if call else language)
        waiting = records.find(trainee=self._settings.trainee, open_only=True)
        others = [] if call else [each for each in waiting if each.language == language][1:]
        problem: DueCourseError | None = None
        for recorded in (newest, *others):
            try:
                named = recorded.opening.get("file") or recorded.scenario
                return Session.resume(self.stage(named, recorded.language), records, recorded)
            except CannotPlay as error:  # the scenario has changed since; an older call may still go on
                problem = problem or error
        assert problem is not None
        raise problem

    def close(self) -> None:
        """Close the records."""
        if self._records is not None:
            self._records.close()
            self._records = None
