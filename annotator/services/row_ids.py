"""Ids for rows of a file that has none: “row-N” after their line, and the same again when the file is read again."""

from __future__ import annotations

from itertools import islice

from annotator.domain.model import NewItem
from annotator.formats.mapping import ROW_ID, Mapping, to_items
from annotator.formats.reader import Reader
from annotator.storage import imports, items
from annotator.storage.database import Db

COMPARED = 50  # rows that tell a file that was imported before from another one
ROUND = 1_000


def first_number(db: Db, reader: Reader, mapping: Mapping) -> int:
    """Where the numbering begins: 1, as in the earlier import of this file, or behind all numbers there are.

    The second file without ids must not take the numbers of the first, whose rows it would then be taken for.
    """
    highest = items.highest_number(db, ROW_ID)
    if not highest:
        return 1
    rows = (row for row in to_items(reader, mapping) if isinstance(row, NewItem))
    beginning = list(islice(rows, COMPARED))
    for number in _earlier(db):
        if _is_there(db, beginning, number):
            return number
    return -(-highest // ROUND) * ROUND + 1


def _earlier(db: Db) -> list[int]:
    """Where the numbering of earlier imports without ids began, the latest first."""
    found = imports.settings(db, "items")
    return list(dict.fromkeys(settings["first_number"] for settings in found if settings.get("first_number")))


def _is_there(db: Db, rows: list[NewItem], first: int) -> bool:
    """Whether the project has these rows, numbered so: at least one, and none with another text."""
    ids = [f"{ROW_ID}{row.line + first - 1}" for row in rows]
    known = items.ids_by_external(db, ids)
    stored = {item.external_id: item.fields for item in items.page(db, list(known.values()))}
    same = [stored[id_] == row.fields for id_, row in zip(ids, rows, strict=True) if id_ in stored]
    return bool(same) and all(same)
