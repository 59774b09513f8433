"""What was imported from where, and the rows that were set aside."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from annotator.domain.ids import uuid7
from annotator.storage.database import Db, now


class Rejected(NamedTuple):
    """A row that could not be used: where it stood, why, and what it said."""

    line: int
    reason: str
    raw: str


class ReasonCount(NamedTuple):
    """Why some rows of one import are not stored: how many, and the line of the first."""

    reason: str
    rows: int
    line: int


def begin(db: Db, source: str, what: str, settings: dict[str, Any]) -> int:
    cursor = db.conn.execute(
        "insert into import (uid, source, what, settings, counts, at) values (?, ?, ?, ?, '{}', ?)",
        (uuid7(), source, what, json.dumps(settings, ensure_ascii=False), now()),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def settings(db: Db, what: str) -> list[dict[str, Any]]:
    """The settings of the earlier imports of this kind, the latest first."""
    rows = db.conn.execute("select settings from import where what = ? order by id desc", (what,))
    return [json.loads(row[0]) for row in rows]


class Imported(NamedTuple):
    """One import. what: "items", "labels" or "gold". counts: as the import reported them."""

    source: str
    what: str
    counts: dict[str, int]
    at: str


def every(db: Db) -> list[Imported]:
    """All imports in their order."""
    rows = db.conn.execute("select source, what, counts, at from import order by id")
    return [Imported(source, what, json.loads(counts), at) for source, what, counts, at in rows]


def came_from(db: Db, name: str) -> bool:
    """Whether a file of this name was ever imported."""
    return bool(db.value("select exists (select 1 from import where source = ?)", (name,)))


def reject(db: Db, import_id: int, rows: Iterable[Rejected]) -> None:
    db.conn.executemany(
        "insert into rejected_row (import_id, line, reason, raw) values (?, ?, ?, ?)",
        ((import_id, *row) for row in rows),
    )


def finish(db: Db, import_id: int, counts: dict[str, int]) -> None:
    db.conn.execute("update import set counts = ? where id = ?", (json.dumps(counts), import_id))


def rejected(db: Db, import_id: int | None = None, *, limit: int = 1_000) -> list[Rejected]:
    """Rows set aside by one import, or by all of them, in the order of the file and of the imports."""
    rows = db.conn.execute(
        "select line, reason, raw from rejected_row where ? is null or import_id = ?"
        " order by import_id, line, id limit ?",
        (import_id, import_id, limit),
    )
    return [Rejected(*row) for row in rows]


def reasons(db: Db, import_id: int, *, limit: int) -> list[ReasonCount]:
    """Why rows were set aside by one import: the reasons of most rows, in the order of their first rows."""
    rows = db.conn.execute(
        "select reason, rows, line from (select reason, count(*) as rows, min(line) as line from rejected_row"
        " where import_id = ? group by reason order by rows desc, line limit ?) order by line, reason",
        (import_id, limit),
    )
    return [ReasonCount(*row) for row in rows]


def rejected_count(db: Db) -> int:
    return int(db.value("select count(*) from rejected_row"))
