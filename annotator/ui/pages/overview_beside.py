"""What the Overview shows beside the numbers of the session's summary: it reads every call, or every answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.services import ledger, unusual
from annotator.services.project_file import Db
from annotator.ui.session import Session


class _Reading:
    """One thing to read: whether it is old by now, and whether it is being read."""

    def __init__(self, work: Callable[[Db], Any]) -> None:
        self.work, self.old, self.under_way = work, True, False


class Beside(QObject):
    """Costs, and annotators whose answers look unusual: each read one at a time, and only where something has changed.

    While an LLM labels nothing is read, since every one of its batches would be a reason to.
    """

    costs_read = Signal(object)  # Ledger
    unusual_read = Signal(object)  # tuple of Notice

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self._costs, self._unusual = _Reading(ledger.ledger), _Reading(unusual.unusual)
        session.changed.connect(self._note)
        session.labelling.ended.connect(self.refresh)

    def refresh(self) -> None:
        """Read what is old, if the page is looked at."""
        if self._session.labelling.running or not self._page.isVisible():
            return
        for reading, told in ((self._costs, self.costs_read), (self._unusual, self.unusual_read)):
            if reading.old and not reading.under_way:
                self._read(reading, told.emit)

    def _note(self, changes: Changes) -> None:
        self._costs.old |= changes.runs or changes.annotations
        self._unusual.old |= changes.annotations or changes.gold or changes.items or changes.setup

    def _read(self, reading: _Reading, told: Callable[[Any], object]) -> None:
        reading.old, reading.under_way = False, True

        def done(found: Any) -> None:
            reading.under_way = False
            told(found)
            self.refresh()

        def failed(error: UserError) -> None:
            reading.under_way = False
            self._session.tell(error)

        self._session.compute(reading.work, owner=self, done=done, failed=failed)
