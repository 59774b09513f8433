"""Many rows, a few at a time: whoever makes arrays of them lets others have Python's lock in between."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

AT_ONCE = 2_000  # rows; fetching 50,000 and making an array of them holds the lock, and the window, for three frames


def some_at_once(rows: sqlite3.Cursor) -> Iterator[list[Any]]:
    """The rows of a statement, in lists of at most AT_ONCE."""
    while batch := rows.fetchmany(AT_ONCE):
        yield batch
