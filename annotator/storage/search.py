"""The search index: the words of every item, filled after the import, which it would slow down.

The index holds no texts, only where each word stands; the folding of words is ours (`domain/search_words`), so that it
finds the same in every script as a look at the items themselves.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from annotator.domain.search_words import Phrase, Query, searchable
from annotator.storage import setup
from annotator.storage.database import Db

UP_TO = "search_up_to"  # the setting that names the last item in the index; it follows the items, so it is not logged


def up_to(db: Db) -> int:
    """The id of the last item whose words are in the index."""
    return int(setup.setting(db, UP_TO, 0))


def missing(db: Db) -> int:
    """About how many items the index does not have yet; 0 exactly when it has all."""
    return int(db.value("select coalesce(max(id), 0) from item")) - up_to(db)


def fill(db: Db, rows: int) -> int:
    """Add the words of the next items; returns how many there were."""
    with db.atomic():
        found = db.conn.execute(
            "select id, external_id, fields, metadata from item where id > ? order by id limit ?", (up_to(db), rows)
        ).fetchall()
        if found:
            db.conn.executemany(
                "insert into item_search (rowid, words) values (?, ?)", ((row[0], words(*row[1:])) for row in found)
            )
            setup.put_setting(db, UP_TO, found[-1][0])
    return len(found)


def words(external_id: str, fields: str, metadata: str) -> str:
    """What is searched in of an item; fields and metadata as JSON text."""
    return searchable((external_id, *json.loads(fields).values(), *json.loads(metadata).values()))


def replace(db: Db, item_id: int, before: Sequence[str], after: Sequence[str]) -> None:
    """An item has other texts: (external id, fields, metadata). The index must be told what it held. In `atomic()`."""
    if item_id <= up_to(db):
        db.conn.execute(
            "insert into item_search (item_search, rowid, words) values ('delete', ?, ?)", (item_id, words(*before))
        )
        db.conn.execute("insert into item_search (rowid, words) values (?, ?)", (item_id, words(*after)))


def source(db: Db, query: Query) -> tuple[str, dict[str, Any]]:
    """A query for the `id` of the items that are found, with its parameters; items not in the index yet are read."""
    if not query.phrases:
        return "select id from item where 0", {}
    indexed = "select rowid as id from item_search where item_search match :words"
    last = up_to(db)
    parameters = {"words": " AND ".join(map(_expression, query.phrases)), "last": last}
    if db.value("select max(id) from item") in (None, last):
        return indexed, parameters
    db.conn.create_function("has_words", 3, lambda *row: query.found_in(words(*row)), deterministic=True)
    rest = "select id from item where id > :last and has_words(external_id, fields, metadata)"
    return f"{indexed} union all {rest}", parameters


def first(db: Db, query: Query, *, among: int, enough: int, wanted: int) -> list[int]:
    """The first items that are found, in the order of import: those within the first so many items when they are
    `enough`, which for words that stand everywhere is quicker than any index; else as many as are `wanted`."""
    if not query.phrases:
        return []
    rows = db.conn.execute("select id, external_id, fields, metadata from item order by id limit ?", (among,))
    found = [row[0] for row in rows if query.found_in(words(*row[1:]))]
    if len(found) >= enough:
        return found
    text, parameters = source(db, query)
    rows = db.conn.execute(f"select id from ({text}) order by id limit :wanted", parameters | {"wanted": wanted})
    return [row[0] for row in rows]


def _expression(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.words)}"{" *" if phrase.open else ""}'
