"""`adopt`: the list is walked as far as somebody wants, and what was kept is said."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path

import pytest

from simulator.cli import main
from simulator.commands.unmatched import open_log
from simulator.records.unmatched import Unmatched
from tests.authoring.planted import laid

REPLIES = ["I bet that was a bitter month for you.", "The kitchen clock is broken again."]


@pytest.fixture
def scenario(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scenario with two replies that were not understood in it."""
    laid(tmp_path)
    monkeypatch.chdir(tmp_path)
    log = open_log()
    log.switch(True)
    for reply in REPLIES:
        log.keep(Unmatched("short-call", "en", "opening", reply, date.today().isoformat()), ())
    return tmp_path / "scenarios/en/short-call.yaml"


@pytest.mark.parametrize(
    ("typed", "written", "left"), [("", 0, 2), ("1\nlike: \n", 1, 1), ("\n", 0, 1), ("q\n", 0, 2)]
)
def test_the_end_of_input_ends_with_what_was_kept(
    typed: str,
    written: int,
    left: int,
    scenario: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = scenario.read_text(encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert main(["--lang", "en", "adopt", "short-call"]) == 0
    told = capsys.readouterr()
    assert f"{written}; still on the list: {left}." in told.out.splitlines()[-1]
    assert "Traceback" not in told.err
    assert (scenario.read_text(encoding="utf-8") != before) == bool(written)
