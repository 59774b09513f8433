"""Ids that are unique across files and machines."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator


def uuid7s(count: int) -> Iterator[str]:
    """Ascending UUIDs, version 7 (RFC 9562, section 5.7), as text.

    The 12 bits after the time and the first random bits count upwards, so that a batch keeps its order.
    """
    milliseconds = time.time_ns() // 1_000_000
    start = int.from_bytes(os.urandom(4), "big") >> 1
    noise = os.urandom(4 * count).hex()
    head = f"{milliseconds:012x}"
    for n in range(count):
        counter = start + n  # 42 bits: 12 after the version, 30 after the variant
        low = f"{0x80000000 | counter & 0x3FFFFFFF:08x}"
        yield f"{head[:8]}-{head[8:]}-7{counter >> 30:03x}-{low[:4]}-{low[4:]}{noise[8 * n : 8 * n + 8]}"


def uuid7() -> str:
    return next(uuid7s(1))
