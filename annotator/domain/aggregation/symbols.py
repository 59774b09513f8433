"""What an annotator is observed to say: the label, and for LLMs that tell one, how high their confidence was."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from annotator.domain.aggregation.responses import Floats, Ints, Responses

# Bins hold at least this many answers on average; an LLM has three to five of them, or none.
ANSWERS_PER_BIN = 10
MOST_BINS = 5
FEWEST_BINS = 3


@dataclass(frozen=True, eq=False)
class Bins:
    """Each LLM's own quantile bins of confidence: 70 may be low for one and high for another.

    rows: (n_annotators,), the annotator's row of `edges`, -1 where confidence is not used.
    edges: (n_rows, most bins - 1), ascending, infinite where there are fewer bins; a confidence equal to an
    edge lies above it.
    """

    rows: Ints
    edges: Floats

    @property
    def count(self) -> int:
        """Values that `of` can take: one for no confidence, and the bins."""
        return 2 + self.edges.shape[1] if self.edges.size else 1

    def of(self, annotator: Ints, confidence: Floats | None) -> Ints:
        """(n_answers,): 0 where there is no confidence to use, else 1 for the lowest bin, and so on."""
        if confidence is None or not self.edges.size:
            return np.zeros(annotator.size, dtype=np.int64)
        row = self.rows[annotator]
        used = (row >= 0) & ~np.isnan(confidence)
        bins: Ints = np.where(used, 1 + (confidence[:, None] >= self.edges[row]).sum(axis=1), 0).astype(np.int64)
        return bins


def confidence_bins(responses: Responses, *, most: int = MOST_BINS, at_least: int = ANSWERS_PER_BIN) -> Bins:
    """Bins for the LLMs that gave a confidence with enough answers, and not the same one with all.

    most: of one LLM. at_least: answers in each, on average.
    """
    rows = np.full(responses.n_annotators, -1)
    edges: list[Floats] = []
    if responses.confidence is not None:
        told = ~np.isnan(responses.confidence) & responses.by_llm[responses.annotator]
        for annotator in np.unique(responses.annotator[told]):
            inner = _edges(responses.confidence[told & (responses.annotator == annotator)], most, at_least)
            if inner is not None:
                rows[annotator] = len(edges)
                edges.append(inner)
    return Bins(rows, np.array(edges).reshape(len(edges), most - 1))


def _edges(confidence: Floats, most: int, at_least: int) -> Floats | None:
    n_bins = min(confidence.size // at_least, most)
    if n_bins < FEWEST_BINS:
        return None
    inner = np.unique(np.quantile(confidence, np.arange(1, n_bins) / n_bins))
    inner = inner[inner > confidence.min()]  # an edge at the lowest value would leave a bin below it empty
    if not inner.size:
        return None
    padded: Floats = np.full(most - 1, np.inf)
    padded[: inner.size] = inner
    return padded
