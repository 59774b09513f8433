"""Tempered Dawid-Skene: confusion matrices learnt from posteriors that are never surer than the crowd deserves.

Answers to one item are not independent given its truth, since hard items fool everybody; plain EM takes them
as independent, comes out nearly certain, and then learns from its own certainty. Here every E-step divides the
evidence by the design effect and pools it with the vote share, so matrices stay honest and classes cannot collapse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, cast

import numpy as np
from scipy import sparse

from annotator.domain.aggregation.calibration import softmax
from annotator.domain.aggregation.dawid_skene import MAX_CELLS, checked_answers
from annotator.domain.aggregation.responses import Bools, Floats, Ints, Responses
from annotator.domain.aggregation.symbols import Bins
from annotator.domain.aggregation.voting import clamp, vote_counts

# Learnt across crowds, and flat around these values.
SHARE_WEIGHT = 0.7
EVIDENCE_WEIGHT = 0.6
CORRELATION = 0.1

# Answers that what an annotator shrinks to counts for: its own matrix to its coin on the pool's matrix, its coin
# to the pool's, the pool's matrix to the pool's coin.
MATRIX_STRENGTH = 8.0
COIN_STRENGTH = 4.0
POOL_STRENGTH = 4.0
BIN_STRENGTH = 8.0

ROUNDS = 12
SETTLED = 1e-3

TINY = 1e-12

Sparse = sparse.csr_array[np.float64]


class Model(Protocol):
    """How annotators answer given the truth, with the parameters of the last `estimate`."""

    @property
    def confusion(self) -> Floats | None:
        """(n_annotators, n_labels, n_labels), [a, k, t] is P(a answers k | truth is t); None for coins."""

    def estimate(self, posterior: Floats) -> None:
        """Learn from items that have label t with posterior[i, t]."""

    def evidence(self, weights: Floats | None) -> Floats:
        """(n_items, n_labels): sum of log P(answer | truth), each answer by its weight."""

    def opinions(self, weights: Floats | None) -> Floats:
        """(n_items, n_labels): sum of P(truth | answer), each answer by its weight."""

    def of_item(self, annotator: Ints, label: Ints, bins: Ints, weights: Floats) -> tuple[Floats, Floats]:
        """(n_labels,) each: evidence and opinions of the answers to one item."""


@dataclass(frozen=True, eq=False)
class Learnt:
    """Where tempered EM ended. posterior: (n_items, n_labels). change: of a posterior in the last round, on average."""

    model: Model
    posterior: Floats
    rounds: int
    change: float

    @property
    def converged(self) -> bool:
        return self.change < SETTLED


def learn(
    model: Model, responses: Responses, shares: Floats, weights: Floats | None, total: Floats, gold: Ints | None
) -> Learnt:
    """Alternate tempered posteriors and parameters.

    shares: (n_items, n_labels), smoothed vote shares. weights: (n_answers,). total: (n_items,), their sums.
    """
    from_votes = SHARE_WEIGHT * np.log(shares)
    posterior = softmax(from_votes / SHARE_WEIGHT)
    clamp(posterior, gold)
    model.estimate(posterior)
    change, rounds = np.inf, 0
    while rounds < ROUNDS and change >= SETTLED:
        evidence = model.evidence(weights)
        evidence *= EVIDENCE_WEIGHT / design_effect(total, CORRELATION)[:, None]
        evidence += from_votes
        before, posterior = posterior, softmax(evidence)
        clamp(posterior, gold)
        model.estimate(posterior)
        change = float(np.abs(posterior - before).sum() / max(len(posterior), 1))
        rounds += 1
    return Learnt(model, posterior, rounds, change)


def design_effect(total: Floats, correlation: float) -> Floats:
    """How many answers, of (n_items,) correlated ones, are worth one independent answer."""
    effect: Floats = 1 + np.maximum(total - 1, 0) * correlation
    return effect


def model_for(responses: Responses, gold: Ints | None, bins: Bins, symbols: Ints) -> Model:
    """Confusion matrices where they fit in memory, else one coin for each annotator.

    symbols: (n_answers,), the confidence bin of each answer, as `bins.of` gives it.
    """
    cells = responses.n_annotators * responses.n_labels**2
    if cells * bins.count <= MAX_CELLS:
        return Matrices(responses, gold, bins.count, symbols)
    if cells <= MAX_CELLS:
        return Matrices(responses, gold, 1, np.zeros_like(symbols))
    return Coins(responses, gold)


class Matrices:
    """A confusion matrix for each annotator, shrunk to its coin, the coin to those of its kind or LLM family.

    The observed symbol is the label with the bin of the confidence; how right and wrong answers spread over the
    bins is learnt for each annotator.
    """

    def __init__(self, responses: Responses, gold: Ints | None, n_bins: int, bins: Ints) -> None:
        self._responses = responses
        self._n_bins = n_bins
        self._columns = (responses.annotator * responses.n_labels + responses.label) * n_bins + bins
        self._counted = self._votes(checked_answers(responses, gold)).T
        n_pools = int(responses.pool.max(initial=0)) + 1
        members = (np.ones(responses.n_annotators), (responses.pool, np.arange(responses.n_annotators)))
        self._members = sparse.csr_array(members, shape=(n_pools, responses.n_annotators))
        self._same = np.eye(responses.n_labels, dtype=np.bool_)
        self.confusion: Floats | None = None
        self._logs: Floats = np.empty(0)
        self._truths: Floats = np.empty(0)
        self._binned = self._bins_in_use(bins)

    def estimate(self, posterior: Floats) -> None:
        of = self._responses
        shape = (of.n_annotators, of.n_labels, self._n_bins, of.n_labels)
        symbols = cast(Floats, self._counted @ posterior).reshape(shape)
        confusion = self._shrunk(symbols[:, :, 0] if self._n_bins == 1 else symbols.sum(axis=2))
        self.confusion = confusion
        prior = posterior.mean(axis=0) + SETTLED
        given = confusion[:, :, None, :]
        if self._n_bins > 1:
            given = given * self._by_bin(symbols)
        given = np.maximum(given, TINY).reshape(-1, of.n_labels)
        self._logs = np.log(given)
        given *= prior
        given /= given.sum(axis=1, keepdims=True)
        self._truths = given

    def evidence(self, weights: Floats | None) -> Floats:
        return cast(Floats, self._votes(weights) @ self._logs)

    def opinions(self, weights: Floats | None) -> Floats:
        return cast(Floats, self._votes(weights) @ self._truths)

    def of_item(self, annotator: Ints, label: Ints, bins: Ints, weights: Floats) -> tuple[Floats, Floats]:
        symbols = bins if self._n_bins > 1 else 0
        columns = (annotator * self._responses.n_labels + label) * self._n_bins + symbols
        return weights @ self._logs[columns], weights @ self._truths[columns]

    def _votes(self, weights: Floats | None) -> Sparse:
        of = self._responses
        values = np.ones(of.n_answers) if weights is None else weights
        start = np.concatenate(([0], np.cumsum(of.answers_per_item)))
        shape = (of.n_items, of.n_annotators * of.n_labels * self._n_bins)
        index = np.int32 if max(shape[1], of.n_answers) < np.iinfo(np.int32).max else np.int64
        return sparse.csr_array((values, self._columns.astype(index), start.astype(index)), shape=shape)

    def _shrunk(self, counts: Floats) -> Floats:
        """(n_annotators, n_labels, n_labels), columns sum to 1."""
        n_labels = counts.shape[1]
        sums = cast(Floats, self._members @ counts.reshape(len(counts), -1)).reshape(-1, n_labels, n_labels)
        accuracy = (np.trace(sums, axis1=1, axis2=2) + 1) / (sums.sum(axis=(1, 2)) + 2)
        wrong = (1 - accuracy) / max(n_labels - 1, 1)
        pooled = sums + POOL_STRENGTH * np.where(self._same, accuracy[:, None, None], wrong[:, None, None])
        pooled /= pooled.sum(axis=1, keepdims=True)
        cells = self._coins_on(pooled, accuracy, counts)
        cells *= MATRIX_STRENGTH
        cells += counts
        cells /= cells.sum(axis=1, keepdims=True)
        return cells

    def _coins_on(self, pooled: Floats, accuracy: Floats, counts: Floats) -> Floats:
        """The pool's matrix for each annotator, its diagonal moved to where the annotator's own coin lies."""
        pool = self._responses.pool
        right = np.trace(counts, axis1=1, axis2=2)
        coin = (right + COIN_STRENGTH * accuracy[pool]) / (counts.sum(axis=(1, 2)) + COIN_STRENGTH)
        moved = _log_odds(coin) - _log_odds(accuracy)[pool]
        diagonal = np.einsum("ptt->pt", pooled)
        own = 1 / (1 + np.exp(-(_log_odds(diagonal)[pool] + moved[:, None])))
        errors = np.where(self._same, 0, pooled)
        errors /= np.maximum(errors.sum(axis=1, keepdims=True), TINY)
        cells: Floats = errors[pool]
        cells *= (1 - own)[:, None, :]
        np.einsum("att->at", cells)[...] = own
        return cells

    def _bins_in_use(self, bins: Ints) -> Bools:
        """(n_annotators, n_bins): bins that an annotator's answers fall into; the first alone where none do."""
        cells = self._responses.annotator * self._n_bins + bins
        used = np.bincount(cells, minlength=self._responses.n_annotators * self._n_bins) > 0
        table: Bools = used.reshape(-1, self._n_bins)
        table[~table.any(axis=1), 0] = True
        return table

    def _by_bin(self, symbols: Floats) -> Floats:
        """(n_annotators, n_labels, n_bins, n_labels): P(bin | the answer is right, or wrong)."""
        right = np.einsum("akbk->ab", symbols)
        wrong = symbols.sum(axis=(1, 3)) - right
        overall = (right + wrong + 1) * self._binned
        overall /= overall.sum(axis=1, keepdims=True)
        tables = []
        for counts in (right, wrong):
            share = np.maximum(counts, 0) + BIN_STRENGTH * overall
            tables.append(np.where(self._binned, share / share.sum(axis=1, keepdims=True), 1))
        spread: Floats = np.where(
            self._same[None, :, None, :], tables[0][:, None, :, None], tables[1][:, None, :, None]
        )
        return spread


class Coins:
    """One accuracy for each annotator, shrunk to those of its kind or LLM family; where matrices would not fit."""

    def __init__(self, responses: Responses, gold: Ints | None) -> None:
        self.confusion: Floats | None = None
        self._responses = responses
        self._counted = checked_answers(responses, gold)
        counts = np.bincount(responses.annotator, self._counted, responses.n_annotators)
        self._answers = counts.astype(np.float64)
        self.accuracy: Floats = np.empty(0)

    def estimate(self, posterior: Floats) -> None:
        of = self._responses
        each = posterior[of.item, of.label]
        if self._counted is not None:
            each = each * self._counted
        right = np.bincount(of.annotator, each, of.n_annotators)
        pooled = (np.bincount(of.pool, right) + 1) / (np.bincount(of.pool, self._answers) + 2)
        strength = COIN_STRENGTH
        self.accuracy = (right + strength * pooled[of.pool]) / (self._answers + strength)

    def evidence(self, weights: Floats | None) -> Floats:
        right, wrong = self._given(self._responses.annotator)
        return self._spread(np.log(right), np.log(wrong), weights)

    def opinions(self, weights: Floats | None) -> Floats:
        right, wrong = self._given(self._responses.annotator)
        return self._spread(right, wrong, weights)

    def of_item(self, annotator: Ints, label: Ints, bins: Ints, weights: Floats) -> tuple[Floats, Floats]:
        right, wrong = self._given(annotator)
        rows = []
        for own, other in ((np.log(right), np.log(wrong)), (right, wrong)):
            row = np.bincount(label, weights * (own - other), self._responses.n_labels)
            rows.append(row + (weights * other).sum())
        return rows[0], rows[1]

    def _given(self, annotator: Ints) -> tuple[Floats, Floats]:
        """P(the label given | it is the truth), and | another one is."""
        right = np.clip(self.accuracy, TINY, 1 - TINY)[annotator]
        return right, np.maximum((1 - right) / max(self._responses.n_labels - 1, 1), TINY)

    def _spread(self, own: Floats, other: Floats, weights: Floats | None) -> Floats:
        of = self._responses
        scale = 1.0 if weights is None else weights
        table = vote_counts(of, (own - other) * scale)
        table += np.bincount(of.item, other * scale, of.n_items)[:, None]
        return table


def _log_odds(probability: Floats) -> Floats:
    clipped = np.clip(probability, 1e-6, 1 - 1e-6)
    odds: Floats = np.log(clipped) - np.log1p(-clipped)
    return odds
