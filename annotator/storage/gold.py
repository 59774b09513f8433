"""Gold: labels taken as known, imported or decided by a person in review."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.domain.model import Changes
from annotator.domain.undo import Action
from annotator.storage import audit, imported_gold, sending_back, setup
from annotator.storage.database import Db, Row, now

_STORED = ("label_id", "source", "how", "annotator_id", "why", "op_id", "at")
_INSERT = (
    f"insert into gold (item_id, question_id, {', '.join(_STORED)}) values (?, ?, {', '.join('?' * len(_STORED))})"
)

# How gold came about: from a file; about an item that was drawn at random, or measured before, as one with a label from
# a file that somebody corrects; about one that was chosen for what was said of it; about many at once.
FILE, DRAWN, CHOSEN, MANY = "file", "drawn", "chosen", "many"
# A decision `g` that somebody made looking at the item. What was accepted with many others at once says what merging
# said, and would confirm it if it taught or were measured by.
LOOKED_AT = f"g.how in ('{DRAWN}', '{CHOSEN}')"
# Gold `g` that everything is measured by. What is decided because it is in dispute would show everybody as less right
# than they are on all items.
MEASURES = f"g.how in ('{FILE}', '{DRAWN}')"


class Gold(NamedTuple):
    """The known label of an item; `label_id` None says that no label is right."""

    item_id: int
    label_id: int | None
    source: str
    annotator_id: int | None
    why: str
    at: str


def adjudicate(
    db: Db,
    question_id: int,
    annotator_id: int,
    decisions: Sequence[tuple[int, int | None]],
    why: str = "",
    *,
    drawn: bool = False,
) -> Changes:
    """Settle items as one undoable operation: (item id, label id, or None for no right answer).

    drawn: the item, a single one, came at random, so that the decision measures. One in place of gold that measures
    does so too.
    """
    with db.atomic():
        how = MANY
        if len(decisions) == 1:
            before = current(db, (decisions[0][0], question_id))
            how = DRAWN if drawn or (before is not None and before["how"] in (FILE, DRAWN)) else CHOSEN
        op = audit.begin(db, "adjudicate", annotator_id=annotator_id)
        logged = [
            _put(db, question_id, item_id, (label_id, "adjudicated", how, annotator_id, why, op, now()))
            for item_id, label_id in decisions
        ]
        audit.append(db, op, logged)
    return Changes(op, gold=True)


def decide(
    db: Db, op: int, question_id: int, annotator_id: int, decisions: Sequence[tuple[int, int]], why: str
) -> None:
    """Settle many items as a part of an operation, which logs them itself: (item id, label id), none with gold yet."""
    seq = 0
    for first in range(0, len(decisions), audit.AT_ONCE):
        at, logged, rows = now(), [], []
        for item_id, label_id in decisions[first : first + audit.AT_ONCE]:
            values = (label_id, "adjudicated", MANY, annotator_id, why, op, at)
            after = dict(zip(_STORED, values, strict=True))
            logged.append(("gold", (item_id, question_id), None, after))
            rows.append((item_id, question_id, *values))
        db.conn.executemany(_INSERT, rows)
        seq = audit.append(db, op, logged, first=seq)


def send_back(db: Db, question_id: int, by_id: int, item_id: int, note: str, to: int | None) -> Changes:
    """Ask about an item again, as one undoable operation; a decision that there is goes, and what was known from a file
    before it is back. to: whom, None for anybody."""
    key = (item_id, question_id)
    with db.atomic():
        op = audit.begin(db, "adjudicate", annotator_id=by_id)
        logged: list[audit.LoggedRow] = []
        before = current(db, key)
        settled = before is not None and before["source"] == "adjudicated"
        if settled:
            known = imported_gold.replaced(db, question_id, [item_id]).get(item_id)
            _restore(db, op, key, known)
            logged.append(("gold", key, before, known))
        logged.append(sending_back.put(db, op, key, to=to, note=note, by_id=by_id))
        audit.append(db, op, logged)
    return Changes(op, gold=settled, queue=True)


def restore(db: Db, op: int, key: Sequence[Any], row: Row | None) -> None:
    """For undo of what `decide` did."""
    _restore(db, op, key, row)


def add_imported(db: Db, op: int, question_id: int, rows: Sequence[tuple[int, int]], why: str) -> None:
    """Store (item id, label id) as gold from a file; a person's decision is never replaced. Inside `atomic()`."""
    at = now()
    db.conn.executemany(
        "insert into gold (item_id, question_id, label_id, source, how, annotator_id, why, op_id, at)"
        f" values (?, ?, ?, 'imported', '{FILE}', null, ?, ?, ?) on conflict (item_id, question_id) do update"
        " set label_id = excluded.label_id, why = excluded.why, op_id = excluded.op_id, at = excluded.at"
        " where source = 'imported'",
        [(item_id, question_id, label_id, why, op, at) for item_id, label_id in rows],
    )


def revert(db: Db, annotator_id: int, action: Action) -> tuple[list[int], Changes]:
    """Undo or redo this person's latest decision, or what they last sent back: the items, and what changed."""
    found: dict[int, None] = {}
    nouns: set[str] = set()

    def restore(db: Db, op: int, noun: str, key: Sequence[Any], row: Row | None) -> None:
        found[int(key[0])] = None
        nouns.add(noun)
        {"gold": _restore, sending_back.NOUN: sending_back.restore}[noun](db, op, key, row)

    audit.revert_rows(db, annotator_id, "adjudicate", action, restore)
    return list(found), Changes(gold="gold" in nouns, queue=sending_back.NOUN in nouns)


def of_item(db: Db, question_id: int, item_id: int) -> Gold | None:
    return of_items(db, question_id, [item_id]).get(item_id)


def of_items(db: Db, question_id: int, item_ids: Sequence[int]) -> dict[int, Gold]:
    """Gold by item; items without gold are absent."""
    rows = db.conn.execute(
        "select item_id, label_id, source, annotator_id, why, at from gold"
        " where question_id = ? and item_id in (select value from json_each(?))",
        (question_id, json.dumps(list(item_ids))),
    )
    return {row[0]: Gold(*row) for row in rows}


def every(db: Db, question_id: int) -> list[Gold]:
    rows = db.conn.execute(
        "select item_id, label_id, source, annotator_id, why, at from gold where question_id = ? order by item_id",
        (question_id,),
    )
    return [Gold(*row) for row in rows]


def measuring(db: Db, question_id: int, item_ids: Sequence[int] | None = None) -> list[tuple[int, int]]:
    """(item id, label id) of the gold that everything is measured by, of these items or of all, in their order."""
    chosen = "" if item_ids is None else " and g.item_id in (select value from json_each(:items))"
    rows = db.conn.execute(
        "select g.item_id, g.label_id from gold g where g.question_id = :question and g.label_id is not null"
        f"{chosen} and {MEASURES} order by g.item_id",
        {"question": question_id, "items": json.dumps(list(item_ids or ()))},
    )
    return rows.fetchall()


def not_measuring(db: Db, question_id: int) -> int:
    """Number of items with a gold label that nothing is measured by."""
    return int(
        db.value(
            "select count(*) from gold g where g.question_id = ? and g.label_id is not null"
            f" and g.source = 'adjudicated' and not {MEASURES}",
            (question_id,),
        )
    )


def looked_at(db: Db, question_id: int) -> list[tuple[int, int]]:
    """(item id, label id) of what people settled one by one, and not as one of many at once."""
    rows = db.conn.execute(
        "select g.item_id, g.label_id from gold g where g.question_id = ? and g.source = 'adjudicated'"
        f" and g.label_id is not null and {LOOKED_AT} order by g.item_id",
        (question_id,),
    )
    return rows.fetchall()


def checked(db: Db, question_id: int) -> dict[int, int]:
    """By annotator id, how many of their labels are of items that people settled one by one."""
    return dict(
        db.conn.execute(
            "select a.annotator_id, count(*) from gold g cross join annotation a on a.item_id = g.item_id"
            " and a.question_id = g.question_id and a.status = 'label' where g.question_id = ?"
            f" and g.source = 'adjudicated' and g.label_id is not null and {LOOKED_AT} group by 1",
            (question_id,),
        )
    )


def count(db: Db, question_id: int, source: str) -> int:
    return int(db.value("select count(*) from gold where question_id = ? and source = ?", (question_id, source)))


def settled_examples(db: Db, question_id: int, each: int) -> list[tuple[int, int]]:
    """(label id, item id) of the items that people settled last, one by one, at most so many of each label.

    Imported gold is never among them, since it may be there to check annotators by; neither is what was settled with
    others at once.
    """
    rows = db.conn.execute(
        "select label_id, item_id from (select g.label_id, g.item_id, g.op_id,"
        " row_number() over (partition by g.label_id order by g.op_id desc, g.item_id) place"
        " from gold g where g.question_id = ? and g.source = 'adjudicated' and g.label_id is not null"
        f" and {LOOKED_AT}) where place <= ? order by label_id, place",
        (question_id, each),
    )
    return [(label_id, item_id) for label_id, item_id in rows]


def known(db: Db, question_id: int) -> dict[str, int]:
    """Number of items with a gold label by its source; those where no label is right do not count."""
    return dict(
        db.conn.execute(
            "select source, count(*) from gold where question_id = ? and label_id is not null group by 1",
            (question_id,),
        )
    )


def _put(db: Db, question_id: int, item_id: int, values: tuple[Any, ...]) -> audit.LoggedRow:
    key = (item_id, question_id)
    before = current(db, key)
    after = dict(zip(_STORED, values, strict=True))
    _restore(db, after["op_id"], key, after)
    return ("gold", key, before, after)


def current(db: Db, key: tuple[int, int]) -> Row | None:
    """What is known of (item, question), as it is logged."""
    row = db.conn.execute(
        f"select {', '.join(_STORED)} from gold where item_id = ? and question_id = ?", key
    ).fetchone()
    return None if row is None else dict(zip(_STORED, row, strict=True))


def _restore(db: Db, op: int, key: Sequence[Any], row: Row | None) -> None:
    db.conn.execute("delete from gold where item_id = ? and question_id = ?", tuple(key))
    if row is not None:
        into = setup.successors(db)  # a label that was merged into another meanwhile is that one now
        written = row | {"op_id": op, "label_id": into.get(row["label_id"], row["label_id"])}
        db.conn.execute(_INSERT, (*key, *(written[name] for name in _STORED)))
