"""Ids that are unique across files and machines."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator


def uuid7s(count: int) -> Iterator[str]:
    """Ascending UUIDs, version 7 (RFC 9562, section 5.7), as text.

    The 12 bits after the time and the first random bits count upwards, so that a batch keeps its order.
    """
    head = time.time_ns() // 1_000_000 << 80 | 0x7 << 76 | 0x2 << 62
    start = int.from_bytes(os.urandom(4), "big") >> 1
    noise = os.urandom(4 * count)
    for n in range(count):
        counter = start + n  # 42 bits: 12 after the version, 30 after the variant
        value = head | (counter >> 30 & 0xFFF) << 64 | (counter & 0x3FFFFFFF) << 32
        value |= int.from_bytes(noise[4 * n : 4 * n + 4], "big")
        text = f"{value:032x}"
        yield f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def uuid7() -> str:
    return next(uuid7s(1))
