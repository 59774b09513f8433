"""The last solution of merging, in memory: where the next one begins, and what one more answer makes of an item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from annotator.domain.model import Annotation, Kind

if TYPE_CHECKING:
    from annotator.domain.aggregation.pooling import Fitted, Start

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Fit:
    """What the automatic method learnt.

    item_ids: (n_items,), ascending. annotators: id to code. newcomer: code of a person about whom nothing is known.
    """

    item_ids: Ints
    label_ids: tuple[int, ...]
    annotators: dict[int, int]
    newcomer: int
    fitted: Fitted

    def start(self, item_ids: Ints, label_ids: Sequence[int]) -> Start | None:
        """Where a fit of these items, ascending, goes on; None where the labels are others by now."""
        from annotator.domain.aggregation.pooling import Start

        if self.label_ids != tuple(label_ids) or not self.item_ids.size:
            return None
        place = np.minimum(np.searchsorted(self.item_ids, item_ids), self.item_ids.size - 1)
        return Start.after(self.fitted, np.where(self.item_ids[place] == item_ids, place, -1))

    def probabilities(self, given: Sequence[Annotation]) -> dict[int, float]:
        """By label id, from all answers to one item, everything else held fixed; far below a millisecond.

        A person who joined since is taken for an average one. An LLM that did is left out: nothing is known about it
        before the next fit.
        """
        from annotator.domain.aggregation.pooling import ItemAnswers, updated

        code = {label_id: number for number, label_id in enumerate(self.label_ids)}
        rows = []
        for one in given:
            who = self._code(one)
            if who is not None and one.label_id is not None and one.label_id in code:
                rows.append((who, code[one.label_id], one.confidence))
        annotator, label = (np.array([row[part] for row in rows], dtype=np.int64) for part in (0, 1))
        confidence = np.array([np.nan if row[2] is None else row[2] for row in rows], dtype=np.float64)
        posterior = updated(self.fitted, ItemAnswers(annotator, label, confidence))
        return dict(zip(self.label_ids, posterior.tolist(), strict=True))

    def _code(self, annotation: Annotation) -> int | None:
        unknown = self.newcomer if annotation.annotator.kind is Kind.HUMAN else None
        return self.annotators.get(annotation.annotator.id, unknown)
