"""Signs that something is wrong with an annotator's work. None is proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.domain.intervals import wilson
from annotator.texts import english, figure, say

LEAST_ANSWERS = 20  # before anything is said about labels; of those that others gave too, about spamming
LEAST_EXPECTED = 5  # known labels before they say how often a label is to be expected
LEAST_RUN = 10
LEAST_CHECKS = 5  # hidden items of a package that were answered, before anything is said of them
LEAST_TIMED = 10
HARDLY_READ = 1.0  # seconds, in which nobody reads a sentence, decides and presses a key
LEAST_KNOWN = 20  # answers with gold before anything is said about guessing
_SLIPS = 50  # answers, one of which may be another label where one is given always
_UNLIKELY = 0.01  # everybody is looked at
_MAY_BE_GOOD = 2 / 3  # who may be right as often as that, by the interval, is not said to guess


class Sign(StrEnum):
    INDEPENDENT = "independent"
    OPPOSITE = "opposite"
    ALWAYS = "always"
    GUESSING = "guessing"
    RUN = "run"
    DRIFT = "drift"
    FAST = "fast"


SIGNS = {
    Sign.INDEPENDENT: english("answers do not depend on the item"),
    Sign.OPPOSITE: english("answers against the others"),
    Sign.ALWAYS: english("one label always"),
    Sign.GUESSING: english("no better than guessing"),
    Sign.RUN: english("one label in a row"),
    Sign.DRIFT: english("drifts"),
    Sign.FAST: english("very fast"),
}


class Usual(NamedTuple):
    """How often labels are to be expected. shares: by label, of `of` labels. of_others: answers, else known labels."""

    shares: NDArray[np.float64]
    of: int
    of_others: bool

    def at_most(self, label: int) -> float:
        """The share that the label may well have, as few labels show it only roughly."""
        return wilson(round(self.shares[label] * self.of), self.of).high


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


def always(said: NDArray[np.int64], labels: Sequence[str], usual: Usual | None) -> Suspicion | None:
    """One label for practically every item, unless that is usual. said: codes of labels. usual: None where there is
    nothing to compare with; then nothing shows whether the items call for it."""
    n = said.size
    if n < LEAST_ANSWERS or len(labels) < 2:
        return None
    counts = np.bincount(said, minlength=len(labels))
    top = int(counts.argmax())
    called_for = usual is not None and _at_least(int(counts[top]), n, usual.at_most(top)) >= _UNLIKELY
    if n - counts[top] > n // _SLIPS or called_for:
        return None
    if usual is None:
        end = say("there are too few of others to show whether the items call for it.")
    elif usual.of_others:
        end = say("of the others' answers, {share} % say so.", share=figure(100 * usual.shares[top]))
    else:
        end = say(
            "of {of} known labels of these items, {share} % are it.",
            of=figure(usual.of),
            share=figure(100 * usual.shares[top]),
        )
    return Suspicion(
        Sign.ALWAYS,
        say(
            "Gave “{label}” in {times} of {of} answers; {end}",
            label=labels[top],
            times=figure(counts[top]),
            of=figure(n),
            end=end,
        ),
    )


def in_a_row(said: NDArray[np.int64], start: int, length: int, labels: Sequence[str]) -> Suspicion | None:
    """The longest run of one label, where nothing but how often the same person gives it says how long runs get.

    said: codes of labels, in the order of the answers, to items in no order of their own.
    """
    share = float(np.mean(said == said[start]))
    runs = ((said.size - length) * (1 - share) + 1) * share**length  # as long, to be expected by chance
    if length < LEAST_RUN or share == 1 or runs >= _UNLIKELY:
        return None
    return Suspicion(
        Sign.RUN,
        say(
            "Gave “{label}” {times} times in a row, though it is {share} % of these {of} answers: by chance, less than"
            " one in a hundred has so long a run.",
            label=labels[int(said[start])],
            times=figure(length),
            share=figure(100 * share),
            of=figure(said.size),
        ),
    )


def hurrying(seconds: NDArray[np.float64], share: float | None, usual: float | None) -> Suspicion | None:
    """seconds: of the timed answers. share: of them, that took less than a third of `usual`: what others need, None
    where nobody else was timed; then only what nobody can read in is a sign."""
    if seconds.size < LEAST_TIMED:
        return None
    median = figure(float(np.median(seconds)), 1)
    if usual is None:
        at_once = float(np.mean(seconds < HARDLY_READ))
        if at_once <= 0.5:
            return None
        return Suspicion(
            Sign.FAST,
            say(
                "{share} % of the {of} timed answers took less than {least} s (median {median} s), in which hardly"
                " anybody reads an item and decides.",
                share=figure(100 * at_once),
                of=figure(seconds.size),
                least=figure(HARDLY_READ),
                median=median,
            ),
        )
    if share is None or share <= 0.5:
        return None
    return Suspicion(
        Sign.FAST,
        say(
            "{share} % of the answers took less than a third of the {usual} s that people usually need"
            " (median {median} s).",
            share=figure(100 * share),
            usual=figure(usual, 1),
            median=median,
        ),
    )


def unjudged(answers: int, compared: int, timed: int) -> Iterator[str]:
    """What of one person cannot be judged yet, and how much there is. compared: answers that others gave, too."""
    if answers < LEAST_ANSWERS:
        yield say("One label always: too few answers yet ({n} of {least}).", n=figure(answers), least=LEAST_ANSWERS)
    if timed < LEAST_TIMED:
        yield say("Speed: too few timed answers yet ({n} of {least}).", n=figure(timed), least=LEAST_TIMED)
    if not compared:
        yield say("Answers that do not depend on the item: nobody else answered these items.")
    elif compared < LEAST_ANSWERS:
        yield say(
            "Answers that do not depend on the item: too few answers yet to items that others answered"
            " ({n} of {least}).",
            n=figure(compared),
            least=LEAST_ANSWERS,
        )


def _at_least(times: int, of: int, share: float) -> float:
    """The chance of so many or more, where each has this one."""
    from scipy.stats import binom

    return float(binom.sf(times - 1, of, share))
