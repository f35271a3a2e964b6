"""Every file that ships is clean, and every scenario passes the tests that it brings."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator import paths
from simulator.authoring.findings.render import as_line
from simulator.authoring.library import Library
from simulator.authoring.shapes.scenario import ScenarioShape
from simulator.authoring.testing.scenario_tests import run_tests

FOLDERS = (
    paths.builtin("scenarios"),
    paths.builtin("personas"),
    paths.phrases(),
    paths.scoring_data("rubrics"),
    paths.scoring_data("rulebooks"),
)
FILES = sorted(path for folder in FOLDERS for path in folder.rglob("*.yaml"))
SCENARIOS = [path for path in FILES if path.parent.parent == FOLDERS[0]]


def _name(path: Path) -> str:
    return "/".join(path.parts[-3:])


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_a_shipped_file_has_no_findings(path: Path) -> None:
    assert [as_line(finding, "en") for finding in Library.usual().check(path).findings] == []


@pytest.mark.parametrize("path", SCENARIOS, ids=_name)
def test_a_shipped_scenario_passes_its_own_tests(path: Path) -> None:
    library = Library.usual()
    model = library.check(path).model
    assert isinstance(model, ScenarioShape)
    assert model.tests
    failed = [one for one in run_tests(model, library.stage_of(path, path.parent.name)) if not one.passed]
    assert failed == []
