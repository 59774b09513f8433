"""Whether a project file is sound: its pages, its references, and whether the log and the tables tell the same."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence

from annotator.domain.model import Report, silent
from annotator.storage import items, queue
from annotator.storage.database import Db
from annotator.texts import say, say_count

MOST_TOLD = 20  # findings of SQLite's; a file that is damaged in one place is often so in many

# Answers and decisions are written with their row in the log, in one transaction.
_LOGGED = {
    table: f"select count(*) from {table} a where not exists"
    f" (select 1 from op_row r where r.op_id = a.op_id and r.noun = '{table}')"
    for table in ("annotation", "gold")
}
# By its first row only, which is the whole operation of a person's answer: looking all rows of a large one through for
# each answer would take hours. Of people only, since an LLM's label is worked out from its reply anew; and only after
# the last change of the setup, here or of another copy that was taken in, which may have merged or split labels.
DIFFERS = (
    "a.annotator_id in (select id from annotator where kind = 'human')"
    " and a.op_id > (select coalesce(max(id), 0) from op where kind in ('setup', 'join'))"
    " and exists (select 1 from op_row r where r.op_id = a.op_id and r.seq = 0 and r.noun = 'annotation'"
    " and r.key = printf('[%d, %d, %d]', a.item_id, a.question_id, a.annotator_id) and json_valid(r.after)"
    " and (r.after ->> 'status' is not a.status or r.after ->> 'label_id' is not a.label_id))"
)
# What JSON must be in columns that are read as a whole, and how many bytes the numbers in a blob have each.
SHAPES = {
    "item": {"fields": "object", "metadata": "object"},
    "aggregation": {"parameters": "object", "labels": "array"},
    "routing": {"parameters": "object", "counts": "object"},
    "run": {"cap": "object"},
    "agent": {"spec": "object"},
    "import": {"settings": "object", "counts": "object"},
}
# Settings that name the row in force, each called like its table; no reference of SQLite's watches them.
IN_FORCE = (queue.CURRENT, queue.MERGED)
_NUMBERS = {"posterior": "probabilities", "reliability": "confusion"}
_BYTES = 8
_READABLE = " and ".join(f"case when json_valid({n}) then json_type({n}) end = 'object'" for n in SHAPES["item"])
_TEXTS = "select name from pragma_table_info(?) where lower(type) = 'text'"
_NO_JSON = "not json_valid(key) or not json_valid(coalesce(before, '0')) or not json_valid(coalesce(after, '0'))"


def problems(db: Db, report: Report = silent) -> list[str]:
    """What is wrong with the file, a sentence each; none for one that is sound. It reads all of it.

    Use a connection of its own. Ends with Cancelled soon after `report` has raised it; the first part, SQLite's own
    check of the pages, reports nothing before SQLite 3.41, and ends with `Db.stop` only.
    """
    with db.stoppable(report):
        found: list[str] = []
        for look in (_pages, _references, _log, _values, _texts, _items):
            report(0, None)
            try:
                found += look(db)
            except sqlite3.DatabaseError as error:
                if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                    raise
                found.append(say("Part of the file cannot be read: {error}.", error=str(error)))
        return found


def dangling(table: str) -> str:
    """The settings, of any question, that name a row of this table of IN_FORCE which is not there: "from ... where"."""
    named = "case when json_valid(value) then json_extract(value, '$') end"
    return (
        f"from project where (key = '{table}' or key like '{table} [question %')"
        f" and {named} is not null and {named} not in (select id from {table})"
    )


def _pages(db: Db) -> Iterator[str]:
    for (line,) in db.conn.execute(f"pragma quick_check({MOST_TOLD})"):
        for said in str(line).splitlines():
            if said != "ok":
                yield say("SQLite says: {said}.", said=said.removeprefix("*** in database main ***").strip())


def _references(db: Db) -> Iterator[str]:
    counts = Counter((table, parent) for table, _, parent, _ in db.conn.execute("pragma foreign_key_check"))
    one = "{n} row of “{table}” belongs to something in “{parent}” that is not there."
    many = "{n} rows of “{table}” belong to something in “{parent}” that is not there."
    for (table, parent), number in counts.items():
        yield say_count(number, one, many, table=table, parent=parent)
    for parent in IN_FORCE:
        if number := db.value(f"select count(*) {dangling(parent)}"):
            yield say_count(number, one, many, table="project", parent=parent)


def _log(db: Db) -> Iterator[str]:
    for table, query in _LOGGED.items():
        if number := db.value(query):
            one, many = "{n} row of “{table}” is not in the log.", "{n} rows of “{table}” are not in the log."
            yield say_count(number, one, many, table=table)
    if number := db.value(f"select count(*) from annotation a where {DIFFERS}"):
        one, many = "{n} answer differs from what the log says.", "{n} answers differ from what the log says."
        yield say_count(number, one, many)
    if number := db.value(f"select count(*) from op_row where {_NO_JSON}"):
        yield say_count(number, "{n} row of the log cannot be read.", "{n} rows of the log cannot be read.")


def _values(db: Db) -> Iterator[str]:
    """What SQLite takes for any text: it is read as JSON or as numbers, and must be such."""
    wrong: Counter[str] = Counter()
    wrong["project"] += db.value("select count(*) from project where not json_valid(value)")
    for table, shapes in SHAPES.items():
        for column, shape in shapes.items():
            kind = f"case when json_valid({column}) then json_type({column}) end"
            wrong[table] += db.value(f"select count(*) from {table} where {kind} is not ?", (shape,))
    for table, column in _NUMBERS.items():
        wrong[table] += db.value(f"select count(*) from {table} where length({column}) % {_BYTES}")
    for table, number in wrong.items():
        if number:
            one, many = "{n} row of “{table}” cannot be read.", "{n} rows of “{table}” cannot be read."
            yield say_count(number, one, many, table=table)


def _texts(db: Db) -> Iterator[str]:
    """SQLite keeps any bytes as a text, so it tells of none that became something else."""
    tables = db.conn.execute("select name from pragma_table_list where type = 'table' and strict").fetchall()
    for (table,) in tables:
        columns = [column for (column,) in db.conn.execute(_TEXTS, (table,))]
        if not columns:
            continue
        rows = db.conn.execute(f"select {', '.join(f'cast({name} as blob)' for name in columns)} from {table}")
        if number := sum(not _is_text(row) for row in rows):
            one, many = "{n} row of “{table}” holds what is no text.", "{n} rows of “{table}” hold what is no text."
            yield say_count(number, one, many, table=table)


def _is_text(row: Sequence[bytes | None]) -> bool:
    try:
        b"\0".join(filter(None, row)).decode()
    except UnicodeDecodeError:
        return False
    return True


def _items(db: Db) -> Iterator[str]:
    """Texts that are not what was imported, and so what the answers are about."""
    halves = changed = 0
    columns = "cast(fields as blob), cast(metadata as blob), content_hash"
    for *row, content_hash in db.conn.execute(f"select {columns} from item where {_READABLE}"):
        if not _is_text(row):
            continue  # was told of
        fields, metadata = (cell.decode() for cell in row)
        if items.holds_halves(fields) or items.holds_halves(metadata):
            halves += 1
        elif not items.is_unchanged(fields, content_hash):
            changed += 1
    if halves:
        one = "{n} item holds half of a character; it is shown as �."
        yield say_count(halves, one, "{n} items hold halves of characters; they are shown as �.")
    if changed:
        one = "{n} item has another text than the one that was imported."
        yield say_count(changed, one, "{n} items have other texts than those that were imported.")
