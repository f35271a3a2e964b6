"""What is shipped compiled is used only while it fits the phrase files at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator import paths
from simulator.authoring.compiled import shipped, write


def test_what_was_shipped_is_used_for_the_same_phrases_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "builtin", lambda kind: tmp_path)
    phrases = [tmp_path / "one.yaml", tmp_path / "two.yaml"]
    for path in phrases:
        path.write_text("hears: [sorry]\n", encoding="utf-8")
    write(tmp_path / "en.json", phrases, {"ear": {"a": 1}})
    assert shipped("en", phrases) == {"ear": {"a": 1}}
    phrases[0].write_text("hears: [sorry to hear]\n", encoding="utf-8")
    assert shipped("en", phrases) is None
    assert shipped("zh", phrases) is None


def test_a_damaged_shipped_file_is_as_good_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "builtin", lambda kind: tmp_path)
    (tmp_path / "en.json").write_text("{", encoding="utf-8")
    assert shipped("en", []) is None
