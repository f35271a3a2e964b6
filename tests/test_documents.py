"""The documents tell the truth: their commands, their pictures and their example files work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.cli import COMMANDS, main

ROOT = Path(__file__).parents[1]
PAGES = ["README.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))]


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_points_to_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert ((ROOT / page).parent / target).exists(), target


@pytest.mark.parametrize(("page", "language"), [("docs/format.md", "en"), ("docs/format.zh.md", "zh")])
def test_the_scenario_in_the_format_page_is_clean_and_passes_its_own_tests(
    page: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 1
    path = tmp_path / "short-call.yaml"
    path.write_text(blocks[0], encoding="utf-8")
    assert main(["--lang", language, "check", str(path)]) == 0
    assert main(["--lang", language, "test", str(path)]) == 0


@pytest.mark.parametrize("page", PAGES)
def test_every_command_in_a_page_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for name in re.findall(r"(?:^|`|\| )duecourse (?:--lang \w+ )?([a-z]+)", text, re.MULTILINE):
        assert name in COMMANDS, name


def test_the_readme_gives_one_line_to_start_and_one_to_test() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for mark in ("start", "test"):
        (block,) = re.findall(rf"<!-- {mark} command -->\n```sh\n(.*?)```", text, re.DOTALL)
        assert block.count("\n") == 1
