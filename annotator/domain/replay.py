"""Replaying collected answers as if they were asked for one by one: how many answers does a project need?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from annotator.domain import queueing
from annotator.domain.aggregation import choose
from annotator.domain.aggregation.auto import AUTO
from annotator.domain.aggregation.merged import Merged
from annotator.domain.aggregation.responses import Responses
from annotator.domain.model import Kind
from annotator.domain.queueing import Standing
from annotator.errors import UserError
from annotator.texts import say

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Policy = Literal["adaptive", "fixed", "random"]
POLICIES: tuple[Policy, ...] = ("adaptive", "fixed", "random")

# Shares of all answers between two refits. The first answers teach most, and later ones hardly change what is learnt.
FIRST_STEP, LAST_STEP = 0.01, 0.05
GROWTH = 0.2  # a step is this share of what has been asked for so far

KEPT = 0.15  # share of all answers for which an accuracy is kept that is not there by chance

SURE = 0.99  # with a posterior above this nothing more is asked


@dataclass(frozen=True, eq=False)
class Replay:
    """Accuracy of the merged labels while human answers come in, one entry each refit, before the first included.

    answers_per_item: (n_steps,), mean human answers per item. accuracy: (n_steps,), against gold; NaN without gold.
    Items that nobody has answered yet count as the label that is most frequent by what is known then; where two are
    about as frequent, one more answer can change which that is. unanswered: (n_steps,), how many such items there are.
    share: (n_steps,), of all collected human answers that were asked for.
    """

    answers_per_item: Floats
    share: Floats
    accuracy: Floats
    policy: Policy
    unanswered: Ints

    def reaches(self, accuracy: float, *, keeps: int = 3, over: float = 0.0) -> float | None:
        """The share of answers at which this accuracy is first reached and kept for so many steps; None if never.

        over: share of all answers for which it is kept too, however many steps that takes. Where less than that follows
        it is kept to the end, see `follows`.
        """
        good = self.accuracy >= accuracy - 1e-12
        for step in range(len(good)):
            last = np.searchsorted(self.share, self.share[step] + over, side="right")
            if good[step : max(step + keeps, int(last))].all():
                return float(self.share[step])
        return None

    def kept_from(self, accuracy: float) -> float | None:
        """The share of answers from which this accuracy is seen to be kept for KEPT of all answers; None if never."""
        since = self.reaches(accuracy, over=KEPT)
        return since if since is not None and self.follows(since, over=KEPT) else None

    def follows(self, since: float, *, steps: int = 3, over: float = 0.0) -> bool:
        """Whether so many steps, and such a share of all answers, follow: else nothing can be said to be kept."""
        return int(np.count_nonzero(self.share > since)) >= steps and bool(self.share[-1] >= since + over - 1e-9)


def replay(
    answers: Responses,
    gold: Ints,
    *,
    policy: Policy = "adaptive",
    seed: int = 0,
    method: str = AUTO,
    until: float | None = None,
) -> Replay:
    """Reveal people's answers step by step, always with all answers of LLMs, and measure after each refit.

    answers: everything that was collected; which of an item's answers comes next is drawn by the seed.
    gold: (n_items,), label or -1. It is used for measuring only, never for merging or choosing.
    policy: "adaptive" asks where the next answer, of whoever gives it, is expected to gain most, and never about a
    label that is sure; "fixed" gives every item its first answer before any gets a second, "random" asks for any item.
    until: an accuracy; once it is reached and kept for three steps and KEPT of all answers, the replay ends.
    """
    if policy not in POLICIES:
        raise UserError(
            say("There is no policy “{policy}”.", policy=policy),
            hint=say("Choose one of {policies}.", policies=", ".join(POLICIES)),
        )
    if not (gold >= 0).any():
        raise UserError(say("No item with answers has gold."), hint=say("Give gold for some of the items."))
    return _Replaying(answers, gold, policy, seed, method).run(until)


def simulated_llm(gold: Ints, n_labels: int, accuracy: float, *, seed: int = 0) -> tuple[Ints, Floats]:
    """(label, confidence) for each item of an LLM that is right about this share of them; -1 where there is no gold.

    The share is exact but for rounding: of twenty items, chance alone would move it by ten points. Wrong answers are
    any other label. Confidence separates right from wrong with an AUROC of about .76: a logistic of a normal whose
    mean is 1 where right and 0 where wrong.
    """
    random = np.random.default_rng(seed)
    known = random.permutation(np.flatnonzero(gold >= 0))
    right = np.zeros(gold.size, dtype=np.bool_)
    right[known[: round(accuracy * known.size)]] = True
    other = (gold + 1 + random.integers(0, max(n_labels - 1, 1), gold.size)) % n_labels
    confidence = 1 / (1 + np.exp(-(random.normal(size=gold.size) + right)))
    return np.where(gold < 0, -1, np.where(right, gold, other)), confidence


def beside_llm(answers: Responses, gold: Ints, accuracy: float, *, seed: int = 0) -> Responses:
    """The answers with those of a simulated LLM that has answered every item and is right about this share of them.

    What is right is the gold, and for items without gold the merged label of all answers: an LLM that left them out
    would have people asked about them first, though nothing there is measured.
    """
    label, confidence = simulated_llm(gold, answers.n_labels, accuracy, seed=seed)
    if (gold < 0).any():
        merged = np.where(gold < 0, choose.merge(answers).consensus, -1)
        more, its_confidence = simulated_llm(merged, answers.n_labels, accuracy, seed=seed + 1)
        label, confidence = np.where(gold < 0, more, label), np.where(gold < 0, its_confidence, confidence)
    return with_llm(answers, label, confidence)


def accuracy_of_all(answers: Responses, gold: Ints, method: str = AUTO) -> float:
    """What merging all answers at once reaches on the gold items."""
    known = gold >= 0
    return float((choose.merge(answers, None, method).consensus[known] == gold[known]).mean())


class _Replaying:
    """The answers revealed so far, and the order in which each item's others would come."""

    def __init__(self, answers: Responses, gold: Ints, policy: Policy, seed: int, method: str) -> None:
        self._answers, self._gold, self._policy, self._method = answers, gold, policy, method
        self._random = np.random.default_rng(seed)
        human = ~answers.by_llm[answers.annotator]
        self._shown = ~human
        order = self._random.permutation(np.flatnonzero(human))
        self._waiting = order[np.argsort(answers.item[order], kind="stable")]  # by item, within it at random
        self._total = int(human.sum())
        self._given = np.zeros(answers.n_items, dtype=np.int64)
        counts = np.bincount(answers.item[human], minlength=answers.n_items)
        self._start = np.concatenate(([0], np.cumsum(counts)))[:-1]
        self._counts = counts

    def run(self, until: float | None) -> Replay:
        if not self._total:
            raise UserError(say("There is no answer of a person to replay."), hint=say("Give the answers of a crowd."))
        accuracy, asked, unanswered = [], [], []
        while True:
            merged = self._merge()
            accuracy.append(self._accuracy(merged))
            asked.append(int(self._given.sum()))
            unanswered.append(self._answers.n_items - np.unique(self._answers.item[self._shown]).size)
            found = self._replay(accuracy, asked, unanswered)
            if until is not None and _is_kept(found, until):
                return found
            chosen = self._choose(self._worth(merged), self._step())
            if not chosen.size:
                return found
            self._reveal(chosen)

    def _replay(self, accuracy: list[float], asked: list[int], unanswered: list[int]) -> Replay:
        answers = np.array(asked, dtype=np.float64)
        right, without = np.array(accuracy, dtype=np.float64), np.array(unanswered, dtype=np.int64)
        return Replay(answers / self._answers.n_items, answers / self._total, right, self._policy, without)

    def _step(self) -> int:
        share = np.clip(GROWTH * self._given.sum() / self._total, FIRST_STEP, LAST_STEP)
        return max(1, round(self._total * float(share)))

    def _accuracy(self, merged: Merged | None) -> float:
        known = self._gold >= 0
        return float("nan") if merged is None else float((merged.consensus[known] == self._gold[known]).mean())

    def _merge(self) -> Merged | None:
        """What the answers shown so far say; None before the first."""
        if not self._shown.any():
            return None
        return choose.merge(self._answers.part(self._shown), None, self._method)

    def _worth(self, merged: Merged | None) -> Floats:
        """(n_items,): what the next answer to each item is worth by the policy; below zero where none is asked for."""
        left = self._given < self._counts
        if self._policy == "random" or merged is None:
            worth = np.ones(left.size)
        elif self._policy == "fixed":
            worth = 1.0 / (1 + self._given)
        else:
            left &= merged.posterior.max(axis=1) < SURE
            worth = queueing.meeting(self._gain(merged), self._given)
        return np.where(left, worth, -1.0)

    def _gain(self, merged: Merged) -> Floats:
        """(n_items,): what an answer of the annotator who comes next is expected to gain."""
        standing = Standing(merged.posterior, self._given)
        if merged.confusion is None or not self._given.any():
            return queueing.gain(standing, queueing.one_coin(queueing.AVERAGE_RIGHT, self._answers.n_labels))
        last = np.maximum(self._counts - 1, 0)
        place = np.minimum(self._start + np.minimum(self._given, last), self._waiting.size - 1)
        return queueing.gain(standing, merged.confusion, self._answers.annotator[self._waiting[place]])

    def _choose(self, worth: Floats, batch: int) -> Ints:
        """The items whose next answer is revealed now, at most one for each."""
        # Equal worth is drawn by the seed, so that no order of the file shows in the result.
        order = np.lexsort((self._random.random(worth.size), -np.round(worth, 12)))
        chosen: Ints = order[worth[order] >= 0][:batch]
        return chosen

    def _reveal(self, items: Ints) -> None:
        self._shown[self._waiting[self._start[items] + self._given[items]]] = True
        self._given[items] += 1


def _is_kept(found: Replay, accuracy: float) -> bool:
    since = found.reaches(accuracy, over=KEPT)
    if since is None:
        return False
    return bool(found.share[-1] >= since + KEPT) and int(np.count_nonzero(found.share >= since)) >= 3


def with_llm(answers: Responses, label: Ints, confidence: Floats) -> Responses:
    """The answers with those of one more annotator, an LLM; label -1 where it gave none."""
    at = np.flatnonzero(label >= 0)
    old = np.full(answers.n_answers, np.nan) if answers.confidence is None else answers.confidence
    return Responses.from_codes(
        np.concatenate([answers.item, at]),
        np.concatenate([answers.annotator, np.full(at.size, answers.n_annotators)]),
        np.concatenate([answers.label, label[at]]),
        n_items=answers.n_items,
        n_annotators=answers.n_annotators + 1,
        n_labels=answers.n_labels,
        kinds=[*answers.kinds, Kind.LLM],
        families=[*answers.families, "simulated"],
        confidence=np.concatenate([old, confidence[at]]),
        ordinal=answers.ordinal,
    )
