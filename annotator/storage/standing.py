"""What shows at a glance that another program has changed a project under somebody who has it open."""

from __future__ import annotations

from typing import NamedTuple

from annotator.storage import items
from annotator.storage.database import Db


class Standing(NamedTuple):
    """Numbers that stay the same until it happens.

    tables: SQLite counts it up where all tables were put in at once, as a backup is; we change none in between.
    last_item, last_import: the ids; of imports of items.
    """

    tables: int
    last_item: int
    last_import: int


def standing(db: Db) -> Standing:
    """Takes microseconds, however large the project is."""
    with db.snapshot():
        return Standing(
            int(db.value("pragma schema_version")),
            items.last_id(db),
            int(db.value("select coalesce(max(id), 0) from import where what = 'items'")),
        )
