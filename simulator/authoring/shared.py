"""What all calls stand on: the ear of a language, rubrics, rulebooks, and the cache they are kept in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from scoring.rubric import Rubric
from scoring.rulebook import Rulebook
from simulator.authoring.cache import NOWHERE, Cache, code_key, quick_key
from simulator.authoring.codec import decode, encode
from simulator.call.script import Advice
from simulator.errors import DueCourseError, NotFound

if TYPE_CHECKING:
    from simulator.authoring.checking import Surroundings
    from simulator.hearing import Ear, PhraseBank

SUFFIXES = (".yaml", ".yml")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The folders of phrase files, rubrics and rulebooks, and the cache of what was made of them."""

    phrases: Path
    rubrics: Path
    rulebooks: Path
    own_rulebooks: Path | None = None
    cache: Cache = NOWHERE
    _code: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def phrase_files(self, language: str) -> list[Path]:
        """Return the phrase files of a language, word lists included."""
        return list(yaml_in(self.phrases / language))

    def _around(self, path: Path | None = None) -> Surroundings:
        """Return what a file may refer to."""
        from simulator.authoring.checking import Surroundings

        return Surroundings(lambda language: (), self.word_lists, self.facts)

    def word_lists(self, language: str) -> Mapping[str, Sequence[str]]:
        """Return the word lists that patterns of a language may use."""
        if language not in ("en", "zh"):
            return {}
        path = self.phrases / language / "lists.yaml"

        def make() -> Any:
            from simulator.authoring.files import lists_from

            return {name: list(entries) for name, entries in lists_from(path).items()}

        lists: dict[str, list[str]] = self._kept(f"lists-{language}", [path], make, dict)
        return lists

    def rubric(self, name: str = "standard") -> Rubric:
        """Return a rubric."""
        path = self._data_file(self.rubrics, name, "Rubric")

        def make() -> Any:
            from simulator.authoring.files import rubric_from

            return encode(rubric_from(path, self._around(), "en"))

        return self._kept("rubric", [path], make, lambda data: decode(Rubric, data))

    def rulebook(self, name: str) -> Rulebook:
        """Return the rulebook of a jurisdiction, with what a firm's own files change in it."""
        path = self._data_file(self.rulebooks, name, "Rulebook")
        firms = list(self._firms(name))

        def make() -> Any:
            from simulator.authoring.files import rulebook_from

            book = rulebook_from(path, self._around(), "en")
            for firm in firms:
                book = rulebook_from(firm, self._around(), "en", partial(_given, book))
            return encode(book)

        return self._kept("rulebook", [path, *firms], make, lambda data: decode(Rulebook, data))

    def facts(self, jurisdiction: str) -> Collection[str]:
        """Return the facts that a rulebook adds to those of every call; none for a book there is not."""
        try:
            return self.rulebook(jurisdiction).facts
        except DueCourseError:  # the book's own check says what is wrong with it
            return ()

    def _firms(self, name: str) -> Iterator[Path]:
        """Yield a firm's own files that extend a rulebook, in the order of their names."""
        if self.own_rulebooks is not None:
            for path in yaml_in(self.own_rulebooks):
                if written(path, "extends") == name:
                    yield path

    def bank(self, language: str) -> PhraseBank:
        """Return the phrase bank of a language as written; reads every file."""
        from simulator.authoring.files import bank_from

        return bank_from(self.phrase_files(language), language)

    def ear(self, language: str) -> Ear:
        """Return what hears a language, compiled."""
        from simulator.hearing import Ear

        files = self.phrase_files(language)
        key = self._heard_key(language)
        return self._kept(
            f"ear-{language}", files, lambda: self._heard(language)["ear"], Ear.from_compiled, key
        )

    def advice(self, language: str) -> Mapping[str, Advice]:
        """Return the titles and coaching of all behaviours in a language."""
        files = self.phrase_files(language)
        return self._kept(
            f"advice-{language}",
            files,
            lambda: self._heard(language)["advice"],
            lambda data: {name: decode(Advice, one) for name, one in data.items()},
            self._heard_key(language),
        )

    def ready(self, language: str) -> bool:
        """Return whether the ear of a language is at hand, so that nobody must wait for it."""
        from simulator.authoring.compiled import shipped

        files = self.phrase_files(language)
        kept = self.cache.holds(f"ear-{language}", self._heard_key(language))
        return kept or shipped(language, files) is not None

    def compiled(self, language: str) -> dict[str, Any]:
        """Return everything that comes out of the phrase files, as plain data; takes seconds."""
        from simulator.hearing import compile_bank

        bank = self.bank(language)
        return {
            "ear": compile_bank(bank),
            "advice": {
                one.behaviour: encode(Advice(one.title, one.about, one.coach, one.better))
                for one in bank.phrases
            },
        }

    def _heard(self, language: str) -> dict[str, Any]:
        """Take what was shipped for these phrase files, or compile them, and keep it."""
        from simulator.authoring.compiled import shipped

        files = self.phrase_files(language)
        made = shipped(language, files) or self.compiled(language)
        for name, data in made.items():
            self.cache.put(f"{name}-{language}", self._heard_key(language), data)
        return made

    def _kept(
        self, name: str, files: list[Path], make: Callable[[], Any], read: Callable[[Any], T], key: str = ""
    ) -> T:
        """Return something from the cache, or make it and keep it; what cannot be read is made again."""
        key = key or self._key(files)
        if (data := self.cache.get(name, key)) is not None:
            try:
                return read(data)
            except (KeyError, TypeError, ValueError, IndexError, AttributeError):
                pass  # written by another version, or damaged
        data = make()
        made = read(data)
        self.cache.put(name, key, data)
        return made

    def keep(self, name: str, key: str, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """Return what was kept of a name and a key, or make it and keep it."""
        kept: dict[str, Any] = self._kept(name, [], make, dict, quick_key([], key, self._heard_key("")))
        return kept

    def books(self) -> list[str]:
        """Return the names of the shipped rulebooks."""
        return [path.stem for path in yaml_in(self.rulebooks)]

    def learnt_from(self, name: str) -> list[Path]:
        """Return every file that what a rulebook suspects is learnt from; [] where nothing can be."""
        from simulator.authoring.testing.rule_lessons import files_of

        path = self._data_file(self.rulebooks, name, "Rulebook")
        files = files_of(path)
        return [path, *files, *self.phrase_files(self.rulebook(name).language)] if files else []

    def learnt(self, name: str) -> dict[str, Any]:
        """Return the weights of what a rulebook suspects, learnt from labelled replies; {} without any."""
        from simulator.authoring.compiled import shipped

        if not (files := self.learnt_from(name)):
            return {}

        def make() -> dict[str, Any]:
            from simulator.authoring.testing.rule_lessons import learn

            path = self._data_file(self.rulebooks, name, "Rulebook")
            book = self.rulebook(name)
            return shipped(f"law-{name}", files) or learn(
                book, path, self.ear(book.language), self.bank(book.language)
            )

        kept: dict[str, Any] = self._kept(f"suspicion-{name}", files, make, dict)
        return kept

    def _key(self, files: list[Path]) -> str:
        if "code" not in self._code:
            here = Path(__file__).parent
            rooms = (here, here.parent / "hearing", here.parent / "call", here.parents[1] / "scoring")
            self._code["code"] = code_key(*rooms)
        return quick_key(files, self._code["code"])

    def _heard_key(self, language: str) -> str:
        """Return the key of what the phrase files compile to, which takes long: only what goes into it."""
        if "hearing" not in self._code:
            self._code["hearing"] = code_key(Path(__file__).parent.parent / "hearing")
        return quick_key(self.phrase_files(language), self._code["hearing"])

    def _data_file(self, folder: Path, name: str, title: str) -> Path:
        for path in yaml_in(folder):
            if path.stem == name:
                return path
        raise NotFound(title, f"there is no '{name}' in {folder}.")


def _given(book: Rulebook, name: str) -> Rulebook:
    return book


def written(path: Path, key: str) -> str:
    """Return what a top-level line of a file says, read as plain text."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            for line in file:
                if line.startswith(f"{key}:"):
                    return line.partition(":")[2].partition(" #")[0].strip().strip("\"'")
    except OSError:
        return ""
    return ""


def yaml_in(folder: Path) -> Iterator[Path]:
    """Yield the YAML files of a folder in order; none when there is no such folder."""
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.is_file())
