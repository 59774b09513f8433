"""Puts back what was taken out of texts before they were sent, wherever people read what a model wrote.

What a placeholder stands for is worked out from the item again and stored nowhere.
"""

from __future__ import annotations

from annotator.domain.model import Item
from annotator.domain.redaction import Redacted, Redaction, redact, restore
from annotator.services.examples import rendered
from annotator.storage import items
from annotator.storage.database import Db


def taken_out(item: Item, redaction: Redaction) -> Redacted:
    """As a model sees the item: its whole text first, then its fields; the same value has the same placeholder."""
    return redact([rendered(item), *item.fields.values()], redaction)


def restored(db: Db, reply: str, item_id: int, redaction: Redaction) -> str:
    """What a model wrote about an item, with its placeholders as what they stand for."""
    if not redaction or "[" not in reply:
        return reply
    return restore(reply, taken_out(items.get(db, item_id), redaction).mapping)
