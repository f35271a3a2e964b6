"""A small library of its own, and a way to check a file with one thing changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.authoring.findings.finding import Finding
from simulator.authoring.library import Library
from tests.libraries import SAMPLES, samples

Check = Callable[..., list[Finding]]


@pytest.fixture
def library(compiled: Path) -> Library:
    """The samples, with the shipped phrase files and the cache of all tests."""
    return samples(compiled)


@pytest.fixture
def check(library: Library, tmp_path: Path) -> Check:
    """Return a function that checks a sample in which `old` was replaced by `new`."""

    def checked(sample: str, old: str = "", new: str = "") -> list[Finding]:
        text = (SAMPLES / sample).read_text(encoding="utf-8")
        assert old in text, f"the sample has no {old!r}"
        path = tmp_path / sample
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
        return list(library.check(path, "sample.yaml").findings)

    return checked
