"""A measured value with its interval, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

RESAMPLES = 1000
LEAST_RESAMPLES = 100
_MOST_DRAWN = 200_000_000  # item draws for one interval; with more items there are fewer resamples
_CHUNK = 4_000_000  # numbers held at once


class Estimate(NamedTuple):
    """value is None where it is undefined, and `reason` says in words why; low and high bound a 95 % interval.

    items: those that at least one pair of answers comes from. pairs: of answers to the same item.
    low and high are None, too, where the value cannot be bounded by resampling the items; `reason` then says why.
    """

    value: float | None
    low: float | None
    high: float | None
    items: int
    pairs: int
    reason: str = ""


def resample_weights(times: Ints, resamples: int, seed: int, width: int = 1) -> Iterator[Floats]:
    """Bootstrap samples of items as (resamples, len(times)) counts, in chunks that suit rows of `width` numbers.

    times: how many items are alike in all that counts; drawing how often each sort comes up has the same
    distribution as drawing the items one by one.
    """
    rng = np.random.default_rng(seed)
    total = int(times.sum())
    resamples = int(min(resamples, max(LEAST_RESAMPLES, _MOST_DRAWN // max(total, 1))))
    step = max(1, _CHUNK // max(times.size, width, 1))
    sort_of_item = np.repeat(np.arange(times.size), times) if 8 * times.size > total else None
    for first in range(0, resamples, step):
        number = min(step, resamples - first)
        if sort_of_item is None:  # few sorts: drawing their counts is quicker than drawing items
            yield rng.multinomial(total, times / total, size=number).astype(np.float64)
        else:
            drawn = [sort_of_item[rng.integers(0, total, total)] for _ in range(number)]
            yield np.stack([np.bincount(sorts, minlength=times.size) for sorts in drawn]).astype(np.float64)


def interval(
    statistic: Callable[[Floats], Floats],
    times: Ints,
    *,
    resamples: int,
    seed: int,
    width: int = 1,
    around: float | None = None,
) -> tuple[float | None, float | None]:
    """The 2.5th and 97.5th percentile of `statistic` over bootstrap samples of the items.

    statistic: takes (n, len(times)) counts and gives (n,) values, NaN where undefined. Samples without a value are
    left out; (None, None) when they are more than half. around: move the bounds so that the samples' median is there.
    """
    if resamples < 1:
        return None, None
    values = np.concatenate([statistic(w) for w in resample_weights(times, resamples, seed, width)])
    found = values[np.isfinite(values)]
    if 2 * found.size < values.size:
        return None, None
    low, high = np.percentile(found, [2.5, 97.5])
    moved = 0.0 if around is None else around - float(np.median(found))
    return float(low) + moved, float(high) + moved


def divided(above: Floats, below: Floats) -> Floats:
    """Element by element; NaN where there is (but for rounding) nothing to divide by."""
    sound = below > 1e-12
    return np.where(sound, above / np.where(sound, below, 1.0), np.nan)
