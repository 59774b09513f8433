"""Labels whose order is meant, as in ratings: medians, and errors that are likelier the nearer they lie."""

from __future__ import annotations

import numpy as np

from annotator.domain.aggregation.responses import Floats, Ints

# Sums of the same shares in another order differ by about 1e-16; half of them is half of them.
HALF = 0.5 - 1e-9

# How much of a family's vote on a rating goes to its median. All of it is a little better as a single number, and
# claims far too much as a probability.
MEDIAN_SHARE = 0.5

# Errors at each distance seen before any are counted, so that none is impossible.
SEEN_BEFORE = 1.0


def lower_median(shares: Floats) -> Ints:
    """(n,): the first label at which half of each row, (n, n_labels), is reached: of two middle ones the lower."""
    total = shares.sum(axis=1, keepdims=True)
    medians: Ints = (shares.cumsum(axis=1) >= HALF * total).argmax(axis=1)
    return medians


def towards_median(group: Ints, label: Ints) -> Floats:
    """(n_answers,): factors with a mean of 1 in each group that move MEDIAN_SHARE of it to the group's lower median.

    group: (n_answers,), numbers from 0 on without a gap.
    """
    size = np.bincount(group)
    first = np.cumsum(size) - size
    median = label[np.lexsort((label, group))][first + (size - 1) // 2]
    there = label == median[group]
    factors: Floats = np.where(there, (size / np.bincount(group, there))[group], 0.0)
    return (1 - MEDIAN_SHARE) + MEDIAN_SHARE * factors


def steps(n_labels: int) -> Ints:
    """(n_labels, n_labels): how many labels apart two are."""
    place = np.arange(n_labels)
    apart: Ints = np.abs(place[:, None] - place)
    return apart


def error_shapes(counts: Floats) -> Floats:
    """(n, n_labels, n_labels): how errors spread over the labels given the truth; the diagonal 0, columns sum to 1.

    counts: (n, n_labels, n_labels), [answered, truth]. Errors equally far from the truth are taken as alike: a few
    numbers that little data can tell, where a full matrix needs much.
    """
    n_labels = counts.shape[1]
    apart = steps(n_labels)
    shapes = np.zeros_like(counts)
    for distance in range(1, n_labels):
        there = apart == distance
        rate = (counts[:, there].sum(axis=1) + SEEN_BEFORE) / (np.count_nonzero(there) + SEEN_BEFORE)
        shapes[:, there] = rate[:, None]
    shapes /= np.maximum(shapes.sum(axis=1, keepdims=True), np.finfo(np.float64).tiny)
    return shapes
