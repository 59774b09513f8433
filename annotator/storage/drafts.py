"""A comment and a flag that somebody has put on an item before answering it. Each change is an operation of its own."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.drafts import Draft, uncovered
from annotator.storage import audit
from annotator.storage.database import Db, Row

__all__ = ["Draft"]

KIND = "draft"  # of the operations
NOUN = "draft"


def save(db: Db, annotator_id: int, question_id: int, item_id: int, draft: Draft) -> None:
    """Keep a comment and flag for an item before it is answered."""
    key = (item_id, question_id, annotator_id)
    with db.atomic():
        before = current(db, key)
        if draft == drafted(before):
            return
        after = {"comment": draft.comment, "flagged": int(draft.flagged)}
        audit.append(db, audit.begin(db, KIND, annotator_id=annotator_id), [(NOUN, key, before, after)])
        put(db, key, after)


def of(db: Db, annotator_id: int, question_id: int, item_id: int) -> Draft:
    """An empty one where nothing is kept."""
    return drafted(current(db, (item_id, question_id, annotator_id)))


def on_item(db: Db, question_id: int, item_id: int) -> list[tuple[int, Draft]]:
    """What people keep for an item, by annotator; not where their answer says the same."""
    rows = db.conn.execute(
        "select d.annotator_id, d.comment, d.flagged from draft d where d.item_id = ? and d.question_id = ?"
        " and (d.flagged or d.comment <> '') and not exists (select 1 from annotation a where a.item_id = d.item_id"
        " and a.question_id = d.question_id and a.annotator_id = d.annotator_id and a.comment = d.comment"
        " and a.flagged = d.flagged) order by d.annotator_id",
        (item_id, question_id),
    )
    return [(annotator_id, Draft(comment, bool(flagged))) for annotator_id, comment, flagged in rows]


def current(db: Db, key: Sequence[int]) -> Row | None:
    """What is kept for (item, question, annotator), as it is logged."""
    row = db.conn.execute(
        "select comment, flagged from draft where item_id = ? and question_id = ? and annotator_id = ?", tuple(key)
    ).fetchone()
    return None if row is None else {"comment": row[0], "flagged": row[1]}


def put(db: Db, key: Sequence[int], row: Row | None) -> None:
    """Write it as part of an operation, or remove it where `row` is None."""
    if row is None:
        db.conn.execute("delete from draft where item_id = ? and question_id = ? and annotator_id = ?", tuple(key))
    else:
        item_id, question_id, annotator_id = key
        db.conn.execute(
            "insert or replace into draft values (?, ?, ?, ?, ?)",
            (annotator_id, question_id, item_id, row["comment"], row["flagged"]),
        )


def drafted(row: Row | None) -> Draft:
    return Draft() if row is None else Draft(row["comment"], bool(row["flagged"]))


def left(noun: str, before: Row | None, after: Row | None) -> Draft | None:
    """The draft that a row of the log leaves: one that was written, or that of an answer that was taken back. None
    where it leaves an answer, or nothing."""
    if noun == NOUN:
        return drafted(after)
    if before is None or after is not None:
        return None
    found = uncovered(before.get("status"), before.get("comment") or "", flagged=bool(before.get("flagged")))
    return None if found == Draft() else found
