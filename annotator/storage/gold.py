"""Gold: labels taken as known, imported or decided by a person in review."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.domain.model import Changes
from annotator.domain.undo import Action
from annotator.storage import audit
from annotator.storage.database import Db, Row, now

_STORED = ("label_id", "source", "annotator_id", "why", "op_id", "at")


class Gold(NamedTuple):
    """The known label of an item; `label_id` None says that no label is right."""

    item_id: int
    label_id: int | None
    source: str
    annotator_id: int | None
    why: str
    at: str


def adjudicate(
    db: Db, question_id: int, annotator_id: int, decisions: Sequence[tuple[int, int | None]], why: str = ""
) -> Changes:
    """Settle items as one undoable operation: (item id, label id, or None for no right answer)."""
    with db.atomic():
        op = audit.begin(db, "adjudicate", annotator_id=annotator_id)
        logged = [
            _put(db, question_id, item_id, (label_id, "adjudicated", annotator_id, why, op, now()))
            for item_id, label_id in decisions
        ]
        audit.append(db, op, logged)
    return Changes(op, gold=True)


def add_imported(db: Db, op: int, question_id: int, rows: Sequence[tuple[int, int]], why: str) -> None:
    """Store (item id, label id) as gold from a file; a person's decision is never replaced. Inside `atomic()`."""
    at = now()
    db.conn.executemany(
        "insert into gold (item_id, question_id, label_id, source, annotator_id, why, op_id, at)"
        " values (?, ?, ?, 'imported', null, ?, ?, ?) on conflict (item_id, question_id) do update"
        " set label_id = excluded.label_id, why = excluded.why, op_id = excluded.op_id, at = excluded.at"
        " where source = 'imported'",
        [(item_id, question_id, label_id, why, op, at) for item_id, label_id in rows],
    )


def revert(db: Db, annotator_id: int, action: Action) -> list[int]:
    """Undo or redo this person's latest decision; returns the items that changed."""
    return [int(key[0]) for key in audit.revert(db, annotator_id, "adjudicate", action, _restore)]


def of_item(db: Db, question_id: int, item_id: int) -> Gold | None:
    return of_items(db, question_id, [item_id]).get(item_id)


def of_items(db: Db, question_id: int, item_ids: Sequence[int]) -> dict[int, Gold]:
    """Gold by item; items without gold are absent."""
    rows = db.conn.execute(
        "select item_id, label_id, source, annotator_id, why, at from gold"
        " where question_id = ? and item_id in (select value from json_each(?))",
        (question_id, json.dumps(list(item_ids))),
    )
    return {row[0]: Gold(*row) for row in rows}


def every(db: Db, question_id: int) -> list[Gold]:
    rows = db.conn.execute(
        "select item_id, label_id, source, annotator_id, why, at from gold where question_id = ? order by item_id",
        (question_id,),
    )
    return [Gold(*row) for row in rows]


def count(db: Db, question_id: int, source: str) -> int:
    return int(db.value("select count(*) from gold where question_id = ? and source = ?", (question_id, source)))


def known(db: Db, question_id: int) -> dict[str, int]:
    """Number of items with a gold label by its source; those where no label is right do not count."""
    return dict(
        db.conn.execute(
            "select source, count(*) from gold where question_id = ? and label_id is not null group by 1",
            (question_id,),
        )
    )


def _put(db: Db, question_id: int, item_id: int, values: tuple[Any, ...]) -> audit.LoggedRow:
    key = (item_id, question_id)
    row = db.conn.execute(
        f"select {', '.join(_STORED)} from gold where item_id = ? and question_id = ?", key
    ).fetchone()
    before = None if row is None else dict(zip(_STORED, row, strict=True))
    after = dict(zip(_STORED, values, strict=True))
    _restore(db, after["op_id"], key, after)
    return ("gold", key, before, after)


def _restore(db: Db, op: int, key: Sequence[Any], row: Row | None) -> None:
    db.conn.execute("delete from gold where item_id = ? and question_id = ?", key)
    if row is not None:
        columns = ", ".join(_STORED)
        db.conn.execute(
            f"insert into gold (item_id, question_id, {columns}) values (?, ?, {', '.join('?' * len(_STORED))})",
            (*key, *({**row, "op_id": op}[name] for name in _STORED)),
        )
