"""Getting the search ready: the words of all items are put into an index, some hundred items at a time."""

from __future__ import annotations

from annotator.domain.model import Report, silent
from annotator.storage import items, search
from annotator.storage.database import Db

STEP = 500  # items in a transaction: an answer given meanwhile waits some hundredths of a second


def missing(db: Db) -> int:
    """About how many items are not in the index yet; a search reads these one by one, some 10 µs each."""
    return search.missing(db)


def step(db: Db) -> int:
    """Add the next items to the index; returns about how many are still missing, 0 when it has all."""
    search.fill(db, STEP)
    return search.missing(db)


def fill(db: Db, limit: int | None = None, report: Report = silent) -> None:
    """Put all items, or the next so many, into the index."""
    total = items.count(db)
    left = total if limit is None else limit
    while left > 0 and (added := search.fill(db, min(STEP, left))):
        left -= added
        report(total - search.missing(db), total)
