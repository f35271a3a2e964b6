"""Text as a terminal must receive it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.text import cells, clean, clip, pad, wrap

any_text = st.text(alphabet=st.characters(), max_size=200)


@given(any_text)
def test_nothing_that_a_terminal_obeys_or_a_reader_cannot_see_comes_through(text: str) -> None:
    cleaned = clean(text)
    for character in cleaned:
        assert character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs"), repr(character)
    assert not set(cleaned) & set("\u200b\u202e\u2066\ufeff\u2028")


@given(any_text)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("\x1b[2Jhi", "[2Jhi"),
        ("\x1b]52;c;aGk=\x07", "]52;c;aGk="),
        ("a\u202eb", "ab"),
        ("保\u200b证", "保证"),
        ("cafe\u0301", "café"),
        ("a\r\nb", "a\nb"),
        ("\ud800x", "x"),
    ],
)
def test_escape_sequences_lose_their_teeth(text: str, left: str) -> None:
    assert clean(text) == left


@given(any_text, st.integers(2, 60))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(text: str, width: int) -> None:
    cleaned = clean(text)
    lines = wrap(cleaned, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(cleaned.split())


def test_chinese_is_broken_between_characters_and_no_line_begins_with_a_full_stop() -> None:
    lines = wrap("我知道您现在很难，但是我相信您一定有还款的诚意。", 16)
    assert all(cells(line) <= 16 for line in lines)
    assert not any(line.startswith(("，", "。")) for line in lines)
    assert len(lines) <= 4


@given(any_text, st.integers(0, 40))
def test_padded_text_is_exactly_as_wide_as_asked(text: str, width: int) -> None:
    line = clean(text).replace("\n", " ").replace("\t", " ")
    assert cells(clip(line, width)) <= width
    assert cells(pad(line, width)) == width
