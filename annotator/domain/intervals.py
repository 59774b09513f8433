"""Intervals for shares."""

from __future__ import annotations

import math
from typing import NamedTuple


class Share(NamedTuple):
    """`right` of `of`, with the bounds of a 95 % interval, all 0..1; value is None when there is nothing to count."""

    value: float | None
    low: float
    high: float
    of: int


_Z = 1.959963984540054  # of 95 %


def wilson(right: float, of: int, z: float = _Z) -> Share:
    """Wilson's score interval (Wilson 1927): sound for few answers and for shares near 0 and 1.

    right: a whole number, or a sum of shares, each of an item of its own.
    """
    if of == 0:
        return Share(None, 0.0, 1.0, 0)
    return Share(right / of, *_bounds(right / of, of, z), of)


def to_come(right: float, of: int, coming: int) -> tuple[float, float]:
    """Between which shares that of `coming` more lies, going by `right` of `of`, in 95 % of cases; both are above 0.

    Few to come scatter around what is true as much as few before leave it open.
    """
    return _bounds(right / of, 1 / (1 / of + 1 / coming), _Z)


def _bounds(share: float, of: float, z: float) -> tuple[float, float]:
    centre = share + z * z / (2 * of)
    spread = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)
