"""Records of calls: append-only events, durable before anything is answered."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from simulator.errors import NotFound, Unreadable
from simulator.records.schema import connect

_COUNT = "SELECT count(*) FROM event WHERE call = ? AND kind IN ('reply', 'undo', 'hang_up')"


@dataclass(frozen=True, slots=True)
class Recorded:
    """One call as it was kept.

    `opening` is how it was started (beat, mood) where that was not the scenario's own way, `sheet`
    the score sheet once it ended. Times are ISO 8601 in UTC.
    """

    id: str
    trainee: str
    scenario: str
    language: str
    title: str
    mode: str
    seed: int
    opening: Mapping[str, Any]
    digests: Mapping[str, str]
    engine: str
    started: str
    ended: str | None
    sheet: Mapping[str, Any] | None

    @property
    def trial(self) -> bool:
        """Whether an author tried something out, or the call began elsewhere or otherwise than it should."""
        return bool(self.opening.keys() & {"trial", "beat", "mood"})


class Records:
    """The calls kept in one database file."""

    def __init__(self, path: Path, reading: bool = False) -> None:
        self._path = path
        self._connection = connect(path, reading)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def begin(
        self,
        *,
        trainee: str,
        scenario: str,
        language: str,
        title: str,
        mode: str,
        seed: int,
        opening: Mapping[str, Any],
        digests: Mapping[str, str],
        engine: str,
        events: Sequence[Mapping[str, Any]] = (),
    ) -> str:
        """Record that a call starts and what happens before the trainee speaks; return its id, which
        sorts by time."""
        now = _now()
        name = f"{now[:19].replace('-', '').replace(':', '').replace('T', '-')}-{secrets.token_hex(2)}"
        with self._writing() as write:
            write.execute(
                "INSERT INTO call VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)",
                (
                    name,
                    trainee,
                    scenario,
                    language,
                    title,
                    mode,
                    seed,
                    _json(opening),
                    _json(digests),
                    engine,
                    now,
                ),
            )
            _insert(write, name, now, [(str(each["event"]), _json(each)) for each in events])
        return name

    def append(
        self,
        call: str,
        action: tuple[str, str],
        events: Sequence[Mapping[str, Any]],
        sheet: Mapping[str, Any] | None,
        after: int | None = None,
    ) -> None:
        """Record one action of the trainee and what followed, in one durable step.

        `sheet` is given when the call has ended with it. `after` is how many actions the one who
        adds has seen; Unreadable is raised when the record holds others, because somebody else
        went on with this call.
        """
        now = _now()
        rows = [
            (action[0], _json({"text": action[1]})),
            *((str(each["event"]), _json(each)) for each in events),
        ]
        with self._writing() as write:
            (kept,) = write.execute(_COUNT, (call,)).fetchone()
            if after is not None and kept != after:
                raise Unreadable(
                    "Call", "it was continued in another window.", "Go on there, or start a new call."
                )
            _insert(write, call, now, rows)
            if sheet is not None:
                write.execute("UPDATE call SET ended = ?, sheet = ? WHERE id = ?", (now, _json(sheet), call))
            elif action[0] == "undo":
                write.execute("UPDATE call SET ended = NULL, sheet = NULL WHERE id = ?", (call,))

    def actions(self, call: str) -> list[tuple[str, str]]:
        """Return what the trainee did in a call, in order: what a replay folds."""
        rows = self._read(
            "SELECT kind, body FROM event"
            " WHERE call = ? AND kind IN ('reply', 'undo', 'hang_up') ORDER BY seq",
            (call,),
        )
        return [(kind, _parsed(body, call)["text"]) for kind, body in rows]

    def events(self, call: str) -> list[dict[str, Any]]:
        """Return every event of a call in order, actions included."""
        rows = self._read("SELECT kind, at, body FROM event WHERE call = ? ORDER BY seq", (call,))
        return [{"event": kind, "at": at, **_parsed(body, call)} for kind, at, body in rows]

    def get(self, call: str) -> Recorded:
        """Return the call whose id is or begins with `call`; raises NotFound for none or several."""
        found = self.find(prefix=call)
        if len(found) != 1:
            problem = "no call" if not found else f"{len(found)} calls"
            raise NotFound(
                "Call", f"{problem} with an id that begins with '{call}'.", "See `duecourse history`."
            )
        return found[0]

    def find(
        self,
        *,
        trainee: str | None = None,
        scenario: str | None = None,
        prefix: str = "",
        open_only: bool = False,
    ) -> list[Recorded]:
        """Return calls, newest first."""
        rows = self._read(
            "SELECT * FROM call WHERE (?1 IS NULL OR trainee = ?1) AND (?2 IS NULL OR scenario = ?2)"
            " AND substr(id, 1, length(?3)) = ?3 AND (NOT ?4 OR ended IS NULL)"
            " ORDER BY started DESC, id DESC",
            (trainee, scenario, prefix, open_only),
        )
        return [_recorded(row) for row in rows]

    def _read(self, query: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise Unreadable("Records", f"{self._path} cannot be read: {error}.") from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction that holds the write lock from its first statement, so that it cannot be
        refused half-way."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:  # an interrupt too must not leave half a turn waiting to be committed
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise Unreadable(
                "Records",
                f"nothing more can be written to {self._path}: {error}.",
                "What was answered so far is kept. Free space, then continue the call.",
            ) from error


def _recorded(row: tuple[Any, ...]) -> Recorded:
    id, trainee, scenario, language, title, mode, seed, opening, digests, engine, started, ended, sheet = row
    return Recorded(
        id=id,
        trainee=trainee,
        scenario=scenario,
        language=language,
        title=title,
        mode=mode,
        seed=seed,
        opening=_parsed(opening, id),
        digests=_parsed(digests, id),
        engine=engine,
        started=started,
        ended=ended,
        sheet=_parsed(sheet, id) if sheet else None,
    )


def _parsed(text: str, call: str) -> dict[str, Any]:
    try:
        parsed = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(
            "Records", f"call {call} is damaged: {error.msg}.", "Restore it from a copy."
        ) from error
    return parsed if isinstance(parsed, dict) else {}


def _insert(write: sqlite3.Connection, call: str, now: str, rows: Sequence[tuple[str, str]]) -> None:
    (last,) = write.execute("SELECT coalesce(max(seq), 0) FROM event WHERE call = ?", (call,)).fetchone()
    write.executemany(
        "INSERT INTO event VALUES (?, ?, ?, ?, ?)",
        [(call, last + number, now, kind, body) for number, (kind, body) in enumerate(rows, 1)],
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
