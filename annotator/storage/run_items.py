"""The items that a run is about."""

from __future__ import annotations

import json
from collections.abc import Sequence

from annotator.storage import queue
from annotator.storage.database import Db

_NO_ANSWER = (
    "not exists (select 1 from annotation a where a.item_id = i.id and a.question_id = :question"
    " and a.annotator_id = :annotator)"
)


def keep(db: Db, run_id: int, item_ids: Sequence[int]) -> None:
    """Note which items a run was given, beside those that it was given before. Inside `atomic()`."""
    db.conn.execute(
        "insert or ignore into run_item select ?, i.id from item i where i.id in (select value from json_each(?))",
        (run_id, json.dumps(list(item_ids))),
    )


def of_run(db: Db, run_id: int) -> list[int]:
    """The items that a run was given; none where it was given all."""
    return [row[0] for row in db.conn.execute("select item_id from run_item where run_id = ? order by 1", (run_id,))]


def unanswered(db: Db, question_id: int, annotator_id: int, limit: int | None = None) -> list[int]:
    """Items that this annotator has not answered, in the order of import; an invalid reply is an answer."""
    rows = db.conn.execute(
        f"select i.id from item i where {_NO_ANSWER} order by i.id limit :limit",
        {"question": question_id, "annotator": annotator_id, "limit": -1 if limit is None else limit},
    )
    return [row[0] for row in rows]


def unlabelled(db: Db, question_id: int) -> list[int]:
    """Items that nobody has answered, in the order of import."""
    answered = "select 1 from annotation a where a.item_id = i.id and a.question_id = ?"
    rows = db.conn.execute(f"select i.id from item i where not exists ({answered}) order by i.id", (question_id,))
    return [row[0] for row in rows]


def unanswered_of(db: Db, question_id: int, annotator_id: int, item_ids: Sequence[int]) -> list[int]:
    """Those of these items that exist and that this annotator has not answered, each once, in this order."""
    rows = db.conn.execute(
        f"select i.id from json_each(:items) wanted join item i on i.id = wanted.value where {_NO_ANSWER}"
        " group by i.id order by min(wanted.key)",
        {"items": json.dumps(list(item_ids)), "question": question_id, "annotator": annotator_id},
    )
    return [row[0] for row in rows]


def unanswered_count(db: Db, question_id: int, annotator_id: int, without: Sequence[int] = ()) -> int:
    """How many items this annotator has not answered, but for those `without`."""
    items = int(db.value("select count(*) from item"))
    answered = int(
        db.value(
            "select count(*) from annotation where annotator_id = ? and question_id = ?", (annotator_id, question_id)
        )
    )
    return items - answered - len(unanswered_of(db, question_id, annotator_id, without))


def sample(db: Db, question_id: int, annotator_id: int, starts: Sequence[int]) -> list[int]:
    """For each of these ids the next item from there on that this annotator has not answered, if it is not far."""
    found: dict[int, None] = {}
    for start in starts:
        row = db.conn.execute(
            f"select i.id from (select id from item where id >= :start order by id limit {_NEAR}) i"
            f" where {_NO_ANSWER} limit 1",
            {"start": start, "question": question_id, "annotator": annotator_id},
        ).fetchone()
        if row is not None:
            found[row[0]] = None
    return list(found)


def waiting(db: Db, question_id: int) -> list[int]:
    """The items that wait for an answer of people, in the order of their queue; none without a routing."""
    routing = queue.current(db)
    if routing is None:
        return []
    condition, parameters = queue.still_waiting(db, question_id)
    rows = db.conn.execute(
        f"select p.item_id from route p where p.routing_id = :routing and {condition} order by p.position", parameters
    )
    return [row[0] for row in rows]


_NEAR = 200  # items; a longer search for one that is not answered would take as long as a list of all
