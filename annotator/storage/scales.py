"""How a result of merging weighed answers: arrays beside it, gone when it goes."""

from __future__ import annotations

from annotator.storage.database import Db


def put(db: Db, aggregation_id: int, content: bytes) -> None:
    """Keep them with a result. Inside `atomic()`."""
    db.conn.execute("insert into scales (aggregation_id, content) values (?, ?)", (aggregation_id, content))


def of(db: Db, aggregation_id: int) -> bytes | None:
    """None where the result's method has none."""
    content: bytes | None = db.value("select content from scales where aggregation_id = ?", (aggregation_id,))
    return content
