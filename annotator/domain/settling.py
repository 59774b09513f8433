"""Which item a reviewer should settle first."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# Answers that what is expected of an annotator beforehand counts for, as in the matrices of merging.
STRENGTH = 8.0
NEAR = 1.0  # log odds between the two likeliest labels, below which a better knowledge of annotators may decide
LEAST, MOST_RIGHT = 0.05, 0.95  # reliabilities are taken to lie within


def gain(posterior: Floats, item: Ints, annotator: Ints, label: Ints, *, checked: Ints, reliability: Floats) -> Floats:
    """(n_items,), >= 0: how many wrong labels settling each item is expected to save, by itself and by what it teaches.

    posterior: (n_items, n_labels), rows sum to 1. item, annotator, label: (n_answers,), codes. checked:
    (n_annotators,), their answers to items that are settled already. reliability: (n_annotators,), 0..1.

    By itself: the probability that the merged label is wrong. What it teaches: an annotator whose rate r of right
    answers rests on c of them, counting STRENGTH beforehand, has log odds known up to a variance of 1 / (r (1 - r) c).
    Weighing answers with log odds that are off by d gets those items wrong whose own log odds lie within d of zero: an
    expected d^2 / 8 for each item in a unit of log odds there. One more checked answer lowers the variance by
    1 / (r (1 - r) c (c + 1)), as far as merging does not know already whether the answer is right: 4 q (1 - q) of it.
    """
    top = -np.partition(-posterior, min(1, posterior.shape[1] - 1), axis=1)[:, :2]
    wrong: Floats = 1 - top[:, 0]
    if posterior.shape[1] < 2:
        return wrong
    odds = np.log(np.maximum(top[:, 0], 1e-12)) - np.log(np.maximum(top[:, 1], 1e-12))
    close = np.bincount(annotator, odds[item] < NEAR, checked.size) / NEAR
    right = np.clip(reliability, LEAST, MOST_RIGHT)
    known = checked + STRENGTH
    each = close / (8 * right * (1 - right) * known * (known + 1))
    chance = posterior[item, label]
    teaching = np.bincount(item, 4 * chance * (1 - chance) * each[annotator], wrong.size)
    found: Floats = wrong + teaching
    return found
