"""kill -9 at random moments of piped calls: no acknowledged turn is lost and every database opens."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simulator.records import Records
from simulator.shells.session import Session, stage_for

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("DUECOURSE_KILLS", "12"))
"""How many processes are killed; 200 takes a few minutes."""
LINES = (ROOT / "tests" / "calls" / "evasive.kind.en.txt").read_text(encoding="utf-8")


def play_until_killed(after: float) -> int:
    """Pipe a call in, kill the process after `after` seconds, and return the last turn it acknowledged."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "simulator",
            "play",
            "evasive-next-friday",
            "--plain",
            "--seed",
            "7",
            "--format",
            "json",
        ],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(LINES.encode())
    process.stdin.close()
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    printed = process.stdout.read()
    process.stdout.close()
    process.wait()
    whole = printed[: printed.rfind(b"\n") + 1].decode()
    turns = [json.loads(line)["turn"] for line in whole.splitlines()]
    return max(turns, default=-1)


def test_no_acknowledged_turn_is_lost_and_the_call_can_be_continued(own_home: Path) -> None:
    from simulator.authoring.library import Library

    dice = random.Random(20260610)
    library = Library.usual()
    stage = stage_for(library, "evasive-next-friday", "en")
    database = own_home / "data" / "records.sqlite3"
    whole = play_to_the_end()
    interrupted = 0
    for _ in range(KILLS):
        before = {call.id for call in Records(database).find()} if database.exists() else set()
        acknowledged = play_until_killed(dice.uniform(0.05, whole))
        if not database.exists():
            assert acknowledged < 0
            continue
        with sqlite3.connect(database) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        records = Records(database)
        new = [call for call in records.find() if call.id not in before]
        if acknowledged >= 0:
            assert len(new) == 1
        for call in new:
            actions = records.actions(call.id)
            assert len(actions) >= acknowledged
            if call.ended is None:
                interrupted += 1
                session, _ = Session.resume(stage, records, call)
                assert len(session.call.turns) == len(actions)
                session.reply("Hello, this is Jordan Reyes from Northgate Recovery.")
                assert len(records.actions(call.id)) == len(actions) + 1
        records.close()
    assert interrupted


def play_to_the_end() -> float:
    """Return the seconds that the whole call takes when nobody kills it."""
    begin = time.perf_counter()
    arguments = ["play", "evasive-next-friday", "--plain", "--seed", "7", "--format", "json"]
    subprocess.run(
        [sys.executable, "-m", "simulator", *arguments],
        cwd=ROOT,
        input=LINES.encode(),
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - begin


@pytest.mark.parametrize("action", ["reply", "undo", "hang_up"])
def test_what_cannot_be_kept_did_not_happen(own_home: Path, action: str) -> None:
    from simulator.authoring.library import Library
    from simulator.errors import Unreadable

    stage = stage_for(Library.usual(), "evasive-next-friday", "en")
    records = Records(own_home / "data" / "records.sqlite3")
    session, _ = Session.begin(stage, records, "tess", 7)
    session.reply("Hello.")
    call = session.call
    records._connection.execute("PRAGMA query_only=ON")
    with pytest.raises(Unreadable):
        session.act((action, "x" if action == "reply" else ""))
    assert session.call is call
