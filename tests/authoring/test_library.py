"""The library lists, loads, and keeps what it made; a cache may break or be missing at any time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from scoring.evidence import COMPETENCIES
from simulator.authoring.cache import Cache, quick_key
from simulator.authoring.library import Library
from simulator.errors import NotFound, Unreadable
from tests.libraries import SAMPLES


@pytest.fixture
def own(library: Library, tmp_path: Path) -> Library:
    """A copy of the samples that a test may change, with a cache of its own."""
    shutil.copytree(SAMPLES, tmp_path / "own")
    return replace(
        library,
        scenarios=(tmp_path / "own" / "scenarios",),
        personas=(tmp_path / "own" / "personas",),
        cache=Cache(tmp_path / "cache"),
        _code={},
    )


def test_a_card_tells_what_a_list_shows(library: Library) -> None:
    (card,) = library.cards("en")
    assert (card.id, card.title, card.level, card.practises) == (
        "lost-her-job", "Lost her job in March", 2, ("empathy", "plan"),
    )  # fmt: skip
    assert (card.persona, card.style, card.jurisdiction) == ("Mei Lin", "hardship", "us")
    assert card.briefing.startswith("Card account") and card.path.endswith("lost-her-job.yaml")


def test_a_changed_file_is_read_again(own: Library) -> None:
    path = own.scenario_file("lost-her-job", "en")
    before = own.script(path, "en")
    path.write_text(path.read_text(encoding="utf-8").replace("in March", "in April"), encoding="utf-8")
    after = own.script(path, "en")
    assert after.title == "Lost her job in April"
    assert after.digest != before.digest and after.persona.digest == before.persona.digest


def test_a_changed_persona_is_read_again(own: Library) -> None:
    path = own.scenario_file("lost-her-job", "en")
    own.script(path, "en")
    persona = own.persona_file("en", "mei-lin")
    assert persona is not None
    persona.write_text(persona.read_text(encoding="utf-8").replace("Mei Lin", "May Lin"), encoding="utf-8")
    assert own.script(path, "en").persona.name == "May Lin"


@pytest.mark.parametrize(
    "rubbish", [b"", b"{", b"[]", b'{"key": "x"}', b'{"key": 1, "data": {}}', b"\xff\xfe", b"[" * 99_999]
)
def test_a_broken_cache_is_ignored_and_made_anew(own: Library, rubbish: bytes) -> None:
    path = own.scenario_file("lost-her-job", "en")
    good = own.script(path, "en")
    assert own.cache.folder is not None
    kept = list(own.cache.folder.glob("script-*.json"))
    assert kept
    for file in own.cache.folder.iterdir():
        file.write_bytes(rubbish)
    assert own.script(path, "en") == good


def test_cached_data_of_another_shape_is_made_anew(own: Library) -> None:
    path = own.scenario_file("lost-her-job", "en")
    good = own.script(path, "en")
    key = own._key(own._script_files(path, "en"))
    for wrong in ({}, [], {"id": 3}, "text", {**own.cache.get("script", key), "beats": 7}):
        own.cache.put("script", key, wrong)
        assert own.script(path, "en") == good


def test_a_cache_that_cannot_be_written_is_no_error(own: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    barred = replace(own, cache=Cache(tmp_path / "file" / "cache"))
    assert barred.cards("en") == own.cards("en")


def test_the_key_of_a_file_changes_with_its_content_even_at_the_same_second(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("a", encoding="utf-8")
    first = quick_key([path])
    os.utime(path, ns=(1, 2))
    assert quick_key([path]) != first
    assert quick_key([tmp_path / "none"]) != first


def test_a_broken_scenario_is_left_out_of_the_list_and_told_of(own: Library) -> None:
    path = own.scenario_file("lost-her-job", "en")
    path.write_text(path.read_text(encoding="utf-8").replace("goto: recap", "goto: recup"), encoding="utf-8")
    assert own.cards("en") == ()
    ((broken, reason),) = own.broken("en")
    assert broken == path and "D201" in reason and "recup" in reason
    with pytest.raises(Unreadable, match="D201"):
        own.script(path, "en")


def test_own_scenarios_come_before_shipped_ones(own: Library, library: Library) -> None:
    path = own.scenario_file("lost-her-job", "en")
    path.write_text(path.read_text(encoding="utf-8").replace("in March", "in May"), encoding="utf-8")
    both = replace(library, scenarios=(*own.scenarios, *library.scenarios), _code={})
    (card,) = both.cards("en")
    assert card.title == "Lost her job in May"


def test_an_unknown_scenario_is_answered_with_the_nearest(library: Library) -> None:
    with pytest.raises(NotFound) as caught:
        library.scenario_file("lost-his-job", "en")
    assert "lost-her-job" in caught.value.hint


@pytest.mark.parametrize("name", ["../en/mei-lin", "..", "a/b", "", "C:x", "a\0b"])
def test_a_persona_name_cannot_lead_out_of_its_folder(library: Library, name: str) -> None:
    assert library.persona_file("en", name) is None


def test_the_rubric_and_the_rulebooks_load_whole(library: Library) -> None:
    rubric = library.rubric()
    assert tuple(one.name for one in rubric.competencies) == COMPETENCIES
    assert rubric.penalties["insults"]["compliance"] < 0
    for name in ("cn", "us", "uk"):
        book = library.rulebook(name)
        assert book.rule_for("threatens_harm") is not None and len(book.digest) == 64


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_phrase_bank_of_a_language_loads_whole(library: Library, language: str) -> None:
    bank = library.bank(language)
    assert len(bank.phrases) == len(library.phrase_files(language)) - 1
    assert bank.lists and len(bank.digest) == 64
    advice = library.advice(language)
    assert {one.behaviour for one in bank.phrases} == set(advice)
    assert library.ear(language).digest == bank.digest


def test_a_warm_start_reads_no_yaml_and_imports_no_models(library: Library) -> None:
    stage = library.stage("lost-her-job", "en")
    assert library.cache.folder is not None
    script = f"""
import sys
from pathlib import Path
from simulator import paths
from simulator.authoring.cache import Cache
from simulator.authoring.library import Library
samples = Path({str(SAMPLES)!r})
library = Library(
    scenarios=(samples / "scenarios",),
    personas=(samples / "personas",),
    phrases=paths.phrases(),
    rubrics=paths.scoring_data("rubrics"),
    rulebooks=paths.scoring_data("rulebooks"),
    cache=Cache(Path({str(library.cache.folder)!r})),
)
library.cards("en")
assert library.stage("lost-her-job", "en").digests == {dict(stage.digests)!r}
print(sorted({{"yaml", "pydantic", "textual"}} & set(sys.modules)))
"""
    library.cards("en")
    ran = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert ran.stdout.strip() == "[]"
