"""Items that an LLM was asked about in vain, each with the latest reason, until it has answered them."""

from __future__ import annotations

from typing import NamedTuple

from annotator.storage import annotators, calls, items, setup
from annotator.storage.database import Db


class Unanswered(NamedTuple):
    """reason: in a sentence, in English as it is stored."""

    item: str
    agent: str
    reason: str


def unanswered(db: Db, *, limit: int = 1_000) -> list[Unanswered]:
    """One for each item and agent, in the order of items; reads every call that failed."""
    found = calls.unanswered(db, setup.question(db).id, limit)
    names = {item.id: item.external_id for item in items.page(db, sorted({item_id for item_id, *_ in found}))}
    return [Unanswered(names[item_id], annotators.get(db, who).name, reason) for item_id, who, reason in found]
