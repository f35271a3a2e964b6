"""Who is called by name: `{name}` in the patterns."""

from __future__ import annotations

import pytest

from simulator.hearing import BEHAVIOURS, Ear, PhraseBank, Phrases
from tests.hearing.conftest import TODAY, names

PATTERNS = ("(is this|speaking to|talking to|is) {name}", "(您是|找) {name}", "(您是|找)(一下|下)?{name}")
PACK = Phrases("verifies_identity", BEHAVIOURS["verifies_identity"], "", "", hears=PATTERNS[:2])
EAR = Ear(PhraseBank("en", (PACK,), {}))


def asks_who(reply: str, *known: str) -> bool:
    return "verifies_identity" in names(EAR.hear(reply, EAR.listening((), known), TODAY))


@pytest.mark.parametrize(
    "reply",
    [
        "Is this James Miller?",
        "Is Janet home?",
        "Can I check I'm talking to Mrs Doyle?",
        "请问您是王先生吗？",
    ],
)
def test_a_capitalised_or_titled_word_in_mid_sentence_is_a_name(reply: str) -> None:
    assert asks_who(reply)


@pytest.mark.parametrize("reply", ["is this a bad time?", "Is Monday fine?", "IS THIS TRUE?", "您是不是忙？"])
def test_other_words_days_and_shouting_are_no_names(reply: str) -> None:
    assert not asks_who(reply)


def test_the_names_of_the_call_are_known_however_they_are_typed() -> None:
    assert asks_who("is this mei lin", "Mei Lin")
    assert asks_who("您好，找许志远", "许志远")
    assert not asks_who("您好，找许志远")
