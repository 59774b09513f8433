"""Merging by any method, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from annotator.domain.aggregation import auto, crowdkit_methods, dawid_skene, one_coin
from annotator.domain.aggregation.auto import AUTO
from annotator.domain.aggregation.merged import Merged, from_posterior, mean_diagonal
from annotator.domain.aggregation.pooling import Start
from annotator.domain.aggregation.responses import Floats, Ints, Responses
from annotator.domain.aggregation.settings import DEFAULT, PLAIN, Settings
from annotator.domain.aggregation.voting import evidence_weights, smoothed_shares
from annotator.errors import UserError
from annotator.texts import english, say

MAJORITY = "majority-vote"
ONE_COIN = "one-coin"
DAWID_SKENE = "dawid-skene"
DAWID_SKENE_PLAIN = "dawid-skene-plain"

# Every method by name, with a line on what it does, for menus and help texts.
METHODS: Mapping[str, str] = MappingProxyType(
    {
        AUTO: english("Pools votes, matrices and opinions into calibrated probabilities; on gold where there is some"),
        MAJORITY: english("Vote shares, smoothed by one more answer; annotators count alike"),
        ONE_COIN: english("One accuracy for each annotator, learnt without gold; for few answers each or many labels"),
        DAWID_SKENE: english("A confusion matrix for each annotator; those with few answers borrow from their kind"),
        DAWID_SKENE_PLAIN: english("Dawid-Skene as published, without prior counts"),
        **crowdkit_methods.METHODS,
    }
)

FEW_ANSWERS_PER_ITEM = 2
FEW_ANSWERS_PER_ANNOTATOR = 5


def merge(responses: Responses, gold: Ints | None = None, method: str = AUTO, *, start: Start | None = None) -> Merged:
    """Label probabilities from the answers, by one of METHODS.

    gold: (n_items,), label or -1 where unknown; gold items are certain, and teach about their annotators.
    start: where an earlier fit of the automatic method ended, to go on from.
    Raises UserError for an unknown method, and where there is nothing to merge.
    """
    if method not in METHODS:
        raise UserError(
            say("There is no merging method “{method}”.", method=method),
            hint=say("Choose one of {methods}.", methods=", ".join(METHODS)),
        )
    if responses.n_answers == 0:
        raise UserError(say("There are no answers to merge."), hint=say("Annotate, pre-label or import labels first."))
    if gold is not None and not (gold >= 0).any():
        gold = None
    if method == AUTO:
        merged = auto.merge(responses, gold, start)
    else:
        merged = replace(_by_name(responses, gold, method), reason="This method was asked for.")
    return replace(merged, warnings=(*_warnings(responses, gold, merged), *merged.warnings))


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


def _warnings(responses: Responses, gold: Ints | None, merged: Merged) -> tuple[str, ...]:
    empty = int(np.count_nonzero(responses.answers_per_item == 0))
    per_annotator = responses.n_answers / np.count_nonzero(responses.answers_per_annotator)
    found = {
        english(
            "{empty} items have no answer and get the share of each label among the others.", empty=f"{empty:,}"
        ): empty,
        english(
            "Fewer than {few} answers per item ({mean} on average): the probabilities rest on little comparison.",
            few=FEW_ANSWERS_PER_ITEM,
            mean=f"{responses.mean_answers_per_item:.1f}",
        ): responses.mean_answers_per_item < FEW_ANSWERS_PER_ITEM,
        english(
            "Fewer than {few} answers per annotator ({mean} on average): the annotators can hardly be told apart.",
            few=FEW_ANSWERS_PER_ANNOTATOR,
            mean=f"{per_annotator:.1f}",
        ): per_annotator < FEW_ANSWERS_PER_ANNOTATOR,
        english(
            "Only LLMs have answered and nothing is settled: if they err together, merging cannot see it."
            " Adjudicate about ten items."
        ): gold is None and not responses.has_people(),
        english(
            "{method} claims probabilities that are not calibrated; only {auto} calibrates them.",
            method=merged.method,
            auto=AUTO,
        ): (merged.method != AUTO),
        english(
            "The fit had not settled after {rounds} rounds, so close probabilities may still change. More answers to"
            " the same items help, or some items settled in Review; then merge again.",
            rounds=merged.iterations,
        ): not merged.converged,
    }
    return tuple(text for text, holds in found.items() if holds)
