"""What new users typed in their first minutes, and were misheard for once."""

from __future__ import annotations

from datetime import date

import pytest

from simulator.authoring.library import Library


def heard(language: str, reply: str) -> set[str]:
    ear = Library.usual().ear(language)
    return {match.name for match in ear.hear(reply, ear.listening(()), date(2026, 6, 10)).behaviours}


@pytest.mark.parametrize(
    ("language", "reply", "absent"),
    [
        ("en", "350 a month from July 5th, interest frozen, does that work for you?", "argues"),
        ("en", "We'll keep the interest paused, is that ok with you?", "argues"),
        ("en", "please dont go get a payday loan", "urges_borrowing"),
        ("en", "Calm down, sir, I'm just doing my job.", "apologises"),
        ("en", "ikr its so sunny today", "mocks"),
        ("zh", "厂子关了真不容易，换谁都难受", "dismisses_feeling"),
        ("zh", "换了谁心里都难受", "dismisses_feeling"),
        ("zh", "您骂两句我听着，不跟您争。", "commands"),
        ("zh", "你是想问会不会坐牢吗", "threatens_arrest"),
    ],
)
def test_nobody_is_accused_of_or_praised_for_what_they_did_not_say(
    language: str, reply: str, absent: str
) -> None:
    assert absent not in heard(language, reply)


@pytest.mark.parametrize(
    ("language", "reply", "present"),
    [
        ("en", "dont be ashamed, stuff happens", "stays_calm"),
        ("en", "They will arrest you if you keep this up.", "threatens_arrest"),
        ("zh", "换了谁心里都难受，真不容易。", "acknowledges_feeling"),
    ],
)
def test_what_anybody_would_type_first_is_heard(language: str, reply: str, present: str) -> None:
    assert present in heard(language, reply)
