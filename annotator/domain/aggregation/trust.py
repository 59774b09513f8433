"""How far each LLM can be trusted, by its confidence."""

from __future__ import annotations

import numpy as np
from scipy.special import expit, logit, ndtri

from annotator.domain.aggregation.responses import Floats, Ints, Responses
from annotator.domain.aggregation.symbols import Bins

# The log odds that an LLM is right are a line in the normal score of its confidence. What they are expected to be
# before anybody has answered beside it, with the precision of a normal distribution: right three times in four, and a
# confidence that tells right from wrong with an AUROC of about .7.
RIGHT, RIGHT_PRECISION = 0.75, 4.0
SLOPE, SLOPE_PRECISION = 0.7, 4.0
NEWTON_STEPS = 4

# No answer of an LLM is certain, and none is certainly wrong.
NEVER = 1e-3


class Trust:
    """P(an LLM is right) at each level of its confidence; a level is a bin, or none given.

    right: (n_llms * n_levels,), for the levels as `level` numbers them.
    """

    def __init__(self, responses: Responses, bins: Bins, symbols: Ints, told: Floats) -> None:
        self._number = np.cumsum(responses.by_llm) - 1
        self._levels = bins.count
        self._n_labels = responses.n_labels
        n_llms = int(responses.by_llm.sum())
        by_llm = responses.by_llm[responses.annotator]
        at = self.level(responses.annotator[by_llm], symbols[by_llm])
        given = np.bincount(at, minlength=n_llms * bins.count).reshape(n_llms, bins.count)
        self._score = _normal_scores(given)
        self.answers = np.bincount(at, told[by_llm], given.size).reshape(given.shape)
        self._line = np.tile([logit(RIGHT), SLOPE], (n_llms, 1))
        self._set()

    @property
    def size(self) -> int:
        """Levels of all LLMs together."""
        return self.answers.size

    def level(self, annotator: Ints, symbols: Ints) -> Ints:
        """(n_answers,): for answers of LLMs only. symbols: the bin of each answer's confidence."""
        found: Ints = self._number[annotator] * self._levels + symbols
        return found

    def given(self, level: Ints) -> tuple[Floats, Floats]:
        """P(the label given at this level | it is the truth), and | another one is; wrong labels are all alike."""
        right = self.right[level]
        return right, (1 - right) / max(self._n_labels - 1, 1)

    def learn(self, right: Floats) -> None:
        """One more line for each LLM. right: (size,), how many of its answers at each level are right."""
        times = right.reshape(self.answers.shape)
        expected, precision = np.array([logit(RIGHT), SLOPE]), np.array([RIGHT_PRECISION, SLOPE_PRECISION])
        for _ in range(NEWTON_STEPS):
            chance = self._chance()
            off = times - self.answers * chance
            curve = self.answers * chance * (1 - chance)
            gradient = np.stack([off.sum(axis=1), (off * self._score).sum(axis=1)], axis=1)
            gradient -= precision * (self._line - expected)
            cross = (curve * self._score).sum(axis=1)
            first = curve.sum(axis=1) + RIGHT_PRECISION
            second = (curve * self._score**2).sum(axis=1) + SLOPE_PRECISION
            determinant = first * second - cross**2
            self._line[:, 0] += (second * gradient[:, 0] - cross * gradient[:, 1]) / determinant
            self._line[:, 1] += (first * gradient[:, 1] - cross * gradient[:, 0]) / determinant
        self._set()

    def _chance(self) -> Floats:
        chance: Floats = expit(self._line[:, :1] + self._line[:, 1:] * self._score)
        return chance

    def _set(self) -> None:
        self.right = np.clip(self._chance(), NEVER, 1 - NEVER).ravel()


def _normal_scores(answers: Ints) -> Floats:
    """(n_llms, n_levels): of the middle of each bin among an LLM's answers; 0 for the level without confidence."""
    told = answers.astype(np.float64)
    told[:, 0] = 0
    total = np.maximum(told.sum(axis=1, keepdims=True), 1)
    middle = (np.cumsum(told, axis=1) - told / 2) / total
    scores: Floats = np.where(told > 0, ndtri(np.clip(middle, 1e-9, 1 - 1e-9)), 0.0)
    return scores
