"""Lines on a stream: a terminal breaks them between words, a pipe gets them whole."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len

from scoring.evidence import Span
from simulator.shells.printing import say
from simulator.shells.tracing import underlined

LONG = (
    "Renee Okafor: " + "I was going to call you, I really was, and then the week just ran away from me. " * 3
)
CHINESE = "林梅：我本来想给您打电话的，真的，可是这个星期一转眼就过去了，孩子又病了，我一夜没睡。" * 2


class Terminal(io.StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        """It is."""
        return True


@pytest.mark.parametrize("line", [LONG, CHINESE])
@pytest.mark.parametrize("width", [40, 80])
def test_on_a_terminal_no_word_is_broken_at_the_edge(
    line: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    sink = Terminal()
    say(sink, line)
    shown = sink.getvalue().splitlines()
    assert len(shown) > 1 and max(map(cell_len, shown)) <= width
    assert "".join(shown).replace(" ", "") == line.replace(" ", "")
    if line is LONG:
        assert {word for one in shown for word in one.split()} == set(line.split())


def test_a_pipe_gets_each_line_whole() -> None:
    sink = io.StringIO()
    say(sink, LONG)
    assert sink.getvalue() == LONG + "\n"


@pytest.mark.parametrize("width", [36, 76])
def test_carets_stand_under_their_words_on_a_narrow_terminal_too(width: int) -> None:
    start = LONG.index("ran away")
    line, carets = underlined(LONG, Span(start, start + 8), "  ", width)
    assert cell_len(line) <= width + 4
    assert line[carets.index("^") :].startswith("ran away") and carets.count("^") == 8
