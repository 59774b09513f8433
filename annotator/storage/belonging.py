"""Whether the write-ahead log beside a project file is its own.

Nothing in a log says which file it belongs to: SQLite takes any sound one of the right name, such as one that a killed
program has left of another file, or of a later state of this one, and writes it over the file. But what Annotator once
wrote of its operations, items and questions never goes: with its own log a file still says it, and has all its pages.
"""

from __future__ import annotations

import contextlib
import json
import struct
import time
from collections.abc import Set
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import ProjectProblem
from annotator.storage.layout import Place, layout_of
from annotator.storage.pages import TABLE_INTERIOR, TABLE_LEAF, Pages, Unreadable
from annotator.storage.wal import FRAME, HEAD
from annotator.texts import say

if TYPE_CHECKING:
    from annotator.storage.database import Db

PAUSE = 0.05  # seconds, in which a log that is being written shows it
_LASTING = ("op", "item", "question")  # rows of these are neither deleted nor given another uid


def has_log(path: Path) -> bool:
    """Whether there is a log beside the file that holds anything."""
    try:
        return _log_of(path).stat().st_size > HEAD
    except OSError:
        return False


def check(db: Db, alone: Pages) -> None:
    """ProjectProblem where the log belongs to another file; nothing is written.

    db: a connection for reading, to a file whose schema is known to be ours. alone: the same file without its log; it
    is to be closed later than the connection, since that would drop SQLite's locks.
    """
    places = [place for place in layout_of(alone).tables if place.table.name in _LASTING and "uid" in place.columns]
    before = None
    while before != (before := _times(db.path)):  # what changes meanwhile is in use, by somebody who has looked
        with db.snapshot():
            pages = int(db.value("pragma page_count"))  # from here on nobody writes what is later into the file itself
            written, sizes = _frames(_log_of(db.path), alone.size)
            said = ((place.table.name, _said(alone, place, written)) for place in places)
            if (not sizes or pages in sizes) and all(_says(db, table, rows) for table, rows in said):
                return
        time.sleep(PAUSE)
    raise another(db.path)


def another(path: Path) -> ProjectProblem:
    """The log beside this file belongs to another one."""
    log = _log_of(path).name
    hint = say(
        "Nothing was changed. Put the file back that was there before, or move “{log}” away to open this one without"
        " it.",
        log=log,
    )
    return ProjectProblem(
        say("“{log}” belongs to another file than the “{file}” beside it.", log=log, file=path.name), hint=hint
    )


def _log_of(path: Path) -> Path:
    path = path.resolve()
    return path.with_name(f"{path.name}-wal")


def _times(path: Path) -> tuple[int, ...]:
    """When the file and its log were written last, and how long the log is; () where there is none any more."""
    with contextlib.suppress(FileNotFoundError):
        file, log = path.stat(), _log_of(path).stat()
        return file.st_mtime_ns, log.st_mtime_ns, log.st_size
    return ()


def _frames(log: Path, size: int) -> tuple[Set[int], Set[int]]:
    """The numbers of the pages in a log, and how many pages the file has after each of its transactions; also of some
    that were never committed, which does no harm here."""
    written, sizes = set(), set()
    with contextlib.suppress(FileNotFoundError), log.open("rb") as file:  # another program may have closed the project
        head = file.read(HEAD)
        while len(frame := file.read(FRAME)) == FRAME and frame[8:16] == head[16:24]:
            number, pages = struct.unpack_from(">II", frame)
            written.add(number)
            sizes |= {pages} if pages else set()
            file.seek(size, 1)
    return written, sizes


def _said(alone: Pages, place: Place, written: Set[int]) -> dict[int, str]:
    """What the file itself says on pages of a table that the log has anew, as uids by id."""
    found = {}
    for number in _leaves(alone, place.root) & written:
        with contextlib.suppress(Unreadable):
            for row in alone.page(number, (TABLE_LEAF,)).rows:
                uid = place.table.named(row, place.columns).get("uid")
                if row.rowid is not None and isinstance(uid, str):
                    found[row.rowid] = uid
    return found


def _leaves(alone: Pages, root: int) -> Set[int]:
    """The numbers of a table's leaves. All are equally deep, so that only one of them needs to be read."""
    level = [root]
    while level:
        below = []
        for number in level:
            try:
                if alone.raw(number)[0] == TABLE_LEAF:
                    return set(level)
                below += alone.page(number, (TABLE_INTERIOR,)).children
            except Unreadable:
                continue
        level = below
    return set()


def _says(db: Db, table: str, rows: dict[int, str]) -> bool:
    """Whether the file with its log says all of this too."""
    found = db.conn.execute(
        f"select t.id, t.uid from json_each(?) wanted join {table} t on t.id = wanted.value", (json.dumps([*rows]),)
    )
    return dict(found) == rows
