"""How a merger estimates: its prior counts, its class prior, and when it stops."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from annotator.domain.aggregation.responses import Responses

# An estimated class prior collapses classes when most items have one or two answers.
ANSWERS_TO_ESTIMATE_THE_CLASS_PRIOR = 3


class PriorCounts(NamedTuple):
    """Answers that each M-step adds to those observed; zero for both is plain maximum likelihood.

    annotator: how many answers the pool of an annotator's kind or LLM family counts for, in each column (truth)
    of the annotator's confusion matrix, or for its one coin.
    pool: the same for what the pool itself shrinks to, one coin shared by all its labels.
    """

    annotator: float = 2.0
    pool: float = 2.0


class ClassPrior(StrEnum):
    """Where the share of each label among the items comes from."""

    AUTO = "auto"
    VOTES = "votes"
    ESTIMATED = "estimated"


@dataclass(frozen=True)
class Settings:
    """How to fit.

    checked_only: annotators are measured on items that somebody else answered too, or that have gold. An
    answer that stands alone confirms itself: an LLM that labelled every item would come out as perfect, and
    would outvote the person who looked at a few of them.
    iterations, tolerance: EM stops after so many rounds, or when one gains less per answer. With prior counts
    the gain can end a little before the posteriors stand still; going on fits the crowd's common errors.
    """

    prior_counts: PriorCounts = PriorCounts()
    class_prior: ClassPrior = ClassPrior.AUTO
    checked_only: bool = True
    iterations: int = 100
    tolerance: float = 1e-5

    def estimates_class_prior(self, responses: Responses) -> bool:
        """Whether EM re-estimates the class prior, as against leaving it at the vote shares."""
        if self.class_prior is ClassPrior.AUTO:
            enough = responses.mean_answers_per_item >= ANSWERS_TO_ESTIMATE_THE_CLASS_PRIOR
            return enough or responses.has_llms()
        return self.class_prior is ClassPrior.ESTIMATED


DEFAULT = Settings()

# Dawid and Skene's own algorithm: what crowd-kit computes, to 1e-6.
PLAIN = Settings(
    prior_counts=PriorCounts(0, 0),
    class_prior=ClassPrior.ESTIMATED,
    checked_only=False,
)
