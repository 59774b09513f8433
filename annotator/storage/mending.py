"""Makes whole again what was salvaged: what rows refer to stands in where it was lost, and every answer is in the log.

An answer is kept whatever else is lost. Where its item, label, annotator or question is gone, one takes its place that
says so; what cannot be given a meaning is dropped and counted.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from annotator.domain.ids import uuid7
from annotator.storage import audit, checking, items
from annotator.storage.database import Db, now
from annotator.texts import english

KIND = "recover"  # of the operation that answers are logged with whose own is lost
# What stands in, in this order: a label needs its question. {id} is the number that rows know it by.
_STAND_INS: dict[str, dict[str, str | int | None]] = {
    "question": {"name": english("Question {id} (recovered)"), "kind": "choice", "noun": "Text", "version": 1},
    "label": {"name": english("Label {id} (recovered)"), "merged_into": None},
    "annotator": {"name": english("Annotator {id} (recovered)"), "kind": "human"},
    "op": {"kind": KIND, "action": "do", "annotator_id": None, "target": None},
    "item": {"external_id": "recovered-{id}", "fields": '{"text": "(lost)"}', "metadata": "{}"},
}
_JSON = {
    "project": ("value",),
    "agent": ("spec",),
    "run": ("selection", "cap"),
    "op_row": ("key", "before", "after"),
    "routing": ("parameters", "counts"),
    "aggregation": ("parameters", "labels"),
    "import": ("settings", "counts"),
    "calibration": ("parameters",),
}
_ANSWERS = ("annotation", "gold")
_KEPT = frozenset({*_ANSWERS, *_STAND_INS, "op_row"})  # tables whose rows are kept, whatever they refer to


class Mended(NamedTuple):
    """Counts by table. stand_ins: that were made. dropped: rows without what they belong to. relogged: answers.
    shortened: rows without a part of theirs that is no JSON. changed: items with another text than was imported."""

    stand_ins: Counter[str]
    dropped: Counter[str]
    relogged: int
    shortened: Counter[str]
    changed: int


class _Reference(NamedTuple):
    child: str
    column: str
    parent: str
    key: str
    required: bool


def mend(db: Db) -> Mended:
    """To be called with foreign keys off; afterwards every reference holds, and they are on."""
    with db.atomic():
        shortened, dropped = _shorten(db), _mend_json(db)
        references = _references(db)
        stand_ins = Counter({table: _stand_in(db, table, references) for table in _STAND_INS})
        while found := _drop(db, references):
            dropped += found
        for table in checking.IN_FORCE:  # what is merged or routed anew then, not what people said
            dropped["project"] += db.conn.execute(f"delete {checking.dangling(table)}").rowcount
        changed = items.write_whole(db)
        relogged = sum(_log_again(db, table) for table in _ANSWERS)
    db.conn.execute("pragma foreign_keys = on")
    return Mended(+stand_ins, +dropped, relogged, shortened, changed - stand_ins["item"])


def _shorten(db: Db) -> Counter[str]:
    """An item keeps its text, and an answer loses only what is beside its label."""
    shortened: Counter[str] = Counter()
    shape = "case when json_valid({0}) then json_type({0}) end is not 'object'"
    db.conn.execute(f"update item set fields = json_object('text', fields) where {shape.format('fields')}")
    cursor = db.conn.execute(f"update item set metadata = '{{}}' where {shape.format('metadata')}")
    shortened["item"] = cursor.rowcount
    cursor = db.conn.execute(
        "update annotation set distribution = null where distribution is not null and not json_valid(distribution)"
    )
    shortened["annotation"] = cursor.rowcount
    return +shortened


def _mend_json(db: Db) -> Counter[str]:
    """Drop rows whose JSON is broken."""
    dropped: Counter[str] = Counter()
    for table, columns in _JSON.items():
        broken = " or ".join(f"({name} is not null and not json_valid({name}))" for name in columns)
        dropped[table] += db.conn.execute(f"delete from {table} where {broken}").rowcount
    for table, shapes in checking.SHAPES.items():
        for name, shape in shapes.items():
            wrong = f"case when json_valid({name}) then json_type({name}) end is not '{shape}'"
            dropped[table] += db.conn.execute(f"delete from {table} where {wrong}").rowcount
    return +dropped


def _references(db: Db) -> list[_Reference]:
    """Of one column each, as all of ours are."""
    rows = db.conn.execute(
        "select t.name, f.[from], f.[table], coalesce(f.[to], 'id'), c.[notnull] or c.pk from pragma_table_list t,"
        " pragma_foreign_key_list(t.name) f, pragma_table_info(t.name) c"
        " where t.schema = 'main' and c.name = f.[from] order by t.name, f.id"
    )
    return [_Reference(child, column, parent, key, bool(needed)) for child, column, parent, key, needed in rows]


def _stand_in(db: Db, table: str, references: list[_Reference]) -> int:
    """A row for every number that answers know, or what answers need, and the table does not have."""
    missing: set[int] = set()
    for each in references:
        if each.parent == table and each.child in _KEPT and each.child != table:
            missing |= {row[0] for row in db.conn.execute(f"select distinct {each.column} {_lost(each)}")}
    for id_ in sorted(missing):
        _insert(db, table, id_, _question_of(db, id_) if table == "label" else None)
    return len(missing)


def _lost(each: _Reference) -> str:
    return (
        f"from {each.child} where {each.column} is not null and not exists"
        f" (select 1 from {each.parent} p where p.{each.key} = {each.child}.{each.column})"
    )


def _question_of(db: Db, label_id: int) -> int:
    found = db.value("select question_id from annotation where label_id = ? limit 1", (label_id,))
    return int(found or db.value("select min(id) from question") or 1)


def _insert(db: Db, table: str, id_: int, question_id: int | None) -> None:
    values: dict[str, object] = {}
    for name, type_, needed in db.conn.execute(f"select name, type, [notnull] from pragma_table_info('{table}')"):
        values[name] = {"TEXT": "", "INTEGER": 0, "REAL": 0.0, "BLOB": b""}[type_.upper()] if needed else None
    values |= {"id": id_, "uid": uuid7()}
    values |= {"at": now()} if "at" in values else {}
    values |= {"position": id_} if "position" in values else {}  # as near to where it was as its number tells
    values |= {"question_id": question_id} if question_id is not None else {}
    for name, value in _STAND_INS[table].items():
        values[name] = value.replace("{id}", str(id_)) if isinstance(value, str) else value
    db.conn.execute(
        f"insert into {table} ({', '.join(values)}) values ({', '.join('?' * len(values))})", list(values.values())
    )


def _drop(db: Db, references: list[_Reference]) -> Counter[str]:
    """Forget references that rows can do without, and drop rows that cannot; what refers to these follows next time."""
    dropped: Counter[str] = Counter()
    for each in references:
        if not each.required:
            db.conn.execute(f"update or ignore {each.child} set {each.column} = null where {_where(each)}")
        dropped[each.child] += db.conn.execute(f"delete from {each.child} where {_where(each)}").rowcount
    return +dropped


def _where(each: _Reference) -> str:
    return _lost(each).partition(" where ")[2]


def _log_again(db: Db, table: str) -> int:
    """Answers whose row of the log is lost, or another one, are written to it anew; by nobody, so that no undo takes
    them back."""
    columns = [row[0] for row in db.conn.execute(f"select name from pragma_table_info('{table}')")]
    key = [row[0] for row in db.conn.execute(f"select name from pragma_table_info('{table}') where pk order by pk")]
    differs = f" or {checking.DIFFERS}" if table == "annotation" else ""
    rows = db.conn.execute(
        f"select {', '.join(columns)} from {table} a where not exists"
        f" (select 1 from op_row r where r.op_id = a.op_id and r.noun = ?){differs}",
        (table,),
    ).fetchall()
    if not rows:
        return 0
    op = audit.begin(db, KIND)
    records = [dict(zip(columns, row, strict=True)) | {"op_id": op} for row in rows]
    audit.append(
        db,
        op,
        [
            (table, [each[name] for name in key], None, {name: each[name] for name in columns if name not in key})
            for each in records
        ],
    )
    db.conn.executemany(
        f"update {table} set op_id = ? where {' and '.join(f'{name} = ?' for name in key)}",
        [(op, *(each[name] for name in key)) for each in records],
    )
    return len(rows)
