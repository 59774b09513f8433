"""How good label probabilities are against gold: accuracy, log loss, Brier score, and calibration."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from annotator.domain.aggregation.ordinal import steps
from annotator.domain.aggregation.responses import Floats, Ints

BINS = 10

# A probability of zero for what turns out to be true would make the log loss infinite.
SMALLEST = 1e-15


@dataclass(frozen=True, eq=False)
class Reliability:
    """A reliability diagram: items by the probability of their most probable label, in bins of equal width.

    edges: (n_bins + 1,), from 0 to 1. count: (n_bins,), items. confidence, accuracy: (n_bins,), the mean
    probability claimed and the share that was right; NaN where the bin is empty.
    """

    edges: Floats
    count: Ints
    confidence: Floats
    accuracy: Floats

    @property
    def expected_calibration_error(self) -> float:
        """Mean distance between claim and truth, weighted by the items; NaN where there is no item."""
        filled = self.count > 0
        gaps = np.abs(self.accuracy[filled] - self.confidence[filled])
        return float((gaps * self.count[filled]).sum() / self.count.sum()) if filled.any() else float("nan")


@dataclass(frozen=True)
class Scores:
    """All of them at once; NaN where no item has gold. items: those with gold."""

    items: int
    accuracy: float
    balanced_accuracy: float
    log_loss: float
    brier: float
    expected_calibration_error: float


def scores(posterior: Floats, gold: Ints, consensus: Ints | None = None) -> Scores:
    """Every score of probabilities (n_items, n_labels) on the items whose gold, (n_items,), is not -1.

    consensus: (n_items,), the labels decided on, where ties were broken; else the most probable ones.
    """
    return Scores(
        items=int(np.count_nonzero(gold >= 0)),
        accuracy=accuracy(posterior, gold, consensus),
        balanced_accuracy=balanced_accuracy(posterior, gold, consensus),
        log_loss=log_loss(posterior, gold),
        brier=brier(posterior, gold),
        expected_calibration_error=reliability(posterior, gold, consensus=consensus).expected_calibration_error,
    )


def accuracy(posterior: Floats, gold: Ints, consensus: Ints | None = None) -> float:
    """Share of the gold items whose label is right."""
    right = _right(posterior, gold, consensus)
    return float(right.mean()) if right.size else float("nan")


def balanced_accuracy(posterior: Floats, gold: Ints, consensus: Ints | None = None) -> float:
    """Mean over the labels that occur in gold of the share of their items that is right."""
    right = _right(posterior, gold, consensus)
    labels = gold[gold >= 0]
    count = np.bincount(labels)
    shares = np.bincount(labels, weights=right)[count > 0] / count[count > 0]
    return float(shares.mean()) if shares.size else float("nan")


def log_loss(posterior: Floats, gold: Ints) -> float:
    """Mean of -log(probability of the gold label), in nats; 0 is perfect."""
    known = np.flatnonzero(gold >= 0)
    losses = -np.log(np.maximum(posterior[known, gold[known]], SMALLEST))
    return float(losses.mean()) if losses.size else float("nan")


def brier(posterior: Floats, gold: Ints) -> float:
    """Mean squared distance between the probabilities and the truth, from 0 to 2."""
    known = np.flatnonzero(gold >= 0)
    truth = np.zeros((known.size, posterior.shape[1]))
    truth[np.arange(known.size), gold[known]] = 1
    return float(((posterior[known] - truth) ** 2).sum(axis=1).mean()) if known.size else float("nan")


def mean_distance(chosen: Ints, gold: Ints) -> float:
    """How many labels the chosen ones, (n_items,), lie from gold on average, for labels with an order; 0 is perfect."""
    known = np.flatnonzero(gold >= 0)
    return float(np.abs(chosen[known] - gold[known]).mean()) if known.size else float("nan")


def weighted_kappa(chosen: Ints, gold: Ints, n_labels: int) -> float:
    """Cohen's kappa between the chosen labels and gold with quadratic weights; NaN where both are always the same."""
    known = np.flatnonzero(gold >= 0)
    table = np.bincount(chosen[known] * n_labels + gold[known], minlength=n_labels**2).reshape(n_labels, n_labels)
    weights = steps(n_labels) ** 2
    by_chance = (weights * np.outer(table.sum(axis=1), table.sum(axis=0))).sum()
    if not by_chance:
        return float("nan")
    return float(1 - known.size * (weights * table).sum() / by_chance)


def reliability(posterior: Floats, gold: Ints, *, bins: int = BINS, consensus: Ints | None = None) -> Reliability:
    """What the gold items claim against how often they are right, for a diagram and the calibration error."""
    known = np.flatnonzero(gold >= 0)
    right = _right(posterior, gold, consensus)
    chosen = posterior[known].argmax(axis=1) if consensus is None else consensus[known]
    confidence = np.clip(posterior[known, chosen], 0, 1)
    # Rounded, so that 0.3 computed in two ways falls into the same bin.
    bin_of = np.minimum(np.floor(np.round(confidence * bins, 9)).astype(np.int64), bins - 1)
    count = np.bincount(bin_of, minlength=bins)
    with np.errstate(invalid="ignore"):
        claimed = np.bincount(bin_of, weights=confidence, minlength=bins) / count
        met = np.bincount(bin_of, weights=right, minlength=bins) / count
    return Reliability(np.linspace(0, 1, bins + 1), count, claimed, met)


def _right(posterior: Floats, gold: Ints, consensus: Ints | None) -> Floats:
    """(n_gold,): 1 where the label is right, else 0."""
    known = np.flatnonzero(gold >= 0)
    chosen = posterior[known].argmax(axis=1) if consensus is None else consensus[known]
    right: Floats = (chosen == gold[known]).astype(np.float64)
    return right
