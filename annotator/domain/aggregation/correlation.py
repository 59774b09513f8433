"""How far annotators err together, and how many independent votes they are worth."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from annotator.domain.aggregation.responses import Bools, Floats, Ints, Responses
from annotator.domain.aggregation.voting import vote_counts

# With errors correlated above this, more runs of the same models add next to nothing.
WARN_ABOVE = 0.35

# On fewer gold items than this the correlation of errors is noise.
GOLD_ITEMS = 20

MIN_VARIANCE = 1e-9


class Dependence(NamedTuple):
    """Mean correlation of errors between two annotators of a group, and the votes an item's answers are worth.

    correlation: -1..1, NaN where no two of them answered the same item. votes: from 1 up to answers per item.
    on_gold: whether it was measured, as against estimated from excess agreement.
    """

    correlation: float
    votes: float
    on_gold: bool


def dependence(responses: Responses, posterior: Floats, gold: Ints | None, among: Bools) -> Dependence:
    """How far the annotators `among`, (n_annotators,), err together.

    On gold, where there is enough of it; otherwise from how much more often they agree than their accuracies,
    read off the calibrated posterior (n_items, n_labels), explain. Linear in the answers.
    """
    chosen = among[responses.annotator]
    if not chosen.any():
        return Dependence(float("nan"), 0.0, False)
    on_gold = gold is not None and _gold_items(responses, gold, chosen) >= GOLD_ITEMS
    if on_gold and gold is not None:
        correlation = _on_gold(responses, gold, chosen & (gold[responses.item] >= 0))
    else:
        correlation = _from_agreement(responses, posterior, chosen)
    per_item = np.bincount(responses.item[chosen], minlength=responses.n_items)
    per_item = per_item[per_item > 0]
    mean = float(per_item.mean()) if per_item.size else 0.0
    return Dependence(correlation, effective_votes(mean, correlation), on_gold)


def effective_votes(answers: float, correlation: float) -> float:
    """Independent votes that so many answers are worth: n / (1 + (n - 1) * correlation), the design effect."""
    if not np.isfinite(correlation):
        return answers
    return answers / (1 + max(answers - 1, 0) * min(max(correlation, 0), 1))


def _gold_items(responses: Responses, gold: Ints, chosen: Bools) -> int:
    """Gold items with at least two of the answers."""
    per_item = np.bincount(responses.item[chosen], minlength=responses.n_items)
    return int(np.count_nonzero((per_item > 1) & (gold >= 0)))


def _on_gold(responses: Responses, gold: Ints, chosen: Bools) -> float:
    """Mean over pairs of annotators and items of the product of their standardised errors."""
    item, who = responses.item[chosen], responses.annotator[chosen]
    right = (responses.label[chosen] == gold[item]).astype(np.float64)
    n = responses.n_annotators
    accuracy = (np.bincount(who, right, n) + 1) / (np.bincount(who, minlength=n) + 2)
    spread = np.sqrt(accuracy * (1 - accuracy))
    together = _pair_sum(item, right - accuracy[who], responses.n_items)
    possible = _pair_sum(item, spread[who], responses.n_items)
    return _ratio(together, possible)


def _from_agreement(responses: Responses, posterior: Floats, chosen: Bools) -> float:
    """Excess agreement: P(both right) follows from how often two agree, and from how they err."""
    item, who, label = responses.item, responses.annotator, responses.label
    if not chosen.all():
        item, who, label = item[chosen], who[chosen], label[chosen]
    n, n_items = responses.n_annotators, responses.n_items
    each = posterior.ravel()[item * responses.n_labels + label]
    given = np.bincount(who, minlength=n)
    accuracy = (np.bincount(who, each, n) + 1) / (given + 2)
    votes = vote_counts(responses, None if chosen.all() else chosen.astype(np.float64))
    agreeing = float(np.einsum("ik,ik->", votes, votes)) - item.size
    others = np.bincount(item, minlength=n_items) - 1
    pairs = float(((others + 1) * others).sum())
    alike = _same_error(votes, posterior)
    # Sum over ordered pairs of a + b: each answer meets all the others of its item, twice.
    accuracies = np.bincount(item, accuracy[who], n_items)
    either = 2 * float(accuracies @ others)
    both_right = (agreeing - alike * (pairs - either)) / (1 + alike)
    variance = accuracy * (1 - accuracy)
    spreads = np.bincount(item, np.sqrt(variance)[who], n_items)
    excess = both_right - float(accuracies @ accuracies - given @ accuracy**2)
    return _ratio(excess, float(spreads @ spreads - given @ variance))


def _same_error(votes: Floats, posterior: Floats) -> float:
    """P(two wrong answers to an item are the same), from which labels are given in error.

    votes: (n_items, n_labels), answers.
    """
    n = votes.shape[1]
    counts: Floats = np.einsum("ik,it->kt", votes, posterior) if n <= MANY_LABELS else np.zeros((n, n))
    np.fill_diagonal(counts, 0)
    total = counts.sum(axis=0)
    if not total.any():
        return 1 / float(max(n - 1, 1))
    shares = counts / np.maximum(total, MIN_VARIANCE)
    return float((shares**2).sum(axis=0) @ total) / float(total.sum())


MANY_LABELS = 50


def _pair_sum(item: Ints, values: Floats, n_items: int) -> float:
    """Sum over ordered pairs of different answers to the same item of the product of their values."""
    sums = np.bincount(item, values, n_items)
    return float((sums**2).sum() - (values**2).sum())


def _ratio(together: float, possible: float) -> float:
    if possible < MIN_VARIANCE:
        return float("nan")
    return float(np.clip(together / possible, -1, 1))
