"""Lines put into a scenario file: what was there stays byte for byte, and no more is said than wanted."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from simulator.authoring.reading.tree import grow
from simulator.authoring.teaching.inserting import add_test, add_to_list, quoted
from simulator.errors import CannotPlay

ROOT = Path(__file__).parents[2]
FILES = sorted(ROOT.glob("scenarios/*/*.yaml"))
TEXTS = [
    "(sorry|sad) ... hear",
    "it's hard: I know",
    "[sigh] # no",
    '"quoted", he said',
    "您说得对，慢慢来",
    "no",
    "a\\b",
    "- x",
]


def only_added(before: bytes, after: bytes) -> bool:
    """Whether the new file is the old one with something put in at one place."""
    pairs = enumerate(zip(before, after, strict=False))
    same = next((index for index, (old, new) in pairs if old != new), len(before))
    return after.endswith(before[same:])


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_written_so_that_it_reads_as_itself(text: str) -> None:
    assert grow(f"key: {quoted(text)}")[0].plain == {"key": text}
    assert grow(f"key: [{quoted(text)}]")[0].plain == {"key": [text]}
    assert grow(f"- {quoted(text)}")[0].plain == [text]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_pattern_is_added_anywhere_and_the_rest_of_the_file_stays(path: Path) -> None:
    content = path.read_bytes()
    beats = grow(content.decode())[0].plain["beats"]
    dice = random.Random(path.stem)
    places = [
        ("beats", name, "responses", index, key)
        for name, beat in beats.items()
        for index in range(len(beat.get("responses", [])))
        for key in ("hears", "like", "except")
    ]
    for place in dice.sample(places, 12):
        text = dice.choice(TEXTS)
        made = add_to_list(content, place, text)
        held: Any = grow(made.decode())[0].plain
        for part in place:
            held = held[part]
        assert held[-1] == text
        assert len(made.splitlines()) - len(content.splitlines()) in (0, 1)
        before, after = content.splitlines(), made.splitlines()
        changed = [line for line in before if line not in after]
        assert len(changed) <= 1


def test_a_test_is_added_behind_the_last_one(tmp_path: Path) -> None:
    for path in FILES:
        content = path.read_bytes()
        body = ["from: opening", "steps:", "  - you: hello", "    hits: greets"]
        data = {"from": "opening", "steps": [{"you": "hello", "hits": "greets"}]}
        made = add_test(content, "a claim: with a colon", body, data)
        assert only_added(content, made)
        assert list(grow(made.decode())[0].plain["tests"])[-1] == "a claim: with a colon"


SMALL = "beats:\n  a:\n    responses:\n      - good: x\n        hears: {0}\n        goto: b  # stays\n"


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("one thing", "        hears: [one thing, new ... one]"),
        ("[one]", "        hears: [one, new ... one]"),
        ("[one, ]", "        hears: [one, new ... one]"),
        ('["a, b"]  # why', '        hears: ["a, b", new ... one]  # why'),
        ("[]", "        hears: [new ... one]"),
    ],
)
def test_each_way_of_writing_a_list_is_added_to(written: str, line: str) -> None:
    made = add_to_list(SMALL.format(written).encode(), ("beats", "a", "responses", 0, "hears"), "new ... one")
    assert line in made.decode().splitlines()
    assert "goto: b  # stays" in made.decode()


def test_a_file_with_other_line_ends_and_a_mark_keeps_them() -> None:
    content = b"\xef\xbb\xbf" + SMALL.format("[one]").replace("\n", "\r\n").encode()
    made = add_to_list(content, ("beats", "a", "responses", 0, "hears"), "two")
    assert made == content.replace(b"[one]", b"[one, two]")


def test_a_place_that_cannot_be_added_to_is_refused_and_named() -> None:
    content = b"beats:\n  a:\n    responses:\n      - {good: x, hears: [one,\n         two]}\n"
    with pytest.raises(CannotPlay, match="line 4"):
        add_to_list(content, ("beats", "a", "responses", 0, "hears"), "three")
