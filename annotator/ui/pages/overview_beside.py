"""What the Overview shows beside the numbers of the session's summary: it reads every call, or every answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.services import ledger, unusual
from annotator.services.project_file import Db
from annotator.ui.session import Session

PAUSE = 10_000  # ms at least between two readings while an LLM labels
REST = 20  # times as long as a reading took, before the next one while an LLM labels


class _Reading:
    """One thing to read: whether it is old by now, whether it is being read, and how long ago and how long that was."""

    def __init__(self, work: Callable[[Db], Any], *, beside_a_run: bool) -> None:
        self.work, self.old, self.under_way = work, True, False
        self.beside_a_run = beside_a_run
        self._since = QElapsedTimer()
        self._took = 0

    def begin(self) -> None:
        self.old, self.under_way = False, True
        self._since.start()

    def end(self) -> None:
        self.under_way, self._took = False, self._since.elapsed()

    @property
    def rested(self) -> bool:
        """Whether it can be read again beside a run without holding that up."""
        return not self._since.isValid() or self._since.elapsed() > max(PAUSE, REST * self._took)


class Beside(QObject):
    """Costs, and annotators whose answers look unusual: each read one at a time, and only where something has changed.

    While an LLM labels only the costs are, and seldom, since every one of its batches would be a reason to.
    """

    costs_read = Signal(object)  # Ledger
    unusual_read = Signal(object)  # tuple of Notice

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self._costs = _Reading(ledger.ledger, beside_a_run=True)
        self._unusual = _Reading(unusual.unusual, beside_a_run=False)
        session.changed.connect(self._note)
        session.labelling.ended.connect(self.refresh)

    def refresh(self) -> None:
        """Read what is old, if the page is looked at."""
        if not self._page.isVisible():
            return
        running = self._session.labelling.running
        for reading, told in ((self._costs, self.costs_read), (self._unusual, self.unusual_read)):
            due = not running or (reading.beside_a_run and reading.rested)
            if reading.old and due and not reading.under_way:
                self._read(reading, told.emit)

    def _note(self, changes: Changes) -> None:
        self._costs.old |= changes.runs or changes.annotations
        self._unusual.old |= changes.annotations or changes.gold or changes.items or changes.setup

    def _read(self, reading: _Reading, told: Callable[[Any], object]) -> None:
        reading.begin()

        def done(found: Any) -> None:
            reading.end()
            told(found)
            self.refresh()

        def failed(error: UserError) -> None:
            reading.end()
            self._session.tell(error)

        self._session.compute(reading.work, owner=self, done=done, failed=failed)
