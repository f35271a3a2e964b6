"""What stands of a call that was recorded with its undos."""

from __future__ import annotations

from simulator.call.events import Ended, HeardEvent, MoodEvent, Says
from simulator.shells.tui.talk import standing

START = Says(0, "Hello?", "opening")


def reply(turn: int, text: str) -> list[HeardEvent | Says]:
    return [HeardEvent(turn, text), Says(turn, f"after {text}", "opening")]


def test_a_reply_that_was_replaced_leaves_nothing_behind() -> None:
    events = [START, *reply(1, "first"), *reply(1, "second")]
    assert standing(events, 1) == [START, *reply(1, "second")]


def test_a_reply_that_was_only_taken_back_is_gone_too() -> None:
    events = [START, *reply(1, "first"), MoodEvent(2, 9, 0, 0, "furious"), *reply(2, "second")]
    assert standing(events, 1) == [START, *reply(1, "first")]


def test_an_end_that_was_taken_back_is_not_the_end() -> None:
    events = [START, *reply(1, "first"), Ended(2, "you_hung_up", "lost", "gone"), *reply(2, "on")]
    assert standing(events, 2) == [START, *reply(1, "first"), *reply(2, "on")]
