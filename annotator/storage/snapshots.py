"""Whole copies of a project file, by SQLite's backup: of one moment, while answers go on being written."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from annotator import paths
from annotator.domain.model import Report, silent
from annotator.storage.database import SUFFIX, Db, left_beside
from annotator.storage.explaining import explained

PAGES = 1_000  # of 4 kB in a step, between two looks whether to stop: some milliseconds
CHUNK = 1_000_000  # bytes compared at a time
HEADER = 100  # bytes at the start of a database, in which SQLite counts writes


def write(db: Db, target: Path, report: Report = silent) -> None:
    """Copy what `db` sees now to a new file; nothing is left of a copy that fails or is stopped.

    Give a connection that nobody else uses. It holds a snapshot meanwhile, so writers neither wait nor begin it anew.
    """
    part = _part(target)
    try:
        with db.explaining(), db.snapshot():
            db.value("select count(*) from sqlite_schema")  # from here on it is of one moment
            _copy(db.conn, part, report)
        os.replace(part, target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def put_back(source: Db, target: Path, report: Report = silent) -> None:
    """Make the project at `target` what `source` is, in one transaction: whoever has it open sees all or nothing."""
    try:
        _copy(source.conn, target, report, fresh=False)
    except sqlite3.Error as error:
        raise explained(error, target) from error


def same(one: Path, other: Path) -> bool:
    """Whether two copies hold the same, whatever SQLite has counted in their headers."""
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        first.seek(HEADER)
        second.seek(HEADER)
        while chunk := first.read(CHUNK):
            if chunk != second.read(CHUNK):
                return False
    return True


def rescue(db: Db) -> Path | None:
    """A copy of a file that has lost its place, there or among the backups; None where none can be written."""
    with contextlib.suppress(OSError):
        paths.backups().mkdir(mode=0o700, parents=True, exist_ok=True)
    for folder in (db.path.parent, paths.backups()):
        target = _free(folder, db.path)
        part = _part(target)
        with contextlib.suppress(OSError, sqlite3.Error):
            _copy(db.conn, part, silent)
            os.replace(part, target)
            return target
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return None


def _part(target: Path) -> Path:
    """A name that nothing has: half a copy that a kill left in the same second would pass for a damaged database."""
    return target.with_name(f"{target.name}.{uuid.uuid4().hex[:8]}.part")


def _free(folder: Path, path: Path) -> Path:
    names = (f"{path.stem} (rescued{f' {n}' if n > 1 else ''}){SUFFIX}" for n in count(1))
    places = (folder / name for name in names)
    return next(place for place in places if not os.path.lexists(place) and left_beside(place) is None)


def _copy(source: sqlite3.Connection, target: Path, report: Report, *, fresh: bool = True) -> None:
    """fresh: no such file is needed before its end, so it is written without a journal and then made safe at once."""
    with closing(sqlite3.connect(target, timeout=10)) as copy:
        if fresh:
            copy.execute("pragma journal_mode = off")
            copy.execute("pragma synchronous = off")
        with _synced(target) if fresh else contextlib.nullcontext(lambda: None) as sync:

            def step(status: int, left: int, total: int) -> None:
                sync()
                report(total - left, total)

            source.backup(copy, pages=PAGES, progress=step, sleep=0.001)


@contextlib.contextmanager
def _synced(file: Path) -> Iterator[Callable[[], None]]:
    """What brings to disk what has been written so far, a little at a time: an answer that is saved meanwhile waits for
    the disk as well, and would wait long for a gigabyte at the end."""
    place = os.open(file, os.O_RDWR)
    try:
        yield lambda: os.fsync(place)
        os.fsync(place)
    finally:
        os.close(place)
