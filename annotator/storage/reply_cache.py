"""Replies that models gave in any project of this user, by the hash of the request, in a file of its own."""

from __future__ import annotations

import contextlib
import json
import logging
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

MOST_BYTES = 500_000_000
_ROOM = 0.9  # of the most is left after the oldest have gone, so that not every new one makes others go

_log = logging.getLogger(__name__)


class ReplyCache:
    """The file, opened when it is first used, by the thread that uses it.

    It is only ever a help: where it is damaged it is begun anew, and where it cannot be used nothing is found in it.
    """

    def __init__(self, path: Path, *, most_bytes: int = MOST_BYTES) -> None:
        self._path = path
        self._most = most_bytes
        self._connection: sqlite3.Connection | None = None
        self._usable = True

    def find(self, request_hashes: Sequence[str]) -> dict[str, str]:
        """The replies to these requests; requests without one are absent."""
        return self._helped(lambda connection: _find(connection, json.dumps(list(request_hashes))), {})

    def keep(self, replies: Mapping[str, str]) -> None:
        """Keep the replies by their requests' hashes; those that were longest not used go when there are too many."""
        self._helped(lambda connection: _keep(connection, replies, self._most), None)

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _helped(self, work: Callable[[sqlite3.Connection], T], instead: T) -> T:
        if not self._usable:
            return instead
        try:
            if self._connection is None:
                self._connection = _connect(self._path)
            return work(self._connection)
        except (sqlite3.Error, OSError) as error:
            _log.info("The cache of replies is not used: %s", error)
            self._usable = False
            with contextlib.suppress(sqlite3.Error):
                self.close()
            return instead


def _find(connection: sqlite3.Connection, wanted: str) -> dict[str, str]:
    found = dict(connection.execute(f"select hash, reply from reply where hash {_THESE}", (wanted,)))
    if found:
        connection.execute(f"update reply set used = ? where hash {_THESE}", (time.time(), json.dumps(list(found))))
    return found


def _keep(connection: sqlite3.Connection, replies: Mapping[str, str], most: int) -> None:
    now = time.time()
    connection.execute("begin immediate")
    connection.executemany(
        "insert or ignore into reply (hash, reply, used) values (?, ?, ?)",
        [(hash_, reply, now) for hash_, reply in replies.items()],
    )
    [(size,)] = connection.execute("select bytes from size").fetchall()
    if size > most:
        connection.execute(
            f"delete from reply where hash in (select hash from (select hash, sum({_SIZE.format('reply')})"
            " over (order by used desc, hash) as kept from reply) where kept > ?)",
            (most * _ROOM,),
        )
    connection.execute("commit")


def _connect(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _tables(path)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        for file in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
            file.unlink(missing_ok=True)
        return _tables(path)


def _tables(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=5, isolation_level=None)
    try:
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")  # what a power cut takes is asked for again
        for statement in _TABLES:
            connection.execute(statement)
    except BaseException:
        connection.close()
        raise
    return connection


_THESE = "in (select value from json_each(?))"
_SIZE = "(length(cast({} as blob)) + 100)"  # bytes, with what a row takes beside its text
_TABLES = (
    "create table if not exists reply (hash text primary key, reply text not null, used real not null)"
    " strict, without rowid",
    "create table if not exists size (id integer primary key check (id = 1), bytes integer not null) strict",
    "insert or ignore into size values (1, 0)",
    "create trigger if not exists kept after insert on reply"
    f" begin update size set bytes = bytes + {_SIZE.format('new.reply')}; end",
    "create trigger if not exists gone after delete on reply"
    f" begin update size set bytes = bytes - {_SIZE.format('old.reply')}; end",
)
