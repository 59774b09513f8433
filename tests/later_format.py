"""A made-up later format: a table that is filled from others, a table that is written anew, and values that change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from annotator.storage import database, migrations
from annotator.storage.database import Db

LATER = 3
COMMENT = 7  # its column in the table of answers
Contents = dict[str, list[tuple[Any, ...]]]

_steps = Migrations("annotator")
_steps()(migrations.first_tables)


@_steps()
def a_table_that_is_filled(db: Database) -> None:
    db.conn.execute("create table answered (item_id integer primary key references item (id), people integer) strict")
    for item_id, people in _answered(db.execute("select item_id from annotation").fetchall()):
        db.conn.execute("insert into answered values (?, ?)", (item_id, people))
    db.conn.execute("pragma user_version = 2")


@_steps()
def a_table_that_is_written_anew(db: Database) -> None:
    """The one that most others refer to, with a column that is worked out from its row."""
    db.conn.execute(
        "create table item_new (id integer primary key, uid text not null unique, external_id text not null unique,"
        " fields text not null, metadata text not null, content_hash blob not null, length integer not null) strict"
    )
    for row in db.execute("select * from item order by id").fetchall():
        db.conn.execute("insert into item_new values (?, ?, ?, ?, ?, ?, ?)", _with_length(row))
    db.conn.execute("drop table item")
    db.conn.execute("alter table item_new rename to item")
    db.conn.execute("update annotation set comment = upper(comment)")
    db.conn.execute("pragma user_version = 3")


@contextmanager
def known() -> Iterator[None]:
    """In this block we are an Annotator of the later format."""
    before = migrations.FORMAT, migrations.steps
    migrations.FORMAT, migrations.steps = LATER, _steps
    try:
        yield
    finally:
        migrations.FORMAT, migrations.steps = before


def contents(path: Path) -> tuple[int, Contents]:
    """The format of the file and every row in it, in the order of their keys."""
    with closing(database.open_as_it_is(path)) as db:
        return db.value("pragma user_version"), {table: _rows(db, table) for table in _tables(db)}


def migrated(old: Contents) -> Contents:
    """What the later format has of these rows, worked out without SQL."""
    new = dict(old)
    new["answered"] = _answered(old["annotation"])
    new["item"] = [_with_length(row) for row in old["item"]]
    new["annotation"] = [(*row[:COMMENT], row[COMMENT].upper(), *row[COMMENT + 1 :]) for row in old["annotation"]]
    return new


def _tables(db: Db) -> list[str]:
    rows = db.execute("select name from sqlite_schema where type = 'table' and rootpage > 0 order by name")
    return [name for (name,) in rows.fetchall() if not name.startswith(("sqlite_", "_sqlite_"))]


def _rows(db: Db, table: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in db.execute(f"select * from [{table}]").fetchall()]


def _answered(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(Counter(row[0] for row in rows).items())


def _with_length(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*row, len(row[3]))
