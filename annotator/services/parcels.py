"""What two of our own processes hand each other through a pipe: a JSON object, and arrays as they lie in memory."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import IO, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

AT_ONCE = 1 << 20  # bytes; other threads take their turns between


class Parcel(NamedTuple):
    """said: of what JSON knows. arrays: by name, of numbers."""

    said: dict[str, Any]
    arrays: dict[str, NDArray[Any]]


def send(out: IO[bytes], said: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]] | None = None) -> None:
    """OSError where nobody reads any more."""
    arrays = arrays or {}
    shapes = [(name, array.dtype.str, array.shape) for name, array in arrays.items()]
    out.write(json.dumps([said, shapes]).encode() + b"\n")
    for array in arrays.values():
        content = _bytes_of(np.ascontiguousarray(array))
        for first in range(0, len(content), AT_ONCE):
            out.write(content[first : first + AT_ONCE])
    out.flush()


def receive(source: IO[bytes]) -> Parcel | None:
    """The next one; None where the other side has ended, be it in the middle of one."""
    line = source.readline()
    if not line.endswith(b"\n"):
        return None
    said, shapes = json.loads(line)
    arrays = {name: np.empty(shape, dtype) for name, dtype, shape in shapes}
    if not all(_filled(source, _bytes_of(array)) for array in arrays.values()):
        return None
    return Parcel(said, arrays)


def _filled(source: IO[bytes], content: memoryview) -> bool:
    done = 0
    while done < len(content):
        got = source.readinto(content[done : done + AT_ONCE])  # type: ignore[attr-defined]
        if not got:
            return False
        done += got
    return True


def _bytes_of(array: NDArray[Any]) -> memoryview:
    return array.reshape(-1).view(np.uint8).data
