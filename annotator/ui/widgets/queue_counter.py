"""How much of an annotator's queue is done: counted beside the window, kept up to date answer by answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.domain.model import Annotator
from annotator.services import annotating
from annotator.services.annotating import Progress
from annotator.ui.session import Session


class QueueCounter(QObject):
    """`progress` is None until the first count has come back; `counted` follows every count."""

    counted = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._counting = False
        self._stale = False
        self.progress: Progress | None = None

    def count(self) -> None:
        """Count anew. Requests that come while counting are answered by one more count."""
        who = self._session.annotator
        if who is None:
            self.progress = None
        elif self._counting:
            self._stale = True
        else:
            self._counting = True
            self._session.compute(
                lambda db: (who, annotating.progress(db, who.id)), owner=self, done=self._take, failed=self._give_up
            )

    def answered(self) -> None:
        """One more is done: adding it takes no time, where counting a million items does."""
        if self.progress is not None:
            self.progress = Progress(self.progress.done + 1, max(0, self.progress.open - 1))
        if self._counting:
            self._stale = True  # the count under way may or may not contain this answer

    def _take(self, found: tuple[Annotator, Progress]) -> None:
        who, progress = found
        self._counting = False
        if self._stale or who != self._session.annotator:
            self._stale = False
            self.count()
        else:
            self.progress = progress
            self.counted.emit()

    def _give_up(self, error: Exception) -> None:
        self._counting = False
        self._session.tell(str(error), "bad")
