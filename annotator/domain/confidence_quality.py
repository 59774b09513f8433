"""What a confidence is worth, seen against gold: does it tell right from wrong, and does it mean what it says?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.domain.intervals import Share, wilson

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

BINS = 10
STEPS = 20  # of coverage, from a twentieth of the items to all of them
Z = 1.959963984540054  # 95 %
CHANCE = 0.5  # the AUROC of a confidence that says nothing
# An interval that holds chance and ends below this shows that there is little to be had; one that goes beyond it only
# shows that there is too little gold.
USEFUL = 0.75
SMALLEST = 1e-15  # a confidence of 1 in what turns out wrong would make the log loss infinite


class Signal(StrEnum):
    """Whether a confidence tells right from wrong."""

    SHOWN = "shown"
    ABSENT = "absent"
    OPEN = "open"  # too little gold to say


class Auroc(NamedTuple):
    """P(a right answer has the higher confidence than a wrong one), ties counting half, with a 95 % interval.

    value: None where all answers are right, or all wrong; the interval is then 0 to 1.
    """

    value: float | None
    low: float
    high: float

    @property
    def signal(self) -> Signal:
        if self.low > CHANCE:
            return Signal.SHOWN
        return Signal.ABSENT if self.high < USEFUL else Signal.OPEN


@dataclass(frozen=True, eq=False)
class Bins:
    """A reliability diagram: answers by confidence, in bins of equal width.

    edges: (n_bins + 1,), from 0 to 1. count: (n_bins,), answers. confidence: (n_bins,), their mean. accuracy, low,
    high: (n_bins,), the share that is right with its 95 % interval (Wilson). NaN where a bin is empty.
    """

    edges: Floats
    count: NDArray[np.int64]
    confidence: Floats
    accuracy: Floats
    low: Floats
    high: Floats

    @property
    def error(self) -> float:
        """The expected calibration error: mean |accuracy - confidence| of the bins, weighted by their answers."""
        filled = self.count > 0
        gaps = np.abs(self.accuracy[filled] - self.confidence[filled])
        return float((gaps * self.count[filled]).sum() / self.count.sum())


@dataclass(frozen=True, eq=False)
class RiskCoverage:
    """How right the most confident answers are (El-Yaniv and Wiener 2010).

    coverage: (STEPS,), the share of answers that is accepted, the most confident first. items: (STEPS,), how many.
    confidence: (STEPS,), the least among them. accuracy, low, high: (STEPS,), the share of them that is right with
    its 95 % interval (Wilson). area: mean share of wrong ones over every coverage, 0 is best; a confidence that says
    nothing has the share of wrong answers.
    """

    coverage: Floats
    items: NDArray[np.int64]
    confidence: Floats
    accuracy: Floats
    low: Floats
    high: Floats
    area: float


@dataclass(frozen=True, eq=False)
class Quality:
    """All of it at once, for answers to items with gold.

    error: expected calibration error over ten bins. chance_error: what it would be, on average, for a confidence that
    means exactly what it says, on as few items. brier: mean (confidence - right)^2. log_loss: mean
    -log(confidence in what turned out), in nats.
    """

    items: int
    accuracy: Share
    mean_confidence: float
    auroc: Auroc
    error: float
    chance_error: float
    brier: float
    log_loss: float
    bins: Bins
    risk_coverage: RiskCoverage


def quality(confidence: Floats, right: Bools) -> Quality:
    """confidence: (n,), 0 to 1, n > 0. right: (n,), whether the answer is the gold label."""
    bins = reliability(confidence, right)
    met = np.where(right, confidence, 1 - confidence)
    return Quality(
        items=right.size,
        accuracy=wilson(int(right.sum()), right.size),
        mean_confidence=float(confidence.mean()),
        auroc=auroc(confidence, right),
        error=bins.error,
        chance_error=chance_error(confidence),
        brier=float(((confidence - right) ** 2).mean()),
        log_loss=float(-np.log(np.maximum(met, SMALLEST)).mean()),
        bins=bins,
        risk_coverage=risk_coverage(confidence, right),
    )


def auroc(confidence: Floats, right: Bools) -> Auroc:
    """The area under the ROC curve by ranks.

    The interval is taken on the logit scale (Pepe 2003) with the larger of two variances: DeLong's (DeLong, DeLong and
    Clarke-Pearson 1988, by the mid-ranks of Sun and Xu 2014), and that of Hanley and McNeil (1982), since DeLong's is
    far too small where few answers are wrong. In simulations it covers 90 to 100 % from 15 answers on.
    """
    m, n = int(right.sum()), int((~right).sum())
    if not m or not n:
        return Auroc(None, 0.0, 1.0)
    among_right, among_wrong = _ranks(confidence[right]), _ranks(confidence[~right])
    ranks = _ranks(confidence)
    above = (ranks[right] - among_right) / n  # for each right answer, the share of wrong ones below it
    below = 1 - (ranks[~right] - among_wrong) / m
    value = float(above.mean())
    # At 0 and 1 there is no logit: half an answer is counted the other way.
    centre = value if 0 < value < 1 else (value * m * n + 0.5) / (m * n + 1)
    spread = np.sqrt(max(_variance(above) + _variance(below), _hanley_mcneil(centre, m, n)))
    low, high = _logistic(_logit(centre) + np.array([-Z, Z]) * spread / (centre * (1 - centre)))
    return Auroc(value, min(float(low), value), max(float(high), value))


def reliability(confidence: Floats, right: Bools, bins: int = BINS) -> Bins:
    """What is claimed against what is met."""
    at = _bin_of(confidence, bins)
    count = np.bincount(at, minlength=bins)
    correct = np.bincount(at, weights=right, minlength=bins)
    with np.errstate(invalid="ignore"):
        claimed = np.bincount(at, weights=confidence, minlength=bins) / count
        met = correct / count
    low, high = _intervals(correct, count)
    return Bins(np.linspace(0, 1, bins + 1), count, claimed, met, low, high)


def chance_error(confidence: Floats, bins: int = BINS) -> float:
    """The calibration error to expect of a confidence that means exactly what it says.

    The answers of a bin are right independently, each with its confidence, so that the bin's error is about normal.
    """
    variances = np.bincount(_bin_of(confidence, bins), weights=confidence * (1 - confidence), minlength=bins)
    return float(np.sqrt(2 / np.pi * variances).sum() / confidence.size)


def risk_coverage(confidence: Floats, right: Bools, steps: int = STEPS) -> RiskCoverage:
    """How right the most confident answers are; answers with the same confidence count as their mean."""
    levels, level, count = np.unique(-confidence, return_inverse=True, return_counts=True)
    wrong = np.repeat(np.bincount(level, weights=~right) / count, count).cumsum()
    accepted = np.arange(1, right.size + 1)
    taken = np.maximum(np.ceil(np.linspace(0, 1, steps + 1)[1:] * right.size - 1e-9).astype(np.int64), 1)
    errors = wrong[taken - 1]
    low, high = _intervals(taken - errors, taken)
    return RiskCoverage(
        coverage=taken / right.size,
        items=taken,
        confidence=np.repeat(-levels, count)[taken - 1],
        accuracy=1 - errors / taken,
        low=low,
        high=high,
        area=float((wrong / accepted).mean()),
    )


def _bin_of(confidence: Floats, bins: int) -> NDArray[np.int64]:
    """Rounded first, so that 0.3 computed in two ways falls into the same bin."""
    return np.minimum(np.floor(np.round(confidence * bins, 9)).astype(np.int64), bins - 1)


def _intervals(right: NDArray[Any], of: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Wilson's bounds of each share, NaN where there is nothing to count."""
    with np.errstate(invalid="ignore", divide="ignore"):
        share, scale = right / of, 1 + Z * Z / of
        centre = (share + Z * Z / (2 * of)) / scale
        half = Z * np.sqrt(np.maximum(share * (1 - share), 0) / of + Z * Z / (4.0 * of * of)) / scale
    empty = of == 0
    return (
        np.where(empty, np.nan, np.clip(centre - half, 0, 1)),
        np.where(empty, np.nan, np.clip(centre + half, 0, 1)),
    )


def _ranks(values: Floats) -> Floats:
    """1, 2, ... in ascending order; equal values share the mean of their ranks."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    ranks: Floats = (count.cumsum() - (count - 1) / 2)[place]
    return ranks


def _variance(values: Floats) -> float:
    """Of their mean; a single value has none that could be seen."""
    return float(values.var(ddof=1) / values.size) if values.size > 1 else 0.0


def _hanley_mcneil(value: float, m: int, n: int) -> float:
    """The variance of an AUROC of m right and n wrong answers without ties."""
    both_right, both_wrong = value / (2 - value), 2 * value**2 / (1 + value)
    spread = value * (1 - value) + (m - 1) * (both_right - value**2) + (n - 1) * (both_wrong - value**2)
    return spread / (m * n)


def _logit(share: float) -> float:
    return float(np.log(share / (1 - share)))


def _logistic(logit: Floats) -> Floats:
    value: Floats = 1 / (1 + np.exp(-logit))
    return value
