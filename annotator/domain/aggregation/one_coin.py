"""One coin for each annotator: right with one probability, else any other label alike.

Y. Zhang, X. Chen, D. Zhou, M. I. Jordan, Spectral methods meet EM, JMLR 17 (2016). One number for each
annotator instead of a matrix: for thin annotators, many labels, and crowds whose matrices would not fit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from annotator.domain.aggregation import em
from annotator.domain.aggregation.blocks import Block, block_totals, block_votes, blocks
from annotator.domain.aggregation.dawid_skene import checked_answers
from annotator.domain.aggregation.responses import Floats, Ints, Responses
from annotator.domain.aggregation.settings import DEFAULT, Settings


@dataclass(frozen=True, eq=False)
class OneCoinFit:
    """What EM found.

    posterior: (n_items, n_labels), rows sum to 1.
    accuracy: (n_annotators,), P(the annotator is right), strictly between 0 and 1.
    class_prior: (n_labels,), sums to 1.
    log_likelihood: in nats per answer, at the start of each iteration.
    """

    posterior: Floats
    accuracy: Floats
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
) -> OneCoinFit:
    """Fit accuracies and posteriors. With settings PLAIN it is crowd-kit's OneCoinDawidSkene, to 1e-6.

    gold, weights, start: as for `dawid_skene.fit`.
    """
    model = _Coins(responses, settings, gold, weights)
    found = em.solve(model, responses, settings, gold=gold, weights=weights, start=start)
    accuracy = np.clip(found.parameters, em.EPS, 1 - em.EPS)
    return OneCoinFit(found.posterior, accuracy, found.class_prior, found.log_likelihood, found.converged)


class _Coins:
    """The model for EM: one accuracy for each annotator."""

    def __init__(self, responses: Responses, settings: Settings, gold: Ints | None, weights: Floats | None) -> None:
        self._responses = responses
        self.blocks = blocks(responses, responses.n_annotators)
        self._weights = weights
        self._prior_counts = settings.prior_counts
        self._counted = checked_answers(responses, gold) if settings.checked_only else None
        self._answers = np.bincount(
            responses.annotator, weights=self._counted, minlength=responses.n_annotators
        ).astype(np.float64)

    def counts(self, block: Block, posterior: Floats) -> Floats:
        of = self._responses
        each = posterior[of.item[block.answers] - block.rows.start, of.label[block.answers]]
        if self._counted is not None:
            each = each * self._counted[block.answers]
        return np.bincount(of.annotator[block.answers], each, of.n_annotators).astype(np.float64)

    def estimate(self, counts: Floats) -> Floats:
        if not self._prior_counts.annotator:
            plain: Floats = np.full(counts.size, 0.5)
            np.divide(counts, self._answers, out=plain, where=self._answers > 0)
            return plain
        strength = self._prior_counts.annotator
        pooled = self._pooled(counts)[self._responses.pool]
        accuracy: Floats = (counts + strength * pooled) / (self._answers + strength)
        return accuracy

    def evidence(self, parameters: Floats, block: Block) -> Floats:
        of = self._responses
        who = of.annotator[block.answers]
        log_right = np.log(np.clip(parameters, em.EPS, 1 - em.EPS))
        log_wrong = np.log(np.clip((1 - parameters) / max(of.n_labels - 1, 1), em.EPS, 1 - em.EPS))
        gain, base = (log_right - log_wrong)[who], log_wrong[who]
        if self._weights is not None:
            gain, base = gain * self._weights[block.answers], base * self._weights[block.answers]
        evidence = block_votes(of, block, gain)
        evidence += block_totals(of, block, base)
        return evidence

    def _pooled(self, right: Floats) -> Floats:
        """(n_pools,): accuracy of each pool, shrunk to that of all annotators together."""
        right_in_all = (right.sum() + 1) / (self._answers.sum() + 2)  # one right, one wrong seen before
        strength = max(self._prior_counts.pool, em.EPS)
        pool = self._responses.pool
        pooled: Floats = (np.bincount(pool, right) + strength * right_in_all) / (
            np.bincount(pool, self._answers) + strength
        )
        return pooled
