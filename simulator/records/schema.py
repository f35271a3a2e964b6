"""The database file: its tables, its version and the way it is opened."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from simulator.errors import Unreadable

VERSION = 1
"""The schema this program writes; a file of a newer one is refused, never changed."""

OWNER = 0x44554543
"""Marks a file as ours ("DUEC"), so that a database of another program is left alone."""

_TABLES = """
CREATE TABLE call (
    id TEXT PRIMARY KEY,
    trainee TEXT NOT NULL,
    scenario TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    mode TEXT NOT NULL,
    seed INTEGER NOT NULL,
    opening TEXT NOT NULL,
    digests TEXT NOT NULL,
    engine TEXT NOT NULL,
    started TEXT NOT NULL,
    ended TEXT,
    sheet TEXT
) STRICT;
CREATE INDEX call_by_trainee ON call (trainee, started);
CREATE TABLE event (
    call TEXT NOT NULL REFERENCES call (id),
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (call, seq)
) STRICT, WITHOUT ROWID;
"""


def connect(path: Path, reading: bool = False) -> sqlite3.Connection:
    """Open the records at `path`, making the file and its folder when they are not there.

    WAL with synchronous=FULL: what was committed survives a crash of the program and of the
    machine. `reading` changes nothing, not even the file's journal, so that records on a read-only
    disk can be read; without a file it reads as empty. Raises Unreadable when the file cannot be
    opened, is not ours, or is newer.
    """
    try:
        connection = _reader(path) if reading else _writer(path)
        try:
            _check(connection, path)
            if not reading:
                _make(connection)
        except BaseException:  # an interrupt too must not leave the file locked by an open connection
            connection.close()
            raise
    except (OSError, sqlite3.Error) as error:
        raise Unreadable(
            "Records",
            f"{path} cannot be used: {error}.",
            "Free space or mend the rights, or set DUECOURSE_DATA to another folder.",
        ) from error
    return connection


def _writer(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=5, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _reader(path: Path) -> sqlite3.Connection:
    if not path.exists():
        connection = sqlite3.connect(":memory:", isolation_level=None)
        _make(connection)
        return connection
    address = path.resolve().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=5, isolation_level=None)
    try:
        connection.execute("PRAGMA user_version")
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:  # a read-only disk has no room for the shared memory of WAL
        connection.close()
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None)
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    if tables and owner != OWNER:
        raise Unreadable(
            "Records", f"{path} is not a Due Course record.", "Move it away, or set DUECOURSE_DATA."
        )
    if version > VERSION:
        raise Unreadable(
            "Records", f"{path} was written by a newer Due Course (schema {version}).", "Update Due Course."
        )


def _make(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version:
        return
    connection.execute("BEGIN IMMEDIATE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == 0:  # another process may have made the tables while we waited
        for statement in _TABLES.split(";"):
            if statement.strip():
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id={OWNER}")
        connection.execute(f"PRAGMA user_version={VERSION}")
    connection.execute("COMMIT")
