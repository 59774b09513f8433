"""Stepping through the answers that the person here has given."""

from __future__ import annotations

from annotator.services import annotating
from annotator.services.annotating import Turn
from annotator.ui.session import Session

STEPS = 500  # answers that can be stepped through


class WayBack:
    """From an item to the one answered before or after it; read anew each time, since every answer moves the rest.

    What waited when somebody stepped back is remembered, so that they return to it and to no other item.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._left: int | None = None

    @property
    def away(self) -> bool:
        """Whether an item was left that has still to be answered."""
        return self._left is not None

    def leave(self, turn: Turn | None) -> None:
        """Another item is gone to from this one."""
        if turn is not None and turn.own is None:
            self._left = turn.item.id

    def arrive(self, turn: Turn | None) -> None:
        """This item is in front now."""
        if turn is None or turn.position >= 0 or turn.item.id == self._left:
            self._left = None

    def return_to(self) -> Turn | None:
        """The item that was left, if it still waits for the person here."""
        who, left = self._session.annotator, self._left
        self._left = None
        return None if who is None or left is None else annotating.still_waiting(self._session.read, who.id, left)

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
