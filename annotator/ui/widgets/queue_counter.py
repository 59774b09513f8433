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
        self._doubtful = False
        self.progress: Progress | None = None

    @property
    def counting(self) -> bool:
        return self._counting

    def count(self, *, doubtful: bool = False) -> None:
        """Count anew. Requests that come while counting are answered by one more count.

        doubtful: nobody knows by how much the numbers are off, so that they stay until it is counted.
        """
        self._doubtful = self._doubtful or doubtful
        who = self._session.annotator
        if who is None:
            self.progress = None
        elif self._counting:
            self._stale = True
        else:
            self._counting = True
            # Somebody looks at it now, so it does not stand behind merging or a forecast.
            self._session.browse(
                lambda db: (who, annotating.progress(db, who.id)), owner=self, done=self._take, failed=self._give_up
            )

    def answered(self) -> None:
        """One more is done: adding it takes no time, where counting a million items does."""
        self._shift(1)

    def taken_back(self) -> None:
        """One less is done, and waits again."""
        self._shift(-1)

    def _shift(self, by: int) -> None:
        if self.progress is not None and not self._doubtful:
            done, left = self.progress.done + by, self.progress.open - by
            self.progress = Progress(max(0, done), max(0, left))
        if self._counting:
            self._stale = True  # the count under way may or may not contain this answer

    def _take(self, found: tuple[Annotator, Progress]) -> None:
        who, progress = found
        self._counting = False
        if self._stale or who != self._session.annotator:
            self._stale = False
            self.count()
        else:
            self._doubtful = False
            self.progress = progress
            self.counted.emit()

    def _give_up(self, error: Exception) -> None:
        self._counting = False
        self._session.tell(str(error), "bad")
