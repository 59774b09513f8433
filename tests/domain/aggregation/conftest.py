"""Simulated crowds whose truth is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest

from annotator.domain.aggregation.responses import Responses
from annotator.domain.model import Kind


class Crowd(NamedTuple):
    """Answers, and the truth they were made from. truth: (n_items,)."""

    responses: Responses
    truth: np.ndarray

    def table(self) -> pd.DataFrame:
        """The answers as crowd-kit wants them."""
        of = self.responses
        return pd.DataFrame({"task": of.item, "worker": of.annotator, "label": of.label}).copy()


def simulate_crowd(
    seed: int,
    *,
    items: int = 60,
    annotators: int = 8,
    labels: int = 3,
    per_item: int = 4,
    accuracy: tuple[float, float] = (0.4, 0.95),
    kinds: Sequence[Kind] | None = None,
    families: Sequence[str] | None = None,
) -> Crowd:
    """Each item answered by `per_item` annotators drawn at random, each right with an accuracy of its own."""
    rng = np.random.default_rng(seed)
    truth = rng.integers(labels, size=items)
    item = np.repeat(np.arange(items), per_item)
    annotator = np.concatenate([rng.choice(annotators, per_item, replace=False) for _ in range(items)])
    right = rng.random(item.size) < rng.uniform(*accuracy, annotators)[annotator]
    label = np.where(right, truth[item], rng.integers(labels, size=item.size))
    responses = Responses.from_codes(
        item,
        annotator,
        label,
        n_items=items,
        n_annotators=annotators,
        n_labels=labels,
        kinds=kinds,
        families=families,
    )
    return Crowd(responses, truth)


@pytest.fixture
def simulate() -> Callable[..., Crowd]:
    return simulate_crowd
