"""Opening a project file: one SQLite database, checked before it is trusted."""

from __future__ import annotations

import contextlib
import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.domain.model import Report, silent
from annotator.errors import Cancelled, ProjectProblem
from annotator.storage import light_sqlite_utils

light_sqlite_utils.load()

import sqlite_utils  # noqa: E402 - after `load`, which keeps pandas out

from annotator.storage import migrations  # noqa: E402

SUFFIX = ".annotator"
APPLICATION_ID = 0x414E4E4F  # "ANNO"
OLDEST_SQLITE = (3, 37, 0)  # STRICT tables
STEPS_BETWEEN_LOOKS = 200_000  # of SQLite's machine: some milliseconds

Row = dict[str, Any]


class Db(sqlite_utils.Database):
    """An open project file. It belongs to the thread that opened it.

    question_id: the question that everything read and written here is about; None for the first one.
    """

    question_id: int | None = None

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        # Plugins of sqlite-utils that happen to be installed have no business in our files.
        super().__init__(connection, recursive_triggers=False, execute_plugins=False)
        self.path = path

    @contextlib.contextmanager
    def atomic(self) -> Iterator[Db]:
        """All or nothing. The outermost block takes the write lock at once, so it cannot fail half-way for it."""
        try:
            if self.conn.in_transaction:
                with super().atomic():
                    yield self
                return
            self.conn.execute("begin immediate")
            try:
                yield self
            except BaseException:
                self.conn.rollback()
                raise
            self._commit()
        except sqlite3.OperationalError as error:
            raise explained(error, self.path) from error

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read in this block is of one moment, whatever others write meanwhile."""
        if self.conn.in_transaction:
            yield
            return
        self.conn.execute("begin")
        try:
            yield
        finally:
            self.conn.rollback()  # only read

    @contextlib.contextmanager
    def stoppable(self, report: Report) -> Iterator[None]:
        """A long query in this block ends with Cancelled soon after `report` has raised it."""
        if report is silent:
            yield
            return
        stopped = False

        def look() -> int:
            nonlocal stopped
            try:
                report(0, None)
            except Cancelled:
                stopped = True
            return int(stopped)

        self.conn.set_progress_handler(look, STEPS_BETWEEN_LOOKS)
        try:
            yield
        except sqlite3.OperationalError as error:
            if stopped:
                raise Cancelled from error
            raise
        finally:
            self.conn.set_progress_handler(None, 0)

    def _commit(self) -> None:
        try:
            self.conn.execute("commit")
        except BaseException:
            self.conn.rollback()
            raise

    def value(self, sql: str, parameters: Any = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.conn.execute(sql, parameters).fetchone()
        return None if row is None else row[0]


def create(path: Path) -> Db:
    """A new, empty project file, open for writing. ProjectProblem when something is there already."""
    if path.exists():
        raise ProjectProblem(
            f"“{path.name}” exists already.", hint="Choose another name, or open the existing project."
        )
    if not path.parent.is_dir():
        raise ProjectProblem(f"The folder “{path.parent}” does not exist.", hint="Create it first.")
    try:
        db = _connect(path, "rwc")
        # Before WAL, so that the marks which `_check_header` reads stand in the file itself from the start.
        db.conn.execute(f"pragma application_id = {APPLICATION_ID}")
        migrations.steps.apply(db)
        _make_writable(db)
    except sqlite3.Error as error:
        raise explained(error, path) from error
    return db


def open_file(path: Path, *, read_only: bool = False) -> Db:
    """An existing project file. ProjectProblem, in one sentence, when it cannot be used; it is then untouched."""
    if path.is_dir():
        raise ProjectProblem(f"“{path}” is a folder, not a project file.", hint="Choose a file inside it.")
    if not path.is_file():
        raise ProjectProblem(f"There is no project file “{path}”.", hint="Check the name, or make a new project.")
    try:
        _check_header(path)
        # Never “ro”: when such a connection is the last to close, SQLite's two files beside the project stay there.
        db = _connect(path, "rw")
        try:
            _check_version(db)
            if read_only:
                db.conn.execute("pragma query_only = on")
            else:
                _make_writable(db)
        except BaseException:
            db.close()
            raise
    except sqlite3.Error as error:
        raise explained(error, path) from error
    return db


def now() -> str:
    """The time in UTC as ISO 8601 text; times are for people to read, order comes from the log."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")


def explained(error: sqlite3.Error, path: Path) -> Exception:
    """What a person can put right about an SQLite error; the error itself where it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    name = path.name
    told = {
        sqlite3.SQLITE_BUSY: (f"“{name}” is being written by another program.", "Try again in a moment."),
        sqlite3.SQLITE_LOCKED: (f"“{name}” is being written by another program.", "Try again in a moment."),
        sqlite3.SQLITE_FULL: (f"The disk that holds “{name}” is full.", "Free some space; nothing was lost."),
        sqlite3.SQLITE_READONLY: (
            f"“{name}” may not be written.",
            "Check the permissions of file and folder.",
        ),
        sqlite3.SQLITE_CANTOPEN: (
            f"“{name}” cannot be opened.",
            "Check that the folder exists and is yours.",
        ),
        sqlite3.SQLITE_IOERR: (
            f"The disk failed while using “{name}”.",
            "Check that the drive is still there.",
        ),
        sqlite3.SQLITE_NOTADB: (f"“{name}” is not an Annotator project.", "The file has not been changed."),
        sqlite3.SQLITE_CORRUPT: (f"“{name}” is damaged.", "Work on a backup; the file has not been changed."),
    }
    if code not in told:
        return error
    sentence, hint = told[code]
    return ProjectProblem(sentence, hint=hint)


def _connect(path: Path, mode: str) -> Db:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise ProjectProblem(
            f"Python's SQLite is {sqlite3.sqlite_version}; Annotator needs 3.37 or newer.",
            hint="Use a newer Python.",
        )
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=10)
    for pragma in ("trusted_schema = off", "foreign_keys = on", "temp_store = memory", "cache_size = -16000"):
        connection.execute(f"pragma {pragma}")
    return Db(connection, path)


def _make_writable(db: Db) -> None:
    db.conn.execute("pragma journal_mode = wal")
    db.conn.execute("pragma synchronous = full")  # an answer shown as saved survives a power cut


def _check_header(path: Path) -> None:
    """Refuse what is not SQLite before SQLite touches it (an empty file would count as an empty database)."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise ProjectProblem(f"“{path.name}” cannot be read.", hint="Check its permissions.") from error
    application_id = int.from_bytes(head[68:72], "big")
    if not head.startswith(b"SQLite format 3\0") or application_id != APPLICATION_ID:
        raise ProjectProblem(
            f"“{path.name}” is not an Annotator project.",
            hint="To label the texts in it, create a new project from it. The file has not been changed.",
        )


def _check_version(db: Db) -> None:
    found = db.value("pragma user_version")
    if found > migrations.FORMAT:
        raise ProjectProblem(
            f"“{db.path.name}” was saved by a newer Annotator (format {found}; this one reads up to"
            f" {migrations.FORMAT}).",
            hint="Update Annotator and open the project again. The file has not been changed.",
        )
