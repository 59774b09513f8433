"""Cohen's kappa for every two annotators, and their mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from annotator.domain.agreement.estimate import Floats, Ints
from annotator.domain.agreement.table import Table, product

if TYPE_CHECKING:
    from annotator.domain.agreement.table import Sparse

Weights = Literal["none", "linear", "quadratic"]
MOST_LISTED = 2_000_000  # pairs of answers up to which an interval is worked out
_AT_ONCE = 10_000_000  # numbers for the margins of pairs held at once


@dataclass(frozen=True, eq=False)
class Meetings:
    """What two annotators answered to the same item, by cells of (pair of annotators, first label, second label).

    Sorted by pair. pair, first, second: (n_cells,). one, two: (n_pairs,), annotator codes.
    counts: (n_cells,), items in the cell.
    """

    pair: Ints
    first: Ints
    second: Ints
    counts: Floats
    one: Ints
    two: Ints
    n_labels: int


def meetings(table: Table) -> Meetings:
    """Counted by one sparse product, so that the items need not be gone through pair by pair."""
    from scipy import sparse

    columns = table.annotator * table.n_labels + table.label
    shape = (table.n_items, table.n_annotators * table.n_labels)
    said = sparse.csr_array((np.ones(columns.size), (table.item, columns)), shape=shape)
    met = sparse.coo_array(sparse.triu(said.T @ said, k=1))
    row, column = (np.asarray(c, dtype=np.int64) for c in met.coords)
    return _cells(table, row, column, met.data)


def _cells(table: Table, row: Ints, column: Ints, counts: Floats) -> Meetings:
    """Cells from the columns annotator * n_labels + label of both; annotators in ascending order, or by side."""
    (one, first), (two, second) = divmod(row, table.n_labels), divmod(column, table.n_labels)
    if table.second is not None:
        kept = table.second[one] != table.second[two]
        one, first, two, second = (v[kept] for v in (one, first, two, second))
        counts = counts[kept]
        swap = table.second[one]
        one, two = np.where(swap, two, one), np.where(swap, one, two)
        first, second = np.where(swap, second, first), np.where(swap, first, second)
    order = np.argsort(one * table.n_annotators + two, kind="stable")
    one, first, two, second = (v[order] for v in (one, first, two, second))
    pairs, pair = np.unique(one * table.n_annotators + two, return_inverse=True)
    left, right = divmod(pairs, table.n_annotators)
    return Meetings(pair, first, second, counts[order], left, right, table.n_labels)


def kappas(met: Meetings, counts: Floats, weights: Weights = "none") -> tuple[Floats, Floats]:
    """Cohen's kappa, NaN where undefined, and items in common; each (n_samples, n_pairs).

    counts: (n_samples, n_cells).
    """
    by_pair = _indicator(met.pair, met.one.size)
    places = met.pair * met.n_labels
    shape = (counts.shape[0], met.one.size, met.n_labels)
    first = product(counts, _indicator(places + met.first, shape[1] * shape[2])).reshape(shape)
    second = product(counts, _indicator(places + met.second, shape[1] * shape[2])).reshape(shape)
    together = product(counts, by_pair)
    if weights == "none":
        seen = together - product(counts * (met.first == met.second), by_pair)
        expected = together**2 - (first * second).sum(axis=2)
    else:
        distance = _distance(met.n_labels, weights)
        seen = product(counts * distance[met.first, met.second], by_pair)
        expected = ((first @ distance) * second).sum(axis=2)
    sound = expected > 1e-9
    kappa = np.where(sound, 1 - together * seen / np.where(sound, expected, 1.0), np.nan)
    return kappa, together


def mean_kappa(kappa: Floats, together: Floats) -> Floats:
    """(n_samples,): mean over the pairs of annotators with a kappa, weighted by the items that they share."""
    known = np.isfinite(kappa)
    total = (together * known).sum(axis=1)
    summed = np.where(known, kappa * together, 0.0).sum(axis=1)
    return np.where(total > 0, summed / np.maximum(total, 1), np.nan)


def every_kappa(met: Meetings, weights: Weights = "none") -> tuple[Floats, Floats]:
    """(n_pairs,) each: Cohen's kappa, NaN where undefined, and items in common; in chunks that suit many labels."""
    step = max(1, _AT_ONCE // met.n_labels)
    parts = [(np.zeros(0), np.zeros(0))]
    for start in range(0, met.one.size, step):
        low, high = np.searchsorted(met.pair, [start, start + step])
        some = slice(int(low), int(high))
        who = slice(start, start + step)
        part = Meetings(
            met.pair[some] - start, met.first[some], met.second[some], met.counts[some],
            met.one[who], met.two[who], met.n_labels,
        )  # fmt: skip
        kappa, together = kappas(part, part.counts[None], weights)
        parts.append((kappa[0], together[0]))
    kappa, together = (np.concatenate(column) for column in zip(*parts, strict=True))
    return kappa, together


def by_sort(table: Table, met: Meetings) -> tuple[Ints, Sparse] | None:
    """(items of each sort, (n_sorts, n_cells) pairs in each cell), None where the pairs are too many to list."""
    from scipy import sparse

    first, times = table.sorts(table.annotator * table.n_labels + table.label)
    if table.answers_per_item[first].astype(float) @ table.answers_per_item[first] > 2 * MOST_LISTED:
        return None
    if max(met.one.size * met.n_labels, met.pair.size) > MOST_LISTED:
        return None
    sort, left, right = _listed(table, first)
    listed = _cells_of(table, left, right)
    width = table.n_annotators * table.n_labels
    known = (met.one[met.pair] * met.n_labels + met.first) * width + met.two[met.pair] * met.n_labels + met.second
    order = np.argsort(known)
    place = order[np.searchsorted(known, listed[1], sorter=order)]
    cells = sparse.csr_array((np.ones(place.size), (sort[listed[0]], place)), shape=(first.size, known.size))
    return times, cells


def _listed(table: Table, items: Ints) -> tuple[Ints, Ints, Ints]:
    """Every two answers to one of the items: (position in `items`, earlier answer, later answer)."""
    size = table.answers_per_item[items]
    start = np.concatenate(([0], np.cumsum(table.answers_per_item)))[items]
    parts: list[tuple[Ints, Ints, Ints]] = []
    for n in np.unique(size):
        here = np.flatnonzero(size == n)
        one, two = np.triu_indices(int(n), k=1)
        rows = start[here][:, None]
        parts.append((np.repeat(here, one.size), (rows + one).ravel(), (rows + two).ravel()))
    sort, left, right = (np.concatenate(column) for column in zip(*parts, strict=True))
    return sort, left, right


def _cells_of(table: Table, left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """Positions of the pairs that count, and a number for the cell of each."""
    one, two = left, right
    kept = np.arange(left.size)
    if table.second is not None:
        kept = np.flatnonzero(table.by_second[left] != table.by_second[right])
        one, two = left[kept], right[kept]
        swap = table.by_second[one]
        one, two = np.where(swap, two, one), np.where(swap, one, two)
    said = table.annotator * table.n_labels + table.label
    return kept, said[one] * (table.n_annotators * table.n_labels) + said[two]


def _indicator(place: Ints, size: int) -> Sparse:
    from scipy import sparse

    return sparse.csr_array((np.ones(place.size), (np.arange(place.size), place)), shape=(place.size, size))


def _distance(n_labels: int, weights: Weights) -> Floats:
    away = np.abs(np.subtract.outer(np.arange(n_labels, dtype=np.float64), np.arange(n_labels)))
    return away if weights == "linear" else away**2
