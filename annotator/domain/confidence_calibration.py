"""From what an agent claims to how often it is right: a curve learnt from its answers to gold items."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.domain.confidence_quality import Auroc, Bools, Floats, Signal, auroc

GOLD_TO_CALIBRATE = 10
GOLD_FOR_STEPS = 50
HALF_ISOTONIC = 200  # gold items at which the isotonic curve counts as much as the logistic one
FOLDS = 5
CLIP = 1e-3  # a stated 100 % has no logit
# The logistic curve is held near these, since ten items cannot tell much: agents claim too much, so that a unit of
# their logit is worth about half of one. The second of each pair is the standard deviation.
SLOPE = (0.5, 0.5)
INTERCEPT = (0.0, 2.0)


class Way(StrEnum):
    """How a confidence is calibrated."""

    NONE = "none"  # too little gold
    ACCURACY = "accuracy"  # it carries no signal: the same for every answer, how often the agent is right
    LOGISTIC = "logistic"
    BOTH = "both"  # a logistic curve and an isotonic one, which counts the more the more gold there is


@dataclass(frozen=True)
class Calibrator:
    """How often an agent is right, by its confidence. It never turns the order of two answers round.

    gold: the items that it was learnt from. slope, intercept: of the logistic curve. claimed, met: the corners of the
    isotonic curve, empty without one.
    """

    way: Way
    gold: int
    auroc: Auroc
    slope: float = 1.0
    intercept: float = 0.0
    claimed: tuple[float, ...] = ()
    met: tuple[float, ...] = ()

    def of(self, confidence: Floats) -> Floats:
        """(n,), 0 to 1, for confidences (n,); NaN stays NaN."""
        if self.way is Way.NONE:
            return confidence.copy()
        curve: Floats = 1 / (1 + np.exp(-(self.slope * _logit(confidence) + self.intercept)))
        if self.way is Way.BOTH:
            share = self.gold / (self.gold + HALF_ISOTONIC)
            curve = (1 - share) * curve + share * np.interp(confidence, self.claimed, self.met)
        return curve

    @property
    def useless(self) -> bool:
        """Whether the confidence was seen to carry no signal."""
        return self.way is Way.ACCURACY

    @property
    def unproven(self) -> bool:
        """Whether it may carry none: too little gold to tell."""
        return not self.useless and self.auroc.signal is not Signal.SHOWN

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        lists = {"auroc": list(self.auroc), "claimed": list(self.claimed), "met": list(self.met)}
        return asdict(self) | lists | {"way": self.way.value}

    @classmethod
    def from_dict(cls, content: dict[str, Any]) -> Calibrator:
        return replace(
            cls(**content),
            way=Way(content["way"]),
            auroc=Auroc(*content["auroc"]),
            claimed=tuple(content["claimed"]),
            met=tuple(content["met"]),
        )


def fit(confidence: Floats, right: Bools) -> Calibrator:
    """Learn from answers to gold items. confidence: (n,), 0 to 1; right: (n,), whether the answer is the gold label.

    Below 10 items nothing is learnt. Where the confidence carries no signal, the agent's accuracy takes its place.
    Below 50 items a logistic curve on the logit (Platt 1999), from 50 on a mean of it and an isotonic one (Zadrozny and
    Elkan 2002): over nine kinds of simulated agents the mean has a lower log loss on other items than either of them,
    from 50 gold items to 1,000.
    """
    found = auroc(confidence, right)
    return _FITS[_way(right.size, found)](confidence, right, found)


def cross_fitted(confidence: Floats, right: Bools, *, seed: int = 0) -> Floats:
    """(n,): each answer's calibrated confidence, learnt without it from the other four fifths of the gold items.

    What is measured on these is what other items can expect. The way of calibrating is the one that all of the gold
    items lead to.
    """
    whole = fit(confidence, right)
    shuffled = np.random.default_rng(seed).permutation(right.size)
    fold = np.empty(right.size, dtype=np.int64)
    # Right and wrong ones are dealt evenly: else a fold with few right ones is judged by a curve from many.
    fold[shuffled[np.argsort(right[shuffled], kind="stable")]] = np.arange(right.size) % FOLDS
    found = np.empty(right.size)
    for held_out in range(FOLDS):
        rest = fold != held_out
        found[~rest] = _FITS[whole.way](confidence[rest], right[rest], whole.auroc).of(confidence[~rest])
    return found


def _way(gold: int, found: Auroc) -> Way:
    if gold < GOLD_TO_CALIBRATE:
        return Way.NONE
    if found.signal is Signal.ABSENT:
        return Way.ACCURACY
    return Way.LOGISTIC if gold < GOLD_FOR_STEPS else Way.BOTH


def _none(confidence: Floats, right: Bools, found: Auroc) -> Calibrator:
    return Calibrator(Way.NONE, right.size, found)


def _accuracy(confidence: Floats, right: Bools, found: Auroc) -> Calibrator:
    """After one right and one wrong answer, so that ten right of ten is not called certain."""
    wrong = right.size - int(right.sum())
    return Calibrator(Way.ACCURACY, right.size, found, 0.0, float(np.log((right.sum() + 1) / (wrong + 1))))


def _logistic(confidence: Floats, right: Bools, found: Auroc) -> Calibrator:
    """The likeliest curve, penalised for moving away from SLOPE and INTERCEPT, and never falling."""
    from scipy.optimize import minimize

    x = _logit(confidence)
    centre, spread = np.array([SLOPE, INTERCEPT]).T

    def loss(curve: Floats) -> tuple[float, Floats]:
        z = curve[0] * x + curve[1]
        moved = (curve - centre) / spread
        missed = 1 / (1 + np.exp(-z)) - right
        nats = np.logaddexp(0, np.where(right, -z, z)).sum() + (moved**2).sum() / 2
        return float(nats), np.array([missed @ x, missed.sum()]) + moved / spread

    slope, intercept = minimize(loss, centre, jac=True, method="L-BFGS-B", bounds=[(0, None), (None, None)]).x
    return Calibrator(Way.LOGISTIC, right.size, found, float(slope), float(intercept))


def _both(confidence: Floats, right: Bools, found: Auroc) -> Calibrator:
    claimed, met = isotonic(confidence, right)
    return replace(_logistic(confidence, right, found), way=Way.BOTH, claimed=claimed, met=met)


def isotonic(confidence: Floats, right: Bools) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The corners of the rising curve through the answers: straight lines between the centres of the blocks of the
    isotonic regression (Oron and Flournoy 2017), which unlike its steps keeps answers apart.

    One wrong answer at the top and one right answer at the bottom are added, so that ten right of ten is not called
    certain.
    """
    from scipy.optimize import isotonic_regression

    levels, level, count = np.unique(confidence, return_inverse=True, return_counts=True)
    correct = np.bincount(level, weights=right)
    weights = count.astype(np.float64)
    correct[0] += 1
    for end in (0, -1):
        weights[end] += 1
    blocks = isotonic_regression(correct / weights, weights=weights)
    starts = blocks.blocks[:-1]
    centres = np.add.reduceat(levels * weights, starts) / np.add.reduceat(weights, starts)
    return tuple(centres.tolist()), tuple(blocks.x[starts].tolist())


_FITS: dict[Way, Callable[[Floats, Bools, Auroc], Calibrator]] = {
    Way.NONE: _none,
    Way.ACCURACY: _accuracy,
    Way.LOGISTIC: _logistic,
    Way.BOTH: _both,
}


def _logit(confidence: Floats) -> NDArray[np.float64]:
    inside = np.clip(confidence, CLIP, 1 - CLIP)
    return np.log(inside / (1 - inside))
