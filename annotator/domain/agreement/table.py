"""Who gave which label to which item, arranged for measuring agreement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from annotator.domain.agreement.estimate import Floats, Ints

if TYPE_CHECKING:
    from scipy import sparse

    Sparse: TypeAlias = sparse.csr_array[np.float64]


Bools: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Table:
    """Answers as codes from 0, sorted by item; at most one for each item and annotator.

    item, annotator, label: (n_answers,). n_labels counts the permitted labels, used or not.
    second: (n_annotators,) or None. When given, only pairs of one annotator of the first side (False) and one of
    the second (True) count, such as people and LLMs.
    """

    item: Ints
    annotator: Ints
    label: Ints
    n_annotators: int
    n_labels: int
    second: Bools | None = None

    @classmethod
    def from_codes(
        cls,
        item: ArrayLike,
        annotator: ArrayLike,
        label: ArrayLike,
        *,
        n_labels: int,
        second: ArrayLike | None = None,
    ) -> Table:
        """From one entry for each answer; item and annotator may be any integers, such as ids.

        second: (n_answers,) booleans, whether the answer comes from the second side. Only items that can tell about
        the sides are kept then.
        """
        columns = [np.asarray(c, dtype=np.int64) for c in (item, annotator, label)]
        sides = np.zeros(columns[0].size, np.bool_) if second is None else np.asarray(second, np.bool_)
        if len({column.size for column in (*columns, sides)}) != 1:
            raise ValueError("item, annotator, label and second must have the same length")
        order = np.lexsort((columns[1], columns[0]))
        items, who, labels = (column[order] for column in columns)
        sides = sides[order]
        if labels.size and not 0 <= labels.min() <= labels.max() < n_labels:
            raise ValueError(f"labels must lie in 0..{n_labels - 1}")
        if ((items[1:] == items[:-1]) & (who[1:] == who[:-1])).any():
            raise ValueError("an annotator answers an item at most once")
        if second is not None:
            _, code = np.unique(items, return_inverse=True)
            kept = (np.bincount(code, sides) > 0)[code] & (np.bincount(code, ~sides) > 0)[code]
            items, who, labels, sides = items[kept], who[kept], labels[kept], sides[kept]
        _, item_codes = np.unique(items, return_inverse=True)
        _, first, who_codes = np.unique(who, return_index=True, return_inverse=True)
        return cls(
            item_codes,
            who_codes,
            labels,
            first.size,
            n_labels,
            None if second is None else sides[first],
        )

    @classmethod
    def from_matrix(cls, labels: ArrayLike, *, n_labels: int | None = None, second: ArrayLike | None = None) -> Table:
        """labels: (n_items, n_annotators), -1 where there is no answer. second: (n_annotators,) booleans.

        n_labels: by default as many as the highest code asks for.
        """
        matrix = np.asarray(labels, dtype=np.int64)
        if matrix.ndim != 2:
            raise ValueError("labels must be an (n_items, n_annotators) array")
        item, annotator = np.nonzero(matrix >= 0)
        known = matrix[item, annotator]
        count = n_labels if n_labels is not None else int(known.max(initial=-1)) + 1
        sides = None if second is None else np.asarray(second, np.bool_)[annotator]
        return cls.from_codes(item, annotator, known, n_labels=count, second=sides)

    @cached_property
    def n_items(self) -> int:
        """Items with an answer."""
        return int(self.item[-1]) + 1 if self.item.size else 0

    @cached_property
    def answers_per_item(self) -> Ints:
        return np.bincount(self.item, minlength=self.n_items)

    @cached_property
    def by_second(self) -> Bools:
        """(n_answers,): whether the answer comes from the second side."""
        return np.zeros(self.item.size, np.bool_) if self.second is None else self.second[self.annotator]

    @cached_property
    def pairs_per_item(self) -> Ints:
        """Pairs of answers that count."""
        n = self.answers_per_item
        if self.second is None:
            return n * (n - 1) // 2
        others = np.bincount(self.item, self.by_second, minlength=self.n_items).astype(np.int64)
        return others * (n - others)

    def counts(self, chosen: Bools | None = None) -> Sparse:
        """(n_items, n_labels): how often each label was given, by all or by the chosen answers."""
        from scipy import sparse

        item, label = (self.item, self.label) if chosen is None else (self.item[chosen], self.label[chosen])
        return sparse.csr_array((np.ones(item.size), (item, label)), shape=(self.n_items, self.n_labels))

    def sorts(self, key: Ints) -> tuple[Ints, Ints]:
        """Items that are alike: (an item of each sort, how many there are of it).

        key: (n_answers,), below 2**31; items are alike when the keys of their answers are the same, in any order.
        """
        if not self.item.size:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        # The sum of a random number for each key: two different items meet in one of 2**64 cases.
        codes, place = np.unique(key, return_inverse=True)
        random = np.random.default_rng(0).integers(0, 2**64, codes.size, dtype=np.uint64, endpoint=False)
        starts = np.concatenate(([0], np.cumsum(self.answers_per_item)[:-1]))
        marks = np.add.reduceat(random[place], starts)
        _, first, times = np.unique(marks, return_index=True, return_counts=True)
        return first, times


def rowwise(matrix: Sparse, factor: Floats) -> Sparse:
    """The matrix with each row multiplied by its factor."""
    from scipy import sparse

    return sparse.csr_array(sparse.diags_array(factor) @ matrix)


def summed(matrix: Any, axis: int) -> Floats:
    """Sums of a sparse matrix along an axis, as a plain array."""
    return np.asarray(matrix.sum(axis=axis), dtype=np.float64)


def product(dense: Floats, matrix: Any) -> Floats:
    """A plain array times a sparse matrix, as a plain array."""
    return np.asarray(dense @ matrix, dtype=np.float64)
