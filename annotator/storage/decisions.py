"""Decisions that were made in another copy of the project, and those that contradict one another."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.storage import audit, gold
from annotator.storage.database import Db, Row

NOUN = "gold"
_COLUMNS = "item_id, question_id, op, label_id, source, annotator_id, why, at, contested"

# Decisions that contradict one another; until somebody decides anew none of them counts.
_CONTESTED = (
    "decided_elsewhere e where e.contested and not exists"
    " (select 1 from gold g where g.item_id = e.item_id and g.question_id = e.question_id)"
)
CONTESTED = f"select e.item_id from {_CONTESTED} and e.question_id = :question"  # the items that have such


class Decision(NamedTuple):
    """What somebody decided about an item. op: uid of the operation. label_id: None for no right answer."""

    item_id: int
    question_id: int
    op: str
    label_id: int | None
    source: str
    annotator_id: int | None
    why: str
    at: str


def every(db: Db) -> dict[tuple[int, int], Decision]:
    """All that are in force, known labels from files among them, by (item, question)."""
    rows = db.conn.execute(
        "select g.item_id, g.question_id, o.uid, g.label_id, g.source, g.annotator_id, g.why, g.at from gold g"
        " join op o on o.id = g.op_id"
    )
    return {(row[0], row[1]): Decision(*row) for row in rows}


def known(db: Db) -> set[str]:
    """The operations of all decisions that this copy has seen, its own and others'."""
    own = "select distinct o.uid from op o join op_row r on r.op_id = o.id where r.noun = 'gold'"
    held = "select o.uid from gold g join op o on o.id = g.op_id"
    return {row[0] for row in db.conn.execute(f"{own} union {held} union select op from decided_elsewhere")}


def remember(db: Db, decisions: Sequence[Decision], *, contested: bool) -> None:
    """Keep decisions of other copies, so that they are known when they come again. Inside `atomic()`."""
    db.conn.executemany(
        f"insert into decided_elsewhere ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " on conflict do update set contested = max(contested, excluded.contested)",
        [(*decision, int(contested)) for decision in decisions],
    )


def put(db: Db, op: int, decision: Decision) -> audit.LoggedRow:
    """A decision of another copy in force here, as part of an operation; returns what is to be logged."""
    key = (decision.item_id, decision.question_id)
    before = gold.current(db, key)
    after = {
        "label_id": decision.label_id,
        "source": decision.source,
        "annotator_id": decision.annotator_id,
        "why": decision.why,
        "op_id": op,
        "at": decision.at,
    }
    gold.restore(db, op, key, after)
    return (NOUN, key, before, after)


def drop(db: Db, op: int, key: tuple[int, int]) -> audit.LoggedRow:
    """Take a decision out of force, as part of an operation."""
    before = gold.current(db, key)
    gold.restore(db, op, key, None)
    return (NOUN, key, before, None)


def restore(db: Db, op: int, key: Sequence[Any], left: Row | None, then: Row | None) -> bool:
    """For undo; False, and nothing is done, where somebody decided anew since."""
    current = gold.current(db, (int(key[0]), int(key[1])))
    if (current is None) != (left is None) or (current and left and current["label_id"] != left["label_id"]):
        return False
    gold.restore(db, op, key, then)
    return True


def elsewhere(db: Db, *, contested: bool) -> list[Decision]:
    """The decisions of other copies that this one has seen."""
    rows = db.conn.execute(f"select {_COLUMNS} from decided_elsewhere where contested = ?", (int(contested),))
    return [Decision(*row[:8]) for row in rows]


def contested(db: Db, question_id: int) -> dict[int, list[Decision]]:
    """By item, the decisions that contradict one another, of items on which nobody has decided anew."""
    rows = db.conn.execute(f"select {_COLUMNS} from {_CONTESTED} and e.question_id = ? order by 1, 3", (question_id,))
    found: dict[int, list[Decision]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(Decision(*row[:8]))
    return found


def contested_of(db: Db, item_id: int, question_id: int) -> list[Decision]:
    """The decisions on one item that contradict one another, the latest of each person for each label, in the order in
    which they were made; none where somebody has decided anew."""
    rows = db.conn.execute(
        f"select {_COLUMNS} from {_CONTESTED} and e.item_id = ? and e.question_id = ? order by at, op",
        (item_id, question_id),
    )
    found: dict[tuple[int | None, int | None], Decision] = {}
    for decision in (Decision(*row[:8]) for row in rows):
        key = (decision.annotator_id, decision.label_id)
        found.pop(key, None)
        found[key] = decision
    return list(found.values())


def contested_items(db: Db) -> set[int]:
    """The items of `contested`, of all questions."""
    return {row[0] for row in db.conn.execute(f"select e.item_id from {_CONTESTED}")}


def contested_among(db: Db, question_id: int, item_ids: Sequence[int]) -> set[int]:
    """Those of these items whose decisions contradict one another."""
    rows = db.conn.execute(
        f"{CONTESTED} and e.item_id in (select value from json_each(:items))",
        {"question": question_id, "items": json.dumps(list(item_ids))},
    )
    return {row[0] for row in rows}


def any_contested(db: Db, question_id: int) -> bool:
    """Whether there was ever any; quick."""
    return bool(db.value("select 1 from decided_elsewhere where contested and question_id = ? limit 1", (question_id,)))
