"""One call being practised: played by the engine, recorded before it is shown. Both shells stand on this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self

from scoring import Rubric
from simulator import __version__
from simulator.authoring.library import Library
from simulator.call import Action, Call, Stage, act, as_dict, judge, start
from simulator.call.events import Event, SheetEvent
from simulator.call.script import Advice
from simulator.errors import CannotPlay, NotFound
from simulator.paths import user_data
from simulator.records import Recorded, Records
from simulator.shells.meaning import Misses
from simulator.text import clean

Events = tuple[Event, ...]
Opening = Mapping[str, Any]
"""What of a call's beginning is not the scenario's own way: beat, mood, file."""


class Session:
    """A call in progress and its record.

    `call` is the call as it stands, `scenario` what it was opened by, `misses` keeps what was not
    understood. Every action is durable before its events are returned.
    """

    def __init__(
        self,
        call: Call,
        records: Records,
        id: str,
        actions: int = 0,
        misses: Misses | None = None,
        file: str = "",
    ) -> None:
        self.call = call
        self.id = id
        self.misses = misses
        self.scenario = file or call.stage.script.id
        self._records = records
        self._actions = actions

    @classmethod
    def begin(
        cls,
        stage: Stage,
        records: Records,
        trainee: str,
        seed: int = 0,
        mode: str = "practice",
        beat: str | None = None,
        mood: Mapping[str, int] | None = None,
        file: str = "",
    ) -> tuple[Self, tuple[Event, ...]]:
        """Start a call; return it and what happens before the trainee speaks.

        `file` is where the scenario lies when it is not in the library, so that the call can be
        continued and verified. Raises CannotPlay for an exam that would not start where and how the
        scenario says.
        """
        whole_exam(mode, beat, mood)
        call, events = start(cls._staged(stage, mode), seed, mode, beat, mood)
        opening = {"beat": beat, "mood": dict(mood or {}), "file": file}
        return cls._begun(call, events, records, trainee, opening), events

    @classmethod
    def _staged(cls, stage: Stage, mode: str) -> Stage:
        """Return what a call of this kind is played with."""
        return stage

    @classmethod
    def _begun(cls, call: Call, events: Events, records: Records, trainee: str, opening: Opening) -> Self:
        """Record the beginning of a call and return its session."""
        name = record(call, events, records, trainee, opening)
        return cls(call, records, name, misses=Misses.usual(trainee), file=opening["file"])

    @classmethod
    def resume(cls, stage: Stage, records: Records, recorded: Recorded) -> tuple[Session, tuple[Event, ...]]:
        """Continue a recorded call where it was left; return it and everything that had happened.

        Raises CannotPlay when the scenario has changed since, because the same words could then
        mean something else.
        """
        if dict(recorded.digests) != dict(stage.digests) or recorded.engine != stage.engine:
            raise CannotPlay(
                "Continue",
                f"'{recorded.scenario}' or the program has changed since this call.",
                "Start a new call.",
            )
        opening = recorded.opening
        call, events = start(stage, recorded.seed, recorded.mode, opening.get("beat"), opening.get("mood"))
        happened = list(events)
        actions = records.actions(recorded.id)
        for action in actions:
            call, more = act(call, action)
            happened += more
        misses = Misses.usual(recorded.trainee)
        file = opening.get("file") or ""
        return cls(call, records, recorded.id, len(actions), misses, file), tuple(happened)

    def act(self, action: Action) -> tuple[Event, ...]:
        """Do one thing, keep it, and only then return what happened.

        When it cannot be kept, the call stays as it was and the error is raised.
        """
        call, events = act(self.call, action)
        if call is self.call:
            return events
        self._keep(action, events)
        self.call = call
        if action[0] == "reply" and self.misses is not None:
            self.misses.missed(call)
        return events

    def _keep(self, action: Action, events: tuple[Event, ...]) -> None:
        sheet = next((event.sheet for event in events if isinstance(event, SheetEvent)), None)
        self._records.append(self.id, action, [as_dict(event) for event in events], sheet, self._actions)
        self._actions += 1

    def reply(self, text: str) -> tuple[Event, ...]:
        """Say something to the debtor; what a terminal could obey is left out before it is kept."""
        return self.act(("reply", clean(text).strip()))

    def undo(self) -> tuple[Event, ...]:
        """Take the last reply back."""
        return self.act(("undo", ""))

    def hang_up(self) -> tuple[Event, ...]:
        """End the call now."""
        return self.act(("hang_up", ""))

    def sheet(self) -> dict[str, Any]:
        """Return the score sheet as the call stands."""
        from scoring import as_dict as sheet_as_dict

        return sheet_as_dict(judge(self.call))


def whole_exam(mode: str, beat: str | None, mood: Mapping[str, int] | None) -> None:
    """Raise CannotPlay for an exam that would not start where and how the scenario says."""
    if mode == "exam" and (beat or mood):
        raise CannotPlay("Exam", "an exam begins where the scenario begins.", "Leave out --from and --set.")


def record(
    call: Call, events: tuple[Event, ...], records: Records, trainee: str, opening: Mapping[str, Any]
) -> str:
    """Record that a call starts, with what of its opening is not the scenario's own way; return its id."""
    script, stage = call.stage.script, call.stage
    return records.begin(
        trainee=trainee,
        scenario=script.id,
        language=script.language,
        title=script.title,
        mode=call.mode,
        seed=call.seed,
        opening={key: value for key, value in opening.items() if value},
        digests=stage.digests,
        engine=stage.engine,
        events=[as_dict(event) for event in events],
    )


def open_records(reading: bool = False) -> Records:
    """Open this person's records, to add to them or only to read."""
    return Records(user_data() / "records.sqlite3", reading)


def stage_for(library: Library, scenario: str, language: str) -> Stage:
    """Return everything a call of `scenario` is played with: an id of the library, or a file."""
    if file := scenario_file(scenario):
        return library.stage_of(Path(file), library.language_of(Path(file), language), engine=__version__)
    return library.stage(scenario, language, engine=__version__)


def scenario_file(scenario: str, library: Library | None = None, language: str = "") -> str:
    """Return the whole path when a scenario was named by its file, else nothing; raises NotFound.

    With a library, an id is looked for in the folder worked in: a call of it can then be continued from
    anywhere.
    """
    if not scenario.endswith((".yaml", ".yml")):
        found = library.file_here(scenario, language) if library is not None else None
        return str(found.resolve()) if found is not None else ""
    path = Path(scenario).expanduser().resolve()
    if not path.is_file():
        raise NotFound("Scenario", f"there is no file {scenario}.", "See: duecourse list")
    return str(path)


def stage_of(library: Library, recorded: Recorded) -> Stage:
    """Return everything that a recorded call was played with, as it is now."""
    return stage_for(library, recorded.opening.get("file") or recorded.scenario, recorded.language)


def unfinished(records: Records, trainee: str, call: str = "", language: str = "") -> Recorded:
    """Return this trainee's newest unfinished call, or the one whose id begins with `call`.

    With a `language`, only calls in it.

    Raises CannotPlay when there is none.
    """
    if call:
        recorded = records.get(call)
        if recorded.ended is not None:
            raise CannotPlay(
                "Continue", f"call {recorded.id} has ended.", f"duecourse show {recorded.id} shows its sheet."
            )
        return recorded
    waiting = [
        each
        for each in records.find(trainee=trainee, open_only=True)
        if (not language or each.language == language) and not each.opening.get("trial")
    ]
    if not waiting:
        raise CannotPlay("Continue", "there is no unfinished call.", "Start one: duecourse play ID")
    return waiting[0]


def find_call(records: Records, trainee: str, call: str) -> Recorded:
    """Return the call whose id begins with `call`, or this trainee's newest; raises NotFound without one."""
    if call:
        return records.get(call)
    own = records.find(trainee=trainee)
    if not own:
        raise NotFound("Call", f"{trainee} has no calls yet.", "Start one: duecourse play ID")
    return own[0]


def titles(stage: Stage) -> Callable[[str], str]:
    """Return how competencies, behaviours and responses are called in the language of the call."""
    return _titles(stage.advice, stage.rubric, stage.script.language)


def titles_of(library: Library, language: str) -> Callable[[str], str]:
    """Return the same for a finished call, without its scenario."""
    return _titles(library.advice(language), library.rubric(), language)


def _titles(advice: Mapping[str, Advice], rubric: Rubric, language: str) -> Callable[[str], str]:
    named = {each.name: each.title.get(language, each.name) for each in rubric.competencies}
    named.update({name: each.title for name, each in advice.items()})
    return lambda name: named.get(name, name)
