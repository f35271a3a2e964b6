"""Where things lie: the files that ship with the program and the folders of the person who uses it."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path

APP = "duecourse"


def builtin(kind: str) -> Path:
    """Return the folder of shipped files ("scenarios", "personas"), from the wheel or a checkout.

    An editable install keeps a stale copy beside other packages, but imports this file from the
    checkout, so the first branch is only ever the wheel's own copy.
    """
    here = Path(__file__).resolve().parent
    shipped = here / "data" / kind
    return shipped if shipped.is_dir() else here.parent / kind


def phrases() -> Path:
    """Return the folder of the phrase files."""
    return Path(__file__).resolve().parent / "hearing" / "phrases"


def scoring_data(kind: str) -> Path:
    """Return the folder of shipped rubrics or rulebooks ("rubrics", "rulebooks"), beside this package."""
    return Path(__file__).resolve().parent.parent / "scoring" / kind


def user_data() -> Path:
    """Return the folder of this person's records and own scenarios; `DUECOURSE_DATA` overrides it."""
    return _chosen("DUECOURSE_DATA") or user_data_path(APP, appauthor=False)


def user_cache() -> Path:
    """Return the folder of compiled data that can be lost at any time; `DUECOURSE_CACHE` overrides it."""
    return _chosen("DUECOURSE_CACHE") or user_cache_path(APP, appauthor=False)


def user_config() -> Path:
    """Return the folder of the settings file; `DUECOURSE_CONFIG` overrides it."""
    return _chosen("DUECOURSE_CONFIG") or user_config_path(APP, appauthor=False)


def _chosen(variable: str) -> Path | None:
    value = os.environ.get(variable)
    return Path(value).expanduser() if value else None
