"""The database file: its tables, its version and the way it is opened."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from simulator.errors import Unreadable

VERSION = 1
"""The schema this program writes; a file of a newer one is refused, never changed."""

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


def connect(path: Path) -> sqlite3.Connection:
    """Open the records at `path`, making the file and its folder when they are not there.

    WAL with synchronous=FULL: what was committed survives a crash of the program and of the
    machine. Raises Unreadable when the file cannot be opened, is no database, or is newer.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=5, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    except (OSError, sqlite3.Error) as error:
        raise Unreadable(
            "Records",
            f"{path} cannot be used: {error}.",
            "Free space or mend the rights, or set DUECOURSE_DATA to another folder.",
        ) from error
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise Unreadable(
            "Records", f"{path} was written by a newer Due Course (schema {version}).", "Update Due Course."
        )
    if version == 0:
        connection.execute("BEGIN IMMEDIATE")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == 0:  # another process may have made the tables while we waited
            for statement in _TABLES.split(";"):
                if statement.strip():
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
