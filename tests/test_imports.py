"""Who may import whom, and what a command does not load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def loaded(code: str) -> set[str]:
    """Return the modules that a fresh Python has loaded after `code`."""
    probe = f"import sys\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split("\n"))


def test_every_import_contract_is_kept() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import scoring", {"simulator", "yaml", "pydantic", "rich", "textual"}),
        ("import simulator.hearing.ear", {"yaml", "pydantic", "textual", "sqlite3", "simulator.call"}),
        ("import simulator.call", {"yaml", "pydantic", "textual", "sqlite3", "simulator.authoring"}),
        (
            "import simulator.records, simulator.reports",
            {"yaml", "pydantic", "textual", "simulator.hearing.ear"},
        ),
        ("import simulator.shells.plain", {"textual", "yaml", "pydantic"}),
        (
            "from simulator.cli import main; main(['--help'])",
            {"textual", "rich", "pydantic", "yaml", "sqlite3", "argparse", "tomllib", "pathlib"},
        ),
        ("from simulator.cli import main; main(['history'])", {"textual", "yaml", "pydantic"}),
    ],
)
def test_a_room_loads_only_what_it_stands_on(code: str, absent: set[str]) -> None:
    assert not loaded(code) & absent


def test_the_home_screen_paints_before_anything_heavy_is_loaded() -> None:
    modules = loaded("import simulator.shells.tui.home, simulator.shells.tui.app")
    assert not modules & {"pydantic", "yaml", "simulator.authoring.library", "simulator.hearing.ear"}


def test_the_type_checker_and_the_linter_are_content() -> None:
    for command in (["mypy"], ["ruff", "check", "."], ["ruff", "format", "--check", "."]):
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
