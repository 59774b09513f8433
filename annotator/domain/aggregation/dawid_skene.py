"""Dawid and Skene's model: every annotator has a confusion matrix of its own, learnt without gold.

A. P. Dawid and A. M. Skene, Maximum likelihood estimation of observer error-rates using the EM algorithm,
Applied Statistics 28 (1979). Annotators with few answers borrow from those of their kind or LLM family.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import cast

import numpy as np
from scipy import sparse

from annotator.domain.aggregation import em
from annotator.domain.aggregation.blocks import Block, blocks, tables
from annotator.domain.aggregation.responses import Bools, Floats, Ints, Responses
from annotator.domain.aggregation.settings import DEFAULT, Settings
from annotator.errors import UserError
from annotator.texts import figure, say

# Cells of all confusion matrices together; 160 MB for each of about four arrays of this size while fitting.
MAX_CELLS = 20_000_000


@dataclass(frozen=True, eq=False)
class Fit:
    """What EM found.

    posterior: (n_items, n_labels), rows sum to 1.
    confusion: (n_annotators, n_labels, n_labels); [a, k, t] is P(a answers k | truth is t), columns sum to 1.
    class_prior: (n_labels,), sums to 1.
    log_likelihood: in nats per answer, at the start of each iteration.
    """

    posterior: Floats
    confusion: Floats
    class_prior: Floats
    log_likelihood: tuple[float, ...]
    converged: bool

    @property
    def iterations(self) -> int:
        return len(self.log_likelihood)


def fit(
    responses: Responses,
    settings: Settings = DEFAULT,
    *,
    gold: Ints | None = None,
    weights: Floats | None = None,
    start: Floats | None = None,
) -> Fit:
    """Fit confusion matrices and posteriors. With settings PLAIN it is crowd-kit's DawidSkene, to 1e-6.

    gold: (n_items,), label or -1. weights: (n_answers,), what each answer counts for as evidence.
    start: (n_items, n_labels), the posterior to go on from, instead of vote shares.
    Raises UserError where the confusion matrices would need more than MAX_CELLS cells.
    """
    if not fits_in_memory(responses):
        raise UserError(
            say(
                "Confusion matrices of {n_annotators} annotators for {n_labels} labels would not fit in memory.",
                n_annotators=figure(responses.n_annotators),
                n_labels=figure(responses.n_labels),
            ),
            hint=say("Merge with one-coin, which needs one number for each annotator."),
        )
    model = _Matrices(responses, settings, gold, weights)
    found = em.solve(model, responses, settings, gold=gold, weights=weights, start=start)
    return Fit(found.posterior, found.parameters, found.class_prior, found.log_likelihood, found.converged)


def fits_in_memory(responses: Responses) -> bool:
    """Whether a confusion matrix for each annotator is within MAX_CELLS."""
    return responses.n_annotators * responses.n_labels**2 <= MAX_CELLS


def confusion_matrices(
    responses: Responses,
    posterior: Floats,
    settings: Settings = DEFAULT,
    *,
    gold: Ints | None = None,
) -> Floats:
    """(n_annotators, n_labels, n_labels): confusion matrices of the annotators for posteriors found otherwise."""
    return em.estimated(_Matrices(responses, settings, gold, None), posterior)


def posterior(votes: sparse.csr_array[np.float64], confusion: Floats, class_prior: Floats) -> Floats:
    """(n_items, n_labels), rows sum to 1: true labels with the confusion matrices held fixed.

    votes: (n_items, n_annotators * n_labels); column a * n_labels + k means annotator a answered k.
    An item nobody labelled gets the class prior.
    """
    return em.softmax(cast(Floats, votes @ _logs(confusion)), class_prior)[0]


class _Matrices:
    """The model for EM: one confusion matrix for each annotator."""

    def __init__(self, responses: Responses, settings: Settings, gold: Ints | None, weights: Floats | None) -> None:
        self._shape = (responses.n_annotators, responses.n_labels, responses.n_labels)
        self.blocks = blocks(responses, math.prod(self._shape))
        columns, width = responses.annotator * responses.n_labels + responses.label, self._shape[0] * self._shape[1]
        self._votes = tables(responses, self.blocks, columns, width, weights)
        checked = checked_answers(responses, gold) if settings.checked_only else None
        alike = weights is None and checked is None
        self._counted = self._votes if alike else tables(responses, self.blocks, columns, width, checked)
        self._answered = _answered(responses)
        self._prior_counts = settings.prior_counts
        self._members = _members(responses.pool)
        self._pool = responses.pool
        self._of, self._logs = np.empty(0), np.empty(0)

    def counts(self, block: Block, posterior: Floats) -> Floats:
        return cast(Floats, self._counted[block.number].T @ posterior).reshape(self._shape)

    def estimate(self, counts: Floats) -> Floats:
        if self._prior_counts.annotator:
            cells = self._pooled(counts)[self._pool]
            cells *= self._prior_counts.annotator
            cells += counts
        else:
            cells = np.where(self._answered, np.maximum(counts, em.EPS), 0)
        cells /= cells.sum(axis=1, keepdims=True)
        return cells

    def evidence(self, parameters: Floats, block: Block) -> Floats:
        if self._of is not parameters:
            self._of, self._logs = parameters, _logs(parameters)
        return cast(Floats, self._votes[block.number] @ self._logs)

    def _pooled(self, counts: Floats) -> Floats:
        """(n_pools, n_labels, n_labels): the confusion matrix of each pool, shrunk to one coin."""
        sums = cast(Floats, self._members @ counts.reshape(len(counts), -1))
        total = sums.reshape(-1, *self._shape[1:])
        cells = total + self._prior_counts.pool * _one_coin(total)
        cells = np.maximum(cells, em.EPS)
        matrices: Floats = cells / cells.sum(axis=1, keepdims=True)
        return matrices


def checked_answers(responses: Responses, gold: Ints | None) -> Floats | None:
    """(n_answers,): 1 where somebody else answered the item too or gold is known, else 0; None if all are 1."""
    checked = responses.answers_per_item > 1
    if gold is not None:
        checked = checked | (gold >= 0)
    return None if checked[responses.item].all() else checked[responses.item].astype(np.float64)


def _logs(confusion: Floats) -> Floats:
    """(n_annotators * n_labels, n_labels)."""
    # Labels that an annotator never gave have probability 0 in a plain fit; no vote refers to them.
    logs: Floats = np.log(np.maximum(confusion, np.finfo(np.float64).tiny)).reshape(-1, confusion.shape[2])
    return logs


def _answered(responses: Responses) -> Bools:
    """(n_annotators, n_labels, 1): labels that an annotator gave at least once; all, where there was none.

    Plain Dawid-Skene spreads an unseen truth over these, as crowd-kit does.
    """
    cells = responses.annotator * responses.n_labels + responses.label
    seen = np.bincount(cells, minlength=responses.n_annotators * responses.n_labels) > 0
    answered: Bools = seen.reshape(responses.n_annotators, responses.n_labels, 1)
    answered[responses.answers_per_annotator == 0] = True
    return answered


def _members(pool: Ints) -> sparse.csr_array[np.float64]:
    """(n_pools, n_annotators), 1 where the annotator belongs to the pool."""
    n_pools = int(pool.max(initial=0)) + 1
    return sparse.csr_array((np.ones(pool.size), (pool, np.arange(pool.size))), shape=(n_pools, pool.size))


def _one_coin(counts: Floats) -> Floats:
    """(n_pools, n_labels, n_labels): right with the pool's accuracy, else any other label alike."""
    n_labels = counts.shape[1]
    right = np.trace(counts, axis1=1, axis2=2)
    accuracy = (right + 1) / (counts.sum(axis=(1, 2)) + 2)  # one right and one wrong answer seen before
    wrong = (1 - accuracy) / max(n_labels - 1, 1)
    same = np.eye(n_labels, dtype=np.bool_)
    coins: Floats = np.where(same, accuracy[:, None, None], wrong[:, None, None])
    return coins
