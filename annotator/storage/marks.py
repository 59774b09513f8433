"""Marks that a lead puts on items: tags by their names, and the flag, whose name is empty."""

from __future__ import annotations

import json
from collections.abc import Sequence

from annotator.storage import audit
from annotator.storage.database import Db, Row

FLAG = ""


def add(db: Db, op: int, name: str, item_ids: Sequence[int]) -> int:
    """Mark those of these items that are not marked so; returns how many. Part of the caller's operation."""
    seq = 0
    for first in range(0, len(item_ids), audit.AT_ONCE):
        new = unmarked(db, name, item_ids[first : first + audit.AT_ONCE])
        db.conn.executemany(
            "insert into mark (name, item_id, op_id) values (?, ?, ?)", ((name, item_id, op) for item_id in new)
        )
        seq = audit.append(db, op, (("mark", (name, item_id), None, {}) for item_id in new), first=seq)
    return seq


def unmarked(db: Db, name: str, item_ids: Sequence[int]) -> list[int]:
    """Those of these items that do not have this mark, each once."""
    rows = db.conn.execute(
        "select distinct i.id from json_each(?) wanted join item i on i.id = wanted.value"
        " where not exists (select 1 from mark m where m.name = ? and m.item_id = i.id)",
        (json.dumps(list(item_ids)), name),
    )
    return [row[0] for row in rows]


def restore(db: Db, op: int, key: Sequence[str | int], row: Row | None) -> None:
    """For undo: put a mark on an item, or take it off."""
    if row is None:
        db.conn.execute("delete from mark where name = ? and item_id = ?", tuple(key))
    else:
        db.conn.execute("insert or ignore into mark (name, item_id, op_id) values (?, ?, ?)", (*key, op))


def of_item(db: Db, item_id: int) -> list[str]:
    """The item's tags in the order of the alphabet; the flag comes first, as ""."""
    return [row[0] for row in db.conn.execute("select name from mark where item_id = ? order by name", (item_id,))]


def tags(db: Db) -> list[str]:
    """All tags that any item has."""
    return [row[0] for row in db.conn.execute("select distinct name from mark where name <> '' order by name")]
