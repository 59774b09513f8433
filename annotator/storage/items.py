"""Items: one row each, read by page, written in bulk."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple

from annotator.domain.ids import uuid7s
from annotator.domain.model import Item, NewItem
from annotator.storage.database import Db

_quoted = json.encoder.encode_basestring  # in C where Python has it; escapes and quotes one text


class Stored(NamedTuple):
    """What a batch of rows came to. `before` holds what an update replaced: (id, fields, metadata) as JSON text."""

    added: int
    updated: int
    skipped: tuple[str, ...]
    before: tuple[tuple[int, str, str], ...]


def count(db: Db) -> int:
    return int(db.value("select count(*) from item"))


def last_id(db: Db) -> int:
    return int(db.value("select coalesce(max(id), 0) from item"))


def ids(db: Db) -> list[int]:
    """All item ids in the order of import: 8 bytes each, so that lists can page by id."""
    return [row[0] for row in db.conn.execute("select id from item order by id")]


def containing(db: Db, text: str) -> list[int]:
    """Items whose fields, metadata or id contain the text; Latin letters whatever their case."""
    pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    rows = db.conn.execute(
        "select id from item where external_id like :p escape '\\' or exists (select 1 from json_each(fields)"
        " where value like :p escape '\\') or exists (select 1 from json_each(metadata)"
        " where value like :p escape '\\') order by id",
        {"p": pattern},
    )
    return [row[0] for row in rows]


def page(db: Db, item_ids: Sequence[int]) -> list[Item]:
    """These items, in this order; ids that do not exist are left out."""
    rows = db.conn.execute(
        "select i.id, i.external_id, i.fields, i.metadata from json_each(?) wanted join item i on i.id = wanted.value"
        " order by wanted.key",
        (json.dumps(list(item_ids)),),
    )
    return [_item(row) for row in rows]


def get(db: Db, item_id: int) -> Item:
    return page(db, [item_id])[0]


def ids_by_external(db: Db, external_ids: Iterable[str]) -> dict[str, int]:
    rows = db.conn.execute(
        "select i.external_id, i.id from json_each(?) wanted join item i on i.external_id = wanted.value",
        (json.dumps(list(external_ids)),),
    )
    return dict(rows)


def all_names(db: Db) -> tuple[str, ...]:
    """The names of all fields and metadata, fields first, in the order in which they first came."""
    found: dict[str, None] = {}
    for column in ("fields", "metadata"):
        rows = db.conn.execute(f"select distinct key from item, json_each({column}) order by item.id")
        found.update(dict.fromkeys(row[0] for row in rows))
    return tuple(found)


def add(db: Db, new: Sequence[NewItem], *, update: bool) -> Stored:
    """Insert a batch; an id that is there already, or comes twice, is updated or skipped. Inside `atomic()`."""
    try:
        with db.atomic():
            _insert(db, new)
        return Stored(len(new), 0, (), ())
    except sqlite3.IntegrityError:  # rare enough to be cheaper than looking every id up before
        fresh, again = _split(db, new)
    _insert(db, fresh)
    if not update:
        return Stored(len(fresh), 0, tuple(item.external_id for item in again), ())
    return Stored(len(fresh), len(again), (), tuple(_replace(db, item) for item in again))


def _insert(db: Db, new: Sequence[NewItem]) -> None:
    db.conn.executemany(
        "insert into item (uid, external_id, fields, metadata, content_hash) values (?, ?, ?, ?, ?)",
        [(uid, *_row(item)) for uid, item in zip(uuid7s(len(new)), new, strict=True)],
    )


def _split(db: Db, new: Sequence[NewItem]) -> tuple[list[NewItem], list[NewItem]]:
    """(not seen before, seen before) by external id, in the file and in this batch."""
    seen = set(ids_by_external(db, [item.external_id for item in new]))
    fresh: list[NewItem] = []
    again: list[NewItem] = []
    for item in new:
        (again if item.external_id in seen else fresh).append(item)
        seen.add(item.external_id)
    return fresh, again


def _replace(db: Db, item: NewItem) -> tuple[int, str, str]:
    external_id, fields, metadata, content_hash = _row(item)
    before: tuple[int, str, str] = db.conn.execute(
        "select id, fields, metadata from item where external_id = ?", (external_id,)
    ).fetchone()
    db.conn.execute(
        "update item set fields = ?, metadata = ?, content_hash = ? where id = ?",
        (fields, metadata, content_hash, before[0]),
    )
    return before


def _encode(texts: dict[str, str]) -> str:
    """A flat JSON object. By hand, since json.dumps alone would take longer than SQLite does for the whole row."""
    if len(texts) == 1:
        [(name, text)] = texts.items()
        return f"{{{_quoted(name)}:{_quoted(text)}}}"
    return "{" + ",".join([f"{_quoted(name)}:{_quoted(text)}" for name, text in texts.items()]) + "}"


def _row(item: NewItem) -> tuple[str, str, str, bytes]:
    fields = _encode(item.fields)
    return item.external_id, fields, _encode(item.metadata), blake2b(fields.encode(), digest_size=16).digest()


def _item(row: tuple[int, str, str, str]) -> Item:
    id_, external_id, fields, metadata = row
    return Item(id_, external_id, json.loads(fields), json.loads(metadata))
