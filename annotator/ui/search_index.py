"""Gets the search ready beside the window, after an import."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.errors import UserError
from annotator.services import searching
from annotator.ui.session import Session

FEW = 5_000  # items that a search reads one by one without anybody noticing


class SearchIndex(QObject):
    """Fills the index in short writes one after the other, so that an answer never waits for all of them."""

    progressed = Signal(int)  # about how many items are missing yet
    became_ready = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._under_way = False
        self._missing = searching.missing(session.read)

    @property
    def missing(self) -> int:
        """About how many items are not in the index."""
        return self._missing

    @property
    def ready(self) -> bool:
        """Whether a search is quick: an index that lacks a few items is helped out by a look at these."""
        return self._missing <= FEW

    def fill(self) -> None:
        """Begin, if anything is missing and it has not begun."""
        if self._under_way:
            return
        self._missing = searching.missing(self._session.read)
        if self._missing:
            self._under_way = True
            self._next()

    def _next(self) -> None:
        self._session.jobs.on_project(searching.step, owner=self, done=self._stepped, failed=self._failed)

    def _stepped(self, missing: int) -> None:
        was_ready, self._missing = self.ready, missing
        self.progressed.emit(missing)
        if self.ready and not was_ready:
            self.became_ready.emit()
        if missing and self._session.jobs.path is not None:
            self._next()
        else:
            self._under_way = False

    def _failed(self, error: UserError) -> None:
        self._under_way = False
        self._session.tell(error)
