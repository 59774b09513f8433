"""What merging gives, whatever the method."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from annotator.domain.aggregation.consensus import consensus
from annotator.domain.aggregation.dawid_skene import confusion_matrices, fits_in_memory
from annotator.domain.aggregation.ordinal import lower_median
from annotator.domain.aggregation.pooling import Fitted
from annotator.domain.aggregation.responses import Floats, Ints, Responses
from annotator.domain.aggregation.voting import clamp, class_shares


class Alternative(NamedTuple):
    """A way to merge, and its scores on the gold items, none of which it knew; log loss in nats."""

    method: str
    accuracy: float
    log_loss: float


@dataclass(frozen=True, eq=False)
class Merged:
    """Label probabilities for each item, and what is known about each annotator.

    posterior: (n_items, n_labels), rows sum to 1; gold items are certain. Calibrated by the automatic method; as
        they come from all others.
    consensus: (n_items,), the label with the highest posterior, ties broken as `consensus.consensus` says.
    median: (n_items,), where labels have an order: the first label at which the posterior reaches one half, the best
        single guess where being far off is worse than being near. None where they have none.
    confusion: (n_annotators, n_labels, n_labels); [a, k, t] is P(a answers k | truth is t), columns sum to 1.
        Methods without matrices of their own have them estimated from their posteriors. None where they would
        not fit in memory.
    reliability: (n_annotators,), estimated P(an answer of the annotator is right).
    class_prior: (n_labels,), estimated share of each label, sums to 1.
    reason: one sentence on why this method was used.
    warnings: one sentence each on what the result cannot promise.
    iterations, converged: of the fit; 0 and True for methods that do not iterate, or do not tell.
    raw_posterior: (n_items, n_labels), what the model says by itself, before calibration; overconfident.
    from_answers: (n_items, n_labels), the posterior where gold items are not certain: what their answers say, had
        their gold not been known. None for methods that cannot tell.
    fitted: what `pooling.updated` needs; None for methods that do not calibrate.
    alternatives: where there is gold, the automatic method first, then others, as they score on it.
    effective_votes: independent votes that an item's answers are worth. NaN where it was not estimated.
    correlation: of the errors of LLMs, or where there are no two, of people; NaN where not estimated.
    """

    posterior: Floats
    consensus: Ints
    confusion: Floats | None
    reliability: Floats
    class_prior: Floats
    method: str
    reason: str = ""
    warnings: tuple[str, ...] = ()
    iterations: int = 0
    converged: bool = True
    raw_posterior: Floats | None = None
    from_answers: Floats | None = None
    fitted: Fitted | None = None
    alternatives: tuple[Alternative, ...] = ()
    effective_votes: float = float("nan")
    correlation: float = float("nan")
    median: Ints | None = None


def from_posterior(
    responses: Responses,
    posterior: Floats,
    *,
    gold: Ints | None,
    method: str,
    confusion: Floats | None = None,
    reliability: Floats | None = None,
    class_prior: Floats | None = None,
    iterations: int = 0,
    converged: bool = True,
) -> Merged:
    """Complete what a method found with what follows from it.

    Where the method has no confusion matrices, reliability or class prior of its own, they are read off the
    posterior. Gold items are made certain.
    """
    posterior = posterior.copy()
    clamp(posterior, gold)
    if class_prior is None:
        class_prior = class_shares(posterior, responses.answers_per_item > 0)
    if reliability is None:
        reliability = expected_accuracy(responses, posterior)
    if confusion is None and fits_in_memory(responses):
        confusion = confusion_matrices(responses, posterior, gold=gold)
    chosen = consensus(posterior, responses, reliability=reliability, class_prior=class_prior)
    return Merged(
        posterior,
        chosen,
        confusion,
        reliability,
        class_prior,
        method,
        iterations=iterations,
        converged=converged,
        raw_posterior=posterior,
        median=lower_median(posterior) if responses.ordinal else None,
    )


def expected_accuracy(responses: Responses, posterior: Floats) -> Floats:
    """(n_annotators,): mean posterior of the labels that each annotator gave, after one right and one wrong."""
    right = np.bincount(
        responses.annotator,
        weights=posterior[responses.item, responses.label],
        minlength=responses.n_annotators,
    )
    accuracy: Floats = (right + 1) / (responses.answers_per_annotator + 2)
    return accuracy


def mean_diagonal(confusion: Floats, class_prior: Floats) -> Floats:
    """(n_annotators,): P(right), the diagonal of each confusion matrix weighted by how frequent each label is."""
    right: Floats = np.einsum("att,t->a", confusion, class_prior)
    return right
