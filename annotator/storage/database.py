"""Opening a project file: one SQLite database, checked before it is trusted."""

from __future__ import annotations

import contextlib
import datetime
import os
import sqlite3
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from json import JSONDecodeError
from pathlib import Path
from typing import Any

from annotator.domain.model import Report, silent
from annotator.errors import Cancelled, DamagedProject, ProjectProblem
from annotator.storage import light_sqlite_utils
from annotator.texts import say

light_sqlite_utils.load()

import sqlite_utils  # noqa: E402 - after `load`, which keeps pandas out

from annotator.storage import migrations, trusting  # noqa: E402
from annotator.storage.explaining import LONGEST, damaged, explained  # noqa: E402

SUFFIX = ".annotator"
APPLICATION_ID = 0x414E4E4F  # "ANNO"
BESIDE = ("-wal", "-journal")  # what SQLite reads as a part of the file whose name it begins with
OLDEST_SQLITE = (3, 37, 0)  # STRICT tables
STEPS_BETWEEN_LOOKS = 200_000  # of SQLite's machine: some milliseconds

Row = dict[str, Any]

# In how many connections this process has a project open. To read such a file by itself would drop SQLite's locks on
# it as soon as it is closed again (as POSIX has it): another process would take away the log that is being written.
_OPEN: Counter[tuple[int, int] | None] = Counter()
_OPENING = threading.RLock()


class Db(sqlite_utils.Database):
    """An open project file. It belongs to the thread that opened it.

    in_a_fixed_place: it was opened for reading, where neither the file nor anything beside it may be written.

    question_id: the question that everything read and written here is about; None for the first one.
    """

    question_id: int | None = None

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        # Plugins of sqlite-utils that happen to be installed have no business in our files.
        super().__init__(connection, recursive_triggers=False, execute_plugins=False)
        self.path = path
        self._place = _place(path)
        self._counted = _identity(path)
        with _OPENING:
            _OPEN[self._counted] += 1
        self.writes = False
        self.in_a_fixed_place = False
        self._rescued: Path | None = None  # where everything went when the file had gone

    @contextlib.contextmanager
    def atomic(self) -> Iterator[Db]:
        """All or nothing. The outermost block takes the write lock at once, so it cannot fail half-way for it."""
        with self.explaining():
            if self.conn.in_transaction:
                with super().atomic():
                    yield self
                return
            self.check_place()
            self.conn.execute("begin immediate")
            try:
                yield self
            except BaseException:
                self._roll_back()
                raise
            self._commit()

    @contextlib.contextmanager
    def explaining(self) -> Iterator[None]:
        """What SQLite says in this block about disk, lock or damage comes out as a ProjectProblem."""
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError, JSONDecodeError, RecursionError) as error:
            told = explained(error, self.path)
            if told is error:
                raise
            raise told from error

    def stop(self) -> None:
        """From another thread: the statement under way ends, and what asked for it is Cancelled (see `explaining`)."""
        with contextlib.suppress(sqlite3.ProgrammingError):  # closed meanwhile
            self.conn.interrupt()

    def moved(self) -> bool:
        """Whether this very file does not stand at its place any more: SQLite would go on writing where nobody looks,
        and leave what is not in the file itself yet beside a name that is gone."""
        found = _place(self.path)
        return found is not None and self._place is not None and found != self._place

    def check_place(self) -> None:
        """ProjectProblem when the file has gone; all that was saved is in a new file then."""
        if self.moved():
            raise self._without_place()

    def close(self) -> None:
        """Also where the file has gone: what is not in it yet would stay there, and spoil the next file of its name."""
        gone = self.writes and self.moved()
        if gone:
            self._without_place()
        super().close()
        with _OPENING:
            _OPEN[self._counted] -= 1
            self._counted = None  # closing twice does nothing
        if gone and self._rescued is not None:
            for end in ("-wal", "-shm"):
                with contextlib.suppress(OSError):
                    self.path.with_name(self.path.name + end).unlink(missing_ok=True)

    def _without_place(self) -> ProjectProblem:
        """What to say when the file has gone, once all that it holds was written to a new file."""
        from annotator.storage import snapshots

        if self._rescued is None:
            self._rescued = snapshots.rescue(self)
        message = say("“{file}” was moved or deleted, or its drive taken out, while it was open.", file=self.path.name)
        if self._rescued is None:
            return ProjectProblem(message, hint=say("Put it back in its place; what was saved is still in it."))
        hint = say("All that was saved is in “{file}”: open that one.", file=str(self._rescued))
        return ProjectProblem(message, hint=hint)

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
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        """SQLite has done it by itself where the disk failed; that it cannot be done twice hides nothing then."""
        with contextlib.suppress(sqlite3.OperationalError):
            self.conn.rollback()

    def value(self, sql: str, parameters: Any = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.conn.execute(sql, parameters).fetchone()
        return None if row is None else row[0]


def check_free(path: Path) -> None:
    """ProjectProblem where a new project cannot have this place."""
    if path.exists():
        raise ProjectProblem(
            say("“{file}” exists already.", file=path.name),
            hint=say("Choose another name, or open the existing project."),
        )
    if not path.parent.is_dir():
        raise ProjectProblem(
            say("The folder “{parent}” does not exist.", parent=path.parent), hint=say("Create it first.")
        )
    left = left_beside(path)
    if left is not None:
        raise ProjectProblem(
            say("“{left}” is left of another project called “{file}”.", left=left.name, file=path.name),
            hint=say("Choose another name, or move “{left}” away.", left=left.name),
        )


def left_beside(path: Path) -> Path | None:
    """What SQLite kept beside a project of this name that is gone, such as after a kill: it would be taken for a part
    of a new one, and would write what the old one held over it."""
    beside = (path.with_name(path.name + end) for end in BESIDE)
    return next(filter(os.path.lexists, beside), None)


def create(path: Path) -> Db:
    """A new, empty project file, open for writing. ProjectProblem when something is there already."""
    check_free(path)
    try:
        db = _connect(path, "rwc")
        # Before WAL, so that the marks which `_check_header` reads stand in the file itself from the start.
        db.conn.execute(f"pragma application_id = {APPLICATION_ID}")
        migrations.apply(db)
        _make_writable(db)
    except sqlite3.Error as error:
        raise explained(error, path) from error
    return db


def open_as_it_is(path: Path) -> Db:
    """An existing project file for reading only, in whatever format it has; `open_file` says when it cannot be used."""
    return open_file(path, read_only=True, migrate=False)


def open_file(
    path: Path,
    *,
    read_only: bool = False,
    migrate: bool = True,
    before_migration: Callable[[Path], object] | None = None,
) -> Db:
    """An existing project file. ProjectProblem, in one sentence, when it cannot be used; it is then untouched.

    before_migration: called with the path of a file of an earlier format before it is brought to this one; what it
    raises leaves the file as it is.
    """
    if path.is_dir():
        raise ProjectProblem(
            say("“{path}” is a folder, not a project file.", path=path), hint=say("Choose a file inside it.")
        )
    if not path.is_file():
        raise ProjectProblem(
            say("There is no project file “{path}”.", path=path), hint=say("Check the name, or make a new project.")
        )
    try:
        # Not “ro” elsewhere: when such a connection is the last to close, SQLite's two files beside it stay there.
        fixed = read_only and not may_write(path)
        with _OPENING:
            place = _identity(path)
            if place is None or _OPEN[place] <= 0:
                _check_header(path)
                trusting.check_beside(path)
                _check_log(path)
            db = _connect(path, _fixed_mode(path) if fixed else "rw")
        try:
            db.in_a_fixed_place = fixed
            version = _trusted_format(db)
            if migrate and version < migrations.FORMAT:
                _migrate(db, before_migration)
            if read_only:
                db.conn.execute("pragma query_only = on")
            else:
                _make_writable(db)
        except BaseException:
            db.close()
            raise
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise explained(error, path) from error
    return db


def may_write(path: Path) -> bool:
    """Whether the project at this place can be written, with what SQLite needs beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _fixed_mode(path: Path) -> str:
    """Without its files beside the project SQLite reads it as one that nobody changes; with them, what is in them."""
    beside = any(path.with_name(path.name + end).exists() for end in ("-wal", "-shm"))
    return "ro" if beside else "ro&immutable=1"


def now() -> str:
    """The time in UTC as ISO 8601 text; times are for people to read, order comes from the log."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")


def _connect(path: Path, mode: str) -> Db:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise ProjectProblem(
            say(
                "Python's SQLite is {sqlite_version}; Annotator needs 3.37 or newer.",
                sqlite_version=sqlite3.sqlite_version,
            ),
            hint=say("Use a newer Python."),
        )
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=10)
    try:
        _defend(connection)
        for pragma in ("foreign_keys = on", "temp_store = memory", "cache_size = -16000"):
            connection.execute(f"pragma {pragma}")
    except BaseException:
        connection.close()
        raise
    return Db(connection, path)


def _defend(connection: sqlite3.Connection) -> None:
    """What SQLite can do by itself against a file that somebody has made to do harm."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    for pragma in ("trusted_schema = off", "cell_size_check = on", "writable_schema = off"):
        connection.execute(f"pragma {pragma}")
    if sys.version_info >= (3, 12):  # Python's sqlite3 cannot say it before
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE)


def _make_writable(db: Db) -> None:
    db.conn.execute("pragma journal_mode = wal")
    db.conn.execute("pragma synchronous = full")  # an answer shown as saved survives a power cut
    db.writes = True


def _check_header(path: Path) -> None:
    """Refuse what is not SQLite before SQLite touches it (an empty file would count as an empty database)."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise ProjectProblem(
            say("“{file}” cannot be read.", file=path.name), hint=say("Check its permissions.")
        ) from error
    application_id = int.from_bytes(head[68:72], "big")
    if not head.startswith(b"SQLite format 3\0") or application_id != APPLICATION_ID:
        raise ProjectProblem(
            say("“{file}” is not an Annotator project.", file=path.name),
            hint=say("To label the texts in it, create a new project from it. The file has not been changed."),
        )


def _check_log(path: Path) -> None:
    """ProjectProblem where SQLite would write over the file what was never meant for it. The connection is for reading
    only: it leaves the log as it is when it is closed."""
    from annotator.storage import belonging, pages

    if not belonging.has_log(path):
        return
    try:
        with (
            contextlib.closing(pages.Pages(path.resolve(), without_log=True)) as alone,
            contextlib.closing(_connect(path, "ro")) as db,
        ):
            _trusted_format(db)
            belonging.check(db, alone)
    except (sqlite3.Error, DamagedProject) as error:
        if not isinstance(explained(error, path) if isinstance(error, sqlite3.Error) else error, DamagedProject):
            raise
        with contextlib.closing(_connect(path, "ro&immutable=1")) as bare:
            _trusted_format(bare)  # raises where the file is damaged without its log too
        raise belonging.another(path) from error


def _trusted_format(db: Db) -> int:
    """The format of the file, once nothing but our own tables were found in it; nothing was read but its schema."""
    try:
        found = int(db.value("pragma user_version"))
        if found > migrations.FORMAT:
            raise ProjectProblem(
                say(
                    "“{file}” was saved by a newer Annotator (format {found}; this one reads up to {format}).",
                    file=db.path.name,
                    found=found,
                    format=migrations.FORMAT,
                ),
                hint=say("Update Annotator and open the project again. The file has not been changed."),
            )
        trusting.check_whole(db.conn, db.path, found)
        trusting.check(db.conn, db.path, found)
    except sqlite3.Error as error:
        told = explained(error, db.path)
        if isinstance(told, sqlite3.Error):  # of a schema that is ours none would come
            told = damaged(db.path)
        raise told from error
    return found


def _migrate(db: Db, before: Callable[[Path], object] | None) -> None:
    """To this format as one transaction, from a look at the file to a look at what came of it: whatever happens
    meanwhile, the file has the old format or the new one, and nothing is written that `before` has not seen."""
    db.conn.execute("pragma foreign_keys = off")  # a step may write a table anew to which others refer
    try:
        with db.atomic():
            found = _trusted_format(db)
            if found == migrations.FORMAT:
                return  # another program has done it since
            _check_list(db, found)
            if before is not None:
                before(db.path)
            migrations.apply(db)
            trusting.check(db.conn, db.path, _trusted_format(db))
    finally:
        db.conn.execute("pragma foreign_keys = on")


def _check_list(db: Db, version: int) -> None:
    try:
        sound = migrations.told(db, version)
    except sqlite3.Error:  # it is not a list of ours
        sound = False
    if not sound:
        raise damaged(db.path)


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file it is, whatever it is called; None where that cannot be told."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _place(path: Path) -> int | None:
    """Which file stands there, 0 for none; None where that cannot be told."""
    if os.name == "nt":  # where an open file can be neither moved nor deleted
        return None
    try:
        return os.stat(path).st_ino
    except FileNotFoundError:
        return 0
    except OSError:
        return None
