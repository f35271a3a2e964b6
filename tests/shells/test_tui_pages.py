"""Pages, key lines and meters: laid out in cells, for any width and both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.catalogue import LANGUAGES, catalogue, t
from simulator.shells.tui.call_keys import call_keys
from simulator.shells.tui.keybar import Key, fitting
from simulator.shells.tui.meter import bar
from simulator.shells.tui.page import WIDEST, Para, joined, lines, para, plain
from simulator.text import cells

TUI = Path(__file__).parents[2] / "simulator" / "shells" / "tui"
TEXTS = st.text(alphabet=st.sampled_from("ab c，。中文字（[]/@=$\\1 "), max_size=60)


@given(TEXTS, TEXTS, st.integers(0, 20), st.integers(4, 120))
def test_no_line_is_wider_than_the_page_and_no_word_is_lost(
    text: str, label: str, indent: int, width: int
) -> None:
    made = lines([para(text, label=label, indent=indent)], width)
    assert all(line.cell_length <= width for line in made)
    if indent:
        assert "".join(text.split()) in "".join(joined(made).plain.split())


def test_a_label_stands_beside_its_words_and_above_them_on_a_narrow_page() -> None:
    fact = para("阴天有雨，路上小心。", label="天气", indent=6)
    assert [line.plain for line in lines([fact], 40)] == ["天气  阴天有雨，路上小心。"]
    assert next(line.plain for line in lines([fact], 10)) == "天气"


def test_styles_stay_with_their_words_when_a_line_is_broken() -> None:
    made = lines([Para((("quiet words and ", ""), ("loud", "bold")))], 10)
    loud = next(line for line in made if "loud" in line.plain)
    assert [loud.plain[span.start : span.end] for span in loud.spans] == ["loud"]


def test_markup_in_a_paragraph_stays_text() -> None:
    assert lines([para("[red]x[/] [@click=app.quit]")], 60)[0].plain == "[red]x[/] [@click=app.quit]"


def test_a_page_wider_than_reading_matter_is_not_filled() -> None:
    assert max(line.cell_length for line in lines([para("word " * 80)], 200)) <= WIDEST


def test_a_tab_parts_a_key_from_what_it_does() -> None:
    assert [line.plain for line in lines(plain("F1\thelp\nCtrl+J\tnew line"), 40)] == [
        "F1      help",
        "Ctrl+J  new line",
    ]


def longest(language: str) -> list[Key]:
    """The longest key line there is: that of a call in practice."""
    return call_keys(lambda key: t(key, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_keys_of_a_call_fit_into_eighty_columns(language: str) -> None:
    keys = longest(language)
    shown, gap = fitting(keys, 78)
    assert shown == keys and gap >= 2


@given(st.integers(0, 120))
def test_what_does_not_fit_is_left_out_least_needed_first(width: int) -> None:
    keys = longest("en")
    shown, gap = fitting(keys, width)
    taken = sum(key.width for key in shown) + gap * (len(shown) - 1)
    assert shown and (taken <= width or len(shown) == 1)
    left_out = [key.rank for key in keys if key not in shown]
    assert not left_out or min(left_out) >= max(key.rank for key in shown)


@given(st.integers(-5, 15), st.integers(0, 30))
def test_a_meter_is_as_long_as_it_should_be_and_full_only_at_the_top(value: int, width: int) -> None:
    shown = bar(value, 10, width, "").plain
    assert cells(shown) == width
    assert value < 10 or shown == "━" * width
    assert value > 0 or shown == "─" * width


def test_every_word_of_the_interface_exists_in_both_languages_and_is_used() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in TUI.glob("*.py")).replace("'", '"')
    own = {language: {key for key in catalogue(language) if key.startswith("tui.")} for language in LANGUAGES}
    assert own["en"] == own["zh"]
    made = ("help_", "mode_", "mood_", "band_", "style_", "practises_", "problem_")
    for key in own["en"]:
        name = key.removeprefix("tui.")
        assert f'"{key}"' in source or f'"{name}"' in source or name.startswith(made), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_help_is_lost_on_a_small_screen(language: str) -> None:
    for screen in ("home", "briefing", "call", "debrief"):
        made = lines(plain(t(f"tui.help_{screen}", language)), 36)
        assert all(line.cell_length <= 36 for line in made)
