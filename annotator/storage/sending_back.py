"""Items that a reviewer sent back: to whom, and with what note. They wait until that person has answered anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.storage import audit
from annotator.storage.database import Db, Row, now

NOUN = "sent_back"
_STORED = ("annotator_id", "note", "by_id", "op_id", "at")

# `s` waits: whom it was sent to, or for anybody anybody, has not answered since, and it is not settled.
_OPEN = """
    not exists (select 1 from annotation b join annotator w on w.id = b.annotator_id and w.kind = 'human'
                where b.item_id = s.item_id and b.question_id = s.question_id and b.op_id > s.op_id
                and (s.annotator_id is null or b.annotator_id = s.annotator_id))
    and not exists (select 1 from gold g where g.item_id = s.item_id and g.question_id = s.question_id
                    and g.source = 'adjudicated')
"""


class SentBack(NamedTuple):
    """annotator_id: to whom, None for anybody. by_id: by whom."""

    item_id: int
    annotator_id: int | None
    note: str
    by_id: int
    at: str


def put(db: Db, op: int, key: tuple[int, int], *, to: int | None, note: str, by_id: int) -> audit.LoggedRow:
    """Send (item, question) back; an earlier note is replaced. Returns the row for the operation's log."""
    row = db.conn.execute(
        f"select {', '.join(_STORED)} from sent_back where item_id = ? and question_id = ?", key
    ).fetchone()
    before = None if row is None else dict(zip(_STORED, row, strict=True))
    after: Row = dict(zip(_STORED, (to, note, by_id, op, now()), strict=True))
    restore(db, op, key, after)
    return (NOUN, key, before, after)


def restore(db: Db, op: int, key: Sequence[Any], row: Row | None) -> None:
    """For undo: as it was, or nothing sent back."""
    db.conn.execute("delete from sent_back where item_id = ? and question_id = ?", tuple(key))
    if row is not None:
        db.conn.execute(
            "insert into sent_back values (?, ?, ?, ?, ?, ?, ?)",
            (*key, *({**row, "op_id": op}[name] for name in _STORED)),
        )


def waiting_for(db: Db, question_id: int, annotator_id: int) -> list[int]:
    """The items sent back that wait for this person, the first sent first."""
    rows = db.conn.execute(
        "select s.item_id from sent_back s where s.question_id = :question"
        f" and (s.annotator_id is null or s.annotator_id = :annotator) and {_OPEN} order by s.op_id, s.item_id",
        {"question": question_id, "annotator": annotator_id},
    )
    return [row[0] for row in rows]


def of_item(db: Db, question_id: int, item_id: int) -> SentBack | None:
    """What was sent back and waits; None otherwise."""
    row = db.conn.execute(
        "select s.item_id, s.annotator_id, s.note, s.by_id, s.at from sent_back s"
        f" where s.item_id = ? and s.question_id = ? and {_OPEN}",
        (item_id, question_id),
    ).fetchone()
    return None if row is None else SentBack(*row)


def waiting(item: str) -> str:
    """An SQL condition, with :question, that the item with this id was sent back and waits."""
    return f"exists (select 1 from sent_back s where s.item_id = {item} and s.question_id = :question and {_OPEN})"
