"""Two thousand damaged files: always a finding or a clean load, never a traceback."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from simulator.authoring.findings import render
from simulator.authoring.library import Library
from tests.libraries import SAMPLES

SIGNS = "：，“”'\"[]{}()#&*!|>%@`\t\u00a0\u3000\u200b-:.\x00\x1b\U0001f600é"
SOURCES = (
    SAMPLES / "scenarios/en/lost-her-job.yaml",
    SAMPLES / "scenarios/zh/lost-her-job.yaml",
    SAMPLES / "personas/en/mei-lin.yaml",
    SAMPLES / "personas/zh/lin-mei.yaml",
)


def damaged(content: bytes, dice: random.Random) -> bytes:
    """Flip bytes, drop, double and cut lines, move indentation, put signs in."""
    for _ in range(dice.randint(1, 3)):
        lines = content.split(b"\n")
        number = dice.randrange(len(lines))
        line = lines[number]
        first, last = sorted(dice.randrange(len(line) + 1) for _ in range(2))
        match dice.randrange(7):
            case 0:
                flipped = bytearray(content or b" ")
                flipped[dice.randrange(len(flipped))] = dice.randrange(256)
                lines = bytes(flipped).split(b"\n")
            case 1:
                del lines[number]
            case 2:
                lines[number] = b" " * dice.randrange(9) + line.lstrip()
            case 3:
                lines.insert(number, dice.choice(lines))
            case 4:
                lines[number] = line[:first] + dice.choice(SIGNS).encode() + line[first:]
            case 5:
                lines[number] = line[:first] + line[last:]
            case _:
                lines = content[: dice.randrange(len(content) + 1)].split(b"\n")
        content = b"\n".join(lines)
    return content


@pytest.mark.parametrize("seed", range(10))
def test_a_damaged_file_gives_findings_or_loads(library: Library, tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    path = tmp_path / "x.yaml"
    for turn in range(200):
        path.write_bytes(damaged(SOURCES[turn % len(SOURCES)].read_bytes(), dice))
        checked = library.check(path, "x.yaml")
        assert checked.findings or checked.model is not None
        lines = path.read_bytes().count(b"\n") + path.read_bytes().count(b"\r") + 1
        for finding in checked.findings:
            assert 1 <= finding.line <= lines and 1 <= finding.column <= finding.end
            assert render.as_text(finding, "en") and render.as_text(finding, "zh")
