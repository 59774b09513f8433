"""The append-only log: every write is an operation with rows before and after, in the same transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from annotator.domain.ids import uuid7
from annotator.domain.undo import Action, Operation, Targets, targets
from annotator.storage.database import Db, Row, now

# Undo reaches back this many operations of one annotator; more would only slow the key press down.
REACH = 2_000
AT_ONCE = 20_000  # rows of an operation in memory while it is reverted

LoggedRow = tuple[str, Sequence[Any], Row | None, Row | None]


def begin(
    db: Db,
    kind: str,
    *,
    annotator_id: int | None = None,
    action: Action = Action.DO,
    target: int | None = None,
    above: int = 0,
) -> int:
    """Open an operation and return its id; to be called inside `db.atomic()`.

    above: the id is higher than this too. What other copies of the project did has its place before it then, as far
    as this project knows of it (Lamport's clock).
    """
    id_ = max(above, last_operation(db)) + 1 if above else None
    cursor = db.conn.execute(
        "insert into op (id, uid, annotator_id, kind, action, target, at) values (?, ?, ?, ?, ?, ?, ?)",
        (id_, uuid7(), annotator_id, kind, action.value, target, now()),
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


def changed_since(db: Db, op: int, *, but: Sequence[str]) -> bool:
    """Whether operations after this one changed anything but rows of these nouns."""
    others = "noun not in (select value from json_each(?))"
    return bool(db.value(f"select exists (select 1 from op_row where op_id > ? and {others})", (op, json.dumps(but))))


def undo_targets(db: Db, annotator_id: int, kind: str) -> Targets:
    """What this annotator's undo and redo would act on, among operations of this kind."""
    rows = db.conn.execute(
        "select id, action, target from op where annotator_id = ? and kind = ? order by id desc limit ?",
        (annotator_id, kind, REACH),
    ).fetchall()
    return targets(Operation(id_, Action(action), target) for id_, action, target in reversed(rows))


def rows_of(db: Db, op: int, *, first: int = 0, limit: int = -1) -> list[LoggedRow]:
    """What an operation changed, from a row on; all of it by default."""
    found = db.conn.execute(
        "select noun, key, before, after from op_row where op_id = ? and seq >= ? order by seq limit ?",
        (op, first, limit),
    )
    return [(noun, json.loads(key), _row(before), _row(after)) for noun, key, before, after in found]


class Happened(NamedTuple):
    """What one operation changed about an item. annotator_id: who did it, None for nobody in particular."""

    at: str
    kind: str
    action: Action
    annotator_id: int | None
    noun: str
    key: Sequence[Any]
    before: Row | None
    after: Row | None


def of_item(db: Db, item_id: int) -> list[Happened]:
    """Everything that happened to an item, the oldest first. Reads the whole log, which has no index of items."""
    rows = db.conn.execute(
        "select o.at, o.kind, o.action, o.annotator_id, r.noun, r.key, r.before, r.after from op_row r"
        " join op o on o.id = r.op_id"
        " where (r.noun in ('annotation', 'draft', 'gold', 'sent_back') and r.key glob :first)"
        " or (r.noun in ('mark', 'route') and r.key glob :last) order by r.op_id, r.seq",
        {"first": f"[[]{int(item_id)},*", "last": f"*, {int(item_id)}]"},
    )
    return [
        Happened(at, kind, Action(action), who, noun, json.loads(key), _row(before), _row(after))
        for at, kind, action, who, noun, key, before, after in rows
    ]


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
    keys: list[Sequence[Any]] = []

    def one(db: Db, op: int, noun: str, key: Sequence[Any], row: Row | None) -> None:
        keys.append(key)
        restore(db, op, key, row)

    revert_rows(db, annotator_id, kind, action, one)
    return keys


def revert_rows(
    db: Db,
    annotator_id: int,
    kind: str,
    action: Action,
    restore: Callable[[Db, int, str, Sequence[Any], Row | None], None],
) -> int:
    """As `revert`, for operations on several nouns: restore(db, op, noun, key, row). Returns the number of rows."""
    with db.atomic():
        undo, redo = undo_targets(db, annotator_id, kind)
        target = undo if action is Action.UNDO else redo
        if target is None:
            return 0
        op = begin(db, kind, annotator_id=annotator_id, action=action, target=target)
        seq = 0
        while rows := rows_of(db, target, first=seq, limit=AT_ONCE):
            logged: list[LoggedRow] = []
            for noun, key, before, after in rows:
                now_, then = (after, before) if action is Action.UNDO else (before, after)
                restore(db, op, noun, key, then)
                logged.append((noun, key, now_, then))
            seq = append(db, op, logged, first=seq)
    return seq


def last_operation(db: Db) -> int:
    """The id of the newest operation; grows with every write, so it tells whether a result is stale."""
    return int(db.value("select coalesce(max(id), 0) from op"))


def _text(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False)


def _row(text: str | None) -> Row | None:
    return None if text is None else json.loads(text)
