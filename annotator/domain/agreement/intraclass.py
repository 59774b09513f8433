"""Intraclass correlation of ratings: two-way, for a single annotator's answers (McGraw & Wong 1996)."""

from __future__ import annotations

from typing import Literal

import numpy as np

from annotator.domain.agreement.estimate import Floats, divided
from annotator.domain.agreement.table import Table

Kind = Literal["consistency", "agreement"]


def ratings(table: Table) -> Floats:
    """(n_items, n_annotators): label positions of the items that everybody in the table answered.

    Two sides are two columns, each with the mean of the side's answers to the item.
    """
    if table.second is not None:
        size = table.n_items
        sides = [table.by_second == second for second in (False, True)]
        sums = [np.bincount(table.item[s], table.label[s], minlength=size) for s in sides]
        return np.stack([total / np.bincount(table.item[s]) for total, s in zip(sums, sides, strict=True)], axis=1)
    complete = table.answers_per_item == table.n_annotators
    scores: Floats = table.label[complete[table.item]].reshape(-1, max(table.n_annotators, 1)).astype(np.float64)
    return scores


def intraclass(scores: Floats, weights: Floats, kind: Kind) -> Floats:
    """(n_samples,): ICC(C,1) or ICC(A,1) from the mean squares of a two-way layout.

    scores: (n_items, n_annotators). weights: (n_samples, n_items) counts.
    """
    k = scores.shape[1]
    n = weights.sum(axis=1)
    centred = scores - scores.mean()  # the squares are of differences then, and lose no digits
    rows = centred.mean(axis=1)
    columns = (weights @ centred) / n[:, None]
    grand = columns.mean(axis=1)
    between_rows = k * (weights @ rows**2 - n * grand**2)
    between_columns = n * ((columns - grand[:, None]) ** 2).sum(axis=1)
    whole = weights @ (centred**2).sum(axis=1) - n * k * grand**2
    msr = between_rows / (n - 1)
    msc = between_columns / (k - 1)
    mse = np.maximum(whole - between_rows - between_columns, 0) / ((n - 1) * (k - 1))
    offset = k * (msc - mse) / n if kind == "agreement" else 0.0
    return divided(msr - mse, msr + (k - 1) * mse + offset)
