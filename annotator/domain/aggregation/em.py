"""Expectation maximisation over unknown true labels, for any model of how annotators answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import numpy as np

from annotator.domain.aggregation.responses import Floats, Ints, Responses
from annotator.domain.aggregation.settings import Settings
from annotator.domain.aggregation.voting import clamp, class_shares, start_weights, vote_shares

# Smallest probability: the same as crowd-kit's, so that plain fits agree to the last digits.
EPS = 1e-10

SHORT_ROW = 16

Parameters = TypeVar("Parameters")


class Model(Protocol[Parameters]):
    """How annotators answer, given the truth."""

    def estimate(self, posterior: Floats) -> Parameters:
        """The parameters that explain the answers best, where item i has label t with posterior[i, t]."""

    def evidence(self, parameters: Parameters) -> Floats:
        """(n_items, n_labels), to be overwritten: log P(the item's answers | truth), up to a constant."""


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
    parameters = model.estimate(posterior)
    evidence = model.evidence(parameters)
    bound, trace, converged = -np.inf, [], False
    for _ in range(settings.iterations):
        posterior, log_posterior, log_sum = softmax(evidence, prior)
        trace.append(_log_likelihood(log_posterior, log_sum, gold) / max(responses.n_answers, 1))
        clamp(posterior, gold)
        if estimates_prior:
            prior = class_shares(posterior, answered)
        parameters = model.estimate(posterior)
        evidence = model.evidence(parameters)
        previous, bound = bound, _bound(posterior, log_posterior, evidence, prior, responses, gold)
        converged = bound - previous < settings.tolerance
        if converged:
            break
    posterior[~answered] = prior
    clamp(posterior, gold)
    return Solution(posterior, parameters, prior, tuple(trace), converged)


def _start(responses: Responses, gold: Ints | None, weights: Floats | None, start: Floats | None) -> Floats:
    if start is None:
        return vote_shares(responses, weights=start_weights(responses, weights), gold=gold)
    posterior = start.copy()
    clamp(posterior, gold)
    return posterior


def softmax(evidence: Floats, prior: Floats) -> tuple[Floats, Floats, Floats]:
    """Posterior, its logarithm (in evidence's place), and each item's log likelihood (n_items,)."""
    evidence += np.log(np.maximum(prior, EPS))
    highest = _over_labels(np.maximum, evidence)[:, None]
    evidence -= highest  # exp() of a long product underflows otherwise
    posterior: Floats = np.exp(evidence)
    total = _over_labels(np.add, posterior)[:, None]
    posterior /= total
    log_total = np.log(total)
    evidence -= log_total
    return posterior, evidence, (log_total + highest).ravel()


def _over_labels(ufunc: np.ufunc, rows: Floats) -> Floats:
    """(n_items,): the ufunc along each row; column by column where rows are short, ten times as fast."""
    if rows.shape[1] > SHORT_ROW:
        whole: Floats = ufunc.reduce(rows, axis=1)
        return whole
    result = rows[:, 0].copy()
    for column in rows.T[1:]:
        ufunc(result, column, out=result)
    return result


def _log_likelihood(log_posterior: Floats, log_sum: Floats, gold: Ints | None) -> float:
    if gold is None:
        return float(log_sum.sum())
    known = np.flatnonzero(gold >= 0)
    return float(log_sum.sum() + log_posterior[known, gold[known]].sum())


def _bound(
    posterior: Floats,
    log_posterior: Floats,
    evidence: Floats,
    prior: Floats,
    responses: Responses,
    gold: Ints | None,
) -> float:
    """Crowd-kit's lower bound per answer, so that both stop in the same round.

    As there, it counts the class prior once for each answer, not for each item.
    """
    entropy = -_dot(posterior, log_posterior)
    settled = responses.answers_per_item == 0
    if gold is not None:
        settled = settled | (gold >= 0)
    if settled.any():
        entropy += _dot(posterior[settled], log_posterior[settled])
    expected = _dot(posterior, evidence)
    labels = np.einsum("i,ij->j", responses.answers_per_item.astype(np.float64), posterior)
    expected += float((labels * np.log(np.maximum(prior, EPS))).sum())
    return (expected + entropy) / max(responses.n_answers, 1)


def _dot(left: Floats, right: Floats) -> float:
    # Not BLAS: its threads wait for each other on a busy machine, up to a hundred times as long.
    return float(np.einsum("ij,ij->", left, right))
