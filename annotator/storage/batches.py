"""Runs that are begun together, as a panel or a cascade, and share a cap."""

from __future__ import annotations

import json
from typing import Any

from annotator.domain.ids import uuid7
from annotator.storage import setup
from annotator.storage.database import Db, now


def begin(db: Db, plan: dict[str, Any]) -> str:
    """The uid of the latest batch of this plan, if that was interrupted, else of a new one."""
    text = json.dumps(plan | {"question": setup.question_id(db)}, sort_keys=True)
    with db.atomic():
        row = db.conn.execute(
            "select uid, finished from batch where plan = ? order by id desc limit 1", (text,)
        ).fetchone()
        if row is not None and not row[1]:
            return str(row[0])
        uid = uuid7()
        db.conn.execute("insert into batch (uid, plan, finished, at) values (?, ?, 0, ?)", (uid, text, now()))
    return uid


def finish(db: Db, uid: str) -> None:
    """All of its runs have come to their end; one that left no run behind leaves nothing behind."""
    with db.atomic():
        db.conn.execute("update batch set finished = 1 where uid = ?", (uid,))
        db.conn.execute("delete from batch where uid = ? and uid not in (select batch from run)", (uid,))
