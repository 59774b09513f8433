"""Which examples a model is shown: the same for every item, or for each item those most like it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from annotator.llm.agents import AgentSpec

Pairs = tuple[tuple[str, str], ...]

MOST_EXAMPLES = 1_000


class ExampleChoice(StrEnum):
    """How the examples are chosen."""

    NONE = "none"
    FIXED = "fixed"
    BALANCED = "balanced over the labels"
    NEAREST = "nearest to each item"


@dataclass(frozen=True)
class FewShot:
    """How examples are chosen, and how many the model is shown with an item."""

    choice: ExampleChoice = ExampleChoice.NONE
    number: int = 0


def chooser(spec: AgentSpec) -> Callable[[str], Pairs]:
    """Gives the examples that go with an item's text: those of `LabelRequest.examples`."""
    if spec.few_shot.choice is not ExampleChoice.NEAREST:
        return lambda text: spec.examples
    nearest = Nearest(spec.examples)
    return lambda text: nearest.to(text, spec.few_shot.number)


class Nearest:
    """Finds the examples whose words are most like a text's (cosine of tf-idf vectors)."""

    def __init__(self, pool: Pairs) -> None:
        """pool: (text, label name) pairs; equal pools give equal choices."""
        self._pool = pool
        self._vectorizer, self._vectors = _vectors([text for text, _ in pool])

    def to(self, text: str, number: int) -> Pairs:
        """At most so many, the most alike last, next to the item; never one with the item's own text, which would
        give its label away. With nothing in common the pool's first ones."""
        others = [i for i, (own, _) in enumerate(self._pool) if own.strip() != text.strip()]
        if self._vectorizer is None:
            return tuple(self._pool[i] for i in others[:number])
        alike = np.asarray((self._vectors @ self._vectorizer.transform([text]).T).todense()).ravel()
        order = sorted(others, key=lambda i: (-alike[i], i))[:number]
        return tuple(self._pool[i] for i in reversed(order))


def _vectors(texts: list[str]) -> tuple[Any, Any]:
    """A fitted vectorizer and the texts' vectors as rows; (None, None) where the texts hold no words."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    # Single characters count, for scripts in which one is a word.
    vectorizer = TfidfVectorizer(sublinear_tf=True, token_pattern=r"[\u3040-\u30ff\u3400-\u9fff]|\b\w+\b")
    try:
        return vectorizer, vectorizer.fit_transform(texts)
    except ValueError:  # its word for an empty vocabulary
        return None, None
