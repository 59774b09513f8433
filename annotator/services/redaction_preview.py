"""What a redaction does to the project's own texts, to look at before anything is sent."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.redaction import Redaction
from annotator.services.examples import rendered
from annotator.services.restoring import taken_out
from annotator.storage import items
from annotator.storage.database import Db

LOOKED_AT = 1_000  # items; a longer search for something to show would be waited for


@dataclass(frozen=True)
class Preview:
    """An item's text as it is stored and as it would be sent. found: whether anything is taken out of it."""

    item: str
    stored: str
    sent: str

    @property
    def found(self) -> bool:
        return self.stored != self.sent


def preview(db: Db, redaction: Redaction) -> Preview | None:
    """The first item that something is taken out of, else the first one; None without items."""
    first: Preview | None = None
    for item in items.page(db, items.ids(db)[:LOOKED_AT]):
        shown = Preview(item.external_id, rendered(item), taken_out(item, redaction).texts[0])
        if shown.found:
            return shown
        first = first or shown
    return first
