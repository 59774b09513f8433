"""Votes weighted by accuracy on gold: what ten adjudicated items can do against a bloc that errs together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from annotator.domain.aggregation.calibration import softmax
from annotator.domain.aggregation.responses import Floats, Ints, Responses
from annotator.domain.aggregation.voting import clamp, vote_counts

# Gold answers that the accuracy of the LLM's family, or of people, counts for; and even chances for the family's.
ANNOTATOR_STRENGTH = 30.0
POOL_STRENGTH = 4.0

# So many votes are worth fewer. Less than the correlation of LLMs' errors, since the weights take out part of it.
CORRELATION = 0.1

# These votes are surer than they should be; what they teach about annotators in turn is taken with half their strength.
TEACHING = 0.5


@dataclass(frozen=True, eq=False)
class GoldVotes:
    """weights: (n_annotators,), log odds of being right; negative for those who are wrong more often than chance."""

    weights: Floats
    n_labels: int

    def of_items(self, responses: Responses) -> Floats:
        """(n_items, n_labels): the weighted votes, discounted for correlated errors, centred over the labels."""
        votes = vote_counts(responses, self.weights[responses.annotator])
        return self._discounted(votes, responses.answers_per_item.astype(np.float64))

    def of_item(self, annotator: Ints, label: Ints) -> Floats:
        """(n_labels,): the same for the answers to one item."""
        votes = np.bincount(label, self.weights[annotator], self.n_labels).astype(np.float64)
        row: Floats = self._discounted(votes[None], np.array([float(annotator.size)]))[0]
        return row

    def _discounted(self, votes: Floats, answers: Floats) -> Floats:
        votes = votes / (1 + np.maximum(answers - 1, 0) * CORRELATION)[:, None]
        centred: Floats = votes - votes.mean(axis=1, keepdims=True)
        return centred


def from_gold(responses: Responses, gold: Ints) -> GoldVotes:
    """Weights from accuracy on gold, shrunk to the LLM family's, then once more from the items these votes decide."""
    known = gold[responses.item] >= 0
    right = known & (responses.label == gold[responses.item])
    n = responses.n_annotators
    first = _weights(
        responses,
        np.bincount(responses.annotator, right, n).astype(np.float64),
        np.bincount(responses.annotator, known, n),
    )
    votes = GoldVotes(first, responses.n_labels)
    posterior = softmax(TEACHING * votes.of_items(responses))
    clamp(posterior, gold)
    each = posterior[responses.item, responses.label]
    second = _weights(
        responses, np.bincount(responses.annotator, each, n).astype(np.float64), responses.answers_per_annotator
    )
    return GoldVotes((first + second) / 2, responses.n_labels)


def cross_fitted(responses: Responses, gold: Ints, fold: Ints) -> Floats:
    """(n_gold, n_labels): the votes on each gold item, by weights from the gold of the other folds.

    fold: (n_gold,), of the items with gold in their order.
    """
    known = np.flatnonzero(gold >= 0)
    rows = np.empty((known.size, responses.n_labels))
    for held_out in np.unique(fold):
        rest = gold.copy()
        rest[known[fold == held_out]] = -1
        rows[fold == held_out] = from_gold(responses, rest).of_items(responses)[known[fold == held_out]]
    return rows


def _weights(responses: Responses, right: Floats, answers: Ints | Floats) -> Floats:
    pool = responses.pool
    even = 1 / max(responses.n_labels, 2)
    pooled = (np.bincount(pool, right) + POOL_STRENGTH * even) / (np.bincount(pool, answers) + POOL_STRENGTH)
    accuracy = (right + ANNOTATOR_STRENGTH * pooled[pool]) / (answers + ANNOTATOR_STRENGTH)
    accuracy = np.clip(accuracy, 1e-6, 1 - 1e-6)
    weights: Floats = np.log(accuracy) - np.log((1 - accuracy) / max(responses.n_labels - 1, 1))
    return weights
