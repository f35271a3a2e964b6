"""Every test runs in a home of its own, in English, away from the settings of whoever runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the expected texts be written anew."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden from what is shown")


@pytest.fixture(scope="session")
def compiled(pytestconfig: pytest.Config) -> Path:
    """A folder that outlives the run: what is kept there is named by what it was made from, so an ear is
    compiled again only when its phrase files, replies or engine changed."""
    assert pytestconfig.cache is not None
    return Path(pytestconfig.cache.mkdir("duecourse"))


@pytest.fixture(autouse=True)
def own_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, compiled: Path
) -> Path:
    """Keep records, settings and language of the machine out of the test; the cache is shared."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("DUECOURSE_DATA", str(home / "data"))
    monkeypatch.setenv("DUECOURSE_CONFIG", str(home / "config"))
    monkeypatch.setenv("DUECOURSE_CACHE", str(compiled))
    monkeypatch.setenv("DUECOURSE_TRAINEE", "tess")
    monkeypatch.setenv("DUECOURSE_LANG", "en")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return home
