"""The lead settles what the annotators disagree on; the decision is gold, kept beside the merged result."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.domain.model import Annotation, Changes, Item, Label
from annotator.domain.routing import audit_order
from annotator.domain.undo import Action
from annotator.errors import UserError
from annotator.services.annotating import Undone
from annotator.services.merging import AnnotatorReport, annotator_report
from annotator.storage import answers, gold, items, posteriors, setup
from annotator.storage.database import Db
from annotator.storage.gold import Gold

LISTED = 1_000
RANDOM = "random"
_SEED = 1  # not that of audit samples, which are answered without seeing what others said


@dataclass(frozen=True)
class Conflict:
    """An item in the review list. entropy: 0 (sure) to 1 (all labels alike)."""

    item_id: int
    external_id: str
    title: str
    entropy: float


@dataclass(frozen=True)
class Case:
    """All that is known about one item. merged: (label, probability), the most probable first."""

    item: Item
    answers: tuple[Annotation, ...]
    reports: dict[int, AnnotatorReport]
    merged: tuple[tuple[Label, float], ...]
    entropy: float | None
    gold: Gold | None


def conflicts(db: Db, only: str = "conflicts") -> list[Conflict]:
    """The items to settle, the least sure first, up to 1,000.

    only: "conflicts" (answers differ), "llm" (the LLM against most people), "all" (whatever the answers), or RANDOM:
    items without gold in an order drawn at random, so that the first so many are a sample of all.
    """
    question_id = setup.question(db).id
    if only == RANDOM:
        found = _drawn(db, posteriors.without_gold(db, question_id))
    else:
        found = posteriors.to_review(db, question_id, only, LISTED)
    rows = {item.id: item for item in items.page(db, [item_id for item_id, _ in found])}
    return [Conflict(id_, rows[id_].external_id, excerpt(rows[id_]), entropy) for id_, entropy in found]


def conflict_count(db: Db, only: str = "conflicts") -> int:
    if only == RANDOM:
        return posteriors.without_gold(db, setup.question(db).id).size
    return posteriors.review_count(db, setup.question(db).id, only)


def case(db: Db, item_id: int) -> Case:
    """One item with everybody's answer, the merged result, and the decision if there is one."""
    question = setup.question(db)
    found = posteriors.of_items(db, [item_id]).get(item_id)
    return Case(
        item=items.get(db, item_id),
        answers=tuple(answers.of_item(db, question.id, item_id)),
        reports={report.annotator.id: report for report in annotator_report(db)},
        merged=() if found is None else _ranked(db, found.probabilities),
        entropy=None if found is None else found.entropy,
        gold=gold.of_item(db, question.id, item_id),
    )


def settle(db: Db, annotator_id: int, item_id: int, label_id: int | None, why: str = "") -> Changes:
    """Decide an item; label_id None says that no label is right. Undoable, and never changes anybody's answer."""
    question = setup.question(db)
    if label_id is not None and label_id not in {label.id for label in question.labels}:
        raise UserError("That is not a label of this question.", hint="Choose one of the labels shown.")
    return gold.adjudicate(db, question.id, annotator_id, [(item_id, label_id)], why)


def undo(db: Db, annotator_id: int) -> Undone | None:
    """Take back this person's latest decision; None when there is none."""
    return _revert(db, annotator_id, Action.UNDO)


def redo(db: Db, annotator_id: int) -> Undone | None:
    return _revert(db, annotator_id, Action.REDO)


def _drawn(db: Db, item_ids: NDArray[np.int64]) -> list[tuple[int, float]]:
    """(item id, entropy) of the first 1,000. The order stays while items are settled or come in, so that a sample that
    is left half-way goes on as one."""
    chosen = item_ids[audit_order(item_ids, _SEED)][:LISTED].tolist()
    found = posteriors.of_items(db, chosen)
    return [(item_id, found[item_id].entropy) for item_id in chosen]


def _revert(db: Db, annotator_id: int, action: Action) -> Undone | None:
    changed = gold.revert(db, annotator_id, action)
    return Undone(tuple(changed), Changes(gold=True)) if changed else None


def _ranked(db: Db, probabilities: bytes) -> tuple[tuple[Label, float], ...]:
    merging = posteriors.current(db)
    assert merging is not None  # a posterior belongs to the aggregation in force
    labels = {label.id: label for label in setup.question(db).labels}
    pairs = zip(merging.labels, np.frombuffer(probabilities), strict=True)
    return tuple(sorted(((labels[id_], float(p)) for id_, p in pairs), key=lambda pair: -pair[1]))


def excerpt(item: Item, length: int = 120) -> str:
    """The start of the first field that says something, on one line."""
    text = next((text for text in item.fields.values() if text.strip()), item.external_id)
    return " ".join(text.split())[:length]
