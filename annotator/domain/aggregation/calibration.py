"""Fitting the pooling weights on gold: multinomial logistic regression, held near the weights known to generalise."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from annotator.domain.aggregation.responses import Floats, Ints
from annotator.domain.aggregation.scoring import SMALLEST

FOLDS = 10

# What the gold has to overcome to move a weight, or a label's bias, by one: nats. Flat from 1 to 12.
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
    exponentials: Floats = np.exp(logits - logits.max(axis=1, keepdims=True))
    exponentials /= exponentials.sum(axis=1, keepdims=True)
    return exponentials


def fitted(features: Floats, truth: Ints, start: Pool) -> Pool:
    """The weights and biases that predict the truth, (n_items,), best, penalised for moving away from `start`."""
    n_features = start.weights.size
    origin = np.concatenate([start.weights, start.bias])
    penalty = np.concatenate([np.full(n_features, WEIGHT_PENALTY), np.full(start.bias.size, BIAS_PENALTY)])
    rows = np.arange(truth.size)
    observed = features[rows, truth].sum(axis=0)
    counts = np.bincount(truth, minlength=start.bias.size)

    def loss(parameters: Floats) -> tuple[float, Floats]:
        pool = Pool(parameters[:n_features], parameters[n_features:])
        predicted = pool.probabilities(features)
        moved = parameters - origin
        nats = -np.log(np.maximum(predicted[rows, truth], SMALLEST)).sum() + (penalty * moved**2).sum()
        by_weight = np.einsum("nk,nkf->f", predicted, features) - observed
        by_bias = predicted.sum(axis=0) - counts
        return float(nats), np.concatenate([by_weight, by_bias]) + 2 * penalty * moved

    found = minimize(loss, origin, jac=True, method="L-BFGS-B")
    return Pool(found.x[:n_features], found.x[n_features:])


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


def cross_validated(features: Floats, truth: Ints, start: Pool, fold: Ints) -> Floats:
    """(n_items, n_labels): the probabilities of each gold item with the weights fitted on the other folds."""
    predicted = np.empty(features.shape[:2])
    for held_out in np.unique(fold):
        rest = fold != held_out
        pool = fitted(features[rest], truth[rest], start) if rest.any() else start
        predicted[~rest] = pool.probabilities(features[~rest])
    return predicted
