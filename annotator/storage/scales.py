"""How a result of merging weighed answers: arrays beside it, gone when it goes."""

from __future__ import annotations

from annotator.storage.database import Db

# Made with the first result that has one, so that a project of an Annotator without it needs no step to another format.
_TABLE = """
    create table if not exists scales (
        aggregation_id integer primary key references aggregation (id) on delete cascade,
        content blob not null
    ) strict
"""


def put(db: Db, aggregation_id: int, content: bytes) -> None:
    """Keep them with a result. Inside `atomic()`."""
    db.conn.execute(_TABLE)
    db.conn.execute("insert into scales (aggregation_id, content) values (?, ?)", (aggregation_id, content))


def of(db: Db, aggregation_id: int) -> bytes | None:
    """None where the result's method has none, or an older Annotator stored it."""
    if not db.value("select exists (select 1 from sqlite_master where type = 'table' and name = 'scales')"):
        return None
    content: bytes | None = db.value("select content from scales where aggregation_id = ?", (aggregation_id,))
    return content
