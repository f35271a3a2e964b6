"""The library of these tests in place of the shipped one, and pictures in text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.authoring.library import Library
from tests.shells.desk import own_library

GOLDEN = Path(__file__).parents[1] / "golden"
Golden = Callable[[str, str], None]


@pytest.fixture(autouse=True)
def own_calls(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every shell play the calls of the tests."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr(Library, "usual", classmethod(lambda cls: own_library()))


@pytest.fixture
def no_room_for_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let the data folder be one that nobody can write."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv("DUECOURSE_DATA", str(blocked / "data"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with tests/golden/tui.<name>.txt, or rewrite that file under --update-golden.

    What is different in every run, the id of the call and the version, is masked first.
    """

    def compare(name: str, text: str) -> None:
        text = re.sub(r"\d{8}-\d{6}-[0-9a-f]{4}", "20260610-173000-0000", text)
        text = re.sub(r"(Due Course )\d+[\w.+-]*", r"\1X", text)
        path = GOLDEN / f"tui.{name}.txt"
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"there is no {path.name}; --update-golden writes it"
        assert text == path.read_text(encoding="utf-8")

    return compare
