"""Saves what can be read of a damaged project file into a new one, page by page, and counts what could not be."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from annotator.domain.model import Report, silent
from annotator.storage.database import Db
from annotator.storage.layout import Layout, Place, Table, layout_of
from annotator.storage.pages import LEAVES, Found, Pages, Unreadable, Value

AT_ONCE = 1_000  # rows stored in one go
_BLANK: dict[str, Value] = {"integer": 0, "real": 0.0, "text": "", "blob": b""}


@dataclass
class Salvage:
    """Counts by table. rows: saved. damaged: rows that are there but make no sense. pages: that cannot be read at all,
    each with any number of rows. nowhere: pages of rows that belong to none of our tables. inexact: saved rows with
    bytes that are no text, which stand as � now; items: the ids of such items, by the number that rows know them by.
    texts: how many of these items have such bytes in what is labelled."""

    rows: Counter[str] = field(default_factory=Counter)
    damaged: Counter[str] = field(default_factory=Counter)
    pages: Counter[str] = field(default_factory=Counter)
    nowhere: int = 0
    inexact: Counter[str] = field(default_factory=Counter)
    items: dict[Value, str] = field(default_factory=dict)
    texts: int = 0


def salvage(source: Path, db: Db, report: Report = silent) -> Salvage:
    """Read `source`, which stays as it is, into the new and empty project `db`, whose references are not mended yet.

    report: in pages of the file. OSError where it cannot be opened.
    """
    found = Salvage()
    with closing(Pages(source)) as pages:
        layout = layout_of(pages)
        db.conn.execute("pragma foreign_keys = off")  # what a row refers to may come later, or never
        with db.atomic():
            for place in layout.tables:
                _store(db, place.table, _of_tree(pages, place, found, report), found)
            for table, columns, rows in _strays(pages, layout, found, report):
                _store(db, table, ((table.named(row, columns), True) for row in rows), found)
            db.conn.execute("delete from project where key = 'search_up_to'")  # the index is not saved, but made anew
    return found


def _of_tree(pages: Pages, place: Place, found: Salvage, report: Report) -> Iterator[tuple[dict[str, Value], bool]]:
    """Rows, and whether each is exact."""
    if not place.root:
        return
    for page in pages.tree(place.root, place.table.kinds):
        report(len(pages.used), pages.count)
        if page is None:
            found.pages[place.table.name] += 1
            continue
        found.damaged[place.table.name] += page.damaged
        for row in page.rows:
            if place.holds(row):
                yield place.table.named(row, place.columns), row.exact
            else:
                found.damaged[place.table.name] += 1


def _strays(
    pages: Pages, layout: Layout, found: Salvage, report: Report
) -> Iterator[tuple[Table, Sequence[str], list[Found]]]:
    """Rows on pages that no tree leads to any more: they are of the one table that they all fit, if there is one."""
    for root in layout.others:
        _pass_over(pages, root)
    free = pages.free()
    for number in islice(pages.numbers(), 1, None):
        if number in pages.used or number in free:
            continue
        report(number, pages.count)
        try:
            page = pages.page(number, LEAVES)
        except Unreadable:
            continue
        fitting = [place for place in layout.tables if page.rows and all(map(place.table.fits, page.rows))]
        if len(fitting) == 1:
            found.damaged[fitting[0].table.name] += page.damaged
            yield fitting[0].table, fitting[0].table.columns, page.rows
        elif page.rows:
            found.nowhere += 1


def _pass_over(pages: Pages, root: int) -> None:
    """Mark the pages of an index as used: their rows are copies."""
    for kinds in ((2, 10), (5, 13)):
        for _ in pages.tree(root, kinds):
            pass


def _store(db: Db, table: Table, rows: Iterator[tuple[dict[str, Value], bool]], found: Salvage) -> None:
    """What breaks a rule of the table is damaged; a row whose place is taken is a copy of one that is there."""
    names = ", ".join(table.columns)
    marks = ", ".join("?" * len(table.columns))
    statement = f"insert into {table.name} ({names}) values ({marks}) on conflict do nothing"
    while part := list(islice(rows, AT_ONCE)):
        for row, exact in part:
            try:
                done = db.conn.execute(statement, [_value(table, name, row) for name in table.columns])
            except (sqlite3.IntegrityError, sqlite3.DataError, OverflowError):
                found.damaged[table.name] += 1
            else:
                found.rows[table.name] += done.rowcount
                if not exact:
                    _note(table, row, found, saved=bool(done.rowcount))


def _note(table: Table, row: dict[str, Value], found: Salvage, *, saved: bool) -> None:
    """A row that is not exact. Where its place is taken it is no copy: two ids may be the same without their bytes."""
    if not saved:
        found.damaged[table.name] += 1
        return
    found.inexact[table.name] += 1
    if table.name == "item":
        found.items[row.get("id")] = str(row.get("external_id"))
        found.texts += "\ufffd" in str(row.get("fields"))


def _value(table: Table, name: str, row: dict[str, Value]) -> Value:
    """What an earlier build did not have is empty."""
    if name in row:
        return row[name]
    return _BLANK[table.types[name]] if name in table.required else None
