"""What SQLite says about disk, lock or damage, as a sentence for people."""

from __future__ import annotations

import os
import shutil
import sqlite3
from json import JSONDecodeError
from pathlib import Path

from annotator.errors import Cancelled, DamagedProject, ProjectProblem
from annotator.texts import say

ROOM = 1_000_000  # bytes that SQLite needs for what it keeps beside a project
LONGEST = 128_000_000  # bytes of one row; SQLite itself would hand a stranger's value of a gigabyte to whoever reads it
# What SQLite says about damage without the code of damage.
_UNREAD = ("Could not decode", "invalid fts5 file", "malformed JSON", "user-defined function raised")


def explained(error: sqlite3.Error | UnicodeDecodeError | JSONDecodeError | RecursionError, path: Path) -> Exception:
    """What a person can put right about an SQLite error; the error itself where it is a bug of ours.

    A text that cannot be decoded, and JSON that is none or is nested without end, are damage which SQLite itself cannot
    see.
    """
    if isinstance(error, RecursionError) and not _of_json(error):
        return error
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_INTERRUPT:  # by `Db.stop`
        return Cancelled()
    unread = isinstance(error, ValueError | RecursionError) or str(error).startswith(_UNREAD)
    if unread or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        if _readable(path):
            return damaged(path)
        code = sqlite3.SQLITE_IOERR  # of a drive that gives nothing any more SQLite says that it is damaged
    if code == sqlite3.SQLITE_IOERR and _full(path):  # where it was not a page that had no room
        code = sqlite3.SQLITE_FULL
    if code == sqlite3.SQLITE_CANTOPEN and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        code = sqlite3.SQLITE_READONLY
    busy = (say("“{file}” is being written by another program.", file=path.name), say("Try again in a moment."))
    told = {
        sqlite3.SQLITE_BUSY: busy,
        sqlite3.SQLITE_LOCKED: busy,
        sqlite3.SQLITE_FULL: (
            say("The disk that holds “{file}” is full.", file=path.name),
            say("Free some space; nothing was lost."),
        ),
        sqlite3.SQLITE_READONLY: (
            say("“{file}” may not be written.", file=path.name),
            say("Check the permissions of file and folder, or copy it to where you may write."),
        ),
        sqlite3.SQLITE_CANTOPEN: (
            say("“{file}” cannot be opened.", file=path.name),
            say("Check that the folder exists and is yours."),
        ),
        sqlite3.SQLITE_IOERR: (
            say("The disk failed while using “{file}”.", file=path.name),
            say("Check that the drive is still there; what was shown as saved is in the file."),
        ),
        sqlite3.SQLITE_PROTOCOL: (
            say("“{file}” cannot be locked.", file=path.name),
            say("Copy it to a disk of this computer and open it there."),
        ),
        sqlite3.SQLITE_TOOBIG: (
            say("A text for “{file}” is longer than {number} MB.", file=path.name, number=LONGEST // 1_000_000),
            say("Shorten it; nothing of it was saved."),
        ),
    }
    if code not in told:
        return error
    sentence, hint = told[code]
    return ProjectProblem(sentence, hint=hint)


def _of_json(error: RecursionError) -> bool:
    """Whether it came up in reading JSON, and not in a function of ours that calls itself."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and str(trace.tb_frame.f_globals.get("__name__")).startswith("json")


def _readable(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            file.read(1)
            return True
    except OSError:
        return False


def _full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < ROOM
    except OSError:
        return False


def damaged(path: Path) -> DamagedProject:
    return DamagedProject(
        say("“{file}” is damaged.", file=path.name),
        hint=say("Go back to a backup, or recover what can be read into a new file."),
    )
