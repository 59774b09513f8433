"""Replaying collected answers as if they were asked for one by one: how many answers does a project need?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from annotator.domain.aggregation import choose
from annotator.domain.aggregation.auto import AUTO
from annotator.domain.aggregation.responses import Responses
from annotator.domain.model import Kind
from annotator.errors import UserError

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Policy = Literal["adaptive", "fixed", "random"]
POLICIES: tuple[Policy, ...] = ("adaptive", "fixed", "random")

STEPS = 20  # refits until all answers are in
SURE = 0.99  # with a posterior above this nothing more is asked
# Each answer that an item has makes the next one worth less: what was not settled by four is hard for everybody.
DISCOUNT = 0.8


@dataclass(frozen=True, eq=False)
class Replay:
    """Accuracy of the merged labels while human answers come in, one entry each refit, before the first included.

    answers_per_item: (n_steps,), mean human answers per item. accuracy: (n_steps,), against gold; NaN without gold.
    share: (n_steps,), of all collected human answers that were asked for.
    """

    answers_per_item: Floats
    share: Floats
    accuracy: Floats
    policy: Policy

    def reaches(self, accuracy: float, *, keeps: int = 3) -> float | None:
        """The share of answers at which this accuracy is first reached and kept for so many steps; None if never."""
        good = self.accuracy >= accuracy - 1e-12
        for step in range(len(good)):
            if good[step : step + keeps].all():
                return float(self.share[step])
        return None


def replay(answers: Responses, gold: Ints, *, policy: Policy = "adaptive", seed: int = 0, method: str = AUTO) -> Replay:
    """Reveal people's answers step by step, always with all answers of LLMs, and measure after each refit.

    answers: everything that was collected; which of an item's answers comes next is drawn by the seed.
    gold: (n_items,), label or -1. It is used for measuring only, never for merging or choosing.
    policy: "adaptive" asks where the merged label is least sure, "fixed" gives every item its first answer before
    any gets a second, "random" asks for any item.
    """
    if policy not in POLICIES:
        raise UserError(f"There is no policy “{policy}”.", hint=f"Choose one of {', '.join(POLICIES)}.")
    if not (gold >= 0).any():
        raise UserError("No item with answers has gold.", hint="Give gold for some of the items.")
    return _Replaying(answers, gold, policy, seed, method).run()


def simulated_llm(gold: Ints, n_labels: int, accuracy: float, *, seed: int = 0) -> tuple[Ints, Floats]:
    """(label, confidence) for each item of an LLM that is right with this probability; -1 where there is no gold.

    Wrong answers are any other label. Confidence separates right from wrong with an AUROC of about .76: a logistic
    of a normal whose mean is 1 where right and 0 where wrong.
    """
    random = np.random.default_rng(seed)
    right = random.random(gold.size) < accuracy
    other = (gold + 1 + random.integers(0, max(n_labels - 1, 1), gold.size)) % n_labels
    confidence = 1 / (1 + np.exp(-(random.normal(size=gold.size) + right)))
    return np.where(gold < 0, -1, np.where(right, gold, other)), confidence


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

    def run(self) -> Replay:
        if not self._total:
            raise UserError("There is no answer of a person to replay.", hint="Give the answers of a crowd.")
        batch = max(1, round(self._total / STEPS))
        points = [self._measure()]
        while (chosen := self._choose(points[-1][1], batch)).size:
            self._reveal(chosen)
            points.append(self._measure())
        accuracy, _, given = zip(*points, strict=True)
        asked = np.array(given, dtype=np.float64)
        return Replay(
            asked / self._answers.n_items, asked / self._total, np.array(accuracy, dtype=np.float64), self._policy
        )

    def _measure(self) -> tuple[float, Floats, int]:
        """(accuracy, (n_items,) highest posterior of each item, human answers so far) after merging what is shown."""
        shown, answers = self._shown, self._answers
        if not shown.any():
            return float("nan"), np.full(answers.n_items, 1 / max(answers.n_labels, 1)), 0
        known = self._gold >= 0
        confidence = answers.confidence
        responses = Responses.from_codes(
            answers.item[shown],
            answers.annotator[shown],
            answers.label[shown],
            n_items=answers.n_items,
            n_annotators=answers.n_annotators,
            n_labels=answers.n_labels,
            kinds=answers.kinds,
            families=answers.families,
            confidence=None if confidence is None else confidence[shown],
        )
        merged = choose.merge(responses, None, self._method)
        right = merged.consensus[known] == self._gold[known]
        return float(right.mean()), merged.posterior.max(axis=1), int(self._given.sum())

    def _choose(self, sure: Floats, batch: int) -> Ints:
        """The items whose next answer is revealed now, at most one for each."""
        left = self._given < self._counts
        if self._policy == "adaptive":
            worth = np.where(left & (sure < SURE), (1 - sure) * DISCOUNT**self._given, -1.0)
        elif self._policy == "fixed":
            worth = np.where(left, 1.0 / (1 + self._given), -1.0)
        else:
            worth = np.where(left, 1.0, -1.0)
        # Equal worth is drawn by the seed, so that no order of the file shows in the result.
        order = np.lexsort((self._random.random(worth.size), -worth))
        return order[worth[order] >= 0][:batch]

    def _reveal(self, items: Ints) -> None:
        self._shown[self._waiting[self._start[items] + self._given[items]]] = True
        self._given[items] += 1


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
    )
