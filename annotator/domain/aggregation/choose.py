"""Merging by any method, and choosing one by what the data is like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from annotator.domain.aggregation import crowdkit_methods, dawid_skene, one_coin
from annotator.domain.aggregation.dawid_skene import checked_answers, fits_in_memory
from annotator.domain.aggregation.merged import Merged, from_posterior, mean_diagonal
from annotator.domain.aggregation.responses import Floats, Ints, Responses
from annotator.domain.aggregation.settings import DEFAULT, PLAIN, Settings
from annotator.domain.aggregation.voting import evidence_weights, smoothed_shares
from annotator.errors import UserError

AUTO = "auto"
MAJORITY = "majority-vote"
ONE_COIN = "one-coin"
DAWID_SKENE = "dawid-skene"
DAWID_SKENE_PLAIN = "dawid-skene-plain"

# Every method by name, with a line on what it does, for menus and help texts.
METHODS: Mapping[str, str] = MappingProxyType(
    {
        AUTO: "Chooses by what the data is like, and says why",
        MAJORITY: "Vote shares, smoothed by one more answer; annotators count alike",
        ONE_COIN: "One accuracy for each annotator, learnt without gold; for few answers each or many labels",
        DAWID_SKENE: "A confusion matrix for each annotator; those with few answers borrow from their kind",
        DAWID_SKENE_PLAIN: "Dawid-Skene as published, without prior counts",
        **crowdkit_methods.METHODS,
    }
)

# A full matrix has n_labels * (n_labels - 1) free numbers for each annotator: with fewer checked answers than
# so many times that, one coin predicts better (music and quiz crowds), with more the matrix (bluebirds).
ANSWERS_FOR_EACH_CELL = 2

# Two answers per item show how often two annotators agree, not which of them is right about which label:
# full matrices are identified from three on.
ANSWERS_TO_IDENTIFY_MATRICES = 3

FEW_ANSWERS_PER_ITEM = 2
FEW_ANSWERS_PER_ANNOTATOR = 5


def merge(responses: Responses, gold: Ints | None = None, method: str = AUTO) -> Merged:
    """Label probabilities from the answers, by one of METHODS.

    gold: (n_items,), label or -1 where unknown; gold items are certain, and teach about their annotators.
    Raises UserError for an unknown method, and where there is nothing to merge.
    """
    if method not in METHODS:
        raise UserError(f"There is no merging method “{method}”.", hint=f"Choose one of {', '.join(METHODS)}.")
    if responses.n_answers == 0:
        raise UserError("There are no answers to merge.", hint="Annotate, pre-label or import labels first.")
    if gold is not None and not (gold >= 0).any():
        gold = None
    reason = f"{method} was asked for."
    if method == AUTO:
        method, reason = _best_suited(responses, gold)
    merged = _by_name(responses, gold, method)
    return replace(merged, reason=reason, warnings=_warnings(responses, gold, merged))


def _by_name(responses: Responses, gold: Ints | None, method: str) -> Merged:
    if method in crowdkit_methods.METHODS:
        return crowdkit_methods.merge(responses, gold, method)
    if method == DAWID_SKENE_PLAIN:
        return _dawid_skene(responses, gold, PLAIN, None, method)
    weights = evidence_weights(responses)
    if method == MAJORITY:
        shares = smoothed_shares(responses, weights=weights, gold=gold)
        return from_posterior(responses, shares, gold=gold, method=method)
    if method == ONE_COIN:
        return _one_coin(responses, gold, weights)
    return _dawid_skene(responses, gold, DEFAULT, weights, method)


def _dawid_skene(
    responses: Responses, gold: Ints | None, settings: Settings, weights: Floats | None, method: str
) -> Merged:
    fit = dawid_skene.fit(responses, settings, gold=gold, weights=weights)
    return from_posterior(
        responses,
        fit.posterior,
        gold=gold,
        method=method,
        confusion=fit.confusion,
        reliability=mean_diagonal(fit.confusion, fit.class_prior),
        class_prior=fit.class_prior,
        iterations=fit.iterations,
        converged=fit.converged,
    )


def _one_coin(responses: Responses, gold: Ints | None, weights: Floats | None) -> Merged:
    fit = one_coin.fit(responses, gold=gold, weights=weights)
    return from_posterior(
        responses,
        fit.posterior,
        gold=gold,
        method=ONE_COIN,
        reliability=fit.accuracy,
        class_prior=fit.class_prior,
        iterations=fit.iterations,
        converged=fit.converged,
    )


def _best_suited(responses: Responses, gold: Ints | None) -> tuple[str, str]:
    """Method and the reason for it, in one sentence."""
    checked = checked_answers(responses, gold)
    n_checked = responses.n_answers if checked is None else int(checked.sum())
    if responses.n_labels < 2:
        return MAJORITY, "Majority vote, since there is only one label."
    if n_checked == 0:
        return MAJORITY, "Majority vote, since no item has two answers to compare annotators by."
    if not responses.has_people() and gold is None:
        return MAJORITY, "Majority vote, since LLMs err together, and without gold nothing shows which of them do."
    if not fits_in_memory(responses):
        return ONE_COIN, (
            f"One coin, since confusion matrices of {responses.n_annotators:,} annotators for"
            f" {responses.n_labels:,} labels would not fit in memory."
        )
    per_item = _per_checked_item(responses, gold)
    if per_item < ANSWERS_TO_IDENTIFY_MATRICES:
        return ONE_COIN, (
            f"One coin, since {per_item:.1f} answers to each compared item are too few for full confusion matrices."
        )
    mean = n_checked / np.count_nonzero(responses.answers_per_annotator)
    needed = ANSWERS_FOR_EACH_CELL * responses.n_labels * (responses.n_labels - 1)
    if mean < needed:
        return ONE_COIN, (
            f"One coin, since {mean:.0f} comparable answers from each annotator are few for full confusion"
            f" matrices over {responses.n_labels} labels."
        )
    return DAWID_SKENE, (
        f"Dawid-Skene, since {mean:.0f} comparable answers from each annotator are enough for full confusion"
        f" matrices over {responses.n_labels} labels."
    )


def _per_checked_item(responses: Responses, gold: Ints | None) -> float:
    """Mean answers, gold counted as one, of the items that can be compared."""
    known = responses.answers_per_item.copy()
    if gold is not None:
        known[(gold >= 0) & (known > 0)] += 1
    return float(known[known > 1].mean())


def _warnings(responses: Responses, gold: Ints | None, merged: Merged) -> tuple[str, ...]:
    empty = int(np.count_nonzero(responses.answers_per_item == 0))
    per_annotator = responses.n_answers / np.count_nonzero(responses.answers_per_annotator)
    found = {
        f"{empty:,} items have no answer and get the share of each label among the others.": empty,
        f"Fewer than {FEW_ANSWERS_PER_ITEM} answers per item ({responses.mean_answers_per_item:.1f} on average):"
        " the probabilities rest on little comparison.": responses.mean_answers_per_item < FEW_ANSWERS_PER_ITEM,
        f"Fewer than {FEW_ANSWERS_PER_ANNOTATOR} answers per annotator ({per_annotator:.1f} on average):"
        " the annotators can hardly be told apart.": per_annotator < FEW_ANSWERS_PER_ANNOTATOR,
        "Only LLMs have answered and there is no gold: if they err together, nothing here shows it."
        " Adjudicate about ten items.": gold is None and not responses.has_people(),
        f"The fit had not settled after {merged.iterations} rounds.": not merged.converged,
    }
    return tuple(text for text, holds in found.items() if holds)
