"""What a project's write-ahead log holds that is not in the file yet; read without SQLite, for a file it refuses."""

from __future__ import annotations

import contextlib
import os
import stat
import struct
from collections.abc import Set
from pathlib import Path

HEAD, FRAME = 32, 24  # bytes
_LITTLE, _BIG = 0x377F0682, 0x377F0683


class Overlay:
    """The pages that were committed, by number. Empty where there is no log, or none that belongs together.

    path: None for no log.
    """

    def __init__(self, path: Path | None, page_size: int) -> None:
        self._size = page_size
        self._places: dict[int, int] = {}
        self._file: int | None = None
        with contextlib.suppress(OSError, struct.error):
            # A pipe would keep us waiting, a link would lead elsewhere.
            if path is not None and stat.S_ISREG(os.lstat(path).st_mode):
                self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
                self._load()

    @property
    def numbers(self) -> Set[int]:
        """Of its pages."""
        return self._places.keys()

    def page(self, number: int) -> bytes | None:
        place = self._places.get(number)
        return None if place is None else self._read(place, self._size)

    def close(self) -> None:
        if self._file is not None:
            os.close(self._file)

    def _load(self) -> None:
        """Frames count up to the last commit before the first whose salts or checksum are wrong, as SQLite has it."""
        head = self._read(0, HEAD)
        magic, _, size, _, *salts, one, two = struct.unpack(">8I", head)
        order = {_LITTLE: "<", _BIG: ">"}.get(magic)
        if order is None or size != self._size or (sums := _checksum(order, head[:24], (0, 0))) != (one, two):
            return
        place, since = HEAD, {}
        while True:
            frame = self._read(place, FRAME + size)
            if len(frame) < FRAME + size:
                return
            number, commit, *found, one, two = struct.unpack_from(">6I", frame)
            sums = _checksum(order, frame[:8] + frame[FRAME:], sums)
            if found != salts or sums != (one, two):
                return
            since[number] = place + FRAME
            if commit:
                self._places |= since
                since = {}
            place += len(frame)

    def _read(self, place: int, length: int) -> bytes:
        assert self._file is not None
        os.lseek(self._file, place, os.SEEK_SET)
        return os.read(self._file, length)


def _checksum(order: str, content: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    one, two = sums
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
