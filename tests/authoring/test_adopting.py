"""Teaching a scenario a reply it did not understand: saved only when it is heard and nothing else breaks."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.authoring.library import Library
from simulator.authoring.teaching.adopting import Lesson, adopt, propose
from simulator.authoring.teaching.grouping import Missed, grouped, placed
from simulator.errors import CannotPlay, NotFound
from tests.libraries import SAMPLES

REPLY = "blimey that is a rotten hand to be dealt"
LESSON = Lesson("opening", REPLY, "shows she was heard", "like", REPLY)


@pytest.fixture
def mine(library: Library, tmp_path: Path) -> tuple[Library, Path]:
    """A library of one's own, whose files may be changed."""
    shutil.copytree(SAMPLES, tmp_path / "own")
    own = replace(library, scenarios=(tmp_path / "own/scenarios",), personas=(tmp_path / "own/personas",))
    return own, tmp_path / "own/scenarios/en/lost-her-job.yaml"


def test_a_reply_is_heard_after_it_was_taught_and_the_old_file_is_kept(mine: tuple[Library, Path]) -> None:
    library, path = mine
    before = path.read_bytes()
    copy = adopt(library, path, LESSON)
    assert copy.read_bytes() == before
    stage = library.stage_of(path, "en")
    group = placed(grouped([Missed("opening", REPLY)])[0], stage)
    assert group.nearest[0] == "shows she was heard"
    lines = path.read_bytes().splitlines()
    assert [line for line in before.splitlines() if line not in lines] == []


def test_a_line_that_breaks_a_test_is_refused_and_nothing_is_saved(mine: tuple[Library, Path]) -> None:
    library, path = mine
    before = path.read_bytes()
    greedy = Lesson("opening", "we will never ever take you to court", "threatens her", "hears", "to court")
    with pytest.raises(CannotPlay, match="break"):
        adopt(library, path, greedy)
    assert path.read_bytes() == before
    assert not path.with_name(path.name + ".bak").exists()


def test_a_line_that_does_not_hear_the_reply_is_refused(mine: tuple[Library, Path]) -> None:
    library, path = mine
    before = path.read_bytes()
    with pytest.raises(CannotPlay, match="break"):
        odd = replace(LESSON, reply="the teapot stands on the blue shelf")
        adopt(library, path, replace(odd, key="hears", text="something else entirely"))
    assert path.read_bytes() == before


def test_a_response_that_is_not_there_is_named_with_the_nearest(mine: tuple[Library, Path]) -> None:
    library, path = mine
    with pytest.raises(NotFound) as error:
        adopt(library, path, replace(LESSON, response="shows she is heard"))
    assert "shows she was heard" in error.value.hint


def test_replies_that_are_alike_are_one_group_and_beats_are_kept_apart() -> None:
    said = [
        Missed("opening", REPLY),
        Missed("opening", "blimey that's a rotten hand to be dealt", meant="acknowledges_feeling"),
        Missed("recap", REPLY),
        Missed("opening", "nice weather"),
    ]
    groups = grouped(said)
    assert [(group.beat, group.count) for group in groups] == [("opening", 2), ("recap", 1), ("opening", 1)]
    assert groups[0].nearest == ("acknowledges_feeling",)


def test_a_fault_is_taught_by_its_telling_words_and_a_kindness_by_the_sentence(
    mine: tuple[Library, Path],
) -> None:
    library, path = mine
    script = library.script(path, "en")
    bad = next(one for one in script.beats["opening"].responses if one.kind == "bad")
    good = next(one for one in script.beats["opening"].responses if one.kind == "good")
    assert propose("righty ho then, cough up the readies", bad, "en")[0] == "hears"
    assert "cough ... readies" in propose("righty ho then, cough up the readies", bad, "en")[1]
    assert propose(REPLY, good, "en") == ("like", REPLY)
