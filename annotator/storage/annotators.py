"""Who answers: people and LLM agents."""

from __future__ import annotations

from annotator.domain.ids import uuid7
from annotator.domain.model import Annotator, Kind
from annotator.storage.database import Db

_COLUMNS = "id, uid, name, kind, family, simulated"


def every(db: Db, kind: Kind | None = None) -> list[Annotator]:
    where = "" if kind is None else "where kind = :kind"
    rows = db.conn.execute(f"select {_COLUMNS} from annotator {where} order by id", {"kind": kind} if kind else {})
    return [_annotator(row) for row in rows]


def answering(db: Db, question_id: int) -> list[Annotator]:
    """Those who have answered anything."""
    rows = db.conn.execute(
        f"select {_COLUMNS} from annotator w where exists (select 1 from annotation a where a.annotator_id = w.id"
        " and a.question_id = ?) order by id",
        (question_id,),
    )
    return [_annotator(row) for row in rows]


def named(db: Db, name: str, *, kind: Kind = Kind.HUMAN, family: str = "", simulated: bool = False) -> Annotator:
    """The annotator of this name, added when new. Part of the caller's operation."""
    row = db.conn.execute(f"select {_COLUMNS} from annotator where name = ?", (name,)).fetchone()
    if row is not None:
        return _annotator(row)
    cursor = db.conn.execute(
        "insert into annotator (uid, name, kind, family, simulated) values (?, ?, ?, ?, ?)",
        (uuid7(), name, kind.value, family, int(simulated)),
    )
    assert cursor.lastrowid is not None
    return get(db, cursor.lastrowid)


def get(db: Db, annotator_id: int) -> Annotator:
    return _annotator(db.conn.execute(f"select {_COLUMNS} from annotator where id = ?", (annotator_id,)).fetchone())


def _annotator(row: tuple[int, str, str, str, str, int]) -> Annotator:
    id_, uid, name, kind, family, simulated = row
    return Annotator(id=id_, uid=uid, name=name, kind=Kind(kind), family=family, simulated=bool(simulated))
