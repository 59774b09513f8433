"""One accuracy for each annotator, shrunk to its kind's or LLM family's: where confusion matrices would not fit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from annotator.domain.aggregation.blocks import Block, block_totals, block_votes, blocks
from annotator.domain.aggregation.dawid_skene import checked_answers
from annotator.domain.aggregation.responses import Floats, Ints, Responses

# Answers that the pool's accuracy counts for.
COIN_STRENGTH = 4.0

TINY = 1e-12


class Coins:
    """One accuracy for each annotator, shrunk to those of its kind or LLM family; where matrices would not fit."""

    def __init__(self, responses: Responses, gold: Ints | None) -> None:
        self.confusion: Floats | None = None
        self.responses = responses
        self.blocks = blocks(responses, responses.n_annotators)
        self._counted = checked_answers(responses, gold)
        counts = np.bincount(responses.annotator, self._counted, responses.n_annotators)
        self._answers = counts.astype(np.float64)
        self.accuracy: Floats = np.empty(0)

    def counts(self, block: Block, posterior: Floats) -> Floats:
        of = self.responses
        each = posterior[of.item[block.answers] - block.rows.start, of.label[block.answers]]
        if self._counted is not None:
            each = each * self._counted[block.answers]
        return np.bincount(of.annotator[block.answers], each, of.n_annotators).astype(np.float64)

    def estimate(self, counts: Floats) -> None:
        pool = self.responses.pool
        pooled = (np.bincount(pool, counts) + 1) / (np.bincount(pool, self._answers) + 2)
        self.accuracy = (counts + COIN_STRENGTH * pooled[pool]) / (self._answers + COIN_STRENGTH)

    def reading(self, weights: Floats | None) -> _Reading:
        return _Reading(self, weights)

    def of_item(self, annotator: Ints, label: Ints, bins: Ints, weights: Floats) -> tuple[Floats, Floats]:
        right, wrong = self.given(annotator)
        rows = []
        for own, other in ((np.log(right), np.log(wrong)), (right, wrong)):
            row = np.bincount(label, weights * (own - other), self.responses.n_labels)
            rows.append(row + (weights * other).sum())
        return rows[0], rows[1]

    def given(self, annotator: Ints) -> tuple[Floats, Floats]:
        """P(the label given | it is the truth), and | another one is."""
        right = np.clip(self.accuracy, TINY, 1 - TINY)[annotator]
        return right, np.maximum((1 - right) / max(self.responses.n_labels - 1, 1), TINY)


@dataclass(frozen=True, eq=False)
class _Reading:
    model: Coins
    weights: Floats | None

    def evidence(self, block: Block) -> Floats:
        right, wrong = self.model.given(self.model.responses.annotator[block.answers])
        return self._spread(block, np.log(right), np.log(wrong))

    def opinions(self, block: Block) -> Floats:
        return self._spread(block, *self.model.given(self.model.responses.annotator[block.answers]))

    def _spread(self, block: Block, own: Floats, other: Floats) -> Floats:
        of = self.model.responses
        scale = 1.0 if self.weights is None else self.weights[block.answers]
        table = block_votes(of, block, (own - other) * scale)
        table += block_totals(of, block, other * scale)
        return table
