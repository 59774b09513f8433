"""What was imported from where, and the rows that were set aside."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from annotator.domain.ids import uuid7
from annotator.storage.database import Db, now


class Rejected(NamedTuple):
    """A row that could not be used: where it stood, why, and what it said; as it is read, also in which file."""

    line: int
    reason: str
    raw: str
    file: str = ""


class ReasonCount(NamedTuple):
    """Why some rows of one import are not stored: how many, the line of the first, and some that they are about."""

    reason: str
    rows: int
    line: int
    examples: tuple[str, ...] = ()


def begin(db: Db, source: str, what: str, settings: dict[str, Any]) -> int:
    cursor = db.conn.execute(
        "insert into import (uid, source, what, settings, counts, at) values (?, ?, ?, ?, '{}', ?)",
        (uuid7(), source, what, json.dumps(settings, ensure_ascii=False), now()),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def settings(db: Db, what: str) -> list[dict[str, Any]]:
    """The settings of the earlier imports of this kind that stored anything, the latest first.

    One that stored nothing may have been told the wrong columns: nobody wants those again.
    """
    rows = db.conn.execute("select settings, counts from import where what = ? order by id desc", (what,))
    found = [(json.loads(settings), json.loads(counts)) for settings, counts in rows]
    return [settings for settings, counts in found if counts.get("added") or counts.get("updated")]


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
        ((import_id, row.line, row.reason, row.raw) for row in rows),
    )


def replace_earlier(db: Db, import_id: int) -> int:
    """Drop what earlier imports of the same file set aside, as this one has read its rows anew: how many rows.

    The same file is one of the same name, imported as the same kind and for the same question.
    """
    source, what, settings = db.conn.execute(
        "select source, what, settings from import where id = ?", (import_id,)
    ).fetchone()
    rows = db.conn.execute(
        "select id, settings from import where id <> ? and source = ? and what = ?", (import_id, source, what)
    )
    question = _question(db, what, settings)
    same = [(id_,) for id_, before in rows.fetchall() if _question(db, what, before) == question]
    return db.conn.executemany("delete from rejected_row where import_id = ?", same).rowcount if same else 0


def _question(db: Db, what: str, settings: str) -> int | None:
    """Which question an import was for, None for items, which are for all of them. Earlier versions of the program did
    not keep it: where there are several questions, it may have been any of them, and is 0 then."""
    if what == "items":
        return None
    ids = [row[0] for row in db.conn.execute("select id from question limit 2")]
    return int(json.loads(settings).get("question", ids[0] if len(ids) == 1 else 0))


def finish(db: Db, import_id: int, counts: dict[str, int]) -> None:
    db.conn.execute("update import set counts = ? where id = ?", (json.dumps(counts), import_id))


def rejected(db: Db, import_id: int | None = None, *, limit: int = 1_000) -> list[Rejected]:
    """Rows set aside by one import, or by all of them, in the order of the file and of the imports."""
    rows = db.conn.execute(
        "select r.line, r.reason, r.raw, i.source from rejected_row r join import i on i.id = r.import_id"
        " where ? is null or r.import_id = ? order by r.import_id, r.line, r.id limit ?",
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


def rejected_files(db: Db) -> list[str]:
    """The names of the files that rows were set aside of, each once, in the order of the imports."""
    rows = db.conn.execute(
        "select source from import where exists (select 1 from rejected_row where import_id = import.id)"
        " group by source order by min(id)"
    )
    return [row[0] for row in rows]
