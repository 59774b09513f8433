"""Reads rows from the pages of a SQLite file without SQLite: a file that SQLite refuses still gives what it has.

Nothing of the file is run: its schema is not parsed by SQLite, its triggers and views are bytes. The format is the one
of https://www.sqlite.org/fileformat2.html; numbers of its sections stand beside what follows them.
"""

from __future__ import annotations

import errno
import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.storage.wal import Overlay

INDEX_INTERIOR, TABLE_INTERIOR, INDEX_LEAF, TABLE_LEAF = 2, 5, 10, 13
LEAVES = (INDEX_LEAF, TABLE_LEAF)
LONGEST = 128_000_000  # bytes of one row
DEFAULT_PAGE = 4_096

Value = int | float | str | bytes | None


class Unreadable(Exception):  # noqa: N818 - not an error of the program: what it is there for
    """A page or a row that does not hold what it should."""


class Found(NamedTuple):
    """A row as it is stored. rowid: None in tables without one. exact: whether all bytes of its texts are UTF-8; each
    that is not stands as �."""

    rowid: int | None
    values: list[Value]
    exact: bool = True


class Page(NamedTuple):
    """A page of a tree: its rows, and its children. damaged: rows of it that cannot be read."""

    rows: list[Found]
    children: list[int]
    damaged: int


class Pages:
    """The pages of a file, with what its WAL has committed over them unless without_log."""

    def __init__(self, path: Path, *, without_log: bool = False) -> None:
        """OSError where the file cannot be opened at all."""
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        head = self._read(0, 100)
        self.size = _page_size(head)
        self.usable = self.size - (head[20] if len(head) > 20 and head[20] <= 32 else 0)
        self._overlay = Overlay(None if without_log else path.with_name(f"{path.name}-wal"), self.size)
        self._in_file = -(-os.fstat(self._file).st_size // self.size)
        self.count = max(self._in_file, len(self._overlay.numbers))
        self.used: set[int] = set()  # pages that belong to something that was read
        # How many pages of long rows are still read. Each belongs to one row; where thousands of rows name the same
        # ones, a few megabytes would be read as many gigabytes.
        self._following = 2 * self.count

    def close(self) -> None:
        os.close(self._file)
        self._overlay.close()

    def raw(self, number: int) -> bytes:
        """A page by its number, from 1; Unreadable where the file has none or the disk gives none."""
        if not self._has(number):
            raise Unreadable
        try:
            content = self._overlay.page(number) or self._read((number - 1) * self.size, self.size)
        except OSError as error:
            raise Unreadable from error
        if len(content) < self.size:
            raise Unreadable
        return content

    def numbers(self) -> Iterator[int]:
        """Of all pages that there are, from 1; a file may claim to have others, and have holes that take no room."""
        last = 0
        for begin, end in self._written():
            first = max(begin // self.size + 1, last + 1)
            last = max(last, min(-(-end // self.size), self._in_file))
            yield from range(first, last + 1)
        yield from sorted(number for number in self._overlay.numbers if number > self._in_file)

    def tree(self, root: int, kinds: tuple[int, int]) -> Iterator[Page | None]:
        """Every page of a tree that can be reached, None for each that is not what it should be.

        kinds: of an interior page and of a leaf. A page that was read already is not read again.
        """
        waiting, known = [root], {root}
        while waiting:
            number = waiting.pop()
            if number in self.used:
                continue
            try:
                page = self.page(number, kinds)
            except Unreadable:
                yield None
                continue
            yield page
            for child in page.children[::-1]:
                if not self._has(child):
                    yield None  # at once: a page may name thousands that no file has room for
                elif child not in known:
                    known.add(child)
                    waiting.append(child)

    def page(self, number: int, kinds: tuple[int, ...]) -> Page:
        """Read a page of one of these kinds; what it holds counts as used from then on. Section 1.6."""
        content = self.raw(number)
        start = 100 if number == 1 else 0
        kind, cells = content[start], struct.unpack_from(">H", content, start + 3)[0]
        interior = kind in (INDEX_INTERIOR, TABLE_INTERIOR)
        first = start + (12 if interior else 8)
        if kind not in kinds or first + 2 * cells > self.size:
            raise Unreadable
        self.used.add(number)
        children, rows, damaged, room = [], [], 0, self.size
        for place in struct.unpack_from(f">{cells}H", content, first):
            try:
                if interior:
                    children.append(struct.unpack_from(">I", content, place)[0])
                if kind != TABLE_INTERIOR:
                    row, here = self._row(content, place + (4 if interior else 0), kind, room)
                    room -= here
                    rows.append(row)
            except (Unreadable, IndexError, struct.error):
                damaged += 1
        if interior:
            children.append(struct.unpack_from(">I", content, start + 8)[0])
        return Page(rows, children, damaged)

    def free(self) -> set[int]:
        """Pages that were given up, with rows that were deleted; as far as their list can be read. Section 1.5."""
        found: set[int] = set()
        try:
            trunk = struct.unpack_from(">I", self.raw(1), 32)[0]
            while trunk and trunk not in found:
                found.add(trunk)
                content = self.raw(trunk)
                trunk, leaves = struct.unpack_from(">II", content)
                if leaves > self.size // 4 - 2:
                    break
                found.update(struct.unpack_from(f">{leaves}I", content, 8))
        except Unreadable:
            pass
        return found

    def _row(self, content: bytes, place: int, kind: int, room: int) -> tuple[Found, int]:
        """A row, and how many bytes of the page it takes; at most `room`, since no two rows have the same bytes."""
        size, place = _varint(content, place)
        rowid = None
        if kind == TABLE_LEAF:
            rowid, place = _varint(content, place)
            rowid -= (rowid >> 63) << 64
        payload, here = self._payload(content, place, size, kind, room)
        values, exact = _record(payload)
        return Found(rowid, values, exact), here

    def _payload(self, content: bytes, place: int, size: int, kind: int, room: int) -> tuple[bytes, int]:
        """The bytes of a row, also those on overflow pages; and how many are not. Section 1.6, "local payload"."""
        usable = self.usable
        most = usable - 35 if kind == TABLE_LEAF else (usable - 12) * 64 // 255 - 23
        if size > LONGEST:
            raise Unreadable
        least = (usable - 12) * 32 // 255 - 23
        here = least + (size - least) % (usable - 4)
        here = size if size <= most else here if here <= most else least
        if here > room:
            raise Unreadable
        if size <= most:
            return _part(content, place, size), here
        parts = [_part(content, place, here)]
        following, left = struct.unpack_from(">I", content, place + here)[0], size - here
        taken = set()
        while left > 0:
            if following in taken or self._following <= 0:
                raise Unreadable
            taken.add(following)
            self._following -= 1
            page = self.raw(following)
            parts.append(page[4 : 4 + min(left, usable - 4)])
            left -= len(parts[-1])
            following = struct.unpack_from(">I", page)[0]
        self.used |= taken
        return b"".join(parts), here

    def _written(self) -> Iterator[tuple[int, int]]:
        """Parts of the file that are on disk, from byte to byte, where the system tells; else the whole."""
        end, size = 0, os.fstat(self._file).st_size
        if not hasattr(os, "SEEK_DATA"):
            yield 0, size
            return
        while end < size:
            try:
                begin = os.lseek(self._file, end, os.SEEK_DATA)
                end = os.lseek(self._file, begin, os.SEEK_HOLE)
            except OSError as error:
                if error.errno != errno.ENXIO:  # which says that there is nothing after it
                    yield end, size
                return
            yield begin, end

    def _has(self, number: int) -> bool:
        return 1 <= number <= self._in_file or number in self._overlay.numbers

    def _read(self, place: int, length: int) -> bytes:
        os.lseek(self._file, place, os.SEEK_SET)
        return os.read(self._file, length)


def _page_size(head: bytes) -> int:
    """Section 1.3.2; ours is always the default, which is taken where the header is damaged."""
    found = int.from_bytes(head[16:18], "big")
    size = 65_536 if found == 1 else found
    return size if 512 <= size <= 65_536 and size & (size - 1) == 0 else DEFAULT_PAGE


def _varint(content: bytes, place: int) -> tuple[int, int]:
    value = 0
    for end in range(place, place + 8):
        byte = content[end]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, end + 1
    return value << 8 | content[place + 8], place + 9


def _record(payload: bytes) -> tuple[list[Value], bool]:
    """What it holds, and whether its texts are exact. Section 2.1."""
    end, place = _varint(payload, 0)
    if end > len(payload):
        raise Unreadable
    kinds = []
    while place < end:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    values: list[Value] = []
    exact = True
    for kind in kinds:
        value, end = _value(payload, end, kind)
        if kind >= 12 and kind % 2 and isinstance(value, bytes):
            value, exact = value.decode(errors="replace"), False
        values.append(value)
    return values, exact


_LENGTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _value(payload: bytes, place: int, kind: int) -> tuple[Value, int]:
    """Also where it ends; a text as bytes where it is none."""
    if kind == 0:
        return None, place
    if kind in _LENGTHS:
        length = _LENGTHS[kind]
        return int.from_bytes(_part(payload, place, length), "big", signed=True), place + length
    if kind == 7:
        return float(struct.unpack(">d", _part(payload, place, 8))[0]), place + 8
    if kind in (8, 9):
        return kind - 8, place
    if kind < 12:
        raise Unreadable
    length = (kind - 12) // 2
    part = _part(payload, place, length)
    try:
        return (part.decode() if kind % 2 else part), place + length
    except UnicodeDecodeError:
        return part, place + length


def _part(content: bytes, place: int, length: int) -> bytes:
    part = content[place : place + length]
    if len(part) < length:
        raise Unreadable
    return part
