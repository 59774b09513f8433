"""Stepping through the answers that the person here has given."""

from __future__ import annotations

from annotator.services import annotating
from annotator.ui.session import Session

STEPS = 500  # answers that can be stepped through


class WayBack:
    """From an item to the one answered before or after it; read anew each time, since every answer moves the rest."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def earlier(self, item_id: int | None) -> int | None:
        """The item answered before this one; from an item without an answer, the one answered last."""
        return self._step(item_id, 1)

    def later(self, item_id: int | None) -> int | None:
        return self._step(item_id, -1)

    def _step(self, item_id: int | None, by: int) -> int | None:
        who = self._session.annotator
        newest_first = [] if who is None else annotating.recent(self._session.read, who.id, STEPS)
        order = [answer.item_id for answer in newest_first]
        place = (order.index(item_id) if item_id in order else -1) + by
        return order[place] if 0 <= place < len(order) else None
