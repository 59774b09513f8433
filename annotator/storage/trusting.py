"""Whether a file holds exactly the tables that Annotator makes, looked at before any of them is read.

A project file may come from a stranger. A trigger, a view, a generated column or a foreign virtual table in it would be
run by SQLite as part of our own statements. So the schema is read as plain text first, and compared with what our
migrations make; what differs is not touched.
"""

from __future__ import annotations

import os
import re
import sqlite3
import stat
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from annotator.errors import DamagedProject, ProjectProblem
from annotator.storage import migrations
from annotator.storage.explaining import damaged
from annotator.texts import say

# What `analyze` of any SQLite program leaves: tables of numbers. The names alone say nothing: a stranger who writes the
# schema himself can give a trigger one of them.
_STATISTICS = {
    "sqlite_stat1": "createtablesqlite_stat1(tbl,idx,stat)",
    "sqlite_stat4": "createtablesqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
}
# The list of applied migrations is sqlite-utils' own, whose version may be another; any plain one will do, since \w has
# no room for an expression.
_LIST = re.compile(r"create(table_sqlite_migrations|uniqueindex\w+on_sqlite_migrations)\(\w+(,\w+)*\)")
_QUOTES = str.maketrans("", "", "\"'`[]")
_SEVERAL = bytes.fromhex("d9d505f920a163d7")  # at the end of a journal that names another file
MOST_OBJECTS = 500  # tables and indexes; a schema that is larger is not ours, and is not read to its end
LONGEST_STATEMENT, LONGEST_NAME = 20_000, 200  # characters of it that are read: ours are far shorter


class Object(NamedTuple):
    """A table or an index, as the file's schema names it."""

    kind: str
    name: str


Schema = dict[Object, str]
"""The statement of each object, without what SQLite or a hand may have written otherwise: spaces, quotes, case."""


def check(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """DamagedProject, in one sentence, unless the schema is what format `version` has. Reads the schema only."""
    if connection.execute("pragma encoding").fetchone()[0] != "UTF-8":
        raise _foreign(path)
    found, wanted = schema_of(connection), expected(version)
    strange = found.keys() - wanted.keys()
    if strange:
        raise _foreign(path, min(name for _, name in strange))
    if found != wanted:
        raise DamagedProject(
            say("“{file}” does not have the tables that this Annotator works with.", file=path.name),
            hint=say("It may come from a build before the first release. Recover what can be read into a new file."),
        )


def check_beside(path: Path) -> None:
    """DamagedProject, before SQLite has touched it, where what lies beside a file would do harm by being taken for a
    part of it: a link or a pipe; or a journal of several databases, which ends in its mark and makes SQLite delete the
    file that it names. Ours are never of several."""
    path = path.resolve()
    for end in ("-journal", "-wal", "-shm"):
        beside = path.with_name(path.name + end)
        try:
            if not stat.S_ISREG(beside.lstat().st_mode):
                raise _foreign(beside)
            if end == "-journal" and _last(beside, len(_SEVERAL)) == _SEVERAL:
                raise _foreign(beside)
        except OSError:  # most often: there is none
            continue


def _last(path: Path, length: int) -> bytes:
    with path.open("rb") as file:
        file.seek(-length, os.SEEK_END)
        return file.read()


def check_whole(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """ProjectProblem for a file that was never finished; DamagedProject where only its version says so, and it has
    tables: nobody is told to delete that."""
    if version < 1 and Object("table", "item") in schema_of(connection):
        raise damaged(path)
    if version < 1:
        raise ProjectProblem(
            say("“{file}” was never finished when it was made.", file=path.name),
            hint=say("It holds nothing. Delete it and make the project again."),
        )


def schema_of(connection: sqlite3.Connection) -> Schema:
    """What the file says it holds. Two objects in one place are refused as a third that nobody knows."""
    rows = connection.execute(
        "select substr(type, 1, ?2), substr(name, 1, ?2), substr(coalesce(sql, ''), 1, ?1), rootpage"
        " from sqlite_schema limit ?3",
        (LONGEST_STATEMENT, LONGEST_NAME, MOST_OBJECTS),
    ).fetchall()
    places = [place for *_, place in rows if place]
    schema = {Object(str(kind), str(name)): normal(str(sql)) for kind, name, sql, _ in rows}
    schema = {key: sql for key, sql in schema.items() if not _is_statistics(key, sql) and not _LIST.fullmatch(sql)}
    if len(places) != len(set(places)):
        schema[Object("table", "two in one place")] = ""
    return schema


def _is_statistics(key: Object, sql: str) -> bool:
    return key.kind == "table" and _STATISTICS.get(key.name) == sql


@cache
def expected(version: int) -> Schema:
    """The schema of a file of this format, as its migrations make it; at most `migrations.FORMAT`."""
    db = Database(memory=True, execute_plugins=False)
    try:
        migrations.apply(db, version)
        return schema_of(db.conn)
    finally:
        db.close()


def normal(sql: str) -> str:
    """A statement as it is compared."""
    return re.sub(r"\s+", "", sql.translate(_QUOTES)).lower()


def _foreign(path: Path, what: str = "") -> DamagedProject:
    named = say("“{file}” holds something that Annotator has not made", file=path.name)
    shown = (
        "" if what.startswith("sqlite_") else re.sub(r"[^\w ]", "", what)[:40]
    )  # a stranger's text: no markup, no line of its own, not endless
    return DamagedProject(
        f"{named} (“{shown}”)." if shown else f"{named}.",
        hint=say("Nothing in it was run. Recover what is Annotator's into a new file."),
    )
