"""Decisions that were made in another copy of the project, and those that contradict one another."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.storage import audit, gold
from annotator.storage.database import Db, Row

NOUN = "gold"
KNOWN, CONTRADICTED = "decision known", "decision contradicted"  # nouns of what the log says of `remember`
REMEMBERED = (KNOWN, CONTRADICTED)
_OF = "of"  # what the log keeps beside a decision that was taken over: the operation in which it was made
_AT = "r.key ->> '$[0]', r.key ->> '$[1]'"  # item and question of a row of the log
_SAID = ("label_id", "source", "annotator_id", "why", "at")
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
    made = _made_elsewhere(db)
    rows = db.conn.execute(
        "select g.item_id, g.question_id, o.uid, g.label_id, g.source, g.annotator_id, g.why, g.at, g.op_id from gold g"
        " join op o on o.id = g.op_id"
    )
    found = ((Decision(*row[:8]), row[8]) for row in rows)
    return {_key(each): each._replace(op=made.get((op, *_key(each)), each.op)) for each, op in found}


def _made_elsewhere(db: Db) -> dict[tuple[int, int, int], str]:
    """By operation, item and question of decisions that came with another copy: the operation in which they were made,
    which is the same in all copies."""
    rows = db.conn.execute(
        f"select r.op_id, {_AT}, r.after ->> '$.{_OF}' from op_row r where r.noun = ? and r.after ->> '$.{_OF}' is not"
        " null and r.op_id in (select distinct op_id from gold) order by r.op_id, r.seq",
        (NOUN,),
    )
    return {(op, item_id, question_id): str(uid) for op, item_id, question_id, uid in rows}


def _key(decision: Decision) -> tuple[int, int]:
    return decision.item_id, decision.question_id


def made_here(db: Db) -> list[Decision]:
    """All that were ever made in this copy, also those that were taken back or replaced. The log of a stranger's file
    may hold anything: only what names things that are there."""
    names = {"label_id": "label", "annotator_id": "annotator"}
    there = " and ".join(
        f"(r.after ->> '{name}' is null or exists (select 1 from {table} where id = r.after ->> '{name}'))"
        for name, table in names.items()
    )
    rows = db.conn.execute(
        f"select {_AT}, o.uid, r.after ->> 'label_id', r.after ->> 'source', r.after ->> 'annotator_id',"
        " cast(r.after ->> 'why' as text), cast(r.after ->> 'at' as text)"
        " from op_row r join op o on o.id = r.op_id where r.noun = ? and o.kind <> 'take'"
        " and r.after ->> 'source' in ('imported', 'adjudicated')"  # where labels are merged, nothing is decided
        " and exists (select 1 from item where id = r.key ->> '$[0]')"
        f" and exists (select 1 from question where id = r.key ->> '$[1]') and {there}",
        (NOUN,),
    )
    return [Decision(*row) for row in rows if None not in row[-2:]]


def known(db: Db) -> set[str]:
    """The operations of all decisions that this copy has seen, its own and others'."""
    own = "select distinct o.uid from op o join op_row r on r.op_id = o.id where r.noun = 'gold'"
    held = "select o.uid from gold g join op o on o.id = g.op_id"
    return {row[0] for row in db.conn.execute(f"{own} union {held} union select op from decided_elsewhere")}


def remember(db: Db, decisions: Sequence[Decision], *, contested: bool) -> list[audit.LoggedRow]:
    """Keep decisions of other copies, so that they are known when they come again; returns what is to be logged.
    Inside `atomic()`."""
    logged: list[audit.LoggedRow] = []
    for decision in decisions:
        key = (decision.item_id, decision.question_id, decision.op)
        before = _remembered(db, key)
        if before is not None and before["contested"] >= contested:
            continue
        after = {name: getattr(decision, name) for name in _SAID} | {"contested": int(contested)}
        restore_remembered(db, key, after)
        logged.append((CONTRADICTED if contested else KNOWN, key, before, after))
    return logged


def restore_remembered(db: Db, key: Sequence[Any], row: Row | None) -> None:
    """As it was logged; None for what is not known."""
    db.conn.execute("delete from decided_elsewhere where item_id = ? and question_id = ? and op = ?", tuple(key))
    if row is not None:
        values = (*key, *(row[name] for name in _SAID), row["contested"])
        db.conn.execute(f"insert into decided_elsewhere ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)


def _remembered(db: Db, key: Sequence[Any]) -> Row | None:
    names = (*_SAID, "contested")
    row = db.conn.execute(
        f"select {', '.join(names)} from decided_elsewhere where item_id = ? and question_id = ? and op = ?", tuple(key)
    ).fetchone()
    return None if row is None else dict(zip(names, row, strict=True))


def put(db: Db, op: int, decision: Decision, own: Decision | None) -> audit.LoggedRow:
    """A decision of another copy in force here, as part of an operation; returns what is to be logged. own: what it
    takes the place of."""
    key = (decision.item_id, decision.question_id)
    before = _logged(db, key, own)
    after = {name: getattr(decision, name) for name in _SAID} | {"op_id": op, _OF: decision.op}
    gold.restore(db, op, key, after)
    return (NOUN, key, before, after)


def drop(db: Db, op: int, own: Decision) -> audit.LoggedRow:
    """Take a decision out of force, as part of an operation."""
    key = (own.item_id, own.question_id)
    before = _logged(db, key, own)
    gold.restore(db, op, key, None)
    return (NOUN, key, before, None)


def _logged(db: Db, key: tuple[int, int], own: Decision | None) -> Row | None:
    """What is in force, with the operation in which it was made: undo brings it back as that same decision."""
    row = gold.current(db, key)
    return None if row is None or own is None else row | {_OF: own.op}


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


def unsettled(db: Db) -> dict[tuple[int, int], set[str]]:
    """By (item, question) on which nobody has decided anew: the operations of the decisions that contradict one
    another."""
    found: dict[tuple[int, int], set[str]] = {}
    for item_id, question_id, op in db.conn.execute(f"select e.item_id, e.question_id, e.op from {_CONTESTED}"):
        found.setdefault((item_id, question_id), set()).add(op)
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
