"""Looking through the items: ids in memory, rows by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from annotator.domain.filters import Filter, Names, SavedFilter, Sort
from annotator.domain.model import Annotation, Annotator, Item, Kind, Report, silent
from annotator.services import saved_filters
from annotator.services.adjudicating import excerpt
from annotator.storage import (
    annotators,
    answers,
    drafts,
    filtering,
    gold,
    imported_gold,
    items,
    marks,
    posteriors,
    setup,
)
from annotator.storage.database import Db
from annotator.storage.drafts import Draft
from annotator.storage.some_rows import AT_ONCE

Ids = NDArray[np.int64]
FIRST = 200  # items: what a window shows at once, several times over
VALUES = 20  # of a column of metadata that are offered
LOOKED_AT = 600  # items that a search looks at one by one before it asks the index
ENOUGH = 100  # of them: more than any screen shows


@dataclass(frozen=True)
class ItemRow:
    """A row of the item table. Labels are names, "" where there is none; gold "—" means no label is right.
    settled: the gold is a person's decision, which stands in place of what a file said."""

    id: int
    external_id: str
    text: str
    llm_label: str
    llm_confidence: float | None
    consensus: str
    probability: float | None
    answers: int
    gold: str
    settled: bool = False


@dataclass(frozen=True)
class Choices:
    """What a filter can ask for in a project. metadata: the most frequent values by column."""

    annotators: tuple[Annotator, ...] = ()
    tags: tuple[str, ...] = ()
    metadata: dict[str, tuple[str, ...]] = field(default_factory=dict)
    saved: tuple[SavedFilter, ...] = ()
    names: Names = Names({}, {})


def item_ids(db: Db, text: str = "") -> list[int]:
    """All items in the order of import, or those that a search for these words finds."""
    return listed(find(db, Filter(text=text.strip())))


def find(db: Db, wanted: Filter, sort: Sort | None = None, *, report: Report = silent) -> Ids:
    """The items that a filter finds: in the order of import, or sorted, with what has no such value at the end.

    report: is called now and then with (0, None), and may raise Cancelled.
    """
    with db.stoppable(report), db.snapshot():
        if not wanted and (sort is None or not sort.by):
            return filtering.everything(db)
        return filtering.ids(db, wanted, sort)


def first_found(db: Db, wanted: Filter) -> list[int] | None:
    """The first items of an unsorted search or of all items, found at once; None where only `find` can tell."""
    if wanted == Filter():
        return listed(filtering.ids(db, wanted, limit=FIRST))
    if wanted == Filter(text=wanted.text):
        with db.snapshot():
            return filtering.first(db, wanted.text, among=LOOKED_AT, enough=ENOUGH, wanted=FIRST)
    return None


def listed(ids: Ids) -> list[int]:
    """The same ids as a list, made a few at a time: a million at one go hold Python's lock for more than a frame."""
    found: list[int] = []
    for first in range(0, ids.size, AT_ONCE):
        found += ids[first : first + AT_ONCE].tolist()
    return found


def choices(db: Db) -> Choices:
    """What there is to filter by; metadata as the first few thousand items have it."""
    return Choices(
        annotators=tuple(annotators.answering(db, setup.question(db).id)),
        tags=tuple(marks.tags(db)),
        metadata={
            column: tuple(filtering.metadata_values(db, column, VALUES)) for column in filtering.metadata_columns(db)
        },
        saved=tuple(saved_filters.every(db)),
        names=saved_filters.names(db),
    )


def has_metadata(db: Db, column: str) -> bool:
    """Whether any item has metadata of this name."""
    return filtering.has_metadata(db, column)


def count(db: Db, wanted: Filter) -> int:
    """How many items the filter finds."""
    with db.snapshot():
        return filtering.count(db, wanted)


def confidence_counts(db: Db, wanted: Filter, bins: int = 20, *, report: Report = silent) -> list[int]:
    """How the LLM's confidences are distributed over 0 to 1 among what a filter finds, its own range left aside."""
    with db.stoppable(report), db.snapshot():
        return filtering.confidence_counts(db, wanted.without("confidence"), bins)


def rows(db: Db, ids: Sequence[int]) -> list[ItemRow]:
    """One row for each of these items, in this order."""
    question = setup.question(db)
    names = {label.id: label.name for label in question.labels}
    merged = posteriors.of_items(db, ids)
    known = gold.of_items(db, question.id, ids)
    given = answers.of_items(db, question.id, ids)
    return [
        _row(item, given.get(item.id, []), merged.get(item.id), known.get(item.id), names)
        for item in items.page(db, ids)
    ]


def item(db: Db, item_id: int) -> Item:
    return items.get(db, item_id)


def answers_to(db: Db, item_id: int) -> list[Annotation]:
    """Everybody's answer to an item, people first."""
    return answers.of_item(db, setup.question(db).id, item_id)


def known_before(db: Db, item_id: int) -> str:
    """The label that was known from a file before a person decided about the item; "" for none."""
    label_id = imported_gold.labels(db, setup.question(db).id, [item_id]).get(item_id, 0)
    return setup.label_names(db).get(label_id, "")


def drafts_on(db: Db, item_id: int) -> list[tuple[Annotator, Draft]]:
    """Flags and comments that people put on an item beside their answers, or without one."""
    return [(annotators.get(db, who), draft) for who, draft in drafts.on_item(db, setup.question(db).id, item_id)]


def _row(
    item: Item,
    given: list[Annotation],
    merged: posteriors.Posterior | None,
    known: gold.Gold | None,
    names: dict[int, str],
) -> ItemRow:
    llm = next((a for a in reversed(given) if a.annotator.kind is Kind.LLM), None)
    return ItemRow(
        id=item.id,
        external_id=item.external_id,
        text=excerpt(item),
        llm_label="" if llm is None else names.get(llm.label_id or 0, llm.status.value),
        llm_confidence=None if llm is None else llm.confidence,
        consensus="" if merged is None else names[merged.label_id],
        probability=None if merged is None else merged.probability,
        answers=sum(a.label_id is not None for a in given),
        gold="" if known is None else names.get(known.label_id or 0, "—"),
        settled=known is not None and known.source == "adjudicated",
    )
