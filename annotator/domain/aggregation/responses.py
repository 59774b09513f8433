"""The answers of people and LLMs to one question, as integer arrays that the mergers work on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt
from scipy import sparse

from annotator.domain.model import Kind
from annotator.errors import UserError
from annotator.texts import say

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]
Bools: TypeAlias = npt.NDArray[np.bool_]

Number = TypeVar("Number", np.float64, np.int64)


@dataclass(frozen=True, eq=False)
class Responses:
    """Who gave which label to which item; at most one answer for each item and annotator.

    item, annotator, label: (n_answers,), codes from 0, sorted by item, then annotator, read-only.
    kinds, families: one for each annotator; the family matters for LLMs only, "" where unknown.
    confidence: (n_answers,) in 0..1, NaN where the annotator gave none; None where nobody did.
    ordinal: whether the order of the labels is meant, as in ratings: neighbours are nearer than the first and the last.
    Items, annotators and labels without any answer are allowed. Make one with `from_codes`.
    """

    n_items: int
    n_annotators: int
    n_labels: int
    item: Ints
    annotator: Ints
    label: Ints
    kinds: tuple[Kind, ...]
    families: tuple[str, ...]
    confidence: Floats | None = None
    ordinal: bool = False

    @classmethod
    def from_codes(
        cls,
        item: npt.ArrayLike,
        annotator: npt.ArrayLike,
        label: npt.ArrayLike,
        *,
        n_items: int,
        n_annotators: int,
        n_labels: int,
        kinds: Sequence[Kind] | None = None,
        families: Sequence[str] | None = None,
        confidence: npt.ArrayLike | None = None,
        ordinal: bool = False,
    ) -> Responses:
        """Answers in the order they were given: of two by one annotator to one item the later one counts.

        Annotators are people unless `kinds` says otherwise. Raises UserError for a confidence outside 0..1.
        """
        codes = [
            _codes("item", item, n_items),
            _codes("annotator", annotator, n_annotators),
            _codes("label", label, n_labels),
        ]
        sure = None if confidence is None else _confidence(confidence)
        who = tuple(kinds) if kinds is not None else (Kind.HUMAN,) * n_annotators
        family = tuple(families) if families is not None else ("",) * n_annotators
        if len({len(column) for column in [*codes, *([] if sure is None else [sure])]}) != 1:
            raise ValueError("item, annotator, label and confidence must have the same length")
        if len(who) != n_annotators or len(family) != n_annotators:
            raise ValueError("kinds and families need one entry for each annotator")
        kept = _last_of_each(codes[0] * n_annotators + codes[1])
        return cls(
            n_items,
            n_annotators,
            n_labels,
            item=_frozen(codes[0][kept]),
            annotator=_frozen(codes[1][kept]),
            label=_frozen(codes[2][kept]),
            kinds=who,
            families=family,
            confidence=None if sure is None else _frozen(sure[kept]),
            ordinal=ordinal,
        )

    def part(self, rows: Bools) -> Responses:
        """Some of the answers, with all items, annotators and labels. rows: (n_answers,)."""
        return replace(
            self,
            item=_frozen(self.item[rows]),
            annotator=_frozen(self.annotator[rows]),
            label=_frozen(self.label[rows]),
            confidence=None if self.confidence is None else _frozen(self.confidence[rows]),
        )

    @property
    def n_answers(self) -> int:
        return self.item.size

    def votes(self, weights: Floats | None = None) -> sparse.csr_array[np.float64]:
        """(n_items, n_annotators * n_labels): column a * n_labels + k is 1, or the answer's weight, where
        annotator a answered k. weights: (n_answers,)."""
        values = np.ones(self.n_answers) if weights is None else weights
        start = np.concatenate(([0], np.cumsum(self.answers_per_item)))
        columns = self.annotator * self.n_labels + self.label
        shape = (self.n_items, self.n_annotators * self.n_labels)
        # 32-bit indices, where they suffice, make the products a fifth faster.
        index = np.int32 if max(shape[1], self.n_answers) < np.iinfo(np.int32).max else np.int64
        return sparse.csr_array((values, columns.astype(index), start.astype(index)), shape=shape)

    @cached_property
    def answers_per_item(self) -> Ints:
        return np.bincount(self.item, minlength=self.n_items)

    @cached_property
    def answers_per_annotator(self) -> Ints:
        return np.bincount(self.annotator, minlength=self.n_annotators)

    @cached_property
    def by_llm(self) -> Bools:
        """(n_annotators,): who is an LLM."""
        return np.fromiter((kind is Kind.LLM for kind in self.kinds), np.bool_, self.n_annotators)

    @cached_property
    def pool(self) -> Ints:
        """(n_annotators,): 0 for people, from 1 on for LLM families by name; who is likely to err alike."""
        named = {f for f, llm in zip(self.families, self.by_llm, strict=True) if llm}
        number = {family: index for index, family in enumerate(sorted(named), start=1)}
        pools = (number[f] if llm else 0 for f, llm in zip(self.families, self.by_llm, strict=True))
        return np.fromiter(pools, np.int64, self.n_annotators)

    @property
    def mean_answers_per_item(self) -> float:
        """Over the items that have an answer; 0 where none has."""
        return self.n_answers / max(int(np.count_nonzero(self.answers_per_item)), 1)

    def has_people(self) -> bool:
        """Whether a person gave at least one answer."""
        return bool((self.answers_per_annotator[~self.by_llm] > 0).any())

    def has_llms(self) -> bool:
        """Whether an LLM gave at least one answer."""
        return bool((self.answers_per_annotator[self.by_llm] > 0).any())


def _codes(name: str, values: npt.ArrayLike, count: int) -> Ints:
    codes = np.asarray(values)
    if codes.size and not np.issubdtype(codes.dtype, np.integer):
        raise TypeError(f"{name} codes must be integers, not {codes.dtype}")
    if codes.size and not 0 <= codes.min() <= codes.max() < count:
        raise ValueError(f"{name} codes must lie in 0..{count - 1}")
    return codes.astype(np.int64)


def _confidence(values: npt.ArrayLike) -> Floats:
    confidence = np.asarray(values, dtype=np.float64)
    outside = ~np.isnan(confidence) & ~((confidence >= 0) & (confidence <= 1))
    if outside.any():
        raise UserError(
            say(
                "{outside} confidences lie outside 0 to 1, for example {confidence}.",
                outside=np.count_nonzero(outside),
                confidence=format(confidence[outside][0], "g"),
            ),
            hint=say("Give each confidence as a number from 0 to 1, or leave it empty."),
        )
    return confidence


def _last_of_each(key: Ints) -> Ints:
    """Positions of the last occurrence of each key, in ascending order of the key."""
    order = np.argsort(key, kind="stable")
    in_order = key[order]
    last = np.ones(key.size, dtype=np.bool_)
    last[:-1] = in_order[1:] != in_order[:-1]
    kept: Ints = order[last]
    return kept


def _frozen(values: npt.NDArray[Number]) -> npt.NDArray[Number]:
    values.setflags(write=False)
    return values
