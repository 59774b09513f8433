"""A comment and a flag that somebody has put on an item before answering it."""

from __future__ import annotations

from typing import NamedTuple

from annotator.storage.database import Db


class Draft(NamedTuple):
    """A comment and a flag on an item that is not answered yet."""

    comment: str = ""
    flagged: bool = False


def save(db: Db, annotator_id: int, question_id: int, item_id: int, draft: Draft) -> None:
    """Keep a comment and flag for an item before it is answered."""
    with db.atomic():
        db.conn.execute(
            "insert or replace into draft values (?, ?, ?, ?, ?)",
            (annotator_id, question_id, item_id, draft.comment, int(draft.flagged)),
        )


def of(db: Db, annotator_id: int, question_id: int, item_id: int) -> Draft:
    """An empty one where nothing is kept."""
    row = db.conn.execute(
        "select comment, flagged from draft where annotator_id = ? and question_id = ? and item_id = ?",
        (annotator_id, question_id, item_id),
    ).fetchone()
    return Draft() if row is None else Draft(row[0], bool(row[1]))
