"""Whether a file holds exactly the tables that Annotator makes, looked at before any of them is read.

A project file may come from a stranger. A trigger, a view, a generated column or a foreign virtual table in it would be
run by SQLite as part of our own statements. So the schema is read as plain text first, and compared with what our
migrations make; what differs is not touched.
"""

from __future__ import annotations

import re
import sqlite3
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from annotator.errors import DamagedProject, ProjectProblem
from annotator.storage import migrations
from annotator.texts import say

_STATISTICS = frozenset({"sqlite_stat1", "sqlite_stat4"})  # what `analyze` of any SQLite program leaves: numbers only
# The list of applied migrations is sqlite-utils' own, whose version may be another; any plain one will do, since \w has
# no room for an expression.
_LIST = re.compile(r"create(table_sqlite_migrations|uniqueindex\w+on_sqlite_migrations)\(\w+(,\w+)*\)")
_QUOTES = str.maketrans("", "", "\"'`[]")
MOST_OBJECTS = 500  # tables and indexes; a schema that is larger is not ours, and is not read to its end


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


def check_whole(version: int, path: Path) -> None:
    """ProjectProblem for a file that was never finished."""
    if version < 1:
        raise ProjectProblem(
            say("“{file}” was never finished when it was made.", file=path.name),
            hint=say("It holds nothing. Delete it and make the project again."),
        )


def schema_of(connection: sqlite3.Connection) -> Schema:
    """What the file says it holds. Two objects in one place are refused as a third that nobody knows."""
    rows = connection.execute(
        "select type, name, coalesce(sql, ''), rootpage from sqlite_schema limit ?", (MOST_OBJECTS,)
    ).fetchall()
    places = [place for *_, place in rows if place]
    schema = {Object(str(kind), str(name)): normal(str(sql)) for kind, name, sql, _ in rows}
    schema = {key: sql for key, sql in schema.items() if key.name not in _STATISTICS and not _LIST.fullmatch(sql)}
    if len(places) != len(set(places)):
        schema[Object("table", "two in one place")] = ""
    return schema


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
