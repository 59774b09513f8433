"""Signs that something is wrong with an annotator's work. None is proof."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.domain.intervals import wilson
from annotator.texts import english, figure, say

LEAST_TIMED = 10
LEAST_KNOWN = 20  # answers with gold before anything is said about guessing
_MAY_BE_GOOD = 2 / 3  # who may be right as often as that, by the interval, is not said to guess


class Sign(StrEnum):
    INDEPENDENT = "independent"
    OPPOSITE = "opposite"
    GUESSING = "guessing"
    RUN = "run"
    DRIFT = "drift"
    FAST = "fast"


SIGNS = {
    Sign.INDEPENDENT: english("answers do not depend on the item"),
    Sign.OPPOSITE: english("answers against the others"),
    Sign.GUESSING: english("no better than guessing"),
    Sign.RUN: english("one label in a row"),
    Sign.DRIFT: english("drifts"),
    Sign.FAST: english("very fast"),
}


class Suspicion(NamedTuple):
    """A sign that something is wrong, with the reason in words. It is no proof."""

    sign: Sign
    reason: str


def guessing(said: NDArray[np.int64], right: NDArray[np.int64]) -> Suspicion | None:
    """said, right: codes of labels, one pair for each answer with gold; chance follows from the shares of both."""
    if said.size < LEAST_KNOWN:
        return None
    size = int(max(said.max(), right.max())) + 1
    mine, truth = (np.bincount(codes, minlength=size) / said.size for codes in (said, right))
    chance, found = float(mine @ truth), wilson(int(np.count_nonzero(said == right)), said.size)
    if found.value is None or found.value > chance or found.high >= _MAY_BE_GOOD:
        return None
    return Suspicion(
        Sign.GUESSING,
        say(
            "Right on {share} % ({low}–{high}) of {of} items with imported gold; guessing would be right"
            " on {chance} %.",
            share=figure(100 * found.value),
            low=figure(100 * found.low),
            high=figure(100 * found.high),
            of=figure(found.of),
            chance=figure(100 * chance),
        ),
    )


def hurrying(share: float | None, median: float | None, usual: float | None, timed: int) -> Suspicion | None:
    """share: of the `timed` answers that took less than a third of `usual` seconds."""
    if share is None or usual is None or median is None or timed < LEAST_TIMED or share <= 0.5:
        return None
    return Suspicion(
        Sign.FAST,
        say(
            "{share} % of the answers took less than a third of the {usual} s that people usually need"
            " (median {median} s).",
            share=figure(100 * share),
            usual=figure(usual, 1),
            median=figure(median, 1),
        ),
    )
