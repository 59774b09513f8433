"""Cohen's kappa of so many answers that its interval follows from how much each item weighs, without resampling."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.domain.agreement.estimate import Estimate, Floats, Ints

ENOUGH = 20_000  # meetings from which on the two ways of bounding a kappa differ by less than resampling by itself
SHARED = 500  # items that two annotators have in common on average: with few, a kappa is far from normal
MOST_CELLS = 20_000_000
Z = 1.959963984540054  # 95 %
_SOUND = 1e-9


class Meetings(NamedTuple):
    """Two annotators' labels of the same item, one entry each: (n,) arrays.

    pair: code of the two, from 0; item: code of the item; one, other: label codes.
    """

    pair: Ints
    item: Ints
    one: Ints
    other: Ints


def cohen(met: Meetings, *, n_pairs: int, n_labels: int) -> Estimate | None:
    """The mean of the pairs' kappas, weighted by the items that they share, as `measure` has it; None for too few
    meetings, or too few of each pair, where resampling is better, and for too many pairs and labels.

    The interval is that of the infinitesimal jackknife over items (Efron 1982): the limit of the bootstrap.
    """
    if met.pair.size < ENOUGH or n_pairs * n_labels**2 > MOST_CELLS:
        return None
    cell = (met.pair * n_labels + met.one) * n_labels + met.other
    counts = np.bincount(cell, minlength=n_pairs * n_labels**2).reshape(n_pairs, n_labels, n_labels).astype(np.float64)
    together: Floats = counts.sum(axis=(1, 2))
    if (together @ together) / together.sum() < SHARED:
        return None
    kappa, slope = _kappas(counts, together)
    known = np.isfinite(kappa)
    total = float(together[known].sum())
    if not total:
        return None
    value = float(together[known] @ kappa[known]) / total
    weight = np.where(known[:, None, None], (np.nan_to_num(kappa) - value)[:, None, None] + slope, 0.0) / total
    by_item = np.bincount(met.item, weights=weight.ravel()[cell])
    spread = Z * float(np.sqrt(by_item @ by_item))
    items = int(np.count_nonzero(np.bincount(met.item)))
    return Estimate(value, max(value - spread, -1.0), min(value + spread, 1.0), items, met.pair.size)


def _kappas(counts: Floats, together: Floats) -> tuple[Floats, NDArray[np.float64]]:
    """(n_pairs,) kappas, NaN where chance alone would agree; and (n_pairs, n_labels, n_labels), how much one more item
    in a cell moves the pair's kappa, times the items that the two share."""
    first, second = counts.sum(axis=2), counts.sum(axis=1)
    seen = together - np.trace(counts, axis1=1, axis2=2)
    expected = together**2 - (first * second).sum(axis=1)
    sound = expected > _SOUND
    below = np.where(sound, expected, 1.0)
    kappa = np.where(sound, 1 - together * seen / below, np.nan)
    more = (2 * together)[:, None, None] - second[:, :, None] - first[:, None, :]  # of `expected`
    differ = 1.0 - np.eye(counts.shape[1])
    a = (together * seen / below)[:, None, None]
    slope = -a - (together**2 / below)[:, None, None] * differ + a * (together / below)[:, None, None] * more
    return kappa, slope
