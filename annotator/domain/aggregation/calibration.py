"""Fitting the pooling weights on gold: multinomial logistic regression, held near the weights known to generalise."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from annotator.domain.aggregation.responses import Floats, Ints
from annotator.domain.aggregation.scoring import SMALLEST

FOLDS = 10

SHORT_ROW = 16

# What the gold has to overcome, in nats. How sure the answers of a crowd may make us differs most between crowds, so
# one factor on all weights moves easily: by e for SURENESS_PENALTY. What counts for how much beside the others is much
# alike in all crowds of people: moving one weight by one costs MIX_PENALTY, or WEIGHT_PENALTY where it is not known so
# well. BIAS_PENALTY is for moving a label's bias by one. All flat for half and twice as much.
SURENESS_PENALTY = 6.0
MIX_PENALTY = 25.0
WEIGHT_PENALTY = 6.0
BIAS_PENALTY = 5.0


class Pool(NamedTuple):
    """P(label) is proportional to exp(features @ weights + bias). weights: (n_features,). bias: (n_labels,)."""

    weights: Floats
    bias: Floats

    def probabilities(self, features: Floats) -> Floats:
        """(n_items, n_labels), rows sum to 1. features: (n_items, n_labels, n_features)."""
        return softmax(features @ self.weights + self.bias)


def softmax(logits: Floats) -> Floats:
    """(n_items, n_labels), rows sum to 1."""
    exponentials: Floats = np.exp(logits - over_labels(np.maximum, logits)[:, None])
    exponentials /= over_labels(np.add, exponentials)[:, None]
    return exponentials


def over_labels(ufunc: np.ufunc, rows: Floats) -> Floats:
    """(n_items,): the ufunc along each row; column by column where rows are short, several times as fast."""
    if rows.shape[1] > SHORT_ROW:
        whole: Floats = ufunc.reduce(rows, axis=1)
        return whole
    result = rows[:, 0].copy()
    for column in rows.T[1:]:
        ufunc(result, column, out=result)
    return result


def fitted(features: Floats, truth: Ints, start: Pool, mix: Floats) -> Pool:
    """The weights and biases that predict the truth, (n_items,), best, penalised for moving away from `start`.

    mix: (n_features,), the penalty on each weight.
    """
    n = start.weights.size
    penalty = np.concatenate([[SURENESS_PENALTY], mix, np.full(start.bias.size, BIAS_PENALTY)])
    rows = np.arange(truth.size)

    def pool_at(moved: Floats) -> Pool:
        return Pool(np.exp(moved[0]) * (start.weights + moved[1 : n + 1]), start.bias + moved[n + 1 :])

    def loss(moved: Floats) -> tuple[float, Floats]:
        pool = pool_at(moved)
        off = pool.probabilities(features)
        nats = -np.log(np.maximum(off[rows, truth], SMALLEST)).sum() + (penalty * moved**2).sum()
        off[rows, truth] -= 1
        by_weight = np.einsum("nk,nkf->f", off, features)
        slopes = [[by_weight @ pool.weights], np.exp(moved[0]) * by_weight, off.sum(axis=0)]
        return float(nats), np.concatenate(slopes) + 2 * penalty * moved

    found = minimize(loss, np.zeros(penalty.size), jac=True, method="L-BFGS-B")
    return pool_at(found.x)


def folds(posterior: Floats, truth: Ints) -> Ints:
    """(n_items,): the fold of each gold item, easy and hard ones spread alike.

    posterior, truth: of the gold items. Items are dealt by the probability of their truth, not by their order,
    so that the same answers in another order give the same result.
    """
    n_folds = min(FOLDS, truth.size)
    order = np.lexsort((posterior.max(axis=1), posterior[np.arange(truth.size), truth]))
    fold: Ints = np.empty(truth.size, dtype=np.int64)
    fold[order] = np.arange(truth.size) % n_folds
    return fold


def cross_validated(features: Floats, truth: Ints, start: Pool, mix: Floats, fold: Ints) -> Floats:
    """(n_items, n_labels): the probabilities of each gold item with the weights fitted on the other folds."""
    predicted = np.empty(features.shape[:2])
    for held_out in np.unique(fold):
        rest = fold != held_out
        pool = fitted(features[rest], truth[rest], start, mix) if rest.any() else start
        predicted[~rest] = pool.probabilities(features[~rest])
    return predicted
