"""Paid replies on their way into a project, written down by the caller's process before anybody else has them.

The file is locked as long as replies may still come into it, and is there only while something is at stake.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

COMPACT_AT = 1_000_000  # bytes: a file that is larger, and mostly saved, is written anew
LARGEST = 1 << 28  # bytes that are read: what a run has not saved is some megabytes
_LOCKED_BYTE = 1 << 40  # far behind what is ever written: on Windows nobody can read a byte that is locked


class Kept(NamedTuple):
    """A reply. number: of its request; key: the same for the same request; reply: see `responses`; unheard: whether it
    came when nobody waited for it any more."""

    number: str
    key: str
    reply: dict[str, Any]
    unheard: bool = False


class ReplyFile:
    """One run's replies. Where the file cannot be written, the run goes on without. Raises BlockingIOError where
    another process is still writing into it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines: dict[str, bytes] = {}  # those that are not saved, by number
        self._size = 0
        self._file: int | None = None
        with contextlib.suppress(OSError):
            self._file = _opened(path, os.O_RDWR | os.O_CREAT)
        if self._file is None:
            return
        if not lock(self._file):
            os.close(self._file)
            raise BlockingIOError(str(path))
        self._lines = {kept.number: _line(kept) for kept in read(path)}
        self._rewrite()

    def note(self, kept: Kept) -> None:
        """Write a reply down; when this returns it outlives this process, however that ends."""
        line = self._lines[kept.number] = _line(kept)
        self._append(line)

    def note_unheard(self, number: str) -> None:
        """Nobody waited for this reply any more when it came, if it is one of these."""
        if (line := self._lines.get(number)) is not None and (kept := _kept(json.loads(line))) is not None:
            self.note(kept._replace(unheard=True))

    def note_left(self, number: int) -> None:
        """How many replies are still on their way, though whoever asked for them is gone."""
        self._append(json.dumps({"left": number}).encode() + b"\n")

    def saved(self, numbers: Iterable[str]) -> None:
        """These replies are in the project for good."""
        for number in numbers:
            self._lines.pop(number, None)
        if not self._lines or self._size > COMPACT_AT + 2 * sum(map(len, self._lines.values())):
            self._rewrite()

    def close(self, *, drop: bool = False) -> None:
        """drop: what is left is of no use to anybody."""
        if self._file is None:
            return
        self._rewrite()  # else what is saved would be taken for unsaved
        file, self._file = self._file, None
        with contextlib.suppress(OSError):
            os.close(file)
            if drop or not self._lines:
                self._path.unlink()

    def _append(self, line: bytes) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                os.lseek(self._file, self._size, os.SEEK_SET)
                if os.write(self._file, line) == len(line):  # else the disk is full, and the next one takes its place
                    self._size += len(line)

    def _rewrite(self) -> None:
        """First over what was there, then cut: at no moment is a line that counts in no place at all."""
        if self._file is None:
            return
        content = b"".join(self._lines.values())
        with contextlib.suppress(OSError):
            os.lseek(self._file, 0, os.SEEK_SET)
            self._size = os.write(self._file, content) if content else 0
            os.ftruncate(self._file, self._size)


def read(path: Path) -> list[Kept]:
    """The replies in a file, each once; lines that were cut off do not count, and no file holds none."""
    return list({kept.number: kept for kept in map(_kept, _lines_of(path)) if kept is not None}.values())


def on_their_way(path: Path) -> int | None:
    """How many replies will still come into the file, as far as it says; None where nobody is writing into it."""
    try:
        file = _opened(path, os.O_RDWR)
    except OSError:
        return None
    try:
        if lock(file):
            return None
    finally:
        os.close(file)
    left = 0
    for line in _lines_of(path):
        said = line.get("left")
        left = said if isinstance(said, int) else max(0, left - 1)
    return left


def _lines_of(path: Path) -> list[dict[str, Any]]:
    try:
        with os.fdopen(_opened(path, os.O_RDONLY), "rb") as file:
            lines = file.read(LARGEST).splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        with contextlib.suppress(ValueError, RecursionError):  # cut off, by the end or by a full disk, or a stranger's
            content = json.loads(line)
            found += [content] if isinstance(content, dict) else []
    return found


def _opened(path: Path, how: int) -> int:
    """An OSError where it is no ordinary file: it lies beside the project, which may have come in a stranger's folder,
    and a link would lead to whatever the stranger likes to have written over."""
    for name in ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK"):  # the last one for a pipe, which would wait for a writer
        how |= getattr(os, name, 0)
    file = os.open(path, how, 0o600)
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    return file


def _kept(line: dict[str, Any]) -> Kept | None:
    number, key, reply, unheard = (line.get(name) for name in Kept._fields)
    if isinstance(number, str) and isinstance(key, str) and isinstance(reply, dict):
        return Kept(number, key, reply, unheard is True)
    return None


def _line(kept: Kept) -> bytes:
    return json.dumps(kept._asdict(), separators=(",", ":")).encode() + b"\n"


def lock(file: int) -> bool:
    """Whether the file is ours from now on, until it is closed; the system gives it back however a process ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # a file system without locks
        return True
    return True
