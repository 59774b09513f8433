"""Items: one row each, read by page, written in bulk."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple

from annotator.domain.ids import uuid7s
from annotator.domain.model import Item, NewItem
from annotator.storage import search
from annotator.storage.database import Db

_HALF = re.compile("[\ud800-\udfff]")
_quoted = json.encoder.encode_basestring  # in C where Python has it; escapes and quotes one text


class Stored(NamedTuple):
    """What a batch of rows came to. again: those whose id was there already, which were updated or skipped.

    before: what an update replaced: (id, fields, metadata) as JSON text.
    """

    added: int
    again: tuple[NewItem, ...]
    before: tuple[tuple[int, str, str], ...]


def count(db: Db) -> int:
    return int(db.value("select count(*) from item"))


def last_id(db: Db) -> int:
    return int(db.value("select coalesce(max(id), 0) from item"))


def ids(db: Db) -> list[int]:
    """All item ids in the order of import: 8 bytes each, so that lists can page by id."""
    return [row[0] for row in db.conn.execute("select id from item order by id")]


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


def content_hashes(db: Db) -> set[bytes]:
    """`content_hash` of the fields of every item: 16 bytes each."""
    return {row[0] for row in db.conn.execute("select content_hash from item")}


def highest_number(db: Db, prefix: str) -> int:
    """The highest number behind this prefix among the ids, 0 where there is none."""
    return int(
        db.value(
            "select coalesce(max(cast(substr(external_id, ?) as integer)), 0) from item where external_id glob ?",
            (len(prefix) + 1, f"{prefix}[0-9]*"),
        )
    )


def all_names(db: Db) -> tuple[str, ...]:
    """The names of all fields and metadata, fields first, in the order in which they first came."""
    found: dict[str, None] = {}
    for column in ("fields", "metadata"):
        rows = db.conn.execute(f"select distinct key from item, json_each({column}) order by item.id")
        found.update(dict.fromkeys(row[0] for row in rows))
    return tuple(found)


def add(db: Db, new: Sequence[NewItem], *, update: bool) -> Stored:
    """Insert a batch; an id that is there already, or comes twice, is updated or skipped. Inside `atomic()`."""
    uids = list(uuid7s(len(new)))
    before = db.conn.total_changes
    # No savepoint to fall back to: SQLite would keep what it covers in memory until the whole import ends.
    db.conn.executemany(
        "insert into item (uid, external_id, fields, metadata, content_hash) values (?, ?, ?, ?, ?)"
        " on conflict (external_id) do nothing",
        [(uid, *_row(item)) for uid, item in zip(uids, new, strict=True)],
    )
    added = db.conn.total_changes - before
    again = [] if added == len(new) else _not_stored(db, new, uids)
    if not update:
        return Stored(added, tuple(again), ())
    return Stored(added, tuple(again), tuple(_replace(db, item) for item in again))


def _not_stored(db: Db, new: Sequence[NewItem], uids: Sequence[str]) -> list[NewItem]:
    """Those whose id was there already: the row of that id has another uid."""
    rows = db.conn.execute(
        "select i.external_id, i.uid from json_each(?) wanted join item i on i.external_id = wanted.value",
        (json.dumps([item.external_id for item in new]),),
    )
    stored = dict(rows)
    return [item for item, uid in zip(new, uids, strict=True) if stored[item.external_id] != uid]


def _replace(db: Db, item: NewItem) -> tuple[int, str, str]:
    external_id, fields, metadata, content_hash = _row(item)
    before: tuple[int, str, str] = db.conn.execute(
        "select id, fields, metadata from item where external_id = ?", (external_id,)
    ).fetchone()
    db.conn.execute(
        "update item set fields = ?, metadata = ?, content_hash = ? where id = ?",
        (fields, metadata, content_hash, before[0]),
    )
    search.replace(db, before[0], (external_id, *before[1:]), (external_id, fields, metadata))
    return before


def _encode(texts: dict[str, str]) -> str:
    """A flat JSON object. By hand, since json.dumps alone would take longer than SQLite does for the whole row."""
    if len(texts) == 1:
        [(name, text)] = texts.items()
        return f"{{{_quoted(name)}:{_quoted(text)}}}"
    return "{" + ",".join([f"{_quoted(name)}:{_quoted(text)}" for name, text in texts.items()]) + "}"


def content_hash(fields: dict[str, str]) -> bytes:
    """Equal for items whose fields have the same names and texts."""
    return _hash(_encode(fields))


def is_unchanged(fields: str, content: bytes) -> bool:
    """Whether fields as they are stored are those that were imported. content: their `content_hash`."""
    return _hash(fields) == content or _hash(_plain(json.loads(fields))) == content  # what we wrote needs no reading


def holds_halves(stored: str) -> bool:
    """Whether a JSON object as it is stored says half of a character somewhere; ours never do."""
    return "\\u" in stored and _HALF.search(_plain(json.loads(stored))) is not None


def write_whole(db: Db) -> int:
    """Let all texts that are not what was imported be as they can be read now; returns how many items had such."""
    rows = db.conn.execute("select id, fields, metadata, content_hash from item")
    changed = [
        (id_, _HALF.sub("\ufffd", _plain(json.loads(fields))), _HALF.sub("\ufffd", _plain(json.loads(metadata))))
        for id_, fields, metadata, content in rows
        if not is_unchanged(fields, content) or holds_halves(fields) or holds_halves(metadata)
    ]
    db.conn.executemany(
        "update item set fields = ?, metadata = ?, content_hash = ? where id = ?",
        [(fields, metadata, _hash(fields), id_) for id_, fields, metadata in changed],
    )
    return len(changed)


def _row(item: NewItem) -> tuple[str, str, str, bytes]:
    fields = _encode(item.fields)
    return item.external_id, fields, _encode(item.metadata), _hash(fields)


def _hash(fields: str) -> bytes:
    return blake2b(fields.encode(errors="surrogatepass"), digest_size=16).digest()


def _item(row: tuple[int, str, str, str]) -> Item:
    id_, external_id, fields, metadata = row
    return Item(id_, external_id, _texts(fields), _texts(metadata))


def _texts(stored: str) -> dict[str, str]:
    """Of a JSON object as it is stored, with a sign in place of every half of a character: no file, window or model
    takes such a half."""
    found: dict[str, str] = json.loads(stored)
    return json.loads(_HALF.sub("\ufffd", _plain(found))) if "\\u" in stored else found


def _plain(texts: dict[str, str]) -> str:
    """As `_encode`, also of what is no text."""
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
