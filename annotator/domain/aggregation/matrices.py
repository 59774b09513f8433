"""A confusion matrix for each annotator, borrowing from its kind or LLM family; confidence is part of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
from scipy import sparse

from annotator.domain.aggregation.blocks import Block, Sparse, blocks, tables
from annotator.domain.aggregation.dawid_skene import checked_answers
from annotator.domain.aggregation.ordinal import error_shapes
from annotator.domain.aggregation.responses import Bools, Floats, Ints, Responses

# Answers that what an annotator shrinks to counts for: its own matrix to its coin on the pool's matrix, its coin
# to the pool's, the pool's matrix to the pool's coin. Estimating them from the crowd at hand was no better.
MATRIX_STRENGTH = 8.0
COIN_STRENGTH = 4.0
POOL_STRENGTH = 4.0
BIN_STRENGTH = 8.0
# Errors that are alike at equal distance describe ratings better than errors that are all alike describe labels.
ORDINAL_POOL_STRENGTH = 32.0

# A label that is hardly ever true is not impossible.
SMALL_SHARE = 1e-3

TINY = 1e-12


class Matrices:
    """A confusion matrix for each annotator, shrunk to its coin, the coin to those of its kind or LLM family.

    The observed symbol is the label with the bin of the confidence; how right and wrong answers spread over the
    bins is learnt for each annotator.
    """

    def __init__(self, responses: Responses, gold: Ints | None, n_bins: int, bins: Ints) -> None:
        self._responses = responses
        self._n_bins = n_bins
        self._columns = (responses.annotator * responses.n_labels + responses.label) * n_bins + bins
        self._width = responses.n_annotators * responses.n_labels * n_bins
        self.blocks = blocks(responses, self._width * responses.n_labels)
        self._counted = self._votes(checked_answers(responses, gold))
        n_pools = int(responses.pool.max(initial=0)) + 1
        members = (np.ones(responses.n_annotators), (responses.pool, np.arange(responses.n_annotators)))
        self._members = sparse.csr_array(members, shape=(n_pools, responses.n_annotators))
        self._same = np.eye(responses.n_labels, dtype=np.bool_)
        self.confusion: Floats | None = None
        self.logs: Floats = np.empty(0)
        self.truths: Floats = np.empty(0)
        self._binned = self._bins_in_use(bins)

    def counts(self, block: Block, posterior: Floats) -> Floats:
        """(n_annotators * n_labels * n_bins, n_labels), and in one more row how often each label is true."""
        told = cast(Floats, self._counted[block.number].T @ posterior)
        return np.concatenate([told, posterior.sum(axis=0, keepdims=True)])

    def estimate(self, counts: Floats) -> None:
        of = self._responses
        symbols = counts[:-1].reshape(of.n_annotators, of.n_labels, self._n_bins, of.n_labels)
        confusion = self._shrunk(symbols[:, :, 0] if self._n_bins == 1 else symbols.sum(axis=2))
        self.confusion = confusion
        prior = counts[-1] / max(of.n_items, 1) + SMALL_SHARE
        given = confusion[:, :, None, :]
        if self._n_bins > 1:
            given = given * self._by_bin(symbols)
        given = np.maximum(given, TINY).reshape(-1, of.n_labels)
        self.logs = np.log(given)
        given *= prior
        given /= given.sum(axis=1, keepdims=True)
        self.truths = given

    def reading(self, weights: Floats | None) -> _Reading:
        return _Reading(self, self._votes(weights))

    def of_item(self, annotator: Ints, label: Ints, bins: Ints, weights: Floats) -> tuple[Floats, Floats]:
        symbols = bins if self._n_bins > 1 else 0
        columns = (annotator * self._responses.n_labels + label) * self._n_bins + symbols
        return weights @ self.logs[columns], weights @ self.truths[columns]

    def _votes(self, weights: Floats | None) -> list[Sparse]:
        return tables(self._responses, self.blocks, self._columns, self._width, weights)

    def _shrunk(self, counts: Floats) -> Floats:
        """(n_annotators, n_labels, n_labels), columns sum to 1."""
        n_labels = counts.shape[1]
        sums = cast(Floats, self._members @ counts.reshape(len(counts), -1)).reshape(-1, n_labels, n_labels)
        accuracy = (np.trace(sums, axis1=1, axis2=2) + 1) / (sums.sum(axis=(1, 2)) + 2)
        coin = (1 - accuracy)[:, None, None] * self._errors(sums)
        np.einsum("ptt->pt", coin)[...] = accuracy[:, None]
        pooled = sums + (ORDINAL_POOL_STRENGTH if self._responses.ordinal else POOL_STRENGTH) * coin
        pooled /= pooled.sum(axis=1, keepdims=True)
        cells = self._coins_on(pooled, accuracy, counts)
        cells *= MATRIX_STRENGTH
        cells += counts
        cells /= cells.sum(axis=1, keepdims=True)
        return cells

    def _errors(self, sums: Floats) -> Floats:
        """(n_pools, n_labels, n_labels): how wrong answers spread before the pool's own are counted; diagonal 0."""
        if self._responses.ordinal:
            return error_shapes(sums)
        return np.broadcast_to(~self._same / max(sums.shape[1] - 1, 1), sums.shape)

    def _coins_on(self, pooled: Floats, accuracy: Floats, counts: Floats, strength: float = COIN_STRENGTH) -> Floats:
        """The pool's matrix for each annotator, its diagonal moved to where the annotator's own coin lies."""
        pool = self._responses.pool
        right = np.trace(counts, axis1=1, axis2=2)
        coin = (right + strength * accuracy[pool]) / (counts.sum(axis=(1, 2)) + strength)
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


@dataclass(frozen=True, eq=False)
class _Reading:
    model: Matrices
    votes: list[Sparse]

    def evidence(self, block: Block) -> Floats:
        return cast(Floats, self.votes[block.number] @ self.model.logs)

    def opinions(self, block: Block) -> Floats:
        return cast(Floats, self.votes[block.number] @ self.model.truths)


def _log_odds(probability: Floats) -> Floats:
    clipped = np.clip(probability, 1e-6, 1 - 1e-6)
    odds: Floats = np.log(clipped) - np.log1p(-clipped)
    return odds
