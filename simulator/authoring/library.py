"""Everything that can be practised: finds scenarios and personas, lists them, and loads what a call needs.

A warm start must not parse YAML nor import the models: everything checked is kept in the cache under a
key of its files, and read from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator import paths
from simulator.authoring.cache import Cache
from simulator.authoring.cards import ScenarioCard, card_of
from simulator.authoring.codec import decode, encode
from simulator.authoring.here import loose_files, loose_scenarios, working_folder
from simulator.authoring.shared import Shared, written, yaml_in
from simulator.call.call import Stage
from simulator.call.law import told
from simulator.call.script import Script
from simulator.errors import NotFound, Unreadable

if TYPE_CHECKING:
    from simulator.authoring.checking import Checked, Surroundings


@dataclass(frozen=True, slots=True, kw_only=True)
class Library(Shared):
    """The folders that scenarios and personas are looked for in, own ones first.

    `here` is the folder that is worked in: scenario files that lie in it are found before all others.
    """

    scenarios: tuple[Path, ...]
    personas: tuple[Path, ...]
    here: Path | None = None

    @classmethod
    def usual(cls) -> Library:
        """Return the library of this person: the folder worked in, own files and what was shipped."""
        own, shipped = paths.user_data(), paths.builtin("scenarios").parent
        here = working_folder()
        if here is not None and here.resolve() in (own.resolve(), shipped.resolve()):
            here = None  # what lies there is found anyway
        roots = [root for root in (here, own) if root is not None]
        return cls(
            scenarios=(*(root / "scenarios" for root in roots), paths.builtin("scenarios")),
            personas=(*(root / "personas" for root in roots), paths.builtin("personas")),
            here=here,
            phrases=paths.phrases(),
            rubrics=paths.scoring_data("rubrics"),
            rulebooks=paths.scoring_data("rulebooks"),
            own_rulebooks=paths.user_config() / "rulebooks",
            cache=Cache(paths.user_cache()),
        )

    def folders(self) -> list[Path]:
        """Return the folders of scenarios and personas that exist."""
        return [folder for folder in (*self.personas, *self.scenarios) if folder.is_dir()]

    def everything(self) -> list[Path]:
        """Return the folders, and the files that lie loose in the folder worked in."""
        return [*self.folders(), *(loose_files(self.here) if self.here is not None else ())]

    def scenario_files(self, language: str) -> Iterator[Path]:
        """Yield the scenario files of a language, those of the folder worked in and own ones first."""
        if self.here is not None:
            yield from loose_scenarios(self.here, language)
        for folder in self.scenarios:
            yield from yaml_in(folder / language)

    def file_here(self, scenario: str, language: str) -> Path | None:
        """Return the file of a scenario in the folder worked in, None when it is not one of these."""
        here = self.here
        folders = (here, here / "scenarios", here / "scenarios" / language) if here is not None else ()
        first = next((path for path in self.scenario_files(language) if path.stem == scenario), None)
        return first if first is not None and first.parent in folders else None

    def scenario_file(self, scenario: str, language: str) -> Path:
        """Return the file of a scenario; raises NotFound, with the nearest id."""
        for path in self.scenario_files(language):
            if path.stem == scenario:
                return path
        from simulator.authoring.shapes.suggest import nearest

        near = nearest(scenario, [path.stem for path in self.scenario_files(language)])
        hint = f"Did you mean '{near}'?" if near else "See: duecourse list"
        raise NotFound("Scenario", f"there is no scenario '{scenario}' in '{language}'.", hint)

    def persona_file(self, language: str, name: str, near: Path | None = None) -> Path | None:
        """Return the file of a persona, looking beside a scenario file first; None when there is none."""
        return self.persona_files(language, near).get(name)

    def persona_files(self, language: str, near: Path | None = None) -> dict[str, Path]:
        """Return the persona files of a language by id; those beside a scenario file before all others."""
        folders = list(self.personas)
        if near is not None:
            here = near.resolve().parent
            folders[:0] = [here.parent.parent / "personas", here.parent / "personas", here / "personas"]
        found: dict[str, Path] = {}
        if language in ("en", "zh"):
            for folder in folders:
                for path in yaml_in(folder / language):
                    found.setdefault(path.stem, path)
        return found

    def check(self, path: Path, shown: str = "") -> Checked:
        """Check one file of any kind."""
        from simulator.authoring.checking import check_file

        return check_file(path, shown or str(path), self._around(path))

    def examine(self, path: Path, shown: str = "") -> Checked:
        """Check one file with the deep checks too, as `duecourse check` does; takes longer than `check`."""
        from simulator.authoring.examining import Examiner

        return Examiner(self).examine(path, shown or str(path))

    def _around(self, path: Path | None = None) -> Surroundings:
        from simulator.authoring.checking import Surroundings

        return Surroundings(lambda language: self.persona_files(language, path), self.word_lists, self.facts)

    def cards(self, language: str) -> tuple[ScenarioCard, ...]:
        """Return the cards of all scenarios of a language that can be played, easiest first."""
        cards: dict[str, ScenarioCard] = {}
        for path in self.scenario_files(language):
            try:
                card = self.card(path, language)
            except Unreadable:  # `broken` lists these; one bad file must not hide the others
                continue
            cards.setdefault(card.id, card)
        return tuple(sorted(cards.values(), key=lambda card: (card.level, card.id)))

    def broken(self, language: str) -> tuple[tuple[Path, str], ...]:
        """Return the scenario files that cannot be played, each with its first error."""
        found = []
        for path in self.scenario_files(language):
            try:
                self.card(path, language)
            except Unreadable as error:
                found.append((path, error.message))
        return tuple(found)

    def card(self, path: Path, language: str) -> ScenarioCard:
        """Return the card of one scenario file; raises Unreadable when it has errors."""
        return self._kept(
            "card",
            self._script_files(path, language),
            lambda: encode(card_of(self.script(path, language), str(path))),
            lambda data: decode(ScenarioCard, data),
        )

    def script(self, path: Path, language: str) -> Script:
        """Return a scenario file as the engine sees it; raises Unreadable when it has errors."""

        def make() -> Any:
            from simulator.authoring.files import script_from

            persona = self._persona_of(path, language)
            return encode(script_from(path, persona, self._around(path), language))

        return self._kept(
            "script", self._script_files(path, language), make, lambda data: decode(Script, data)
        )

    def _persona_of(self, path: Path, language: str) -> Path:
        """The persona file that a scenario names, found without reading the scenario as YAML."""
        name = written(path, "persona")
        return self.persona_file(language, name, path) or path.parent / f"{name or '?'}.yaml"

    def _script_files(self, path: Path, language: str) -> list[Path]:
        return [path, self._persona_of(path, language), self.phrases / language / "lists.yaml"]

    def language_of(self, path: Path, otherwise: str) -> str:
        """Return the language that a scenario file says it is in, found without reading it as YAML."""
        code = written(path, "language")
        return code if code in ("en", "zh") else otherwise

    def stage(self, scenario: str, language: str, engine: str = "") -> Stage:
        """Return everything that a call is played with; raises NotFound and Unreadable."""
        return self.stage_of(self.scenario_file(scenario, language), language, engine)

    def stage_of(self, path: Path, language: str, engine: str = "") -> Stage:
        """Return the same for a scenario file wherever it lies."""
        return self.stage_with(self.script(path, language), engine)

    def stage_with(self, script: Script, engine: str = "") -> Stage:
        """Return the same for a script that is at hand."""
        ear = self.ear(script.language)
        rubric, rulebook = self.rubric(), told(self.rulebook(script.jurisdiction), script)
        return Stage(
            script=script,
            ear=ear,
            rubric=rubric,
            rulebook=rulebook,
            advice=self.advice(script.language),
            digests={
                "scenario": script.digest,
                "persona": script.persona.digest,
                "rubric": rubric.digest,
                "rulebook": rulebook.digest,
                "phrases": ear.digest,
            },
            engine=engine,
            keep=self.keep,
            learnt=self.learnt,
        )
