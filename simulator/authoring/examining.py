"""One file with everything that can be known about it: shape, deep checks, what its author lets pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from simulator.authoring import checks
from simulator.authoring.checking import Checked, Surroundings, check_file
from simulator.authoring.checks.subject import Portrait, Sibling, Subject
from simulator.authoring.findings.finding import Finding, Severity, in_order
from simulator.authoring.findings.suppressing import let_pass
from simulator.authoring.heads import personas_named
from simulator.authoring.project import Project, project_file, project_of
from simulator.authoring.shapes.convert import persona_of, script_of
from simulator.authoring.shapes.persona import PersonaShape
from simulator.authoring.shapes.scenario import ScenarioShape
from simulator.authoring.shared import yaml_in
from simulator.call import Stage
from simulator.call.script import MOODS, Persona, Script
from simulator.errors import Unreadable
from simulator.hearing import RememberingEar

if TYPE_CHECKING:
    from simulator.authoring.exploring.exploration import Exploration
    from simulator.authoring.library import Library
    from simulator.authoring.testing.transcripts import Transcript

T = TypeVar("T")
OTHERS = {"en": ("zh",), "zh": ("en",)}


class Examiner:
    """Examines files one after another and keeps what many of them need: ears, rulebooks, personas."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._ear = cache(lambda language: RememberingEar.over(library.ear(language)))
        self._advice = cache(library.advice)
        self._rulebook = cache(library.rulebook)
        self._rubric = cache(library.rubric)
        self._lists = cache(library.word_lists)
        self._project = cache(project_of)
        self._persona = cache(self._read_persona)
        self._personas = cache(self._find_personas)
        self._named = cache(lambda folder: personas_named(yaml_in(folder)))

    def examine(self, path: Path, shown: str, content: bytes | None = None) -> Checked:
        """Return a file with all its findings: shape, deep checks, project and exceptions applied.

        `content` is looked at instead of what the file holds now.
        """
        checked = check_file(path, shown, self.around(path), content=content)
        project = self.project(path)
        deep = list(self._deep(checked, project)) if checked.model is not None else []
        # What keeps a file from being read stays an error, whatever a project or a comment says.
        fatal = [one for one in checked.findings if one.severity is Severity.ERROR]
        others = [one for one in checked.findings if one.severity is not Severity.ERROR]
        others = project.judged([*others, *deep])
        if checked.page is not None and checked.kind in ("scenario", "persona"):
            others = project.judged(let_pass(checked.page, others, fatal, project, checked.model is not None))
        findings = [*fatal, *others]
        return replace(checked, findings=tuple(in_order(findings)))

    def findings_in(self, path: Path, shown: str, content: bytes) -> tuple[Finding, ...]:
        """Return what would be found if a file had this content."""
        return self.examine(path, shown, content).findings

    def project(self, path: Path) -> Project:
        """Return the project that a file belongs to."""
        return self._project(project_file(path))

    def around(self, path: Path) -> Surroundings:
        """Return what a file may refer to."""
        folder = path.resolve().parent
        facts = self.library.facts
        return Surroundings(lambda language: self._personas(language, folder), self._lists, facts)

    def persona_file(self, path: Path, language: str, name: str) -> Path | None:
        """Return the file of the persona that a scenario names."""
        return self._personas(language, path.resolve().parent).get(name)

    def _find_personas(self, language: str, folder: Path) -> Mapping[str, Path]:
        return self.library.persona_files(language, folder / "x.yaml")

    def _read_persona(self, path: Path) -> Persona | None:
        checked = check_file(path, str(path), self.around(path), "persona")
        if not isinstance(checked.model, PersonaShape):
            return None
        return persona_of(checked.model, checked.digest)

    def _deep(self, checked: Checked, project: Project) -> Iterator[Finding]:
        page, model = checked.page, checked.model
        if page is not None and isinstance(model, PersonaShape):
            yield from checks.run_portrait(Portrait(page, model, self._idle(checked.path, model)))
        elif page is not None and isinstance(model, ScenarioShape):
            file = self.persona_file(checked.path, model.language, model.persona)
            persona = self._persona(file) if file else None
            families: Iterable[ModuleType] = checks.FAMILIES
            if persona is None:  # its own file says what is wrong with it; the rest is checked all the same
                details = {"name": model.persona, "place": self._first_error(file)}
                yield page.at_value("D112-broken", ("persona",), details)
                persona, families = stand_in(model.persona, model.language), checks.WITHOUT_PERSONA
            script = script_of(model, persona, checked.digest)
            yield from checks.run(
                Subject(
                    page=page,
                    model=model,
                    script=script,
                    kind=checked.kind,
                    stage=_once(lambda: self.stage(script)),
                    exploration=_once(lambda: _explored(script)),
                    siblings=tuple(self._siblings(checked.path, model)),
                    transcripts=_once(lambda: _transcripts(checked.path)),
                    file=checked.path,
                    coverage_floor=project.coverage,
                ),
                families,
            )

    def _idle(self, path: Path, model: PersonaShape) -> bool:
        """Whether scenarios lie beside a persona's file and none that can be found is played by it."""
        beside = scenarios_beside(path, model.language)
        if not beside or model.id in self._named(beside[0].parent):
            return False
        return model.id not in personas_named(self.library.scenario_files(model.language))

    def _first_error(self, file: Path | None) -> str:
        """Where the first error of a persona's file is, named from the folder of scenarios and personas."""
        if file is None:
            return ""
        found = check_file(file, "/".join(file.parts[-3:]), self.around(file), "persona").findings
        first = next((one for one in found if one.severity is Severity.ERROR), None)
        return f"{first.path}:{first.line}" if first is not None else ""

    def stage(self, script: Script) -> Stage:
        """Return everything that a script is played with; what was heard for another one is forgotten."""
        ear = self._ear(script.language)
        ear.forget()
        rubric = self._rubric()
        return Stage(
            script=script,
            ear=ear,
            rubric=rubric,
            rulebook=self._rulebook(script.jurisdiction),
            advice=self._advice(script.language),
            keep=self.library.keep,
            learnt=self.library.learnt,
        )

    def _siblings(self, path: Path, model: ScenarioShape) -> Iterator[Sibling]:
        for file in sibling_files(path, model.language):
            checked = check_file(file, str(file), self.around(file), "scenario")
            if checked.page is not None and isinstance(checked.model, ScenarioShape):
                yield checked.page, checked.model


def stand_in(name: str, language: str) -> Persona:
    """Return a person of whom nothing is known, for checks that do not ask who answers."""
    return Persona(
        id=name,
        language=language,
        name=name,
        style="",
        about="",
        mood=dict.fromkeys(MOODS, 3),
        otherwise=("…",),
    )


def scenarios_beside(persona: Path, language: str) -> list[Path]:
    """Return the scenario files of the library that a persona's file lies in."""
    folder = persona.resolve().parent
    if folder.name != language or folder.parent.name != "personas":
        return []
    return list(yaml_in(folder.parent.parent / "scenarios" / language))


def sibling_files(path: Path, language: str) -> Sequence[Path]:
    """Return the files with the same id in the other language, beside the language's folder."""
    if path.resolve().parent.name != language:
        return ()
    beside = (path.resolve().parent.parent / other / path.name for other in OTHERS.get(language, ()))
    return [file for file in beside if file.is_file()]


def _explored(script: Script) -> Exploration:
    from simulator.authoring.exploring.exploration import explore

    return explore(script)


def _transcripts(path: Path) -> tuple[Transcript, ...]:
    """The transcripts that can be read; what is wrong with the others is found when they are examined."""
    from simulator.authoring.testing.transcript_files import files_beside, read_transcript

    found = []
    for file in files_beside(path):
        with suppress(Unreadable):  # told of when the file itself is examined
            found.append(read_transcript(file))
    return tuple(found)


def _once(make: Callable[[], T]) -> Callable[[], T]:
    """Return a function that makes a thing when it is first asked for, and keeps it."""
    return cache(make)
