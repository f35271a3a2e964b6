"""A scenario can be named by its file: played, continued and verified from where it lies."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(folder: Path, *arguments: str, said: str = "", here: str = ".") -> subprocess.CompletedProcess[str]:
    home = {"DUECOURSE_DATA": str(folder / "data"), "PYTHONPATH": str(ROOT), "DUECOURSE_TRAINEE": "lin"}
    return subprocess.run(
        [sys.executable, "-m", "simulator", *arguments],
        cwd=folder / here,
        env={**os.environ, **home},
        input=said,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_call_is_played_and_verified_from_a_file_outside_the_library(tmp_path: Path) -> None:
    shutil.copy(ROOT / "scenarios/en/hardship-lost-her-job.yaml", tmp_path / "mine.yaml")
    played = run(tmp_path, "play", "mine.yaml", "--plain", "--seed", "1", said="Hello?\n")
    assert played.returncode == 0, played.stderr
    verified = run(tmp_path, "verify", here="data")
    assert verified.returncode == 0, verified.stdout + verified.stderr


def test_a_file_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    missing = run(tmp_path, "play", "nowhere.yaml", "--plain")
    assert missing.returncode == 2
    assert "nowhere.yaml" in missing.stderr and missing.stderr.count("\n") == 1


def test_a_trial_is_marked_in_the_history_and_left_out_of_exports(tmp_path: Path) -> None:
    scenario = str(ROOT / "scenarios/en/hardship-lost-her-job.yaml")
    run(tmp_path, "play", scenario, "--plain", "--seed", "1", "--from", "what_it_is", said="Hello?\n")
    history = run(tmp_path, "history", "--format", "json")
    assert json.loads(history.stdout)["trial"] is True
    assert "trial" in run(tmp_path, "history").stdout
    assert run(tmp_path, "export", "--format", "json").stdout.strip() in ("[]", "")
