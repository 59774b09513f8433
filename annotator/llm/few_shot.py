"""Which examples a model is shown: the same for every item, or for each item those most like it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from annotator.texts import english

if TYPE_CHECKING:
    from annotator.llm.agents import AgentSpec

Pairs = tuple[tuple[str, str], ...]
VectorOf = Callable[[str], "NDArray[np.float16] | None"]

MOST_EXAMPLES = 1_000


class ExampleChoice(StrEnum):
    """How the examples are chosen."""

    NONE = "none"
    FIXED = english("fixed")
    BALANCED = english("balanced over the labels")
    NEAREST = english("nearest to each item")
    MEANING = english("nearest in meaning to each item")

    @property
    def by_nearness(self) -> bool:
        """Whether each item has examples of its own, chosen from a pool."""
        return self in (ExampleChoice.NEAREST, ExampleChoice.MEANING)


def _unread(text: str) -> None:
    """Of no text the vector is known."""


@dataclass(frozen=True)
class FewShot:
    """How examples are chosen, and how many the model is shown with an item."""

    choice: ExampleChoice = ExampleChoice.NONE
    number: int = 0


def chooser(spec: AgentSpec, vector_of: VectorOf = _unread) -> Callable[[str], Pairs]:
    """Gives the examples that go with an item's text: those of `LabelRequest.examples`, and never one with that text
    itself, as a second item with the same text has: its label would be given away, and then scored.

    vector_of: gives a text's vector, None for one that was not read. Where meaning decides, and the pool or an item
    was not read yet, words decide in its place: good enough for an estimate, and for nothing that is sent.
    """
    choice, number = spec.few_shot.choice, spec.few_shot.number
    if not choice.by_nearness:
        return lambda text: _others(spec.examples, text, len(spec.examples))
    words = cache(lambda: Nearest(spec.examples))
    vectors = [vector_of(text) for text, _ in spec.examples] if choice is ExampleChoice.MEANING else [None]
    read = [vector for vector in vectors if vector is not None]
    if len(read) < len(vectors):
        return lambda text: words().to(text, number)
    by_meaning = NearestInMeaning(spec.examples, np.stack(read))

    def choose(text: str) -> Pairs:
        vector = vector_of(text)
        return words().to(text, number) if vector is None else by_meaning.to(text, vector, number)

    return choose


class Nearest:
    """Finds the examples whose words are most like a text's (cosine of tf-idf vectors)."""

    def __init__(self, pool: Pairs) -> None:
        """pool: (text, label name) pairs; equal pools give equal choices."""
        self._pool = pool
        self._vectorizer, self._vectors = _vectors([text for text, _ in pool])

    def to(self, text: str, number: int) -> Pairs:
        """At most so many, the most alike last, next to the item; never one with the item's own text, which would
        give its label away. With nothing in common the pool's first ones."""
        if self._vectorizer is None:
            return _others(self._pool, text, number)
        alike = np.asarray((self._vectors @ self._vectorizer.transform([text]).T).todense()).ravel()
        return _most_alike(self._pool, text, number, alike)


class NearestInMeaning:
    """Finds the examples whose vectors lie nearest to a text's (cosine, from the middle of the pool's: all vectors of a
    small model share a direction that says nothing)."""

    def __init__(self, pool: Pairs, vectors: NDArray[np.floating[Any]]) -> None:
        """vectors: (n_pool, size)."""
        self._pool = pool
        self._middle = vectors.astype(np.float64).mean(axis=0)
        self._directions = _directions(vectors - self._middle)

    def to(self, text: str, vector: NDArray[np.floating[Any]], number: int) -> Pairs:
        """As `Nearest.to`. vector: (size,), the text's."""
        alike = self._directions @ _directions(vector - self._middle)
        return _most_alike(self._pool, text, number, alike)


def _most_alike(pool: Pairs, text: str, number: int, alike: NDArray[np.float64]) -> Pairs:
    """alike: (n_pool,); of equal ones the pool's first."""
    others = [i for i, (own, _) in enumerate(pool) if own.strip() != text.strip()]
    order = sorted(others, key=lambda i: (-alike[i], i))[:number]
    return tuple(pool[i] for i in reversed(order))


def _others(pool: Pairs, text: str, number: int) -> Pairs:
    return tuple(pair for pair in pool if pair[0].strip() != text.strip())[:number]


def _directions(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    """The same with length 1 along the last axis; without a length they stay zeros."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    found: NDArray[np.float64] = vectors / np.where(lengths == 0, 1, lengths)
    return found


def _vectors(texts: list[str]) -> tuple[Any, Any]:
    """A fitted vectorizer and the texts' vectors as rows; (None, None) where the texts hold no words."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    # Single characters count, for scripts in which one is a word.
    vectorizer = TfidfVectorizer(sublinear_tf=True, token_pattern=r"[\u3040-\u30ff\u3400-\u9fff]|\b\w+\b")
    try:
        return vectorizer, vectorizer.fit_transform(texts)
    except ValueError:  # its word for an empty vocabulary
        return None, None
