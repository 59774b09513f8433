"""How long the rest will take at the pace of the latest answers."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

NEEDED = 3  # answers before a pace means anything


def seconds_left(seconds: Sequence[float | None], open_items: int) -> float | None:
    """The median of the latest answers' times, which one long pause does not move, times what is open.

    None while there are fewer than NEEDED timed answers.
    """
    each = seconds_each(seconds)
    return None if each is None or open_items <= 0 else each * open_items


def seconds_each(seconds: Sequence[float | None]) -> float | None:
    """The median time of an answer; None while there are fewer than NEEDED timed ones."""
    timed = [value for value in seconds if value is not None]
    return float(median(timed)) if len(timed) >= NEEDED else None
