"""Writes CSV files that are complete or not there at all, and that no spreadsheet runs as a program."""

from __future__ import annotations

import contextlib
import csv
import errno
import functools
import os
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, AnyStr

from annotator.domain.spreadsheets import defuse
from annotator.errors import FileProblem
from annotator.formats import ordinary, own_files
from annotator.texts import say

Cell = str | int | float | None


def write(
    path: Path,
    header: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    delimiter: str = ",",
    bom: bool = False,
    defused: bool = True,
) -> int:
    """Write header and rows as UTF-8 and return the number of rows; None becomes an empty cell.

    The file appears under its name when it is complete and on disk; whatever goes wrong before, also an exception
    from `rows`, leaves what was there. bom: Excel shows accents only with it. defused: see `defuse`.
    """
    path = Path(path)
    with replacing(path, "utf-8-sig" if bom else "utf-8") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(map(defuse, header) if defused else header)
        count = 0
        for row in rows:
            writer.writerow([defuse(c) if type(c) is str else c for c in row] if defused else row)
            count += 1
    return count


def write_bytes(path: Path, content: bytes, kind: own_files.Kind | None = None) -> None:
    """The file at `path`, complete and on disk, or what was there. kind: of a file of ours."""
    with _replacing(Path(path), lambda file: file.open("xb"), kind) as file:
        file.write(content)


@contextlib.contextmanager
def replacing(path: Path, encoding: str) -> Iterator[IO[str]]:
    """A new file beside the target that takes its name at the end, or vanishes.

    Half of a character, which a stranger's project can name by an escape, is written as that escape.
    """
    opened = functools.partial(Path.open, mode="x", encoding=encoding, newline="", errors="backslashreplace")
    with _replacing(path, opened) as file:
        yield file


@contextlib.contextmanager
def _replacing(
    path: Path, opened: Callable[[Path], IO[AnyStr]], kind: own_files.Kind | None = None
) -> Iterator[IO[AnyStr]]:
    target = Path(os.path.realpath(path))  # what a link points to is replaced, not the link
    own_files.check(target, kind)
    ordinary.check(target)  # a device such as /dev/null would become a file
    temporary = target.with_name(f".{target.name[:100]}.{uuid.uuid4().hex[:8]}.part")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        with opened(temporary) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
        _sync_folder(target.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            with contextlib.suppress(OSError):  # some network folders cannot; the file itself is on disk
                os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _unwritable(path: Path, error: OSError) -> FileProblem:
    folder = path.parent
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR if not folder.is_dir():
            return FileProblem(
                say("There is no folder “{folder}”.", folder=folder), hint=say("Make it, or choose another one.")
            )
        case errno.EISDIR:
            return FileProblem(
                say("“{file}” is a folder.", file=path.name or path), hint=say("Choose the name of a file in it.")
            )
        case errno.ENOSPC | errno.EDQUOT:
            return FileProblem(
                say("The disk is too full for “{file}”.", file=path.name),
                hint=say("Make room, or choose another disk. Nothing was changed."),
            )
        # Where the folder is there: the system has no room for new files in it, as in /proc, or a link leads nowhere.
        case errno.EACCES | errno.EPERM | errno.EROFS | errno.ENOENT:
            return FileProblem(
                say("“{file}” may not be written in “{folder}”.", file=path.name, folder=folder),
                hint=say("Choose another folder, or close the file elsewhere."),
            )
        case _:
            return FileProblem(
                say("“{file}” cannot be written: {strerror}.", file=path.name, strerror=error.strerror or error),
                hint=say("Choose another place. Nothing was changed."),
            )
