"""What did you mean? It changes nothing, and is kept for the trainer only when that was switched on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from simulator.paths import user_data
from simulator.records.unmatched import Unmatched, UnmatchedLog
from simulator.shells.meaning import Misses, meanings, questionable
from simulator.shells.session import Session, open_records, stage_for
from tests.shells.desk import SAID, own_library

SAYS = SAID["en"]


def begun(mode: str = "practice") -> Session:
    return Session.begin(stage_for(own_library(), "flooded-shop", "en"), open_records(), "tess", 7, mode)[0]


def kept() -> list[Unmatched]:
    return UnmatchedLog(user_data()).read(date.today())


@pytest.mark.parametrize("mode", ["practice", "guided", "exam"])
def test_what_was_not_understood_is_kept_when_that_is_on_and_only_then(mode: str) -> None:
    session = begun(mode)
    session.reply("Purple seven trombone, Ada, 555 0199.")
    assert kept() == []
    UnmatchedLog(user_data()).switch(True)
    session.reply(SAYS["kind"])
    session.reply("Purple seven trombone, Ada Quill, 555 0199.")
    (one,) = kept()
    assert one.reply == "Purple seven trombone, ▢, ### ####." and (one.beat, one.meant) == ("money", "")
    assert one.day == str(date.today())


def test_a_call_goes_on_when_what_was_not_understood_cannot_be_kept(own_home: Path) -> None:
    session = begun()
    UnmatchedLog(user_data()).switch(True)
    (user_data() / "unmatched.jsonl").mkdir()
    session.reply(SAYS["odd"])
    assert len(session.call.turns) == 1


def test_three_meanings_are_offered_and_the_beat_has_its_say() -> None:
    session = begun()
    session.reply(SAYS["odd"])
    turn = questionable(session.call)
    assert turn is not None
    offered = meanings(session.call, turn)
    assert 2 <= len(offered) <= 3 and len({one.name for one in offered}) == len(offered)
    assert all(one.title for one in offered)


def test_what_it_meant_takes_the_place_of_what_was_kept_and_can_be_said_again() -> None:
    UnmatchedLog(user_data()).switch(True)
    session = begun()
    session.reply("You poor thing, Ada.")
    turn, before = questionable(session.call), session.call
    assert turn is not None and session.misses is not None
    for name in ("pushes first", "names the flood"):
        assert session.misses.meant(session.call, turn, name)
    assert [(one.reply, one.meant) for one in kept()] == [("You poor thing, ▢.", "names the flood")]
    assert session.call is before


def test_nothing_is_kept_of_a_meaning_while_that_is_off() -> None:
    session = begun()
    session.reply(SAYS["odd"])
    turn = questionable(session.call)
    assert turn is not None and session.misses is not None
    assert not session.misses.meant(session.call, turn, "names the flood") and kept() == []


def test_of_an_author_only_what_was_meant_is_kept() -> None:
    UnmatchedLog(user_data()).switch(True)
    session = begun()
    session.misses = Misses.usual("tess", author=True)
    session.reply(SAYS["odd"])
    assert kept() == []


def test_a_reply_that_was_understood_asks_nothing() -> None:
    session = begun()
    session.reply(SAYS["kind"])
    assert questionable(session.call) is None
