"""Expectation maximisation over unknown true labels, for any model of how annotators answer."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, Protocol, TypeVar

import numpy as np

from annotator.domain.aggregation.blocks import Block
from annotator.domain.aggregation.calibration import over_labels
from annotator.domain.aggregation.responses import Floats, Ints, Responses
from annotator.domain.aggregation.settings import Settings
from annotator.domain.aggregation.voting import clamp, class_shares, start_weights, vote_shares

# Smallest probability: the same as crowd-kit's, so that plain fits agree to the last digits.
EPS = 1e-10

Parameters = TypeVar("Parameters")


class Model(Protocol[Parameters]):
    """How annotators answer, given the truth; asked block by block."""

    @property
    def blocks(self) -> Sequence[Block]:
        """All items."""

    def counts(self, block: Block, posterior: Floats) -> Floats:
        """What the block's answers tell of their annotators, where its item i has label t with posterior[i, t].

        Those of all blocks are added up, so they have one shape.
        """

    def estimate(self, counts: Floats) -> Parameters:
        """The parameters that explain the counts of all blocks best."""

    def evidence(self, parameters: Parameters, block: Block) -> Floats:
        """(n_rows, n_labels), to be overwritten: log P(the item's answers | truth), up to a constant."""


@dataclass(frozen=True, eq=False)
class Solution(Generic[Parameters]):
    """Where EM ended.

    posterior: (n_items, n_labels), rows sum to 1; gold items certain; an item without answers has class_prior.
    class_prior: (n_labels,), sums to 1.
    log_likelihood: of the answers and the gold, in nats per answer, at the start of each iteration.
    """

    posterior: Floats
    parameters: Parameters
    class_prior: Floats
    log_likelihood: tuple[float, ...]
    converged: bool

    @property
    def iterations(self) -> int:
        return len(self.log_likelihood)


def solve(
    model: Model[Parameters],
    responses: Responses,
    settings: Settings,
    *,
    gold: Ints | None,
    weights: Floats | None,
    start: Floats | None,
) -> Solution[Parameters]:
    """Alternate posteriors and parameters until a round gains too little; the start is vote shares unless given.

    gold: (n_items,), -1 where unknown. start: (n_items, n_labels), rows sum to 1, as an earlier fit left it.
    """
    posterior = _start(responses, gold, weights, start)
    answered = responses.answers_per_item > 0
    estimates_prior = settings.estimates_class_prior(responses)
    prior = class_shares(posterior, answered)
    parameters = estimated(model, posterior)
    spare = np.empty_like(posterior)
    bound, entropy, converged = -np.inf, 0.0, False
    trace: list[float] = []
    for _ in range(settings.iterations):
        found = _round(model, parameters, prior, posterior, spare, responses, gold)
        if trace:  # how good the last posterior is shows in the evidence of the parameters that it gave
            previous, bound = bound, (found.expected + _of_prior(posterior, prior, responses) + entropy)
            bound /= max(responses.n_answers, 1)
            converged = bound - previous < settings.tolerance
            if converged:
                break
        posterior, spare, entropy = spare, posterior, found.entropy
        trace.append(found.log_likelihood / max(responses.n_answers, 1))
        if estimates_prior:
            prior = class_shares(posterior, answered)
        parameters = model.estimate(found.counts)
    posterior[~answered] = prior
    clamp(posterior, gold)
    return Solution(posterior, parameters, prior, tuple(trace), converged)


def estimated(model: Model[Parameters], posterior: Floats) -> Parameters:
    """The parameters that explain best answers to items that have label t with posterior[i, t]."""
    return model.estimate(functools.reduce(np.add, (model.counts(b, posterior[b.rows]) for b in model.blocks)))


class _Round(NamedTuple):
    """Sums over all items. expected: of the evidence, under the posterior of the round before."""

    counts: Floats
    expected: float
    entropy: float
    log_likelihood: float


def _round(
    model: Model[Parameters],
    parameters: Parameters,
    prior: Floats,
    before: Floats,
    posterior: Floats,
    responses: Responses,
    gold: Ints | None,
) -> _Round:
    """Fill `posterior` from the parameters. before: (n_items, n_labels), the posterior that gave them."""
    sums = []
    for block in model.blocks:
        rows = block.rows
        known = None if gold is None else gold[rows]
        evidence = model.evidence(parameters, block)
        expected = _dot(before[rows], evidence)
        posterior[rows], log_posterior, log_sum = softmax(evidence, prior)
        likelihood = _log_likelihood(log_posterior, log_sum, known)
        clamp(posterior[rows], known)
        entropy = _entropy(posterior[rows], log_posterior, responses.answers_per_item[rows], known)
        sums.append(_Round(model.counts(block, posterior[rows]), expected, entropy, likelihood))
    counts, *others = zip(*sums, strict=True)
    return _Round(functools.reduce(np.add, counts), *(float(sum(values)) for values in others))


def _start(responses: Responses, gold: Ints | None, weights: Floats | None, start: Floats | None) -> Floats:
    if start is None:
        return vote_shares(responses, weights=start_weights(responses, weights), gold=gold)
    posterior = start.copy()
    clamp(posterior, gold)
    return posterior


def softmax(evidence: Floats, prior: Floats) -> tuple[Floats, Floats, Floats]:
    """Posterior, its logarithm (in evidence's place), and each item's log likelihood (n_items,)."""
    evidence += np.log(np.maximum(prior, EPS))
    highest = over_labels(np.maximum, evidence)[:, None]
    evidence -= highest  # exp() of a long product underflows otherwise
    posterior: Floats = np.exp(evidence)
    total = over_labels(np.add, posterior)[:, None]
    posterior /= total
    log_total = np.log(total)
    evidence -= log_total
    return posterior, evidence, (log_total + highest).ravel()


def _log_likelihood(log_posterior: Floats, log_sum: Floats, gold: Ints | None) -> float:
    if gold is None:
        return float(log_sum.sum())
    known = np.flatnonzero(gold >= 0)
    return float(log_sum.sum() + log_posterior[known, gold[known]].sum())


def _of_prior(posterior: Floats, prior: Floats, responses: Responses) -> float:
    """Expected log prior. As in crowd-kit it counts once for each answer, not for each item, so that both stop in the
    same round."""
    labels = np.einsum("i,ij->j", responses.answers_per_item.astype(np.float64), posterior)
    return float((labels * np.log(np.maximum(prior, EPS))).sum())


def _entropy(posterior: Floats, log_posterior: Floats, answers: Ints, gold: Ints | None) -> float:
    """Of the items that have answers and no gold, summed."""
    entropy = -_dot(posterior, log_posterior)
    settled = answers == 0
    if gold is not None:
        settled = settled | (gold >= 0)
    if settled.any():
        entropy += _dot(posterior[settled], log_posterior[settled])
    return entropy


def _dot(left: Floats, right: Floats) -> float:
    # Not BLAS: its threads wait for each other on a busy machine, up to a hundred times as long.
    return float(np.einsum("ij,ij->", left, right))
