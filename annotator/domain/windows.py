"""One annotator's answers over time: agreement with the rest and speed, in windows of answers with intervals."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MOST, LEAST = 12, 10  # windows at most; answers in each at least
FEWEST = 3  # windows from which on a line says anything
_Z95 = 1.959963984540054


class Course(NamedTuple):
    """A value in each window with its 95 % interval, (n_windows,) each.

    first, last: the numbers of the window's first and last answer, from 1 on, among all of the annotator's labels.
    answers: how many of them the value rests on.
    """

    first: Ints
    last: Ints
    answers: Ints
    value: Floats
    low: Floats
    high: Floats

    @property
    def middle(self) -> Floats:
        return (self.first + self.last) / 2


def shares_of_others(item: Ints, label: Ints) -> Floats:
    """For each answer the share of the others' answers to its item that say the same; NaN where there are none.

    item, label: (n_answers,) each, codes; one annotator answers an item once.
    """
    size = int(label.max(initial=0)) + 1
    _, code = np.unique(item, return_inverse=True)
    _, cell, same = np.unique(code * size + label, return_inverse=True, return_counts=True)
    others = np.bincount(code)[code] - 1
    return np.where(others > 0, (same[cell] - 1) / np.maximum(others, 1), np.nan)


def means(values: Floats) -> Course | None:
    """The mean of shares in windows. values: (n,) in order of time, NaN for answers that do not count.

    None where there are fewer than three windows of ten. The interval is normal, with one more success and failure,
    so that it never has no width.
    """

    def bounds(window: Floats) -> tuple[float, float, float]:
        n = window.size + 2
        centre = float((window.sum() + 1) / n)
        spread = _Z95 * float(np.sqrt(max(((window**2).sum() + 1) / n - centre**2, 0.0) / n))
        return float(window.mean()), max(0.0, centre - spread), min(1.0, centre + spread)

    return _course(values, bounds)


def medians(values: Floats) -> Course | None:
    """The median in windows; its interval is between two of the values, whatever their distribution."""

    def bounds(window: Floats) -> tuple[float, float, float]:
        ordered, n = np.sort(window), window.size
        reach = _Z95 * float(np.sqrt(n)) / 2
        low, high = int(max(np.floor(n / 2 - reach), 0)), int(min(np.ceil(n / 2 + reach), n - 1))
        return float(np.median(ordered)), float(ordered[low]), float(ordered[high])

    return _course(values, bounds)


def _course(values: Floats, bounds: Callable[[Floats], tuple[float, float, float]]) -> Course | None:
    known = np.flatnonzero(np.isfinite(values))
    number = min(MOST, known.size // LEAST)
    if number < FEWEST:
        return None
    windows = np.array_split(known, number)
    found = np.array([bounds(values[window]) for window in windows])
    return Course(
        first=np.array([window[0] + 1 for window in windows]),
        last=np.array([window[-1] + 1 for window in windows]),
        answers=np.array([window.size for window in windows]),
        value=found[:, 0],
        low=found[:, 1],
        high=found[:, 2],
    )
