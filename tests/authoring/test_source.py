"""Bytes, encodings, limits and YAML bombs: refused with a sentence, never with a crash."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from simulator.authoring.findings import render
from simulator.authoring.library import Library
from simulator.authoring.reading import opening
from tests.libraries import SAMPLES

EN = SAMPLES / "scenarios/en/lost-her-job.yaml"
ZH = SAMPLES / "scenarios/zh/lost-her-job.yaml"


def _keys(library: Library, path: Path, content: bytes) -> list[str]:
    path.write_bytes(content)
    return [finding.key for finding in library.check(path, "x.yaml").findings]


def test_a_chinese_file_saved_as_gbk_is_told_so(library: Library, tmp_path: Path) -> None:
    content = ZH.read_text(encoding="utf-8").encode("gbk")
    path = tmp_path / "x.yaml"
    assert _keys(library, path, content) == ["D001-gbk"]
    (finding,) = library.check(path, "x.yaml").findings
    assert "GBK" in finding.told("en").message and "GBK" in finding.told("zh").message


def test_a_damaged_byte_in_a_utf8_file_is_not_taken_for_gbk(library: Library, tmp_path: Path) -> None:
    content = bytearray(ZH.read_bytes())
    content[content.index("三月".encode()) + 1] = 0xFF
    assert _keys(library, tmp_path / "x.yaml", bytes(content)) == ["D001"]


def test_utf16_of_a_windows_editor_is_told_so(library: Library, tmp_path: Path) -> None:
    content = EN.read_text(encoding="utf-8").encode("utf-16")
    assert _keys(library, tmp_path / "x.yaml", content) == ["D001-utf16"]


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(library: Library, tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + EN.read_bytes().replace(b"\n", b"\r\n")
    path = tmp_path / "x.yaml"
    assert _keys(library, path, content) == ["D001-bom"]
    checked, plain = library.check(path, "x"), library.check(EN, "x")
    assert checked.model is not None
    assert checked.digest == plain.digest


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"# only a comment\n", b"just text", b"- a\n- list\n"])
def test_a_file_that_says_nothing_is_told_so(library: Library, tmp_path: Path, content: bytes) -> None:
    assert _keys(library, tmp_path / "x.yaml", content)


def test_a_file_that_is_not_there_is_a_finding(library: Library, tmp_path: Path) -> None:
    (finding,) = library.check(tmp_path / "none.yaml", "none.yaml").findings
    assert finding.key == "D001-unreadable"
    assert render.as_text(finding, "en")


BOMBS = {
    "deep": "a: " + "[" * 200_000,
    "deep and closed": "a: " + "[" * 5_000 + "]" * 5_000,
    "large": "a: " + "x" * 2_000_000,
    "many": "a: [" + "b," * 120_000 + "c]",
    "laughs": "a: &a [x]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)),
    "merge": "m0: &m0 {k: v}\n"
    + "".join(f"m{n}: &m{n}\n  <<: [{', '.join([f'*m{n - 1}'] * 10)}]\n" for n in range(1, 7)),
    "tag": "a: !!python/object/apply:os.system ['true']",
    "digits": "level: " + "9" * 200_000,
    "keys": "? " * 30_000 + "a",
    "dashes": "- " * 200_000,
    "quotes": "a: " + "\"'" * 100_000,
    "colons": "a" + ": a" * 100_000,
    "braces": "{" * 100_000 + "\n" + "}" * 99_999,
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_yaml_bomb_is_refused_at_once(tmp_path: Path, bomb: str) -> None:
    path = tmp_path / "scenarios" / "bomb.yaml"
    path.parent.mkdir()
    path.write_text(BOMBS[bomb], encoding="utf-8")
    # In a process of its own, with little memory: the C parser dies of some of these, and takes us along.
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30));"
        "from simulator.cli import main; sys.exit(main())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, "--lang", "en", "check", str(path), "--format", "concise"],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert ran.returncode == 1, ran.stderr[-2000:]
    assert "Traceback" not in ran.stderr
    assert " D0" in ran.stdout or " D1" in ran.stdout


@pytest.mark.parametrize("path", [EN, ZH, SAMPLES / "personas/en/mei-lin.yaml"])
def test_the_parser_written_in_python_reads_the_same(path: Path) -> None:
    known = frozenset({"says", "goto"})
    fast = opening.read(path.read_bytes(), "x", known)
    slow = opening.read(path.read_bytes(), "x", known, yaml.BaseLoader)
    assert fast.page is not None and slow.page is not None
    assert fast.page.tree.plain == slow.page.tree.plain
    assert fast.page.tree.keys == slow.page.tree.keys


def test_scalars_stay_what_was_written(tmp_path: Path) -> None:
    text = b"a: +2\nb: no\nc: 12:30\nd: 0123\ne: ~\nf: 2026-06-10\ng: 1e3\nh: 'yes'\ni:\n"
    page = opening.read(text, "x", frozenset()).page
    assert page is not None
    assert list(page.tree.plain.values()) == [
        "+2",
        "no",
        "12:30",
        "0123",
        "~",
        "2026-06-10",
        "1e3",
        "yes",
        "",
    ]
