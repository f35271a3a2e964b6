"""Watching a scenario file while a call is played from it: what a save comes to, without any terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator import __version__
from simulator.authoring.checking import Checked
from simulator.authoring.findings.finding import Finding, Severity
from simulator.authoring.reading.source import digest
from simulator.authoring.shapes.convert import persona_of, script_of
from simulator.authoring.shapes.persona import PersonaShape
from simulator.authoring.shapes.scenario import ScenarioShape
from simulator.call import Stage
from simulator.call.script import Script
from simulator.catalogue import t
from simulator.errors import CannotPlay
from simulator.shells.trial import Differs, Rerun, Trial

if TYPE_CHECKING:
    from simulator.authoring.library import Library

LOOKS = 0.5
"""Seconds between two looks at the files: editors save by renaming, so there is nothing to listen to."""
Sign = tuple[tuple[int, int, int] | None, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A version of a scenario: its stage, or the first error that keeps it from being played.

    `checked` are the files as they were checked: the scenario, and the persona if one was found.
    """

    stage: Stage | None
    finding: Finding | None = None
    checked: tuple[Checked, ...] = ()


class Watched:
    """A scenario file and the persona file that it names, and the version of them that is being played,
    None when none was loaded yet."""

    def __init__(self, library: Library, path: Path, stage: Stage | None = None) -> None:
        self.path = path
        self._library = library
        self._stage = stage
        self._persona: Path | None = None
        if stage is not None:
            self._persona = library.persona_file(stage.script.language, stage.script.persona.id, path)
        self._seen = self._sign() if stage is None or self._is(stage) else ()

    def _is(self, stage: Stage) -> bool:
        """Whether a stage was made of the files as they are: between briefing and call they may be saved."""
        made = {self.path: stage.script.digest, self._persona: stage.script.persona.digest}
        try:
            return all(digest(file.read_bytes()) == made[file] for file in self._files())
        except OSError:
            return False

    def changed(self) -> bool:
        """Whether a file was saved since it was last loaded; one that is being replaced is waited for."""
        now = self._sign()
        return now != self._seen and None not in now

    def load(self) -> Loaded:
        """Check the files as they are now and return the version that they make."""
        self._seen = self._sign()
        checked = self._library.check(self.path)
        if not isinstance(checked.model, ScenarioShape):
            return Loaded(None, _first(checked), (checked,))
        model = checked.model
        self._persona = self._library.persona_file(model.language, model.persona, self.path)
        self._seen = self._sign()
        if self._persona is None:
            return Loaded(None, _first(checked), (checked,))
        debtor = self._library.check(self._persona)
        if not isinstance(debtor.model, PersonaShape):
            return Loaded(None, _first(debtor), (checked, debtor))
        script = script_of(model, persona_of(debtor.model, debtor.digest), checked.digest)
        self._stage = self._staged(script)
        return Loaded(self._stage, None, (checked, debtor))

    def _staged(self, script: Script) -> Stage:
        """Return a new version with the ear of the old one: reading an ear takes longer than all the rest."""
        old = self._stage
        if old is None:
            return self._library.stage_with(script, __version__)
        if (script.language, script.jurisdiction) == (old.script.language, old.script.jurisdiction):
            digests = {**old.digests, "scenario": script.digest, "persona": script.persona.digest}
            return replace(old, script=script, digests=digests, _listening={})
        return self._library.stage_with(script, old.engine)

    def _sign(self) -> Sign:
        return tuple(_sign_of(file) for file in self._files())

    def _files(self) -> list[Path]:
        return [file for file in (self.path, self._persona) if file is not None]


def _sign_of(file: Path) -> tuple[int, int, int] | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def _first(checked: Checked) -> Finding | None:
    errors = [one for one in checked.findings if one.severity is Severity.ERROR]
    return errors[0] if errors else None


@dataclass(frozen=True, slots=True)
class News:
    """What a save came to, told to the author: `lines` first the fact, then what to look at.

    `rerun` is None when the old version stays; `broken` says that there is something to mend.
    """

    lines: tuple[str, ...]
    rerun: Rerun | None = None
    broken: bool = False


def after_save(trial: Trial, loaded: Loaded, language: str) -> News:
    """Take a new version into a call and say what became of it."""
    if loaded.stage is None:
        return News(tuple(_broken(loaded.finding, language)), broken=True)
    try:
        rerun = trial.restage(loaded.stage)
    except CannotPlay as error:
        return News((t("watch.stays", language), f"{error.message} {error.hint}".strip()), broken=True)
    said = [t("watch.loaded", language, count=rerun.replies)]
    if rerun.differs is not None:
        said.append(difference_words(rerun.differs, language))
    if rerun.left:
        said.append(t("watch.left", language, count=len(rerun.left), first=rerun.left[0]))
    return News(tuple(said), rerun)


def difference_words(differs: Differs, language: str) -> str:
    """Return in one sentence which reply is taken otherwise now, and how."""
    nothing = t("watch.nothing", language)
    was, now = differs.was or nothing, differs.now or nothing
    return t(f"watch.{differs.what}", language, reply=differs.reply, was=was, now=now)


def _broken(finding: Finding | None, language: str) -> Iterator[str]:
    if finding is None:
        yield t("watch.stays", language)
        return
    told = finding.told(language)
    place = t("watch.place", language, file=Path(finding.path).name, line=finding.line)
    yield f"{place}{' '.join(told.message.split())}"
    yield t("watch.stays", language)
