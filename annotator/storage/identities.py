"""Ids that travel between files (uids) and the ids inside this one."""

from __future__ import annotations

import json
from collections.abc import Iterable

from annotator.storage.database import Db


def project(db: Db) -> str:
    """What all copies of a project have in common: the uid of the question that it began with."""
    return str(db.value("select uid from question order by id limit 1"))


def questions(db: Db) -> dict[str, int]:
    """All of them, archived ones too: id by uid."""
    return dict(db.conn.execute("select uid, id from question"))


def labels(db: Db) -> dict[str, int]:
    """All of them, also those out of use: id by uid."""
    return dict(db.conn.execute("select uid, id from label"))


def labels_of(db: Db) -> dict[int, dict[str, int]]:
    """As `labels`, by the id of their question."""
    found: dict[int, dict[str, int]] = {}
    for question_id, uid, id_ in db.conn.execute("select question_id, uid, id from label"):
        found.setdefault(question_id, {})[uid] = id_
    return found


def gone(db: Db) -> set[int]:
    """The labels that are out of use, and that no other label stands for."""
    return {row[0] for row in db.conn.execute("select id from label where retired and merged_into is null")}


def items(db: Db, uids: Iterable[str]) -> dict[str, int]:
    """Id by uid, of those that are here."""
    rows = db.conn.execute(
        "select i.uid, i.id from json_each(?) wanted join item i on i.uid = wanted.value", (json.dumps(list(uids)),)
    )
    return dict(rows)


def contents(db: Db, item_ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """By item id: (uid, hash of the fields as hexadecimal digits)."""
    rows = db.conn.execute(
        "select i.id, i.uid, lower(hex(i.content_hash)) from json_each(?) wanted join item i on i.id = wanted.value",
        (json.dumps(list(item_ids)),),
    )
    return {row[0]: (row[1], row[2]) for row in rows}
