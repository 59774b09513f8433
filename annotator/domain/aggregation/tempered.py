"""Tempered Dawid-Skene: confusion matrices learnt from posteriors that are never surer than the crowd deserves.

Answers to one item are not independent given its truth, since hard items fool everybody; plain EM takes them
as independent, comes out nearly certain, and then learns from its own certainty. Here every E-step divides the
evidence by the design effect and pools it with the vote share, so matrices stay honest and classes cannot collapse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from annotator.domain.aggregation.blocks import Block
from annotator.domain.aggregation.calibration import softmax
from annotator.domain.aggregation.coins import Coins
from annotator.domain.aggregation.dawid_skene import MAX_CELLS
from annotator.domain.aggregation.matrices import Matrices
from annotator.domain.aggregation.responses import Floats, Ints, Responses
from annotator.domain.aggregation.symbols import Bins
from annotator.domain.aggregation.voting import clamp

# Learnt across crowds, and flat around these values.
SHARE_WEIGHT = 0.7
EVIDENCE_WEIGHT = 0.6
CORRELATION = 0.1

ROUNDS = 30
SETTLED = 3e-4


class Reading(Protocol):
    """The answers, each with its weight, as a model reads them; (n_rows, n_labels) for the items of a block."""

    def evidence(self, block: Block) -> Floats:
        """Sum of log P(answer | truth)."""

    def opinions(self, block: Block) -> Floats:
        """Sum of P(truth | answer)."""


class Model(Protocol):
    """How annotators answer given the truth, with the parameters of the last `estimate`."""

    @property
    def blocks(self) -> Sequence[Block]:
        """All items."""

    @property
    def confusion(self) -> Floats | None:
        """(n_annotators, n_labels, n_labels), [a, k, t] is P(a answers k | truth is t); None for coins."""

    def counts(self, block: Block, posterior: Floats) -> Floats:
        """What the block tells, where its item i has label t with posterior[i, t]; to be added up over the blocks."""

    def estimate(self, counts: Floats) -> None:
        """Learn from the counts of all blocks."""

    def reading(self, weights: Floats | None) -> Reading:
        """weights: (n_answers,); all count alike unless given."""

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
    model: Model,
    shares: Floats,
    weights: Floats | None,
    total: Floats,
    gold: Ints | None,
    start: Floats | None = None,
    *,
    share_weight: float = SHARE_WEIGHT,
    evidence_weight: float = EVIDENCE_WEIGHT,
) -> Learnt:
    """Alternate tempered posteriors and parameters.

    shares: (n_items, n_labels), smoothed vote shares. weights: (n_answers,). total: (n_items,), their sums.
    start: (n_items, n_labels), where an earlier fit ended, NaN for items it did not have; vote shares unless given.
    """
    reading = model.reading(weights)
    from_votes = share_weight * np.log(shares)
    scale = (evidence_weight / design_effect(total, CORRELATION))[:, None]
    posterior = shares.copy() if start is None else np.where(np.isnan(start), shares, start)
    clamp(posterior, gold)
    model.estimate(sum_over(model, posterior))
    change, rounds = np.inf, 0
    while rounds < ROUNDS and change >= SETTLED:
        moved, counts = 0.0, None
        for block in model.blocks:
            rows = block.rows
            evidence = reading.evidence(block)
            evidence *= scale[rows]
            evidence += from_votes[rows]
            found = softmax(evidence)
            clamp(found, None if gold is None else gold[rows])
            moved += float(np.abs(found - posterior[rows]).sum())
            posterior[rows] = found
            told = model.counts(block, found)
            counts = told if counts is None else np.add(counts, told, out=counts)
        if counts is not None:
            model.estimate(counts)
        change = moved / max(len(posterior), 1)
        rounds += 1
    return Learnt(model, posterior, rounds, change)


def sum_over(model: Model, posterior: Floats) -> Floats:
    """The counts of all items, where item i has label t with posterior[i, t]."""
    first, *others = model.blocks
    counts = model.counts(first, posterior[first.rows])
    for block in others:
        counts += model.counts(block, posterior[block.rows])
    return counts


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
