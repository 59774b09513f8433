"""The append-only log: every write is an operation with rows before and after, in the same transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from annotator.domain.ids import uuid7
from annotator.domain.undo import Action, Operation, Targets, targets
from annotator.storage.database import Db, Row, now

# Undo reaches back this many operations of one annotator; more would only slow the key press down.
REACH = 2_000

LoggedRow = tuple[str, Sequence[Any], Row | None, Row | None]


def begin(
    db: Db,
    kind: str,
    *,
    annotator_id: int | None = None,
    action: Action = Action.DO,
    target: int | None = None,
) -> int:
    """Open an operation and return its id; to be called inside `db.atomic()`."""
    cursor = db.conn.execute(
        "insert into op (uid, annotator_id, kind, action, target, at) values (?, ?, ?, ?, ?, ?)",
        (uuid7(), annotator_id, kind, action.value, target, now()),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def append(db: Db, op: int, rows: Iterable[LoggedRow], *, first: int = 0) -> int:
    """Log what the operation changed: (noun, key, row before, row after), None for a row that is not there.

    Rows are numbered from `first`; returns the number for the next ones, for operations that log in parts.
    """
    numbered = [
        (op, seq, noun, json.dumps(list(key)), _text(before), _text(after))
        for seq, (noun, key, before, after) in enumerate(rows, start=first)
    ]
    db.conn.executemany("insert into op_row (op_id, seq, noun, key, before, after) values (?, ?, ?, ?, ?, ?)", numbered)
    return first + len(numbered)


def undo_targets(db: Db, annotator_id: int, kind: str) -> Targets:
    """What this annotator's undo and redo would act on, among operations of this kind."""
    rows = db.conn.execute(
        "select id, action, target from op where annotator_id = ? and kind = ? order by id desc limit ?",
        (annotator_id, kind, REACH),
    ).fetchall()
    return targets(Operation(id_, Action(action), target) for id_, action, target in reversed(rows))


def rows_of(db: Db, op: int) -> list[LoggedRow]:
    found = db.conn.execute("select noun, key, before, after from op_row where op_id = ? order by seq", (op,))
    return [(noun, json.loads(key), _row(before), _row(after)) for noun, key, before, after in found]


def revert(
    db: Db,
    annotator_id: int,
    kind: str,
    action: Action,
    restore: Callable[[Db, int, Sequence[Any], Row | None], None],
) -> list[Sequence[Any]]:
    """Undo or redo this annotator's latest operation of this kind, as a new operation.

    restore(db, op, key, row): puts one row back as it was, or removes it when row is None.
    Returns the keys of the rows that changed; none when there was nothing to do.
    """
    with db.atomic():
        undo, redo = undo_targets(db, annotator_id, kind)
        target = undo if action is Action.UNDO else redo
        if target is None:
            return []
        op = begin(db, kind, annotator_id=annotator_id, action=action, target=target)
        logged: list[LoggedRow] = []
        for noun, key, before, after in rows_of(db, target):
            now_, then = (after, before) if action is Action.UNDO else (before, after)
            restore(db, op, key, then)
            logged.append((noun, key, now_, then))
        append(db, op, logged)
    return [key for _, key, _, _ in logged]


def last_operation(db: Db) -> int:
    """The id of the newest operation; grows with every write, so it tells whether a result is stale."""
    return int(db.value("select coalesce(max(id), 0) from op"))


def _text(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False)


def _row(text: str | None) -> Row | None:
    return None if text is None else json.loads(text)
