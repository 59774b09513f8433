"""Where the tables of a project file lie in its pages, as far as its own schema can be read, else as in a new file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sqlite_utils import Database

from annotator.storage import migrations, trusting
from annotator.storage.pages import INDEX_INTERIOR, INDEX_LEAF, TABLE_INTERIOR, TABLE_LEAF, Found, Pages, Value

_NOT_SAVED = ("_sqlite_migrations", "item_search")  # made anew
_TYPES = {"integer": int, "real": (int, float), "text": str, "blob": bytes}
_CONSTRAINTS = frozenset({"primary", "unique", "check", "foreign", "constraint"})


@dataclass(frozen=True)
class Table:
    """One of our tables. columns: in the order in which a row is stored. rowid: the column that is the row's id.
    key: in a table without such a column, the columns that are stored first."""

    name: str
    root: int
    columns: tuple[str, ...]
    key: tuple[str, ...]
    types: dict[str, str]
    required: frozenset[str]
    rowid: str | None

    @property
    def kinds(self) -> tuple[int, int]:
        """Of its pages: interior, leaf."""
        return (TABLE_INTERIOR, TABLE_LEAF) if self.rowid is not None else (INDEX_INTERIOR, INDEX_LEAF)

    def named(self, row: Found, columns: Sequence[str]) -> dict[str, Value]:
        """The row by column, for the columns that this version has. columns: those of the file."""
        values = dict(zip(columns, row.values, strict=False))
        if self.rowid is not None:
            values[self.rowid] = row.rowid
        return {name: values[name] for name in self.columns if name in values}

    def fits(self, row: Found) -> bool:
        """Whether a row of unknown origin could be one of this table."""
        if len(row.values) != len(self.columns) or not row.exact:
            return False
        return all(self.may_be(name, value) for name, value in zip(self.columns, row.values, strict=True))

    def may_be(self, name: str, value: Value) -> bool:
        """Whether a column could hold this."""
        if value is None:
            return name == self.rowid or name not in self.required
        return name != self.rowid and isinstance(value, _TYPES[self.types[name]])  # type: ignore[arg-type]


@dataclass(frozen=True)
class Place:
    """A table in a file. columns: as the file stores them, which for one of an earlier build are other ones."""

    table: Table
    root: int
    columns: tuple[str, ...]

    def holds(self, row: Found) -> bool:
        """Whether a row that was found in it is one of it. One with a text that is none may be anything else that the
        disk wrote there, and must at least have the shape."""
        if row.exact:
            return True
        known = [pair for pair in zip(self.columns, row.values, strict=False) if pair[0] in self.table.types]
        return len(row.values) == len(self.columns) and all(self.table.may_be(*pair) for pair in known)


@dataclass(frozen=True)
class Layout:
    """tables: of ours. others: roots of the trees of indexes and of whatever else the file holds."""

    tables: tuple[Place, ...]
    others: frozenset[int]


@cache
def ours() -> dict[str, Table]:
    """Our tables as a new file has them, with what must be there first before what refers to it."""
    db = Database(memory=True, execute_plugins=False)
    try:
        migrations.apply(db)
        rows = db.execute("select name, rootpage from sqlite_schema where type = 'table' and rootpage > 0").fetchall()
        return {name: _table(db, name, root) for name, root in rows if not name.startswith(_NOT_SAVED)}
    finally:
        db.close()


def layout_of(pages: Pages) -> Layout:
    """Reads the schema's own tree. A table that is in no part of it which is left lies where a new file has it."""
    found: dict[str, tuple[int, str]] = {}
    others: set[int] = set()
    whole = True
    for page in pages.tree(1, (TABLE_INTERIOR, TABLE_LEAF)):
        whole = whole and page is not None and not page.damaged
        for row in page.rows if page is not None else ():
            match row.values:
                case ["table", str(name), _, int(root), str(sql)] if name in ours() and name not in found:
                    found[name] = root, sql
                case [_, _, _, int(root), *_] if root > 0:
                    others.add(root)
    taken = others | {root for root, _ in found.values()}
    places = []
    for name, table in ours().items():
        root, sql = found.get(name, (0 if whole or table.root in taken else table.root, ""))
        places.append(Place(table, root, _columns(table, sql)))
    return Layout(tuple(places), frozenset(others))


def _columns(table: Table, sql: str) -> tuple[str, ...]:
    """As the statement of an earlier build names them; the statement is read as text and never run."""
    if not sql or len(sql) > trusting.LONGEST_STATEMENT:
        return table.columns  # also of what is too long for a statement of ours, and would take hours to take apart
    if trusting.normal(sql) == trusting.expected(migrations.FORMAT)[trusting.Object("table", table.name)]:
        return table.columns
    inside = sql.partition("(")[2].rpartition(")")[0]
    parts = re.split(r",(?![^()]*\))", re.sub(r"\([^()]*\([^()]*\)[^()]*\)", "()", inside))
    words = [part.split() for part in parts if part.split()]
    names = [word[0].strip("\"'`[]").lower() for word in words if word[0].lower() not in _CONSTRAINTS]
    first = [name for name in table.key if name in names]  # a table without rowid stores its key before the rest
    return (*first, *(name for name in names if name not in first))


def _table(db: Database, name: str, root: int) -> Table:
    info = db.execute(f"select name, type, [notnull], pk from pragma_table_info('{name}') order by cid").fetchall()
    bare = db.execute("select wr from pragma_table_list where schema = 'main' and name = ?", (name,)).fetchone()[0]
    keys = [row[0] for row in sorted((row for row in info if row[3]), key=lambda row: row[3])]
    rest = [row[0] for row in info if not (bare and row[3])]
    return Table(
        name,
        root,
        tuple((keys if bare else []) + rest),
        tuple(keys) if bare else (),
        {row[0]: row[1].lower() for row in info},
        frozenset(row[0] for row in info if row[2] or (bare and row[3])),
        None if bare else keys[0],
    )
