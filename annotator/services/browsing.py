"""Looking through the items: ids in memory, rows by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.domain.model import Annotation, Item, Kind
from annotator.services.adjudicating import excerpt
from annotator.storage import answers, gold, items, posteriors, setup
from annotator.storage.database import Db


@dataclass(frozen=True)
class ItemRow:
    """A row of the item table. Labels are names, "" where there is none; gold "—" means no label is right."""

    id: int
    external_id: str
    text: str
    llm_label: str
    llm_confidence: float | None
    consensus: str
    probability: float | None
    answers: int
    gold: str


def item_ids(db: Db, text: str = "") -> list[int]:
    """All items in the order of import, or those whose fields or id contain the text, whatever its case."""
    return items.containing(db, text) if text.strip() else items.ids(db)


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
        answers=len(given),
        gold="" if known is None else names.get(known.label_id or 0, "—"),
    )
