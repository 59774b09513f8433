"""The label of each item after merging, how sure it is, and how ties are broken."""

from __future__ import annotations

import numpy as np

from annotator.domain.aggregation.ordinal import lower_median, steps
from annotator.domain.aggregation.responses import Bools, Floats, Ints, Responses
from annotator.domain.aggregation.voting import vote_counts

# Probabilities closer than this are equal: sums in another order differ by about 1e-16.
TIE = 1e-9


def consensus(posterior: Floats, responses: Responses, *, reliability: Floats, class_prior: Floats) -> Ints:
    """(n_items,): the label with the highest posterior.

    A tie goes to the label whose annotators are more reliable in sum, then, where labels have an order, to the one
    nearest to the item's lower median, then to the label that is more frequent among all items, then to the one that
    comes first; never to chance.
    """
    best: Ints = posterior.argmax(axis=1)
    tied = posterior >= posterior.max(axis=1, keepdims=True) - TIE
    open_items = np.flatnonzero(tied.sum(axis=1) > 1)
    if open_items.size:
        backing = vote_counts(responses, reliability[responses.annotator])[open_items]
        left = _highest(backing, tied[open_items])
        if responses.ordinal:
            left = _highest(-steps(left.shape[1])[lower_median(posterior[open_items])], left)
        left = _highest(np.broadcast_to(class_prior, left.shape), left)
        best[open_items] = left.argmax(axis=1)
    return best


def entropy(posterior: Floats) -> Floats:
    """(n_items,): uncertainty from 0, certain, to 1, all labels alike: entropy over that of an even posterior."""
    n_labels = posterior.shape[1]
    if n_labels < 2:
        return np.zeros(len(posterior))
    logs = np.log(np.maximum(posterior, np.finfo(np.float64).tiny))
    share: Floats = np.clip(-(posterior * logs).sum(axis=1) / np.log(n_labels), 0, 1)
    return share


def _highest(values: Floats | Ints, among: Bools) -> Bools:
    """Of the labels still in question, those with the highest value."""
    left = np.where(among, values, -np.inf)
    kept: Bools = left >= left.max(axis=1, keepdims=True) - TIE
    return kept & among
