"""The order of a package's items, packed as text: of ten thousand, so that all packages are still read at once."""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Collection, Sequence

import numpy as np

SETTING = "order_of_items"  # of a package
_WIDTH = 8  # bytes of an id


def packed(item_ids: Sequence[int]) -> str:
    return base64.b64encode(zlib.compress(np.array(item_ids, dtype="<i8").tobytes())).decode()


def unpacked(text: str, most: int) -> list[int]:
    """Empty where the text is not what `packed` makes of so many ids at most; a stranger may have written it."""
    try:
        found = zlib.decompressobj().decompress(base64.b64decode(text), most * _WIDTH + 1)
    except (binascii.Error, zlib.error, ValueError):
        return []
    if len(found) % _WIDTH:
        return []
    ids: list[int] = np.frombuffer(found, dtype="<i8").tolist()
    return ids


def ordered(item_ids: Collection[int], text: object) -> list[int] | None:
    """The ids in the order that was kept; None where that is not an order of just these."""
    found = unpacked(text, len(item_ids)) if isinstance(text, str) else []
    return found if len(found) == len(item_ids) and set(found) == set(item_ids) else None
