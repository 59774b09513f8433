"""Labels known from a file in whose place a person's decision stands: the log has them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from annotator.storage import setup
from annotator.storage.database import Db, Row


def labels(db: Db, question_id: int, item_ids: Sequence[int]) -> dict[int, int]:
    """Label ids by item; of items without a decision, or whose label was not known before it, there is none. A label
    that was merged into another meanwhile is that one."""
    into = setup.successors(db)
    known = {id_: row["label_id"] for id_, row in replaced(db, question_id, item_ids).items()}
    return {id_: into.get(label_id, label_id) for id_, label_id in known.items() if isinstance(label_id, int)}


def replaced(db: Db, question_id: int, item_ids: Sequence[int]) -> dict[int, Row]:
    """By item, the row of gold from a file that was there before the decision in force, as it was logged."""
    decided = dict(
        db.conn.execute(
            "select item_id, op_id from gold where question_id = ? and source = 'adjudicated'"
            " and item_id in (select value from json_each(?))",
            (question_id, json.dumps(list(item_ids))),
        )
    )
    found: dict[int, Row] = {}
    while decided:  # a decision may stand in place of another one
        earlier: dict[int, int] = {}
        for item_id, op, row in _before(db, question_id, decided):
            if row.get("source") == "imported":
                found[item_id] = row
            elif isinstance(row.get("op_id"), int) and row["op_id"] < op:
                earlier[item_id] = row["op_id"]
        decided = earlier
    return found


def _before(db: Db, question_id: int, decided: Mapping[int, int]) -> Iterator[tuple[int, int, Row]]:
    """(item, operation, the row before it). What was accepted with many others had no gold before."""
    items = {json.dumps([item_id, question_id]): item_id for item_id in decided}
    rows = db.conn.execute(
        "select r.op_id, r.key, r.before from op_row r join op o on o.id = r.op_id"
        " where r.op_id in (select value from json_each(:ops)) and o.kind <> 'bulk' and r.noun = 'gold'"
        " and r.before is not null and r.key in (select value from json_each(:keys))",
        {"ops": json.dumps(sorted(set(decided.values()))), "keys": json.dumps(list(items))},
    )
    for op, key, before in rows:
        if decided[items[key]] == op:
            yield items[key], op, json.loads(before)
